import 'server-only'
import type { RatingCode } from '@/lib/domain/rating'
import type { ConflictBrief, EventBrief, OccurrenceView, StatementView } from '@/lib/domain/record'
import type { VerdictState } from '@/lib/domain/vocabulary'
import {
  claimBrief,
  claimSelect,
  conflictBrief,
  conflictSelect,
  eventBrief,
  eventSelect,
  inTextOrder,
  occurrenceSelect,
  occurrenceView,
} from './briefs'
import type { Db } from './db'
import type { Prisma } from './generated/client'
import { passageViews } from './occurrence-views'

export type ConflictLine = ConflictBrief & {
  event: EventBrief
  positions: readonly {
    ordinal: number
    value: string
    isGeneral: boolean
    passages: number
    language: string | null
  }[]
}

/** Conflicts with their sides in short, by ref. */
export async function conflictLines(db: Db, where: Prisma.ConflictWhereInput = {}): Promise<ConflictLine[]> {
  const rows = await db.conflict.findMany({
    where,
    orderBy: { ref: 'asc' },
    take: 2_000,
    select: {
      ...conflictSelect,
      event: { select: eventSelect },
      positions: {
        orderBy: { ordinal: 'asc' },
        select: {
          ordinal: true,
          value: true,
          isGeneral: true,
          _count: { select: { statements: true } },
          statements: {
            take: 1,
            select: {
              statement: {
                select: {
                  occurrence: {
                    select: {
                      anchor: { select: { dispatchVersion: { select: { dispatch: { select: { language: true } } } } } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  })
  return rows.map((row) => ({
    ...conflictBrief(row),
    event: eventBrief(row.event),
    positions: row.positions.map(({ ordinal, value, isGeneral, _count, statements }) => ({
      ordinal,
      value,
      isGeneral,
      passages: _count.statements,
      language: statements[0]?.statement.occurrence.anchor.dispatchVersion.dispatch.language ?? null,
    })),
  }))
}

/** Who took each decision on a conflict, by its number. */
export const resolvedBy = async (db: Db, conflictId: string): Promise<Map<number, string>> =>
  new Map(
    (await db.resolution.findMany({ where: { conflictId }, select: { n: true, by: { select: { name: true } } } })).map(
      ({ n, by }) => [n, by.name],
    ),
  )

export type Passage = { occurrence: OccurrenceView; eventId: string | null; statements: readonly StatementView[] }

/** The passages of these claims, in the order of the text, with all they say. */
export async function passagesOfClaims(db: Db, refs: readonly string[]): Promise<Passage[]> {
  const rows = await db.occurrence.findMany({
    where: { discardedAt: null, claim: { discardedAt: null, ref: { in: [...refs] } } },
    select: occurrenceSelect,
    ...inTextOrder,
    take: 60,
  })
  return (await passageViews(db, rows)).map((it) => ({ ...it, eventId: it.occurrence.claim.event?.id ?? null }))
}

/** Claims whose words, number or passage hold this text, by ref; without a text, the first ones. */
export async function claimsHolding(db: Db, text: string, take: number) {
  const holds = { contains: text, mode: 'insensitive' as const }
  const rows = await db.claim.findMany({
    where: {
      discardedAt: null,
      ...(text === ''
        ? {}
        : {
            OR: [
              { ref: { equals: text, mode: 'insensitive' as const } },
              { statementFr: holds },
              { statementEn: holds },
              { occurrences: { some: { discardedAt: null, anchor: { exact: holds } } } },
            ],
          }),
    },
    orderBy: { ref: 'asc' },
    take,
    select: {
      ...claimSelect,
      occurrences: { where: { discardedAt: null }, select: occurrenceSelect, ...inTextOrder, take: 1 },
    },
  })
  return rows.map(({ occurrences, ...row }) => ({
    claim: claimBrief(row),
    occurrence: occurrences[0] ? occurrenceView(occurrences[0]) : null,
  }))
}

/** The sources with these slugs: a verdict names what it depends on by id. */
export const sourcesBySlug = (db: Db, slugs: readonly string[]) =>
  db.source.findMany({
    where: { slug: { in: [...slugs] }, discardedAt: null },
    select: { id: true, slug: true, name: true, publicAt: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })

export type VerdictLine = {
  id: string
  state: VerdictState
  rating: RatingCode
  version: number
  isBlind: boolean
  updatedAt: Date
  authorId: string
  secondReaderId: string | null
  submittedAt: Date | null
  isAuthorGone: boolean
  author: string
  secondReader: string | null
  ownRatingAt: Date | null
  claim: ReturnType<typeof claimBrief>
}

/** Verdicts at work or published, oldest change first, with the last rating this person gave of the claim. */
export async function verdictLines(
  db: Db,
  readerId: string,
  where: Prisma.VerdictWhereInput = {},
): Promise<VerdictLine[]> {
  const rows = await db.verdict.findMany({
    where: { ...where, claim: { discardedAt: null } },
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
    take: 1_000,
    select: {
      id: true,
      state: true,
      ratingCode: true,
      version: true,
      isBlind: true,
      updatedAt: true,
      authorId: true,
      secondReaderId: true,
      submittedAt: true,
      author: { select: { name: true, disabledAt: true } },
      secondReader: { select: { name: true } },
      claim: {
        select: {
          ...claimSelect,
          reviews: {
            where: { readerId },
            orderBy: { createdAt: 'desc' },
            take: 1,
            select: { createdAt: true },
          },
        },
      },
    },
  })
  return rows.map(({ claim: { reviews, ...claim }, author, secondReader, ratingCode, ...row }) => ({
    ...row,
    rating: ratingCode as RatingCode,
    author: author.name,
    isAuthorGone: author.disabledAt !== null,
    secondReader: secondReader?.name ?? null,
    ownRatingAt: reviews[0]?.createdAt ?? null,
    claim: claimBrief(claim),
  }))
}
