import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { deleteFilter as removeFilter } from '@/lib/data/saved-filters'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const DeleteFilter = z.strictObject({ filterId: uuid() })

/** Deletes one's own filter: a convenience, not history. */
export async function deleteFilter(
  { db, actor }: Desk<PrismaClient>,
  raw: z.input<typeof DeleteFilter>,
): Promise<void> {
  const proof = permit(actor, 'filter:keep')
  const { filterId } = readInput(DeleteFilter, raw)
  await transactionAs(db, proof.by, async (tx) => {
    if (!(await removeFilter(tx, proof, filterId))) throw new Fault('not_found', 'saved filter')
    await appendAudit(tx, proof.by, { action: 'filter.deleted', entity: 'saved_filter', id: filterId, payload: {} })
  })
}
