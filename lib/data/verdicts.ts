import 'server-only'
import type { CorrectionDraft } from '@/lib/domain/correction-draft'
import type { Permit } from '@/lib/domain/permission'
import type { RatingCode } from '@/lib/domain/rating'
import {
  type CorrectionReason,
  type CorrectionSeverity,
  LANGUAGES,
  type Language,
  type VerdictState,
} from '@/lib/domain/vocabulary'
import { claimBrief, claimSelect } from './briefs'
import type { Db } from './db'
import type { Prisma } from './generated/client'

/** The words of a verdict, in each language; at least one language is there. */
export type VerdictWords = {
  ratingCode: RatingCode
  summaryFr: string | null
  summaryEn: string | null
  rationaleFr: string | null
  rationaleEn: string | null
  wouldChangeFr: string | null
  wouldChangeEn: string | null
  noEvidenceReasonFr: string | null
  noEvidenceReasonEn: string | null
}
/** What a verdict stands on; exactly one of the three. */
export type Dependency = { id: string; conflictId: string | null; evidenceId: string | null; sourceId: string | null }

/** What a verdict says: its rating and its words in both languages. */
export const verdictWords = {
  ratingCode: true,
  summaryFr: true,
  summaryEn: true,
  rationaleFr: true,
  rationaleEn: true,
  wouldChangeFr: true,
  wouldChangeEn: true,
  noEvidenceReasonFr: true,
  noEvidenceReasonEn: true,
} as const satisfies Prisma.VerdictSelect

const savedSelect = {
  id: true,
  claimId: true,
  state: true,
  version: true,
  ...verdictWords,
  authorId: true,
  secondReaderId: true,
  isBlind: true,
  submittedAt: true,
  changesRequested: true,
  correctionReason: true,
  correctionDraftFr: true,
  correctionDraftEn: true,
  updatedAt: true,
  author: { select: { name: true, disabledAt: true } },
  secondReader: { select: { name: true } },
  claim: { select: { slug: true, ref: true, publicAt: true, discardedAt: true } },
  dependencies: {
    select: {
      conflictId: true,
      evidenceId: true,
      sourceId: true,
      conflict: { select: { ref: true, slug: true, titleFr: true, titleEn: true, status: true } },
      evidence: { select: { ref: true, slug: true } },
      source: { select: { name: true, slug: true } },
    },
  },
  versions: { select: { n: true, ratingCode: true, publishedAt: true }, orderBy: { n: 'desc' } },
} as const satisfies Prisma.VerdictSelect
export type SavedVerdict = Prisma.VerdictGetPayload<{ select: typeof savedSelect }>

/** The verdict being worked on for a claim, or null. */
export const verdictOfClaim = (db: Db, claimId: string): Promise<SavedVerdict | null> =>
  db.verdict.findUnique({ where: { claimId }, select: savedSelect })
export const verdictById = (db: Db, id: string): Promise<SavedVerdict | null> =>
  db.verdict.findUnique({ where: { id }, select: savedSelect })

