import 'server-only'
import type { ClaimToCompare, PairSuggestion } from '@/lib/domain/claim-pair'
import { pairKey, type ShownPair, SuggestedPair } from '@/lib/domain/suggested-pair'
import type { Db } from './db'
import { Prisma } from './generated/client'

/** Most claims that are looked at for one key, and most candidates of one claim: what bounds the work however large the archive. */
const OF_A_KEY = 50
const CANDIDATES = 20

/**
 * Takes claims that wait to be compared, one worker after the other: two at once would not see each other's keys, and a pair
 * between them would never be met. They wait again when the transaction does not end.
 */
export async function takeClaimsToPair(db: Db, many: number): Promise<string[]> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('recoupe.pairing'))`
  const taken = await db.$queryRaw<{ id: string }[]>`
    delete from claims_to_pair where claim_id in (
      select claim_id from claims_to_pair order by since, claim_id limit ${many}::integer for update skip locked)
    returning claim_id as id`
  const ids = taken.map(({ id }) => id)
  // Those of an import come without counted words (migration count_words_of_bulk_later).
  await db.$queryRaw`select index_left_out(${ids}::uuid[])::text`
  return ids
}

/** How many claims wait to be compared. */
export const countToPair = (db: Db): Promise<number> => db.claimToPair.count()

/** Makes every claim wait to be compared anew, behind whatever is new meanwhile. */
export const pairEveryClaim = (db: Db): Promise<number> =>
  db.$executeRaw`
    insert into claims_to_pair (claim_id, since) select id, 'infinity' from claims where discarded_at is null
    order by id on conflict do nothing`

/**
 * The words, days and places of these claims, and what their passages say of when and where; discarded ones are left out.
 * A passage whose date is open at one end leaves the claim open there: an end that is unknown must not decide anything.
 */
export const claimsToCompare = (db: Db, ids: readonly string[]): Promise<ClaimToCompare[]> =>
  db.$queryRaw`
    select c.id, c.statement_fr as fr, c.statement_en as en, c.event_id as "eventId",
      coalesce(o.first, e.time_from)::text as "from", coalesce(o.last, e.time_to)::text as "to",
      array_remove(o.places || e.place_id, null) as "linkedPlaces",
      jsonb_build_object(
        'from', case when not o.is_open_before then o.first end, 'to', case when not o.is_open_after then o.last end,
        'timeWords', o.time_words, 'places', coalesce(p.told, '[]')) as told
    from claims c left join events e on e.id = c.event_id
    cross join lateral (
      select min(time_from) as first, max(time_to) as last, coalesce(array_agg(distinct place_id), '{}') as places,
        coalesce(bool_or(time_from is null) filter (where time_edtf is not null), false) as is_open_before,
        coalesce(bool_or(time_to is null) filter (where time_edtf is not null), false) as is_open_after,
        case when count(distinct time_words) = 1 then min(time_words) end as time_words
      from occurrences where claim_id = c.id and discarded_at is null) o
    left join lateral (
      select jsonb_agg(jsonb_build_object('fr', n.label_fr, 'en', n.label_en, 'words', n.words, 'ids', n.ids) order by n.id) as told
      from (
        select t.id, t.label_fr, t.label_en, case when count(distinct q.place_words) = 1 then min(q.place_words) end as words,
          array[t.id] || array(
            select case when l.from_id = t.id then l.to_id else l.from_id end from entity_links l
            where (l.from_id = t.id or l.to_id = t.id) and l.ended_at is null and l.relation <> 'different') as ids
        from occurrences q join entities t on t.id = q.place_id
        where q.claim_id = c.id and q.discarded_at is null group by t.id) n) p on cardinality(o.places) > 0
    where c.id = any(${[...ids]}::uuid[]) and c.discarded_at is null`

export type KeysOfClaim = { claimId: string; keys: readonly bigint[] }
/** One row for each key. Ten thousand at a time are sent as one text: lists are taken apart and put together on their way. */
const asRows = (claims: readonly KeysOfClaim[]) => Prisma.sql`
  select k::bigint as key, claim_id
  from unnest(${claims.map(({ claimId }) => claimId)}::uuid[], string_to_array(${claims.map(({ keys }) => keys.join(' ')).join(',')}, ',')) as it (claim_id, keys),
    string_to_table(keys, ' ') as k`

/** Replaces the keys of these claims. */
export async function replaceKeys(db: Db, ids: readonly string[], claims: readonly KeysOfClaim[]): Promise<void> {
  await db.$executeRaw`delete from claim_keys where claim_id = any(${[...ids]}::uuid[])`
  await db.$executeRaw`insert into claim_keys (key, claim_id) ${asRows(claims)} order by 1, 2 on conflict do nothing`
}

/**
 * For each of these claims the ones that hold most of what it looks for, each pair once. A key that few hold weighs more; of
 * one that many hold the newest are looked at.
 */
export async function candidatePairs(db: Db, sought: readonly KeysOfClaim[]): Promise<{ a: string; b: string }[]> {
  const [row] = await db.$queryRaw<{ pairs: string | null }[]>`
    with met as (
      select mine.claim_id as one, other.claim_id as two, sum(1.0 / other.holders) as weight
      from (${asRows(sought)}) mine, lateral (
        select claim_id, count(*) over () as holders from (
          select k.claim_id from claim_keys k where k.key = mine.key and k.claim_id <> mine.claim_id
          order by k.claim_id desc limit ${OF_A_KEY}::integer) held) other
      group by 1, 2
    ), best as (
      select one, two, row_number() over (partition by one order by weight desc, two) as n from met
    )
    select string_agg(distinct least(one, two) || ' ' || greatest(one, two), ',') as pairs
    from best where n <= ${CANDIDATES}::integer`
  return (row?.pairs?.split(',') ?? []).map((pair) => {
    const [a = '', b = ''] = pair.split(' ')
    return { a, b }
  })
}

/** Keeps proposals about pairs of claims; one that was kept before stays as it was decided. Returns how many were new. */
export const insertPairs = (
  db: Db,
  pairs: readonly ({ id: string; a: string; b: string; ruleset: string } & PairSuggestion)[],
): Promise<number> =>
  db.$executeRaw`
    insert into suggestions (id, claim_a_id, claim_b_id, kind, rule, ruleset, confidence, fingerprint, value)
    select id, a, b, value ->> 'kind', rule, ruleset, confidence, fingerprint, value
    from jsonb_to_recordset(${JSON.stringify(pairs.map((pair) => ({ ...pair, fingerprint: pairKey(pair.value) })))}::jsonb)
      as it (id uuid, a uuid, b uuid, rule text, ruleset text, confidence float8, fingerprint text, value jsonb)
    on conflict do nothing`

const side = { select: { id: true, ref: true, slug: true, statementFr: true, statementEn: true } } as const
type Side = { id: string; ref: string; slug: string; statementFr: string | null; statementEn: string | null }
const sideOf = ({ statementFr: fr, statementEn: en, ...claim }: Side) => ({ ...claim, fr, en })

/** Pairs that wait. A pair that somebody has related by hand says the same already. */
async function waiting(db: Db, claimId: string | null) {
  const related = await db.$queryRaw<{ id: string }[]>`
    select s.id from suggestions s join claim_relations r
      on (r.from_id, r.to_id) in ((s.claim_a_id, s.claim_b_id), (s.claim_b_id, s.claim_a_id)) and r.ended_at is null
    where s.status = 'proposed' and s.kind = 'match'`
  return {
    status: 'proposed',
    claimA: { discardedAt: null },
    claimB: { discardedAt: null },
    id: { notIn: related.map(({ id }) => id) },
    ...(claimId === null ? {} : { OR: [{ claimAId: claimId }, { claimBId: claimId }] }),
  }
}

/** What is proposed about two claims and nobody has decided, the surest first; of one claim, or of the whole archive. */
export async function openPairs(db: Db, claimId: string | null, take: number): Promise<ShownPair[]> {
  const rows = await db.suggestion.findMany({
    where: await waiting(db, claimId),
    select: { id: true, version: true, rule: true, confidence: true, value: true, claimA: side, claimB: side },
    orderBy: [{ confidence: 'desc' }, { id: 'asc' }],
    take,
  })
  return rows.flatMap(({ claimA, claimB, value, ...row }) =>
    claimA && claimB ? [{ ...row, value: SuggestedPair.parse(value), a: sideOf(claimA), b: sideOf(claimB) }] : [],
  )
}

/** How many pairs wait for somebody. */
export const countOpenPairs = async (db: Db): Promise<number> => db.suggestion.count({ where: await waiting(db, null) })
