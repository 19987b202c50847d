import 'server-only'
import {
  FELL_SILENT,
  type HeldJob,
  type JobKind,
  type JobState,
  type JobView,
  LEASE_SECONDS,
  MAX_TRIES,
} from '@/lib/domain/job'
import type { Db } from './db'
import { Prisma } from './generated/client'

/** How many jobs the desk shows: the latest. */
const SHOWN = 50

/** Queues a job. The same kind of work with the same payload that still waits is not queued twice; null then. */
export async function insertJob(
  db: Db,
  job: { id: string; kind: JobKind; payload: object; createdById: string },
): Promise<string | null> {
  const payload = JSON.stringify(job.payload)
  const rows = await db.$queryRaw<{ id: string }[]>`
    insert into jobs (id, kind, payload, created_by_id)
    select ${job.id}::uuid, ${job.kind}, ${payload}::jsonb, ${job.createdById}::uuid
    where not exists (select from jobs where state = 'waiting' and kind = ${job.kind} and payload = ${payload}::jsonb)
    returning id`
  return rows[0]?.id ?? null
}

/**
 * Takes the job that has waited longest, or one whose worker fell silent; null when there is none. SKIP LOCKED: two workers
 * never see the same row. One that fell silent too often is given up here.
 */
export async function takeJob(db: Db, worker: string): Promise<HeldJob | null> {
  await db.$executeRaw`
    update jobs set state = 'failed', error = ${FELL_SILENT}, locked_by = null, locked_until = null, finished_at = clock_timestamp()
    where id in (select id from jobs where state = 'running' and locked_until < clock_timestamp() and tries >= ${MAX_TRIES} for update skip locked)`
  const rows = await db.$queryRaw<HeldJob[]>`
    update jobs set state = 'running', tries = tries + 1, locked_by = ${worker}, error = null, started_at = clock_timestamp(),
      locked_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    where id = (
      select id from jobs
      where (state = 'waiting' and run_after <= clock_timestamp()) or (state = 'running' and locked_until < clock_timestamp())
      order by run_after, id limit 1 for update skip locked)
    returning id, kind, payload, tries, created_by_id as "createdById"`
  return rows[0] ?? null
}

/** Keeps the lease and, when there is something to say, the progress; false when the job is no longer this worker's. */
export async function holdJob(
  db: Db,
  id: string,
  worker: string,
  so?: { progress: number; total: number | null },
): Promise<boolean> {
  const count = await db.$executeRaw`
    update jobs set locked_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}),
      progress = coalesce(${so?.progress ?? null}::integer, progress), total = coalesce(${so?.total ?? null}::integer, total)
    where id = ${id}::uuid and state = 'running' and locked_by = ${worker}`
  return count === 1
}

/** Ends a job of this worker, or sends it back to wait; false when it was taken away meanwhile. */
export async function releaseJob(
  db: Db,
  id: string,
  worker: string,
  how: { state: 'done' } | { state: 'failed'; error: string } | { state: 'waiting'; error: string; inSeconds: number },
): Promise<boolean> {
  const wait = how.state === 'waiting' ? how.inSeconds : null
  const count = await db.$executeRaw`
    update jobs set state = ${how.state}, locked_by = null, locked_until = null,
      error = ${how.state === 'done' ? null : how.error},
      run_after = coalesce(clock_timestamp() + make_interval(secs => ${wait}::double precision), run_after),
      finished_at = case when ${how.state} = 'waiting' then null else clock_timestamp() end
    where id = ${id}::uuid and state = 'running' and locked_by = ${worker}`
  return count === 1
}

/** Ends a job that waits or runs; its worker stops at its next report. Its kind, or null when it was over already. */
export async function endJob(db: Db, id: string): Promise<JobKind | null> {
  const rows = await db.$queryRaw<{ kind: JobKind }[]>`
    update jobs set state = 'cancelled', locked_by = null, locked_until = null, finished_at = clock_timestamp()
    where id = ${id}::uuid and state in ('waiting', 'running') returning kind`
  return rows[0]?.kind ?? null
}

type JobRow = Omit<JobView, 'createdAt' | 'finishedAt'> & { createdAt: Date; finishedAt: Date | null }
const jobColumns = Prisma.sql`
  j.id, j.kind, j.state, j.progress, j.total, j.tries, j.error, u.name as "createdBy", j.created_at as "createdAt", j.finished_at as "finishedAt",
  coalesce(extract(epoch from clock_timestamp() - j.started_at), 0)::double precision as "secondsRun"
  from jobs j join users u on u.id = j.created_by_id`
const shown = ({ createdAt, finishedAt, kind, state, ...row }: JobRow): JobView => ({
  ...row,
  kind: kind as JobKind,
  state: state as JobState, // held by a CHECK
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
})

/** The latest jobs; what is not over comes first. */
export async function latestJobs(db: Db): Promise<JobView[]> {
  const rows = await db.$queryRaw<JobRow[]>`
    select ${jobColumns} order by j.finished_at is not null, j.created_at desc, j.id desc limit ${SHOWN}`
  return rows.map(shown)
}
/** One job, however it ended. */
export async function jobById(db: Db, id: string): Promise<JobView | null> {
  const [row] = await db.$queryRaw<JobRow[]>`select ${jobColumns} where j.id = ${id}::uuid`
  return row ? shown(row) : null
}

/** Counts the words of some claims and imported reviews anew, those after `after` by id; the last id of them, or null when there were none. */
export async function indexSomeClaims(
  db: Db,
  after: string | null,
  many: number,
): Promise<{ last: string | null; done: number }> {
  const ids = (
    await db.$queryRaw<{ id: string }[]>`
      select id from (select id from claims union all select id from imported_reviews) counted
      where ${after}::uuid is null or id > ${after}::uuid order by id limit ${many}::integer`
  ).map(({ id }) => id)
  if (ids.length > 0) await db.$queryRaw`select index_claims(${ids}::uuid[])::text`
  return { last: ids.at(-1) ?? null, done: ids.length }
}
/** How many texts there are whose words are counted. */
export const countCounted = async (db: Db): Promise<number> =>
  (await db.claim.count()) + (await db.importedReview.count())
