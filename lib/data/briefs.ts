import 'server-only'
import type { PropertyCode } from '@/lib/domain/property'
import type { RatingCode } from '@/lib/domain/rating'
import type {
  ClaimBrief,
  ConflictBrief,
  DispatchBrief,
  EventBrief,
  HopView,
  OccurrenceView,
  StatementView,
  VerdictBrief,
} from '@/lib/domain/record'
import { isApproximate } from '@/lib/domain/stale'
import { mayBeCut } from '@/lib/domain/text-parts'
import { lastDayOf } from '@/lib/domain/vague-date'
import type { Prisma } from './generated/client'
import { publishedOf, timeOf } from './rows'

/**
 * The columns every page is made of, chosen so that a stranger's role may read each of them, and their way into domain
 * shapes. Property and rating codes are closed lists held by foreign keys; a test checks that domain and database agree.
 */
export const eventSelect = {
  id: true,
  ref: true,
  slug: true,
  titleFr: true,
  titleEn: true,
  timeWords: true,
  timeEdtf: true,
  timeFrom: true,
  timeTo: true,
  timeBasis: true,
} as const satisfies Prisma.EventSelect
type EventRow = Prisma.EventGetPayload<{ select: typeof eventSelect }>
export const eventBrief = (row: EventRow): EventBrief => ({
  id: row.id,
  ref: row.ref,
  slug: row.slug,
  titleFr: row.titleFr,
  titleEn: row.titleEn,
  date: timeOf(row),
})

export const conflictSelect = {
  id: true,
  ref: true,
  slug: true,
  type: true,
  class: true,
  status: true,
  propertyCode: true,
  titleFr: true,
  titleEn: true,
} as const satisfies Prisma.ConflictSelect
type ConflictRow = Prisma.ConflictGetPayload<{ select: typeof conflictSelect }>
export const conflictBrief = (row: ConflictRow): ConflictBrief => ({
  id: row.id,
  ref: row.ref,
  slug: row.slug,
  type: row.type,
  class: row.class,
  status: row.status,
  property: row.propertyCode as PropertyCode,
  titleFr: row.titleFr,
  titleEn: row.titleEn,
})

export const dispatchSelect = {
  id: true,
  slug: true,
  title: true,
  language: true,
  url: true,
  publishedWords: true,
  publishedEdtf: true,
  publishedFrom: true,
  publishedTo: true,
  publishedBasis: true,
  publicAt: true,
  version: true,
  publisher: { select: { name: true } },
} as const satisfies Prisma.DispatchSelect
type DispatchRow = Prisma.DispatchGetPayload<{ select: typeof dispatchSelect }>
export const dispatchBrief = (row: DispatchRow): DispatchBrief => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  language: row.language,
  url: row.url,
  publisher: row.publisher?.name ?? null,
  published: publishedOf(row),
  isPublic: row.publicAt !== null,
  version: row.version,
})

/** The latest published version of a verdict; a draft never shows here. */
export const verdictSelect = {
  state: true,
  versions: {
    select: { n: true, ratingCode: true, publishedAt: true, isWithdrawal: true },
    orderBy: { n: 'desc' },
    take: 1,
  },
} as const satisfies Prisma.VerdictSelect
type VerdictRow = Prisma.VerdictGetPayload<{ select: typeof verdictSelect }>
export function verdictBrief(row: VerdictRow | null): VerdictBrief | null {
  const latest = row?.versions[0]
  if (!row || !latest) return null
  return {
    rating: latest.ratingCode as RatingCode,
    state: row.state,
    publishedAt: latest.publishedAt.toISOString(),
    n: latest.n,
    isWithdrawal: latest.isWithdrawal,
  }
}

export const claimSelect = {
  id: true,
  ref: true,
  slug: true,
  statementFr: true,
  statementEn: true,
  isCheckable: true,
  publicAt: true,
  version: true,
  event: { select: eventSelect },
  verdict: { select: verdictSelect },
} as const satisfies Prisma.ClaimSelect
type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>
export const claimBrief = (row: ClaimRow & { workState?: ClaimBrief['workState'] }): ClaimBrief => ({
  id: row.id,
  ref: row.ref,
  slug: row.slug,
  statementFr: row.statementFr,
  statementEn: row.statementEn,
  isCheckable: row.isCheckable,
  isPublic: row.publicAt !== null,
  workState: row.workState ?? 'reviewed', // a stranger's role cannot read the state of our work
  version: row.version,
  event: row.event && eventBrief(row.event),
  verdict: verdictBrief(row.verdict),
})

