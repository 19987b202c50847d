import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { ownFilter, updateFilter } from '@/lib/data/saved-filters'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { filterName, readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const ChangeFilter = z.strictObject({
  filterId: uuid(),
  name: filterName(),
  isShared: z.boolean().default(false),
})

/** Renames one's own filter, shares it or keeps it to oneself again. */
export async function changeFilter({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof ChangeFilter>) {
  const proof = permit(actor, 'filter:keep')
  const { filterId, name, isShared } = readInput(ChangeFilter, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await ownFilter(tx, proof, filterId)
    if (!saved || !(await updateFilter(tx, proof, filterId, { name, isShared })))
      throw new Fault('not_found', 'saved filter')
    await appendAudit(tx, proof.by, {
      action: 'filter.changed',
      entity: 'saved_filter',
      id: filterId,
      payload: { isShared },
    })
    const undo: Undo = { verb: 'change_filter', filterId, name: saved.name, isShared: saved.isShared }
    return { undo }
  })
}
