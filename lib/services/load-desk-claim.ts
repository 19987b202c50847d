import 'server-only'
import { claimRecord } from '@/lib/data/claims'
import type { Db } from '@/lib/data/db'
import { sourcesBySlug } from '@/lib/data/desk-review'
import type { PrismaClient } from '@/lib/data/generated/client'
import { lastComments, lastReadingBy, reviewsOf } from '@/lib/data/reviews'
import { revisionAt } from '@/lib/data/revisions'
import { settingsOf } from '@/lib/data/settings'
import { type SavedVerdict, verdictOfClaim } from '@/lib/data/verdicts'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit, permits } from '@/lib/domain/permission'
import type { RatingCode } from '@/lib/domain/rating'
import type { ClaimRecord } from '@/lib/domain/record'
import { writtenBetween } from '@/lib/domain/revision'
import { applyVerdictEvent, publicationFaults } from '@/lib/domain/verdict'
import { isHiddenFrom, type Moves, verdictMoves } from '@/lib/domain/verdict-moves'

/** One claim and all that a verdict on it needs, as this person may see it: a blind reading hides the first one. */
export async function loadDeskClaim({ db, actor }: Desk<PrismaClient>, slug: string) {
  const { by } = permit(actor, 'desk:read')
  const claim = await claimRecord(db, slug)
  if (!claim) throw new Fault('not_found', 'claim')
  const [verdict, reviews, { fourEyes, blindByDefault }] = await Promise.all([
    verdictOfClaim(db, claim.id),
    reviewsOf(db, claim.id),
    settingsOf(db),
  ])
  const hops = claim.occurrences.flatMap(({ chain }) => chain)
  const sources = await sourcesBySlug(db, [...new Set(hops.map(({ sourceSlug }) => sourceSlug))])
  const own = reviews.filter(({ reader }) => reader.id === by).at(-1)
  const hidden =
    verdict !== null &&
    isHiddenFrom(actor, { ...verdict, isAuthorGone: verdict.author.disabledAt !== null }, own?.createdAt ?? null)
  const moves = verdictMoves(actor, verdict, fourEyes)
  // An open look at the author's words would end the blind reading: editing waits for the reader's own rating too.
  const closed = verdict?.state === 'draft' ? 'blind_draft' : 'rate_first'
  const shown: Moves = hidden
    ? {
        ...moves,
        edit: moves.edit ?? closed,
        submit: moves.submit ?? closed,
        read: moves.read === 'not_sent' ? closed : moves.read,
        publish: moves.publish ?? closed,
      }
    : moves
  return {
    claim,
    verdict: verdict && !hidden ? drafted(verdict) : null,
    comments: verdict && !hidden ? await lastComments(db, verdict.id) : {},
    blind: verdict && hidden ? { id: verdict.id, version: verdict.version } : null,
    /** This person's own rating of what was sent, once they have given it. */
    own:
      own && verdict?.submittedAt && own.createdAt >= verdict.submittedAt
        ? { rating: own.ratingCode as RatingCode, note: own.note, isBlind: own.isBlind }
        : null,
    reviews: reviews
      .filter(({ reader }) => !hidden || reader.id === by)
      .map(({ id, ratingCode, note, isBlind, createdAt, reader }) => ({
        id,
        rating: ratingCode as RatingCode,
        note,
        isBlind,
        at: createdAt.toISOString(),
        by: reader.name,
      })),
    sources: sources.map(({ id, name, publicAt }) => ({ id, name, isPublic: publicAt !== null })),
    evidence: allEvidence(claim),
    /** For whoever reads it again, and may see it: what changed since they read it last. */
    since: verdict && !hidden && shown.read === null ? await sinceReading(db, verdict, by) : null,
    moves: shown,
    fourEyes,
    blindByDefault,
    missing: verdict && !hidden ? missingFor(claim, verdict, fourEyes) : [],
    opens: opensWith(claim, sources),
    may: {
      uphold: verdict?.state === 'needs_rereview' && permits(actor, 'verdict:publish'),
      withdraw:
        verdict != null &&
        !hidden &&
        applyVerdictEvent(verdict.state, { kind: 'withdrawn' }) !== null &&
        permits(actor, 'verdict:publish'),
      addEvidence: permits(actor, 'evidence:add'),
      markConflict: permits(actor, 'conflict:mark'),
      addStatement: permits(actor, 'claim:edit'),
    },
  }
}
export type DeskClaim = Awaited<ReturnType<typeof loadDeskClaim>>

