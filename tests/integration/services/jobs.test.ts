import { beforeEach, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { FELL_SILENT, MAX_TRIES } from '@/lib/domain/job'
import { cancelJob } from '@/lib/services/cancel-job'
import { findSimilarClaims } from '@/lib/services/find-similar-claims'
import { indexClaims } from '@/lib/services/index-claims'
import { loadJobs } from '@/lib/services/load-jobs'
import { queueJob } from '@/lib/services/queue-job'
import { type JobWork, runNextJob } from '@/lib/services/run-next-job'
import { aClaim, aPerson, deskOf } from '@/tests/support/factories'

const db = deskDb()
const admin = async () => deskOf(await aPerson({ role: 'admin' }))
const queued = async () => (await queueJob(await admin(), { kind: 'index_claims' })).id ?? ''
const work = (does: JobWork) => ({ index_claims: does })
const stateOf = async (id: string) => db.job.findUniqueOrThrow({ where: { id } })
/** The worker of this job was killed: nobody renews the lease, and it is over. */
const loseWorker = (id: string) =>
  db.$executeRaw`update jobs set state = 'running', locked_by = 'dead', locked_until = clock_timestamp() - interval '1 second' where id = ${id}::uuid`

beforeEach(async () => {
  const desk = await admin()
  for (const { id } of await db.job.findMany({ where: { finishedAt: null } })) await cancelJob(desk, { jobId: id })
})

test('two workers that look at the same moment never take one job', async () => {
  const author = await aPerson({ role: 'admin' })
  const ids = Array.from({ length: 12 }, () => crypto.randomUUID())
  await db.job.createMany({
    data: ids.map((id) => ({ id, kind: 'index_claims', payload: { n: id }, createdById: author.id })),
  })
  const seen: string[] = []
  const does: JobWork = async (_db, { id }) => {
    seen.push(id)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const worker = async (name: string) => {
    while ((await runNextJob(db, name, work(does))) !== null);
  }
  await Promise.all(['a', 'b', 'c', 'd'].map(worker))
  expect(seen.sort()).toEqual([...ids].sort())
})

test('a job whose worker fell silent is done by another', async () => {
  const id = await queued()
  await loseWorker(id)
  expect(
    await runNextJob(
      db,
      'alive',
      work(async () => undefined),
    ),
  ).toBe('done')
  expect(await stateOf(id)).toMatchObject({ state: 'done', lockedBy: null })
})

test('a worker whose lease was lost can write nothing more to the job', async () => {
  const id = await queued()
  const outcome = await runNextJob(
    db,
    'slow',
    work(async () => {
      await loseWorker(id)
      expect(
        await runNextJob(
          db,
          'other',
          work(async (_db, _job, report) => report(7, 7)),
        ),
      ).toBe('done')
    }),
  )
  expect(outcome).toBe('taken_away')
  expect(await stateOf(id)).toMatchObject({ state: 'done', progress: 7, total: 7 })
})

test('a job that kills its worker again and again is given up', async () => {
  const id = await queued()
  await loseWorker(id)
  await db.$executeRaw`update jobs set tries = ${MAX_TRIES} where id = ${id}::uuid`
  expect(
    await runNextJob(
      db,
      'alive',
      work(async () => undefined),
    ),
  ).toBeNull()
  expect(await stateOf(id)).toMatchObject({ state: 'failed', error: FELL_SILENT })
})

test('a job that fails is tried again later, with its reason kept, and given up after the last try', async () => {
  const id = await queued()
  const fails = work(async () => {
    throw new Error('the disk is full')
  })
  expect(await runNextJob(db, 'w', fails)).toBe('again')
  const waiting = await stateOf(id)
  expect(waiting).toMatchObject({ state: 'waiting', error: 'the disk is full', tries: 1 })
  expect(waiting.runAfter.getTime()).toBeGreaterThan(waiting.updatedAt.getTime() + 3_000)
  expect(await runNextJob(db, 'w', fails)).toBeNull() // not yet
  await db.$executeRaw`update jobs set tries = ${MAX_TRIES - 1}, run_after = clock_timestamp() where id = ${id}::uuid`
  expect(await runNextJob(db, 'w', fails)).toBe('failed')
  expect(await stateOf(id)).toMatchObject({ state: 'failed', error: 'the disk is full' })
})

test('a job that is cancelled while it runs stops at its next report', async () => {
  const id = await queued()
  let isOver = false
  const outcome = await runNextJob(
    db,
    'w',
    work(async (_db, _job, report) => {
      await report(1, 3)
      await cancelJob(await admin(), { jobId: id })
      await report(2, 3)
      isOver = true
    }),
  )
  expect([outcome, isOver]).toEqual(['taken_away', false])
  expect(await stateOf(id)).toMatchObject({ state: 'cancelled', progress: 1 })
})

test('work that waits already is not queued twice, and one who is no admin queues and stops nothing', async () => {
  const id = await queued()
  expect(await queued()).toBe('')
  const reviewer = await deskOf(await aPerson())
  await expect(queueJob(reviewer, { kind: 'index_claims' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(cancelJob(reviewer, { jobId: id })).rejects.toMatchObject({ code: 'forbidden' })
  const { jobs, mayManage } = await loadJobs(reviewer)
  expect([mayManage, jobs[0]?.id, jobs[0]?.state]).toEqual([false, id, 'waiting'])
})

test('what is over stays as it ended', async () => {
  const id = await queued()
  await runNextJob(
    db,
    'w',
    work(async () => undefined),
  )
  expect(await cancelJob(await admin(), { jobId: id })).toMatchObject({ isCancelled: false })
  await expect(
    db.$executeRaw`update jobs set state = 'waiting', finished_at = null where id = ${id}::uuid`,
  ).rejects.toThrow('stays as it ended')
})

test('counting the words of every claim anew mends what was lost', async () => {
  const claim = await aClaim({ statementFr: 'Le minaret de Djingareyber est fendu.' })
  await queued()
  expect(await runNextJob(db, 'w', work(indexClaims))).toBe('done')
  const { claims: found } = await findSimilarClaims(await admin(), { text: 'minaret fendu de Djingareyber' })
  expect(found.map(({ slug }) => slug)).toContain(claim.slug)
})
