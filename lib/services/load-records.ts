import 'server-only'
import { claimAnswers } from '@/lib/data/api-claims'
import { conflictAnswers, verdictAnswers } from '@/lib/data/api-conflicts'
import {
  type ApiFilter,
  countMeant,
  countOccurrences,
  idOf,
  idsBeside,
  rowsMeant,
  type Turn,
} from '@/lib/data/api-lists'
import { dispatchAnswers, eventAnswers, evidenceAnswers, sourceAnswers } from '@/lib/data/api-sources'
import { type Db, publicDb } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { RecordAnswer, RecordKind } from '@/lib/domain/api-answers'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permits } from '@/lib/domain/permission'

export type { ApiFilter, Turn }
/** Some records, how many there are in all, and from where the pages beside this one are turned to. */
export type RecordPage = {
  items: RecordAnswer[]
  total: number
  exportRows?: number
  prev: Turn | null
  next: Turn | null
}

/** Whose eyes read: the desk's, or a stranger's, to whom PostgreSQL shows what is published. */
function eyesOf({ db, actor }: Desk<PrismaClient>): { db: Db; me: string | null } {
  return actor !== null && permits(actor, 'desk:read') ? { db, me: actor.id } : { db: publicDb(), me: null }
}

/** One page of a noun, oldest first, and how many the filter means in all. */
export async function loadRecords(
  desk: Desk<PrismaClient>,
  kind: RecordKind,
  { filter, turn, limit }: { filter: ApiFilter; turn: Turn | null; limit: number },
): Promise<RecordPage> {
  const { db, me } = eyesOf(desk)
  const meant = await rowsMeant(db, kind, filter, me)
  const [{ ids, hasPrevious, hasNext }, total, exportRows] = await Promise.all([
    idsBeside(db, kind, meant, { turn, limit }),
    countMeant(db, kind, meant),
    kind === 'claims' ? countOccurrences(db, meant, me === null ? 'stranger' : 'desk') : undefined,
  ])
  const items = await answersOf(db, kind, ids, me, false)
  const [first, last] = [ids[0], ids.at(-1)]
  return {
    ...{ items, total, ...(exportRows === undefined ? {} : { exportRows }) },
    prev: hasPrevious && first !== undefined ? { side: 'before', id: first } : null,
    next: hasNext && last !== undefined ? { side: 'after', id: last } : null,
  }
}

/** One record by its id or slug. What does not exist and what one may not see look alike. */
export async function loadRecord(desk: Desk<PrismaClient>, kind: RecordKind, name: string): Promise<RecordAnswer> {
  const { db, me } = eyesOf(desk)
  const id = await idOf(db, kind, name)
  const [record] = id === null ? [] : await answersOf(db, kind, [id], me, true)
  if (!record) throw new Fault('not_found', kind)
  return record
}

function answersOf(
  db: Db,
  kind: RecordKind,
  ids: readonly string[],
  me: string | null,
  isWhole: boolean,
): Promise<RecordAnswer[]> {
  switch (kind) {
    case 'dispatches':
      return dispatchAnswers(db, ids, isWhole)
    case 'claims':
      return claimAnswers(db, ids, me !== null)
    case 'events':
      return eventAnswers(db, ids)
    case 'conflicts':
      return conflictAnswers(db, ids)
    case 'sources':
      return sourceAnswers(db, ids)
    case 'evidence':
      return evidenceAnswers(db, ids)
    case 'verdicts':
      return verdictAnswers(db, ids, me)
  }
}