/** What this person read last, what they asked for, and every field that is written otherwise now; null at a first reading. */
async function sinceReading(db: Db, verdict: SavedVerdict, readerId: string) {
  const read = await lastReadingBy(db, verdict.id, readerId)
  const before = read && (await revisionAt(db, 'verdicts', verdict.id, read.n))
  const after = await revisionAt(db, 'verdicts', verdict.id, verdict.version)
  if (!read || !before || !after) return null
  return {
    at: read.at.toISOString(),
    note: read.note,
    asked: Object.fromEntries(read.comments.map(({ field, body }) => [field, body])),
    changes: writtenBetween('verdicts', before, after),
  }
}

const drafted = (verdict: SavedVerdict) => ({
  id: verdict.id,
  version: verdict.version,
  state: verdict.state,
  isBlind: verdict.isBlind,
  ratingCode: verdict.ratingCode as RatingCode,
  summaryFr: verdict.summaryFr,
  summaryEn: verdict.summaryEn,
  rationaleFr: verdict.rationaleFr,
  rationaleEn: verdict.rationaleEn,
  wouldChangeFr: verdict.wouldChangeFr,
  wouldChangeEn: verdict.wouldChangeEn,
  noEvidenceReasonFr: verdict.noEvidenceReasonFr,
  noEvidenceReasonEn: verdict.noEvidenceReasonEn,
  changesRequested: verdict.changesRequested,
  correctionReason: verdict.correctionReason,
  correctionDraftFr: verdict.correctionDraftFr,
  correctionDraftEn: verdict.correctionDraftEn,
  author: verdict.author.name,
  secondReader: verdict.secondReader?.name ?? null,
  updatedAt: verdict.updatedAt.toISOString(),
  published: verdict.versions.length,
  dependsOn: verdict.dependencies.map(({ conflictId, evidenceId, sourceId }) => conflictId ?? evidenceId ?? sourceId),
})

/** Evidence on the claim, then on its conflicts, each piece once. */
const allEvidence = (claim: ClaimRecord) => [
  ...new Map(
    [...claim.evidence, ...claim.conflicts.flatMap(({ evidence }) => evidence)].map((it) => [it.id, it]),
  ).values(),
]

/** What is still missing before publication, apart from the correction, which is asked for at the moment itself. */
const missingFor = (claim: ClaimRecord, verdict: SavedVerdict, fourEyes: boolean) =>
  publicationFaults({
    ...verdict,
    fourEyes,
    evidenceCount: claim.evidence.length + verdict.dependencies.filter(({ evidenceId }) => evidenceId).length,
    publishedVersions: 0,
    correction: null,
  })

/** What publishing opens to the public besides the verdict itself. */
const opensWith = (claim: ClaimRecord, sources: readonly { name: string; publicAt: Date | null }[]) => ({
  claim: !claim.isPublic,
  dispatches: [
    ...new Map(
      claim.occurrences.filter(({ dispatch }) => !dispatch.isPublic).map(({ dispatch }) => [dispatch.id, dispatch]),
    ).values(),
  ].map(({ title, language }) => ({ title, language })),
  conflicts: claim.conflicts
    .filter((it) => !it.isPublic && it.status !== 'suggested' && it.status !== 'dismissed')
    .map(({ ref }) => ref),
  sources: sources.filter(({ publicAt }) => publicAt === null).map(({ name }) => name),
})
