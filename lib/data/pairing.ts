import 'server-only'
import type { ClaimToCompare, PairSuggestion } from '@/lib/domain/claim-pair'
import { pairKey, type ShownPair, SuggestedPair } from '@/lib/domain/suggested-pair'
import type { Db } from './db'

/** Most claims that are looked at for one key, and most candidates of one claim: what bounds the work however large the archive. */
const OF_A_KEY = 50
const CANDIDATES = 20

/** Takes claims that wait to be compared; another worker takes others. They wait again when the transaction does not end. */
export const takeClaimsToPair = async (db: Db, many: number): Promise<string[]> =>
  (
    await db.$queryRaw<{ id: string }[]>`
      delete from claims_to_pair where claim_id in (
        select claim_id from claims_to_pair order by since, claim_id limit ${many}::integer for update skip locked)
      returning claim_id as id`
  ).map(({ id }) => id)

/** How many claims wait to be compared. */
export const countToPair = (db: Db): Promise<number> => db.claimToPair.count()

/** Makes every claim wait to be compared anew. */
export const pairEveryClaim = (db: Db): Promise<number> =>
  db.$executeRaw`insert into claims_to_pair (claim_id) select id from claims where discarded_at is null on conflict do nothing`

/** The words and days of these claims; discarded ones are left out. */
export const claimsToCompare = (db: Db, ids: readonly string[]): Promise<(ClaimToCompare & { by: string })[]> =>
  db.$queryRaw`
    select c.id, c.statement_fr as fr, c.statement_en as en, c.created_by_id as by,
      coalesce(min(o.time_from), e.time_from)::text as "from", coalesce(max(o.time_to), e.time_to)::text as "to"
    from claims c left join events e on e.id = c.event_id left join occurrences o on o.claim_id = c.id and o.discarded_at is null
    where c.id = any(${[...ids]}::uuid[]) and c.discarded_at is null
    group by c.id, e.time_from, e.time_to`

/** Replaces the keys of these claims. */
export async function replaceKeys(
  db: Db,
  ids: readonly string[],
  keys: readonly { claimId: string; key: string }[],
): Promise<void> {
  await db.$executeRaw`delete from claim_keys where claim_id = any(${[...ids]}::uuid[])`
  await db.$executeRaw`
    insert into claim_keys (key, claim_id)
    select distinct hashtextextended(k, 0), id from unnest(${keys.map(({ key }) => key)}::text[], ${keys.map(({ claimId }) => claimId)}::uuid[]) as it (k, id)
    on conflict do nothing`
}

/** For each of these claims the claims that share most keys with it, each pair once. */
export const candidatePairs = (db: Db, ids: readonly string[]): Promise<{ a: string; b: string }[]> =>
  db.$queryRaw`
    with met as (
      select mine.claim_id as one, other.claim_id as two, count(*) as shared
      from claim_keys mine, lateral (
        select k.claim_id from claim_keys k where k.key = mine.key and k.claim_id <> mine.claim_id limit ${OF_A_KEY}::integer) other
      where mine.claim_id = any(${[...ids]}::uuid[])
      group by 1, 2
    ), best as (
      select one, two, row_number() over (partition by one order by shared desc, two) as n from met
    )
    select distinct least(one, two) as a, greatest(one, two) as b from best where n <= ${CANDIDATES}::integer`

/** Keeps proposals about pairs of claims; one that was kept before stays as it was decided. Returns how many were new. */
export async function insertPairs(
  db: Db,
  pairs: readonly ({ id: string; a: string; b: string; ruleset: string } & PairSuggestion)[],
): Promise<number> {
  const { count } = await db.suggestion.createMany({
    data: pairs.map(({ a, b, value, ...it }) => ({
      ...{ ...it, claimAId: a, claimBId: b, kind: value.kind, value, fingerprint: pairKey(value) },
    })),
    skipDuplicates: true,
  })
  return count
}

const side = { select: { id: true, ref: true, slug: true, statementFr: true, statementEn: true } } as const
type Side = { id: string; ref: string; slug: string; statementFr: string | null; statementEn: string | null }
const sideOf = ({ statementFr: fr, statementEn: en, ...claim }: Side) => ({ ...claim, fr, en })

/**
 * What is proposed about two claims and nobody has decided, the surest first; of one claim, or of the whole archive. A pair
 * that somebody has related by hand says the same already.
 */
export async function openPairs(db: Db, claimId: string | null, take: number): Promise<ShownPair[]> {
  const related = await db.$queryRaw<{ id: string }[]>`
    select s.id from suggestions s join claim_relations r
      on (r.from_id, r.to_id) in ((s.claim_a_id, s.claim_b_id), (s.claim_b_id, s.claim_a_id)) and r.ended_at is null
    where s.status = 'proposed' and s.kind = 'match'`
  const rows = await db.suggestion.findMany({
    where: {
      status: 'proposed',
      claimA: { discardedAt: null },
      claimB: { discardedAt: null },
      id: { notIn: related.map(({ id }) => id) },
      ...(claimId === null ? {} : { OR: [{ claimAId: claimId }, { claimBId: claimId }] }),
    },
    select: { id: true, version: true, rule: true, confidence: true, value: true, claimA: side, claimB: side },
    orderBy: [{ confidence: 'desc' }, { id: 'asc' }],
    take,
  })
  return rows.flatMap(({ claimA, claimB, value, ...row }) =>
    claimA && claimB ? [{ ...row, value: SuggestedPair.parse(value), a: sideOf(claimA), b: sideOf(claimB) }] : [],
  )
}

/** How many pairs wait for somebody. */
export const countOpenPairs = (db: Db): Promise<number> =>
  db.suggestion.count({
    where: { status: 'proposed', claimA: { discardedAt: null }, claimB: { discardedAt: null } },
  })
