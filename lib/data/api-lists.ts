import 'server-only'
import type { RecordKind } from '@/lib/domain/api-answers'
import type { DeskFilter } from '@/lib/domain/desk-filter'
import { isUuid } from '@/lib/domain/ids'
import type { Db } from './db'
import { conditionOf } from './export-filter'
import { Prisma } from './generated/client'
import { all, holding } from './list-order'
import type { SearchEyes } from './search-plan'
import { verdictsMatching } from './verdict-lists'

/** What narrows a list of the API: for claims, conflicts and sources what narrows their export, for the others what stands here. */
export type ApiFilter = DeskFilter & { claimId?: string | undefined; state?: string | undefined }

/** The rows of each noun, under the name its conditions use. */
const FROM = {
  dispatches: Prisma.sql`dispatches d`,
  claims: Prisma.sql`claims c`,
  events: Prisma.sql`events e`,
  conflicts: Prisma.sql`conflicts x`,
  sources: Prisma.sql`sources s`,
  evidence: Prisma.sql`evidence k`,
  verdicts: Prisma.sql`verdicts v`,
} as const satisfies Record<RecordKind, Prisma.Sql>
const ID = {
  dispatches: Prisma.sql`d.id`,
  claims: Prisma.sql`c.id`,
  events: Prisma.sql`e.id`,
  conflicts: Prisma.sql`x.id`,
  sources: Prisma.sql`s.id`,
  evidence: Prisma.sql`k.id`,
  verdicts: Prisma.sql`v.id`,
} as const satisfies Record<RecordKind, Prisma.Sql>

const yes = Prisma.sql`true`

/** Which rows a filter means; `me` is who asks of the desk, null a stranger. */
export async function rowsMeant(db: Db, kind: RecordKind, filter: ApiFilter, me: string | null): Promise<Prisma.Sql> {
  const { q, claimId, state, ...rest } = filter
  const like = holding(q ?? '')
  const isAll = Object.keys(filter).length === 0
  switch (kind) {
    case 'claims':
      return isAll && me === null
        ? Prisma.sql`c.discarded_at is null`
        : conditionOf(db, 'claims', { ...rest, ...(q === undefined ? {} : { q }) }, me)
    case 'conflicts':
      return isAll ? yes : conditionOf(db, 'conflicts', filter, me)
    case 'sources':
      return all([Prisma.sql`s.discarded_at is null`, !isAll && (await conditionOf(db, 'sources', filter, me))])
    case 'dispatches':
      return all([Prisma.sql`d.discarded_at is null`, q !== undefined && Prisma.sql`fold(d.title) like fold(${like})`])
    case 'events':
      return all([
        Prisma.sql`e.discarded_at is null`,
        q !== undefined && Prisma.sql`fold(concat_ws(' ', e.ref, e.title_fr, e.title_en)) like fold(${like})`,
      ])
    case 'evidence':
      return claimId === undefined
        ? yes
        : Prisma.sql`exists (select from evidence_links l where l.evidence_id = k.id and l.claim_id = ${claimId}::uuid and l.ended_at is null)`
    case 'verdicts':
      return all([
        me === null ? yes : verdictsMatching({}, me),
        claimId !== undefined && Prisma.sql`v.claim_id = ${claimId}::uuid`,
        state !== undefined && Prisma.sql`v.state::text = ${state}`,
      ])
  }
}

/** Where a page of a list stands: right after an id, or right before it. */
export type Turn = { side: 'after' | 'before'; id: string }

/**
 * The ids beside one id, in the order they were made, and whether there are more on either side: what is made or goes away
 * meanwhile moves no other row over the edge of a page.
 */
export async function idsBeside(
  db: Db,
  kind: RecordKind,
  meant: Prisma.Sql,
  { turn, limit }: { turn: Turn | null; limit: number },
): Promise<{ ids: string[]; hasPrevious: boolean; hasNext: boolean }> {
  const isBack = turn?.side === 'before'
  const side =
    turn && (isBack ? Prisma.sql`and ${ID[kind]} < ${turn.id}::uuid` : Prisma.sql`and ${ID[kind]} > ${turn.id}::uuid`)
  const rows = await db.$queryRaw<{ id: string }[]>`
    select ${ID[kind]} as id from ${FROM[kind]} where ${meant} ${side ?? Prisma.empty}
    order by ${ID[kind]} ${isBack ? Prisma.sql`desc` : Prisma.empty} limit ${limit + 1}`
  const ids = rows.slice(0, limit).map(({ id }) => id)
  const hasMore = rows.length > limit
  // The nearest is looked at first, so that one look is enough.
  const isThere = async (beyond: Prisma.Sql, order: Prisma.Sql) =>
    (
      await db.$queryRaw<{ id: string }[]>`
      select ${ID[kind]} as id from ${FROM[kind]} where ${meant} and ${beyond} order by ${ID[kind]} ${order} limit 1`
    ).length > 0
  const [first] = ids
  if (turn === null || first === undefined) return { ids, hasPrevious: false, hasNext: hasMore }
  return isBack
    ? {
        ids: ids.reverse(),
        hasPrevious: hasMore,
        hasNext: await isThere(Prisma.sql`${ID[kind]} > ${first}::uuid`, Prisma.empty),
      }
    : { ids, hasPrevious: await isThere(Prisma.sql`${ID[kind]} < ${first}::uuid`, Prisma.sql`desc`), hasNext: hasMore }
}

/** How many rows there are in all. */
export const countMeant = async (db: Db, kind: RecordKind, meant: Prisma.Sql): Promise<number> =>
  (await db.$queryRaw<{ n: number }[]>`select count(*)::int as n from ${FROM[kind]} where ${meant}`)[0]?.n ?? 0

/** How many rows `claims.csv` has under the same filter: one per passage in a dispatch that was not discarded. */
export const countOccurrences = async (db: Db, meant: Prisma.Sql, eyes: SearchEyes): Promise<number> =>
  (
    await db.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from live_passages p join claims c on c.id = p.claim_id
      where ${
        eyes === 'stranger'
          ? Prisma.sql`p.is_public`
          : Prisma.sql`exists (select from dispatches t where t.id = p.dispatch_id and t.discarded_at is null)`
      } and (${meant})`
  )[0]?.n ?? 0

/** The id of what is named by its id or, where it has one, its slug; null when this role sees no such thing. */
export async function idOf(db: Db, kind: RecordKind, name: string): Promise<string | null> {
  if (kind === 'verdicts' && !isUuid(name)) return null
  const isCalled = isUuid(name) ? Prisma.sql`${ID[kind]} = ${name}::uuid` : Prisma.sql`slug = ${name}`
  const there =
    kind === 'verdicts' || kind === 'conflicts' || kind === 'evidence' ? yes : Prisma.sql`discarded_at is null`
  const rows = await db.$queryRaw<{ id: string }[]>`
    select ${ID[kind]} as id from ${FROM[kind]} where ${isCalled} and ${there}`
  return rows[0]?.id ?? null
}