/** Verdicts at work, latest change first. */
export async function verdictQueue(db: Db, states: readonly VerdictState[]) {
  const rows = await db.verdict.findMany({
    where: { state: { in: [...states] }, claim: { discardedAt: null } },
    select: {
      id: true,
      state: true,
      ratingCode: true,
      version: true,
      updatedAt: true,
      authorId: true,
      secondReaderId: true,
      author: { select: { name: true } },
      secondReader: { select: { name: true } },
      claim: { select: claimSelect },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.map(({ claim, ...row }) => ({ ...row, claim: claimBrief(claim) }))
}

export async function insertVerdict(
  db: Db,
  proof: Permit<'verdict:draft'>,
  verdict: VerdictWords & { id: string; claimId: string; isBlind: boolean },
  dependencies: readonly Dependency[],
): Promise<void> {
  await db.verdict.create({ data: { ...verdict, state: 'draft', authorId: proof.by } })
  if (dependencies.length > 0)
    await db.verdictDependency.createMany({ data: dependencies.map((it) => ({ ...it, verdictId: verdict.id })) })
}

type VerdictProof = Permit<
  'verdict:draft' | 'verdict:second-read' | 'verdict:publish' | 'verdict:correct' | 'conflict:resolve'
>
export type VerdictChange = Partial<
  VerdictWords & {
    state: VerdictState
    authorId: string
    askedReaderId: string | null
    secondReaderId: string | null
    isBlind: boolean
    changesRequested: string | null
    correctionReason: CorrectionReason | null
    correctionDraftFr: string | null
    correctionDraftEn: string | null
  }
>

/** Changes a verdict under the version the writer saw; false when somebody saved in between. */
export async function updateVerdict(
  db: Db,
  _proof: VerdictProof,
  id: string,
  version: number,
  change: VerdictChange,
): Promise<boolean> {
  const { count } = await db.verdict.updateMany({ where: { id, version }, data: { ...change, version: version + 1 } })
  return count === 1
}

/** Replaces what a verdict stands on; call after `updateVerdict`, so that history keeps it under the new version. */
export async function replaceDependencies(
  db: Db,
  _proof: VerdictProof,
  verdictId: string,
  dependencies: readonly Dependency[],
): Promise<void> {
  await db.verdictDependency.deleteMany({ where: { verdictId } })
  if (dependencies.length > 0)
    await db.verdictDependency.createMany({ data: dependencies.map((it) => ({ ...it, verdictId })) })
}

/** Pieces of evidence a verdict stands on: those that bear on its claim, and those it names. */
export const evidenceCount = async (db: Db, verdict: { id: string; claimId: string }): Promise<number> =>
  (await db.evidenceLink.count({ where: { claimId: verdict.claimId, endedAt: null } })) +
  (await db.verdictDependency.count({ where: { verdictId: verdict.id, evidenceId: { not: null } } }))

export type NewVersion = VerdictWords & {
  id: string
  verdictId: string
  n: number
  isWithdrawal: boolean
  authorId: string
  secondReaderId: string | null
  isSelfPublished: boolean
  isBlind: boolean
}
export async function insertVersion(db: Db, proof: Permit<'verdict:publish'>, version: NewVersion): Promise<void> {
  await db.verdictVersion.create({ data: { ...version, publisherId: proof.by } })
}

export type NewCorrection = {
  id: string
  verdictId: string
  verdictVersionId: string
  severity: CorrectionSeverity
  whatWasWrongFr: string | null
  whatWasWrongEn: string | null
  before: string
  after: string
}
export async function insertCorrection(
  db: Db,
  proof: Permit<'verdict:publish'>,
  correction: NewCorrection,
): Promise<void> {
  await db.correction.create({ data: { ...correction, byId: proof.by } })
}

export type NewPublication = {
  id: string
  verdictVersionId: string
  language: Language
  address: string
  body: Uint8Array<ArrayBuffer>
  gzip: Uint8Array<ArrayBuffer>
  brotli: Uint8Array<ArrayBuffer>
  sha256: Uint8Array<ArrayBuffer>
  etag: string
  claimReview: object
}
async function insertPublication(
  db: Db,
  _proof: Permit<'verdict:publish'>,
  publication: NewPublication,
): Promise<void> {
  const { claimReview, ...rest } = publication
  await db.publication.create({ data: { ...rest, claimReview: claimReview as Prisma.InputJsonObject } })
}

/** The words of the version that stands published, and who wrote and read them; null before the first. */
export const standingVersion = (db: Db, verdictId: string) =>
  db.verdictVersion.findFirst({
    where: { verdictId },
    select: { n: true, ...verdictWords, authorId: true, secondReaderId: true, isSelfPublished: true, isBlind: true },
    orderBy: { n: 'desc' },
  })

/** Keeps the documents of a version, one per language, for ever; answers the hashes the log names. */
export async function keepDocuments(
  db: Db,
  proof: Permit<'verdict:publish'>,
  { versionId, newId }: { versionId: string; newId: () => string },
  press: (language: Language) => Promise<Omit<NewPublication, 'id' | 'verdictVersionId' | 'language'>>,
): Promise<{ language: string; address: string; sha256: string }[]> {
  const documents: { language: string; address: string; sha256: string }[] = []
  for (const language of LANGUAGES) {
    const document = await press(language)
    await insertPublication(db, proof, { id: newId(), verdictVersionId: versionId, language, ...document })
    const { address, sha256 } = document
    documents.push({ language, address, sha256: Buffer.from(sha256).toString('hex') })
  }
  return documents
}

/** A claim taken out of the public takes its documents with it. */
const isOpen = { publicAt: { not: null }, discardedAt: null } as const satisfies Prisma.ClaimWhereInput

/**
 * Published verdicts that depend on a conflict: they need another look, and carry the draft of the correction it calls for;
 * one whose next version is in hand only gets the draft. Returns the ids of those marked. Their authors and whoever the
 * conflict is assigned to are told by triggers (work_together).
 */
export async function markForRereview(
  db: Db,
  _proof: Permit<'conflict:resolve'>,
  conflictId: string,
  { reason, fr, en }: CorrectionDraft,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string; was: VerdictState }[]>`
    with standing as (
      select v.id, v.state from verdicts v
      where v.state <> 'withdrawn' and exists (select from verdict_versions w where w.verdict_id = v.id)
        and exists (select from verdict_dependencies d where d.verdict_id = v.id and d.conflict_id = ${conflictId}::uuid)
      order by v.id for update
    )
    update verdicts v set
      state = case when s.state in ('published', 'corrected') then 'needs_rereview' else s.state end,
      correction_reason = ${reason}::correction_reason,
      correction_draft_fr = concat_ws(E'\n\n', v.correction_draft_fr, ${fr}::text),
      correction_draft_en = concat_ws(E'\n\n', v.correction_draft_en, ${en}::text),
      version = v.version + 1
    from standing s where s.id = v.id
    returning v.id, s.state::text as was`
  return rows.filter(({ was }) => was === 'published' || was === 'corrected').map(({ id }) => id)
}

/** Nothing is drafted any more: the correction was published, or none was needed. */
export const NO_CORRECTION = { correctionReason: null, correctionDraftFr: null, correctionDraftEn: null } as const

/** The public log of corrections, latest first. */
export async function corrections(db: Db, take: number) {
  const rows = await db.correction.findMany({
    where: { verdictVersionId: { not: null }, verdict: { claim: isOpen } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take,
    select: {
      severity: true,
      whatWasWrongFr: true,
      whatWasWrongEn: true,
      before: true,
      after: true,
      at: true,
      verdict: { select: { claim: { select: claimSelect } } },
    },
  })
  return rows.map(({ verdict, at, ...row }) => ({ ...row, at: at.toISOString(), claim: claimBrief(verdict.claim) }))
}