export const hopSelect = {
  position: true,
  role: true,
  verb: true,
  medium: true,
  language: true,
  scope: true,
  spokenWords: true,
  spokenEdtf: true,
  source: {
    select: {
      slug: true,
      name: true,
      kind: true,
      isNamed: true,
      isProtected: true,
      affiliation: true,
      roleWords: true,
    },
  },
} as const satisfies Prisma.HopSelect
type HopRow = Prisma.HopGetPayload<{ select: typeof hopSelect }>
/** A protected source shows its alias and nothing that could name it. */
export const hopView = ({ source, ...hop }: HopRow): HopView => ({
  sourceSlug: source.slug,
  sourceName: source.name,
  kind: source.kind,
  isNamed: source.isNamed,
  isProtected: source.isProtected,
  affiliation: source.isProtected ? null : source.affiliation,
  roleWords: source.isProtected ? null : source.roleWords,
  role: hop.role,
  verb: hop.verb,
  medium: hop.medium,
  language: hop.language,
  scope: hop.scope,
  spokenWords: hop.spokenWords,
  spokenBy: isApproximate(hop.spokenEdtf) ? null : lastDayOf(hop.spokenEdtf),
})

const sideSelect = {
  position: { select: { ordinal: true, isGeneral: true, conflict: { select: conflictSelect } } },
} as const satisfies Prisma.PositionStatementSelect

export const statementSelect = {
  id: true,
  propertyCode: true,
  value: true,
  words: true,
  rank: true,
  rankReason: true,
  positions: { select: sideSelect },
} as const satisfies Prisma.StatementSelect
type StatementRow = Prisma.StatementGetPayload<{ select: typeof statementSelect }>
export const statementView = (row: StatementRow): StatementView => ({
  id: row.id,
  property: row.propertyCode as PropertyCode,
  value: row.value,
  words: row.words,
  rank: row.rank,
  rankReason: row.rankReason,
  positions: row.positions
    .map(({ position: { ordinal, isGeneral, conflict } }) => ({
      conflictRef: conflict.ref,
      conflictSlug: conflict.slug,
      class: conflict.class,
      status: conflict.status,
      ordinal,
      isGeneral,
    }))
    .sort((a, b) => (a.conflictRef < b.conflictRef ? -1 : 1)),
})

export const occurrenceSelect = {
  id: true,
  version: true,
  kind: true,
  quoteScopes: true,
  modality: true,
  modalityNote: true,
  timeWords: true,
  timeEdtf: true,
  timeFrom: true,
  timeTo: true,
  timeBasis: true,
  placeWords: true,
  actors: true,
  anchor: {
    select: {
      start: true,
      end: true,
      exact: true,
      prefix: true,
      suffix: true,
      dispatchVersion: { select: { length: true, dispatch: { select: dispatchSelect } } },
    },
  },
  claim: { select: claimSelect },
  hops: { select: hopSelect, orderBy: { position: 'asc' } },
  statements: { select: statementSelect },
} as const satisfies Prisma.OccurrenceSelect
export type OccurrenceRow = Prisma.OccurrenceGetPayload<{ select: typeof occurrenceSelect }>

/** One occurrence; whether its text is read in parts is known by its length alone (see occurrenceViews). */
export function occurrenceView(row: OccurrenceRow): OccurrenceView {
  const conflicts = new Map<string, ConflictBrief>()
  for (const statement of row.statements)
    for (const { position } of statement.positions)
      conflicts.set(position.conflict.ref, conflictBrief(position.conflict))
  return {
    id: row.id,
    version: row.version,
    start: row.anchor.start,
    end: row.anchor.end,
    exact: row.anchor.exact,
    prefix: row.anchor.prefix,
    suffix: row.anchor.suffix,
    kind: row.kind,
    quoteScopes: row.quoteScopes,
    modality: row.modality,
    modalityNote: row.modalityNote,
    date: timeOf(row),
    placeWords: row.placeWords,
    actors: row.actors,
    chain: row.hops.map(hopView),
    claim: claimBrief(row.claim),
    dispatch: dispatchBrief(row.anchor.dispatchVersion.dispatch),
    isInParts: mayBeCut(row.anchor.dispatchVersion.length, 0),
    conflicts: [...conflicts.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1)),
  }
}
/** In the order they were made. */
export const statementViews = (row: OccurrenceRow): StatementView[] =>
  row.statements.map(statementView).sort((a, b) => (a.id < b.id ? -1 : 1))

/** Occurrences in the order of the text. */
export const inTextOrder = {
  orderBy: [{ anchor: { start: 'asc' } }, { anchor: { end: 'desc' } }, { id: 'asc' }],
} as const satisfies Prisma.OccurrenceFindManyArgs
