import 'server-only'
import type { Reading } from '@/lib/domain/agreement'
import type { ClaimBrief } from '@/lib/domain/record'
import { claimBrief, claimSelect } from './briefs'
import type { Db } from './db'

export type SavedReading = Reading & { readerName: string; isBlind: boolean; at: Date }

/**
 * Who rated which claim how since a day: the author's rating as it was first sent, and each reader's first one. Blind ones
 * were given without seeing another; open ones were not, and are marked so. Claims that are being read blind now are left
 * out for everybody: a figure would give the first rating away.
 */
export const savedReadings = (db: Db, since: Date | null): Promise<SavedReading[]> =>
  db.$queryRaw<SavedReading[]>`
    with first_sent as (
      select distinct on (r.entity_id) v.claim_id, (r.content->>'author_id')::uuid as author_id,
        r.content->>'rating_code' as rating, r.at
      from revisions r join verdicts v on v.id = r.entity_id
      where r.entity = 'verdicts' and r.content->>'state' = 'second_reading'
        and not (v.is_blind and v.second_reader_id is null and v.state in ('draft', 'second_reading'))
      order by r.entity_id, r.n
    ), first_read as (
      select distinct on (w.claim_id, w.reader_id) w.claim_id, w.reader_id, w.rating_code as rating, w.is_blind, w.created_at as at
      from reviews w join first_sent s on s.claim_id = w.claim_id and s.author_id <> w.reader_id
      order by w.claim_id, w.reader_id, w.created_at, w.id
    ), said as (
      -- The author's rating stands beside whoever read it, blind or not.
      select s.claim_id, s.author_id as reader_id, s.rating, f.is_blind, s.at
      from first_sent s join (select distinct claim_id, is_blind from first_read) f on f.claim_id = s.claim_id
      union all
      select claim_id, reader_id, rating, is_blind, at from first_read
    )
    select s.claim_id::text as unit, s.reader_id::text as reader, u.name as "readerName", s.rating, s.is_blind as "isBlind", s.at
    from said s join users u on u.id = s.reader_id
    where ${since}::timestamptz is null or s.claim_id in (select claim_id from first_read where at >= ${since}::timestamptz)
    order by s.at, s.reader_id`

/** These claims by ref. */
export const claimBriefsById = async (db: Db, ids: readonly string[]): Promise<ClaimBrief[]> =>
  (
    await db.claim.findMany({
      where: { id: { in: [...ids] } },
      select: claimSelect,
      orderBy: { ref: 'asc' },
      take: 500,
    })
  ).map(claimBrief)
