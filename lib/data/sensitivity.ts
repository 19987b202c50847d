import 'server-only'
import type { VerdictFootprint } from '@/lib/domain/sensitivity'
import { claimBrief, claimSelect } from './briefs'
import type { Db } from './db'
import type { Prisma } from './generated/client'

const hopsSelect = {
  select: { role: true, source: { select: { slug: true } } },
  orderBy: { position: 'asc' },
} as const satisfies Prisma.HopFindManyArgs
type Hops = Prisma.HopGetPayload<typeof hopsSelect>[]
const chainOf = (hops: Hops) => hops.map(({ role, source }) => ({ role, sourceSlug: source.slug }))

/** What each verdict that touches a source stands on; withdrawn verdicts stand on nothing any more. */
export async function verdictFootprints(db: Db, sourceId: string): Promise<VerdictFootprint[]> {
  const throughHops = { some: { discardedAt: null, hops: { some: { sourceId } } } }
  const rows = await db.verdict.findMany({
    where: {
      state: { not: 'withdrawn' },
      claim: { discardedAt: null },
      OR: [
        { claim: { occurrences: throughHops } },
        { claim: { evidence: { some: { endedAt: null, evidence: { publisherId: sourceId } } } } },
        { dependencies: { some: { OR: [{ sourceId }, { evidence: { publisherId: sourceId } }] } } },
        {
          dependencies: {
            some: {
              conflict: {
                positions: {
                  some: { statements: { some: { statement: { occurrence: { hops: { some: { sourceId } } } } } } },
                },
              },
            },
          },
        },
      ],
    },
    select: {
      id: true,
      claim: {
        select: {
          ...claimSelect,
          occurrences: { where: { discardedAt: null }, select: { hops: hopsSelect } },
          evidence: {
            where: { endedAt: null },
            select: { evidence: { select: { ref: true, publisher: { select: { slug: true } } } } },
          },
        },
      },
      dependencies: {
        select: {
          source: { select: { slug: true } },
          evidence: { select: { ref: true, publisher: { select: { slug: true } } } },
          conflict: {
            select: {
              ref: true,
              slug: true,
              positions: {
                orderBy: { ordinal: 'asc' },
                select: {
                  ordinal: true,
                  statements: { select: { statement: { select: { occurrence: { select: { hops: hopsSelect } } } } } },
                },
              },
            },
          },
        },
      },
    },
    orderBy: { claim: { ref: 'asc' } },
    take: 1_000,
  })
  return rows.map(({ id, claim: { occurrences, evidence, ...claim }, dependencies }) => ({
    verdictId: id,
    claim: claimBrief(claim),
    passages: occurrences.map(({ hops }) => chainOf(hops)),
    evidence: [...evidence.map((it) => it.evidence), ...dependencies.flatMap((it) => it.evidence ?? [])]
      .filter(({ ref }, i, all) => all.findIndex((it) => it.ref === ref) === i)
      .map(({ ref, publisher }) => ({ ref, publisherSlug: publisher?.slug ?? null })),
    sourceSlugs: dependencies.flatMap(({ source }) => source?.slug ?? []),
    conflicts: dependencies.flatMap(({ conflict }) =>
      conflict
        ? [
            {
              ref: conflict.ref,
              slug: conflict.slug,
              positions: conflict.positions.map(({ ordinal, statements }) => ({
                ordinal,
                passages: statements.map(({ statement }) => chainOf(statement.occurrence.hops)),
              })),
            },
          ]
        : [],
    ),
  }))
}
