/** What `recoupe import` can be told a file is. */
export const IMPORT_FORMATS = ['text', 'html', 'docx', 'pdf', 'csv', 'jsonl', 'claimreview'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** Why the bytes of a file are not read at all. */
export const UNREADABLE = ['empty', 'not_utf8', 'binary'] as const
export type Unreadable = (typeof UNREADABLE)[number]
export type FileText = { ok: true; text: string } | { ok: false; reason: Unreadable }

/** The text of a file: UTF-8, or UTF-16 with its mark; anything else is refused rather than guessed. */
export function textOfFile(bytes: Uint8Array): FileText {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  const [first, second] = bytes
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  try {
    const text = new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes)
    if (text.includes('\u0000')) return { ok: false, reason: 'binary' }
    return text.trim() === '' ? { ok: false, reason: 'empty' } : { ok: true, text }
  } catch {
    return { ok: false, reason: 'not_utf8' }
  }
}

/** How much of a file is looked at to tell what it is. */
const HEAD = 64_000

/** What a text is, by what it says and not by its name. */
export function formatOf(text: string): ImportFormat {
  const head = text.slice(0, HEAD).trimStart()
  if (/^<script\b[^>]*application\/ld\+json/iu.test(head)) return 'claimreview'
  if (/^[[{]/u.test(head)) return /"(?:@type|dataFeedElement|@graph)"/u.test(head) ? 'claimreview' : 'jsonl'
  if (/^<(?:!doctype\s+html|html|head|body|article|main|div|p|h[1-6]|meta|\?xml)\b/iu.test(head)) return 'html'
  return looksLikeCsv(head) ? 'csv' : 'text'
}

/** A header of short names and a second line with as many separators. */
function looksLikeCsv(head: string): boolean {
  const [header = '', next = ''] = head.split(/\r?\n/u)
  return [',', ';', '\t', '|'].some((mark) => {
    const names = header.split(mark)
    return (
      names.length > 1 && names.every((it) => /^"?[\w -]{1,40}"?$/u.test(it)) && next.split(mark).length >= names.length
    )
  })
}
