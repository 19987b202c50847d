import 'server-only'
import type { Db } from './db'

/** When what was published was withdrawn later, and what was wrong with it. */
export type WithdrawnSince = { at: Date; whatWasWrongFr: string | null; whatWasWrongEn: string | null }
export type EarlierPublication = {
  n: number
  publishedAt: Date
  body: Uint8Array
  etag: string
  withdrawnSince: WithdrawnSince | null
}

/** The clock of the database, to the second, in UTC. */
export async function nowOf(db: Db): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`select now() as now`
  if (!row) throw new Error('the clock returned no row')
  return row.now
}

/** The bytes that were in force at an address at a moment, or of the version with a number; only while its claim is public. */
export async function earlierPublication(
  db: Db,
  address: string,
  { at, n }: { at: string; n: null } | { at: null; n: number },
): Promise<EarlierPublication | null> {
  type Row = Omit<EarlierPublication, 'withdrawnSince'> & Omit<WithdrawnSince, 'at'> & { withdrawnAt: Date | null }
  const [row] = await db.$queryRaw<Row[]>`
    select v.n, v.published_at as "publishedAt", p.body, p.etag, w.published_at as "withdrawnAt",
      r.what_was_wrong_fr as "whatWasWrongFr", r.what_was_wrong_en as "whatWasWrongEn" from publications p
    join verdict_versions v on v.id = p.verdict_version_id
    join verdicts d on d.id = v.verdict_id
    join claims c on c.id = d.claim_id and c.public_at is not null and c.discarded_at is null
    left join verdict_versions w on w.verdict_id = d.id and w.is_withdrawal and w.n > v.n
    left join corrections r on r.verdict_version_id = w.id
    where p.address = ${address} and (${n}::int is null or v.n = ${n}::int)
      and (${at}::timestamptz is null or v.published_at <= ${at}::timestamptz)
    order by v.n desc limit 1`
  if (!row) return null
  const { withdrawnAt, whatWasWrongFr, whatWasWrongEn, ...published } = row
  return { ...published, withdrawnSince: withdrawnAt && { at: withdrawnAt, whatWasWrongFr, whatWasWrongEn } }
}
