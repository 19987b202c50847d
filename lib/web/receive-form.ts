import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import type { TableFormat } from '@/lib/domain/table-import'
import { receiveTable } from '@/lib/services/receive-table'
import { FormCut, type FormPart, formParts } from './multipart'

/**
 * Takes in the table of a form, as it arrives: the file `file`, or the text `cells`. A form that ends before its last boundary
 * did not arrive whole, and nothing of it is kept.
 */
export async function receiveForm(desk: Desk<PrismaClient>, request: Request): Promise<{ id: string }> {
  const body = request.body as AsyncIterable<Uint8Array> | null
  if (!body) throw invalid({ field: 'file', reason: 'required' })
  try {
    for await (const part of formParts(body, request.headers.get('content-type') ?? '')) {
      if (part.name !== 'file' && part.name !== 'cells') continue
      const [format, bytes] = await looked(part)
      const name = (part.fileName ?? '').trim() || (part.name === 'cells' ? 'cells' : 'table')
      const kept = await receiveTable(desk, { name: name.slice(-200), format }, bytes)
      return { id: kept.id }
    }
  } catch (error) {
    if (error instanceof FormCut) throw invalid({ field: 'file', reason: 'cut_short' })
    throw error
  }
  throw new Fault('invalid', 'no file', [{ field: 'file', reason: 'required' }])
}

/** What a file is by its first bytes, whatever its name says. */
async function looked(part: FormPart): Promise<[TableFormat, AsyncIterable<Uint8Array>]> {
  const source = part.bytes[Symbol.asyncIterator]()
  const first = await source.next()
  const isZip = !first.done && Buffer.from(first.value).toString('latin1', 0, 4) === 'PK\u0003\u0004'
  async function* all(): AsyncGenerator<Uint8Array> {
    if (!first.done) yield first.value
    for (let it = await source.next(); !it.done; it = await source.next()) yield it.value
  }
  return [part.name === 'cells' ? 'cells' : isZip ? 'xlsx' : 'csv', all()]
}
