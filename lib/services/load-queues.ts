import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { type SavedFilterRow, savedFilters } from '@/lib/data/saved-filters'
import { countViews } from '@/lib/data/view-counts'
import type { Desk } from '@/lib/domain/desk'
import { readQuery } from '@/lib/domain/desk-filter'
import { permit } from '@/lib/domain/permission'
import { QUEUE_NAMES, type QueueName, viewOf } from '@/lib/domain/queues'

export type Kept = SavedFilterRow & { count: number }

/** What waits for this person, and the filters they keep or others share, each with how many rows it means now. */
export async function loadQueues({ db, actor }: Desk<PrismaClient>) {
  const { by } = permit(actor, 'desk:read')
  const saved = await savedFilters(db, by)
  const counts = await countViews(
    db,
    [...QUEUE_NAMES.map(viewOf), ...saved.map((it) => readQuery(it.list, it.query))],
    by,
  )
  return {
    queues: QUEUE_NAMES.map((name, i): { name: QueueName; count: number } => ({ name, count: counts[i] ?? 0 })),
    saved: saved.map((it, i): Kept => ({ ...it, count: counts[QUEUE_NAMES.length + i] ?? 0 })),
  }
}
