import 'server-only'
import type { ClaimToCompare, PairSuggestion } from '@/lib/domain/claim-pair'
import type { Language } from '@/lib/domain/vocabulary'
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
  pairs: readonly { id: string; a: string; b: string; ruleset: string; suggestion: PairSuggestion }[],
): Promise<number> {
  const { count } = await db.suggestion.createMany({
    data: pairs.map(({ id, a, b, ruleset, suggestion: { kind, rule, confidence, why } }) => ({
      ...{ id, claimAId: a, claimBId: b, kind, rule, ruleset, confidence, fingerprint: `${kind} ${rule}` },
      value: { kind, why },
    })),
    skipDuplicates: true,
  })
  return count
}

export type PairLine = { id: string; kind: 'match' | 'conflict'; why: string; ref: string; slug: string; words: string }
/** What is proposed about a claim and another one, and nobody has decided. */
export const openPairsOf = (db: Db, claimId: string, lang: Language): Promise<PairLine[]> =>
  db.$queryRaw`
    select s.id, s.kind, s.value -> 'why' ->> ${lang} as why, c.ref, c.slug,
      case when ${lang} = 'fr' then coalesce(c.statement_fr, c.statement_en) else coalesce(c.statement_en, c.statement_fr) end as words
    from suggestions s join claims c on c.id = case when s.claim_a_id = ${claimId}::uuid then s.claim_b_id else s.claim_a_id end
    where s.status = 'proposed' and ${claimId}::uuid in (s.claim_a_id, s.claim_b_id) and c.discarded_at is null
    order by s.confidence desc, c.ref limit 20`
