import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { ownFilter, deleteFilter as removeFilter } from '@/lib/data/saved-filters'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const DeleteFilter = z.strictObject({ filterId: uuid() })

/** Deletes one's own filter: a convenience, not history. */
export async function deleteFilter({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof DeleteFilter>) {
  const proof = permit(actor, 'filter:keep')
  const { filterId } = readInput(DeleteFilter, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await ownFilter(tx, proof, filterId)
    if (!saved || !(await removeFilter(tx, proof, filterId))) throw new Fault('not_found', 'saved filter')
    await appendAudit(tx, proof.by, { action: 'filter.deleted', entity: 'saved_filter', id: filterId, payload: {} })
    return { undo: { verb: 'save_filter', ...saved } satisfies Undo }
  })
}
