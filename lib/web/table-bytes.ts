import 'server-only'
import type { TableFormat } from '@/lib/domain/table-import'

/** A file by its first bytes, whatever its name says: a workbook, or a text. Nothing of it is lost by looking. */
export async function lookedAt(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ format: TableFormat; bytes: AsyncIterable<Uint8Array> }> {
  const source = bytes[Symbol.asyncIterator]()
  const first = await source.next()
  const isZip = !first.done && Buffer.from(first.value).toString('latin1', 0, 4) === 'PK\u0003\u0004'
  async function* all(): AsyncGenerator<Uint8Array> {
    if (!first.done) yield first.value
    for (let it = await source.next(); !it.done; it = await source.next()) yield it.value
  }
  return { format: isZip ? 'xlsx' : 'csv', bytes: all() }
}
