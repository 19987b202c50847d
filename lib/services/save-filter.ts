import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { countOwnFilters, insertFilter } from '@/lib/data/saved-filters'
import type { Desk } from '@/lib/domain/desk'
import { LISTS, queryOf, readQuery } from '@/lib/domain/desk-filter'
import { Fault } from '@/lib/domain/fault'
import { filterName, oneOf, readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

/** More than anybody looks through. */
const MOST = 100

export const SaveFilter = z.strictObject({
  name: filterName(),
  list: oneOf(LISTS),
  query: z.string().max(2_000),
  isShared: z.boolean().default(false),
})

/** Keeps the filter of a list under a name, for oneself or for everybody. The page it stood at is not kept. */
export async function saveFilter({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof SaveFilter>) {
  const proof = permit(actor, 'filter:keep')
  const { name, list, query, isShared } = readInput(SaveFilter, raw)
  return transactionAs(db, proof.by, async (tx) => {
    if ((await countOwnFilters(tx, proof.by)) >= MOST) throw new Fault('too_many', 'saved filters')
    const id = newId()
    const kept = queryOf({ ...readQuery(list, query), after: null })
    await insertFilter(tx, proof, { id, name, path: list, query: kept, isShared })
    await appendAudit(tx, proof.by, { action: 'filter.saved', entity: 'saved_filter', id, payload: { isShared } })
    return { id, query: kept, undo: { verb: 'delete_filter', filterId: id } satisfies Undo }
  })
}
