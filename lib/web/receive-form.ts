import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { permits } from '@/lib/domain/permission'
import { prepareReviews } from '@/lib/services/prepare-reviews'
import { receiveTable } from '@/lib/services/receive-table'
import { FormCut, formParts } from './multipart'
import { lookedAt } from './table-bytes'

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
      const { format, bytes } = await lookedAt(part.bytes)
      if (format === 'claimreview' && !permits(desk.actor, 'source:manage'))
        throw invalid({ field: 'file', reason: 'for_editors' })
      const name = (part.fileName ?? '').trim() || (part.name === 'cells' ? 'cells' : 'table')
      const kept = await receiveTable(
        desk,
        { name: name.slice(-200), format: part.name === 'cells' && format !== 'claimreview' ? 'cells' : format },
        bytes,
      )
      // Its columns need no words: it is compared at once.
      if (format === 'claimreview') await prepareReviews(desk, { importId: kept.id })
      return { id: kept.id }
    }
  } catch (error) {
    if (error instanceof FormCut) throw invalid({ field: 'file', reason: 'cut_short' })
    throw error
  }
  throw new Fault('invalid', 'no file', [{ field: 'file', reason: 'required' }])
}
