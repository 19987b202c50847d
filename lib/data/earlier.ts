import 'server-only'
import type { Db } from './db'

export type EarlierPublication = { n: number; publishedAt: Date; body: Uint8Array; etag: string }

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
  const [row] = await db.$queryRaw<EarlierPublication[]>`
    select v.n, v.published_at as "publishedAt", p.body, p.etag from publications p
    join verdict_versions v on v.id = p.verdict_version_id
    join verdicts d on d.id = v.verdict_id
    join claims c on c.id = d.claim_id and c.public_at is not null and c.discarded_at is null
    where p.address = ${address} and (${n}::int is null or v.n = ${n}::int)
      and (${at}::timestamptz is null or v.published_at <= ${at}::timestamptz)
    order by v.n desc limit 1`
  return row ?? null
}
