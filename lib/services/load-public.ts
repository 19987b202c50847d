import 'server-only'
import { readAsPublished } from '@/lib/data/as-known'
import { claimRecord, claimsWithVerdict } from '@/lib/data/claims'
import { conflictRecord, conflictRecords } from '@/lib/data/conflicts'
import { countsOf } from '@/lib/data/counts'
import { type Db, poolOf, publicDb } from '@/lib/data/db'
import { dispatchesWithCounts, dispatchRecord } from '@/lib/data/dispatches'
import { eventBriefs, eventRecord } from '@/lib/data/events'
import { passagePlace } from '@/lib/data/passage-place'
import { isPublicClaim, publicationAt } from '@/lib/data/publication-bytes'
import { ruleCounts } from '@/lib/data/rule-counts'
import { type SearchPage, search } from '@/lib/data/search'
import { sourceRecord } from '@/lib/data/sources'
import { statistics } from '@/lib/data/statistics'
import { corrections } from '@/lib/data/verdicts'
import { ruleFigures } from '@/lib/domain/calibration'
import { FRONT_PAGE, type HomeRecord } from '@/lib/domain/home'
import type { SearchQuery } from '@/lib/domain/search-query'

/** How many corrections their page shows. */
const LIST_SIZE = 200

/** A moment (ISO); none is now. */
type Moment = string | undefined

/** Reads as of now with a stranger's role, or as of a moment with its eyes. */
const asPublished = <T>(at: Moment, read: (db: Db) => Promise<T>): Promise<T> =>
  at === undefined ? read(publicDb()) : readAsPublished(at, read)

/**
 * Everything here is read by a stranger's role: PostgreSQL shows it published things only. A missing thing is null. With a
 * moment (ISO), it is what was published then.
 */
export const loadPublicHome = (at?: Moment): Promise<HomeRecord> => asPublished(at, home)

async function home(db: Db): Promise<HomeRecord> {
  const [verdicts, openConflicts, dispatches, events, corrected, counts] = await Promise.all([
    claimsWithVerdict(db, FRONT_PAGE),
    conflictRecords(db, { status: { in: ['open', 'under_review', 'reopened'] } }, FRONT_PAGE),
    dispatchesWithCounts(db, 'stranger', { take: FRONT_PAGE }),
    eventBriefs(db, FRONT_PAGE),
    corrections(db, FRONT_PAGE),
    countsOf(db),
  ])
  return { verdicts, openConflicts, dispatches, events, corrections: corrected, counts }
}

export const loadPublicClaim = (slug: string) => claimRecord(publicDb(), slug)
/** A dispatch, or one part of a long one (from 1). */
export const loadPublicDispatch = (slug: string, at?: Moment, part = 1) =>
  asPublished(at, (db) => dispatchRecord(db, 'stranger', slug, { part }))
/** In which part of a dispatch strangers read a passage. */
export const loadPassagePlace = (slug: string, occurrenceId: string) => passagePlace(publicDb(), slug, occurrenceId)
export const loadPublicEvent = (slug: string, at?: Moment) => asPublished(at, (db) => eventRecord(db, 'stranger', slug))
export const loadPublicConflict = (slug: string, at?: Moment) => asPublished(at, (db) => conflictRecord(db, slug))
export const loadPublicSource = (slug: string, at?: Moment) =>
  asPublished(at, (db) => sourceRecord(db, 'stranger', slug))
export const loadPublicCorrections = (at?: Moment) => asPublished(at, (db) => corrections(db, LIST_SIZE))

/** The bytes published at an address, or null when nothing was published there. */
export const loadPublication = (address: string) => publicationAt(poolOf('app_public'), address)
/** Whether there is a claim a stranger may read under this slug. */
export const isKnownClaim = (slug: string) => isPublicClaim(poolOf('app_public'), slug)

/** What a stranger finds for these words, from a page of it; nothing for none. */
export const loadPublicSearch = (asked: string | SearchQuery, at?: Moment, page: SearchPage = null) =>
  asPublished(at, (db) => search(db, asked, { page }))

/** How often each rule that proposes something is right. */
export const loadPublicRuleFigures = async () => ruleFigures(await ruleCounts(publicDb()))

/** What the public record adds up to. */
export const loadPublicStatistics = (at?: Moment) => asPublished(at, (db) => statistics(db))
