import 'server-only'
import { claimRecord, claimsWithVerdict } from '@/lib/data/claims'
import { conflictRecord, conflictRecords } from '@/lib/data/conflicts'
import { countsOf } from '@/lib/data/counts'
import { publicDb } from '@/lib/data/db'
import { dispatchesWithCounts, dispatchRecord } from '@/lib/data/dispatches'
import { eventBriefs, eventRecord } from '@/lib/data/events'
import { ruleCounts } from '@/lib/data/rule-counts'
import { search } from '@/lib/data/search'
import { sourceRecord } from '@/lib/data/sources'
import { statistics } from '@/lib/data/statistics'
import { corrections, publicationAt } from '@/lib/data/verdicts'
import { ruleFigures } from '@/lib/domain/calibration'
import type { HomeRecord } from '@/lib/domain/home'

/** How many a list page shows. */
const LIST_SIZE = 200

/** Everything here is read by a stranger's role: PostgreSQL shows it published things only. A missing thing is null. */
export async function loadPublicHome(): Promise<HomeRecord> {
  const db = publicDb()
  const [verdicts, openConflicts, dispatches, events, corrected, counts] = await Promise.all([
    claimsWithVerdict(db, LIST_SIZE),
    conflictRecords(db, { status: { in: ['open', 'under_review', 'reopened'] } }, LIST_SIZE),
    dispatchesWithCounts(db),
    eventBriefs(db),
    corrections(db, LIST_SIZE),
    countsOf(db),
  ])
  return { verdicts, openConflicts, dispatches, events, corrections: corrected, counts }
}

export const loadPublicDispatch = (slug: string) => dispatchRecord(publicDb(), slug)
export const loadPublicClaim = (slug: string) => claimRecord(publicDb(), slug)
export const loadPublicEvent = (slug: string) => eventRecord(publicDb(), slug)
export const loadPublicConflict = (slug: string) => conflictRecord(publicDb(), slug)
export const loadPublicSource = (slug: string) => sourceRecord(publicDb(), slug)
export const loadPublicCorrections = () => corrections(publicDb(), LIST_SIZE)

/** The bytes published at an address, or null when nothing was published there. */
export const loadPublication = (address: string) => publicationAt(publicDb(), address)

/** What a stranger finds for these words; nothing for none. */
export const loadPublicSearch = (q: string) => search(publicDb(), q)

/** Every conflict a stranger may see, settled ones too, by ref. */
export const loadPublicConflicts = () => conflictRecords(publicDb(), {}, LIST_SIZE)

/** How often each rule that proposes something is right. */
export const loadPublicRuleFigures = async () => ruleFigures(await ruleCounts(publicDb()))

/** What the public record adds up to. */
export const loadPublicStatistics = () => statistics(publicDb())
