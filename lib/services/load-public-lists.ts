import 'server-only'
import { readAsPublished } from '@/lib/data/as-known'
import { claimsWithVerdict } from '@/lib/data/claims'
import { conflictRecords } from '@/lib/data/conflicts'
import { countConflictsSeen, countDispatches, countEvents, countPublishedVerdicts } from '@/lib/data/counts'
import { type Db, publicDb } from '@/lib/data/db'
import { dispatchesWithCounts } from '@/lib/data/dispatches'
import { eventBriefs } from '@/lib/data/events'
import type { HomeRecord } from '@/lib/domain/home'
import { type ListPage, listPage } from '@/lib/domain/long-list'
import type { ConflictRecord, EventBrief } from '@/lib/domain/record'

/** How many one page shows: a conflict is printed with both of its sides. */
const SIZE = { verdicts: 100, dispatches: 200, events: 200, conflicts: 20 }

/** A moment (ISO), none is now; and the row after which the page begins, none is the first page. */
type Asked = { at?: string | undefined; after?: string | null }

/** Everything here is read by a stranger's role, or with its eyes. */
async function pageOf<T>(
  { at, after = null }: Asked,
  size: number,
  idOf: (row: T) => string,
  rowsOf: (db: Db, take: number, after: string | null) => Promise<readonly T[]>,
  countOf: (db: Db) => Promise<number>,
): Promise<ListPage<T>> {
  const read = async (db: Db) => {
    const [rows, total] = await Promise.all([rowsOf(db, size + 1, after), countOf(db)])
    return listPage(rows, { size, total, after, idOf })
  }
  return at === undefined ? read(publicDb()) : readAsPublished(at, read)
}

const idOf = <T extends { id: string }>({ id }: T): string => id

/** Verdicts, latest first. */
export const loadPublicVerdicts = (asked: Asked = {}) =>
  pageOf(
    asked,
    SIZE.verdicts,
    ({ versionId }: HomeRecord['verdicts'][number]) => versionId,
    claimsWithVerdict,
    countPublishedVerdicts,
  )

/** Dispatches, newest first, with what was taken from each. */
export const loadPublicDispatches = (asked: Asked = {}) =>
  pageOf(
    asked,
    SIZE.dispatches,
    idOf<HomeRecord['dispatches'][number]>,
    (db, take, after) => dispatchesWithCounts(db, 'stranger', { take, after }),
    countDispatches,
  )

/** Events, by number. */
export const loadPublicEvents = (asked: Asked = {}) =>
  pageOf(asked, SIZE.events, idOf<EventBrief>, eventBriefs, countEvents)

/** Every conflict a stranger may see, settled ones too, by number. */
export const loadPublicConflicts = (asked: Asked = {}) =>
  pageOf(
    asked,
    SIZE.conflicts,
    idOf<ConflictRecord>,
    (db, take, after) => conflictRecords(db, {}, take, after),
    countConflictsSeen,
  )
