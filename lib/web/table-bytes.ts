import 'server-only'
import type { FileFormat } from '@/lib/domain/table-import'

/** The beginning of JSON, or of the lines of script Data Commons gives out, that says it holds reviews. */
const areReviews = (head: string): boolean =>
  /^(?:\xef\xbb\xbf)?\s*(?:<script\b|[[{])/iu.test(head) &&
  /"(?:@type"\s*:\s*(?:\[\s*)?"(?:[\w/:.]*[/:])?ClaimReview"|dataFeedElement")/u.test(head)

/** A file by its first bytes, whatever its name says: a workbook, ClaimReviews, or a text. Nothing of it is lost by looking. */
export async function lookedAt(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ format: FileFormat; bytes: AsyncIterable<Uint8Array> }> {
  const source = bytes[Symbol.asyncIterator]()
  const first = await source.next()
  const head = first.done ? '' : Buffer.from(first.value).toString('latin1')
  async function* all(): AsyncGenerator<Uint8Array> {
    if (!first.done) yield first.value
    for (let it = await source.next(); !it.done; it = await source.next()) yield it.value
  }
  return { format: head.startsWith('PK\u0003\u0004') ? 'xlsx' : areReviews(head) ? 'claimreview' : 'csv', bytes: all() }
}
