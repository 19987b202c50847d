import 'server-only'

/** What a plain form needs around its text, percent-encoded at worst. */
const SLACK = 1_000
const WORST_ENCODING = 3 * 4

/** The body of a request whose text is at most `most` UTF-16 units; null when it is longer: no more than that is ever read. */
async function sentBody(request: Request, most: number): Promise<string | null> {
  const limit = most * WORST_ENCODING + SLACK
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null
  const reader = request.body?.getReader()
  if (!reader) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length
    if (size > limit) {
      await reader.cancel()
      return null
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** A plain form. Null when it is longer than `most`, all fields together. */
export async function sentForm(request: Request, most: number): Promise<URLSearchParams | null> {
  const body = await sentBody(request, most)
  return body === null ? null : new URLSearchParams(body)
}

/**
 * One field of a form, or the whole body of a request that is no form. Null when it is longer than `most` (UTF-16 units): no
 * more than that is ever read.
 */
export async function sentText(request: Request, field: string, most: number): Promise<string | null> {
  const body = await sentBody(request, most)
  if (body === null) return null
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false
  const text = isForm ? (new URLSearchParams(body).get(field) ?? '') : body
  return text.length > most ? null : text
}
