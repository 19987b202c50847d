/** What a file may be that a dispatch is taken from. */
export const DISPATCH_FORMATS = ['text', 'html', 'docx', 'pdf'] as const
export type DispatchFormat = (typeof DISPATCH_FORMATS)[number]
export const isDispatchFormat = (name: string): name is DispatchFormat => DISPATCH_FORMATS.some((it) => it === name)

/** Largest file, in bytes: what one form may bring, with room for its other fields. */
export const MAX_DISPATCH_FILE = 7_500_000

/** What a person should look at before the text is kept. */
export const DISPATCH_WARNINGS = ['whole_page', 'line_breaks', 'end_hyphens', 'no_title'] as const
export type DispatchWarning = (typeof DISPATCH_WARNINGS)[number]

/** Why nothing could be read. */
export const DISPATCH_REFUSALS = [
  'file_empty',
  'file_too_large',
  'file_not_utf8',
  'file_not_text',
  'file_no_text',
  'file_locked',
  'file_damaged',
  'file_too_slow',
] as const
export type DispatchRefusal = (typeof DISPATCH_REFUSALS)[number]

/** Largest page that is fetched, in bytes on the wire. */
export const MAX_DISPATCH_PAGE = 2_000_000
/** Why a page was not fetched. One reason for all that may not be asked or does not answer: a stranger's network is not told apart. */
export const PAGE_REFUSALS = ['page_refused', 'page_not_text', 'page_too_large'] as const
export type PageRefusal = (typeof PAGE_REFUSALS)[number]

/** What stands in a file. Nothing is guessed: what the file does not state is null. */
export type DispatchFile = {
  format: DispatchFormat
  title: string | null
  text: string
  /** As stated: a language tag. */
  language: string | null
  /** As stated: where the page says it stands. */
  url: string | null
  /** As stated: when the page says it was published. */
  published: string | null
  warnings: DispatchWarning[]
}
export type DispatchFileRead = { ok: true; file: DispatchFile } | { ok: false; reason: DispatchRefusal | PageRefusal }

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((character, i) => bytes[i] === character.charCodeAt(0))

/** What a file is, by its bytes and never by its name; null when it is none of ours (a picture, an old .doc). */
export function dispatchFormatOf(bytes: Uint8Array): DispatchFormat | null {
  if (startsWith(bytes, '%PDF-')) return 'pdf'
  if (startsWith(bytes, 'PK\u0003\u0004')) return 'docx'
  if (bytes.subarray(0, 4096).includes(0) && !isWide(bytes)) return null
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replace(/^(?:ï»¿|ÿþ|þÿ)/u, '')
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|meta)\b/iu.test(
    head.replaceAll('\0', ''),
  )
    ? 'html'
    : 'text'
}

const isWide = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

/**
 * The name of the encoding a page states: its mark, the header it came with, its <meta> in the first 1,024 bytes (HTML,
 * "prescanning"); UTF-8 when it states none.
 */
export function charsetOf(bytes: Uint8Array, header: string | null = null): string {
  if (isWide(bytes)) return bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const stated = (/charset\s*=\s*["']?([\w-]+)/iu.exec(header ?? '') ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head))?.[1]
  return stated?.toLowerCase() ?? 'utf-8'
}

/** The text of bytes in that encoding; null when they are not in it, or it is none that is known. */
export function decoded(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A title for a text without one: its first line, when that is short enough to be a headline and not the whole text. */
export function headlineOf(text: string): string | null {
  const [first = '', ...rest] = text.trim().split('\n')
  const line = first.trim()
  return line !== '' && [...line].length <= 200 && rest.join('').trim() !== '' ? line : null
}

/** Line breaks as LF, no blank line at either end, never more than one between two paragraphs. */
export const tidied = (text: string): string =>
  text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[ \t]+\n/gu, '\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .replace(/^\n+|\n+$/gu, '')
