import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { countToPair, openPairs, replaceKeys, takeClaimsToPair } from '@/lib/data/pairing'
import { keysOf } from '@/lib/domain/claim-keys'
import { slotsOf } from '@/lib/domain/claim-pair'
import { NOTHING_TOLD } from '@/lib/domain/told'
import { pairSomeClaims } from '@/lib/services/pair-claims'
import { pairRound } from '@/lib/web/job-round'
import { aClaim } from '@/tests/support/factories'

const db = deskDb()
/** A machine that is busy must not end a transaction that waits on purpose. */
const SLOWLY = { timeout: 60_000 }
const worker = () => pairSomeClaims(db, randomUUID)
/** Two claims that say the same of a place nobody else writes about. */
async function twoAlike() {
  const place = `Tessa${randomUUID().replace(/[^a-f]/g, '')}lit`
  const words = `Le gouverneur de ${place} a quitté la ville avant le combat.`
  return { words, old: await aClaim({ statementFr: words }), fresh: await aClaim({ statementFr: words }) }
}
/** Until somebody waits for the turn to pair. */
async function somebodyWaits() {
  for (;;) {
    const [row] = await db.$queryRaw<{ n: bigint }[]>`
      select count(*) as n from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`
    if (row && row.n > 0n) return 'waits'
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

beforeEach(pairRound)

test('two workers at once compare every claim once, and lose none', async () => {
  const pairs = [await twoAlike(), await twoAlike(), await twoAlike()]
  const waiting = await countToPair(db)
  expect(waiting).toBe(6)
  const done = await Promise.all([worker(), worker()])
  expect([...done].sort((a, b) => a - b)).toEqual([0, waiting])
  expect(await countToPair(db)).toBe(0)
  for (const { old, fresh } of pairs)
    expect(await openPairs(db, fresh.id, 20)).toMatchObject([{ rule: 'same_words', a: { ref: old.ref } }])
})

test('a worker waits for its turn, and then sees the keys of the claims the other one took', async () => {
  const { words, old, fresh } = await twoAlike()
  const { second, state } = await db.$transaction(async (tx) => {
    // The first worker is in the middle of its step: it has the older claim, and its keys are not to be seen yet.
    expect(await takeClaimsToPair(tx, 1)).toEqual([old.id])
    const started = worker()
    const state = await Promise.race([somebodyWaits(), started.then(() => 'did not wait')])
    const slots = { from: null, to: null, eventId: old.eventId, linkedPlaces: [], told: NOTHING_TOLD }
    const { stored } = keysOf(slotsOf({ id: old.id, fr: words, en: null, ...slots }))
    await replaceKeys(tx, [old.id], [{ claimId: old.id, keys: stored }])
    return { second: { started }, state }
  }, SLOWLY)
  expect(state).toBe('waits')
  expect(await second.started).toBe(1)
  expect(await openPairs(db, fresh.id, 20)).toMatchObject([{ rule: 'same_words', a: { ref: old.ref } }])
})

test('what a worker had taken when it died is taken by the next one, in the same order', async () => {
  const { old, fresh } = await twoAlike()
  let next: Promise<string[]> = Promise.resolve([])
  const died = db.$transaction(async (tx) => {
    expect(await takeClaimsToPair(tx, 1)).toEqual([old.id])
    next = db.$transaction(async (other) => takeClaimsToPair(other, 2))
    await Promise.race([somebodyWaits(), next])
    throw new Error('the worker died')
  }, SLOWLY)
  await expect(died).rejects.toThrow('the worker died')
  expect(await next).toEqual([old.id, fresh.id])
})
