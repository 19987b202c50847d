import 'server-only'

/** One field of a form: its bytes are read before the next field is asked for. */
export type FormPart = { name: string; fileName: string | null; bytes: AsyncIterable<Uint8Array> }
/** A form that ends before its last boundary: the connection broke, or what was sent is no form. */
export class FormCut extends Error {
  override readonly name = 'FormCut'
}

/** Longest head of a field. */
const MAX_HEAD = 16_384

/**
 * The fields of a multipart form (RFC 7578) as they arrive, with no more of a file in memory than a part of it. Next's own
 * `formData()` would hold the whole of it.
 */
export async function* formParts(body: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<FormPart> {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType)
  if (!/^multipart\/form-data/i.test(contentType) || !boundary) throw new FormCut('not a multipart form')
  const source = body[Symbol.asyncIterator]()
  const mark = Buffer.from(`\r\n--${boundary[1] ?? boundary[2] ?? ''}`)
  // The first boundary has no line end before it.
  let held: Buffer = Buffer.from('\r\n')
  const more = async (): Promise<void> => {
    const { done, value } = await source.next()
    if (done) throw new FormCut('the form ends before its last boundary')
    held = Buffer.concat([held, value])
  }
  async function* upToMark(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = held.indexOf(mark)
      if (at >= 0) {
        const last = held.subarray(0, at)
        held = held.subarray(at + mark.length)
        if (last.length > 0) yield last
        return
      }
      // The end of what is here may be the beginning of the boundary.
      const safe = held.length - mark.length
      if (safe > 0) {
        const some = held.subarray(0, safe)
        held = held.subarray(safe)
        yield some
      }
      await more()
    }
  }
  for await (const _preamble of upToMark());
  for (;;) {
    while (held.length < 2) await more()
    if (held.toString('latin1', 0, 2) === '--') return
    while (held.indexOf('\r\n\r\n') < 0) {
      if (held.length > MAX_HEAD) throw new FormCut('a field has no end of its head')
      await more()
    }
    const end = held.indexOf('\r\n\r\n')
    const head = held.toString('utf8', 0, end)
    held = held.subarray(end + 4)
    // A field without a byte: its boundary follows the empty line at once.
    held = Buffer.concat([Buffer.from('\r\n'), held])
    const said = /content-disposition:[^\r\n]*?[;\s]name="([^"]*)"(?:[^\r\n]*?filename="([^"]*)")?/i.exec(head)
    const bytes = withoutFirstLineEnd(upToMark())
    yield { name: said?.[1] ?? '', fileName: said?.[2] ?? null, bytes }
    for await (const _unread of bytes);
  }
}

/** Takes away the line end that was put in front so that a boundary right at the beginning is found. */
async function* withoutFirstLineEnd(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = 2
  for await (const part of bytes) {
    const some = part.subarray(Math.min(left, part.length))
    left -= part.length - some.length
    if (some.length > 0) yield some
  }
}

/** A short field as text. */
export async function textOfPart({ bytes }: FormPart, most = 10_000): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of bytes) {
    length += part.length
    if (length > most) throw new FormCut('a field is too long')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
