import { expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { openPairsOf } from '@/lib/data/pairing'
import { changeClaim } from '@/lib/services/change-claim'
import { pairRound } from '@/lib/web/job-round'
import { aClaim, aPerson, deskOf } from '@/tests/support/factories'

const db = deskDb()
const pairsOf = async (id: string) => {
  await pairRound()
  return openPairsOf(db, id, 'fr')
}

test('a new claim meets an old one that gives another number, and nothing is proposed twice', async () => {
  const old = await aClaim({ statementFr: 'L’attaque de Tessalit a fait 12 morts parmi les soldats.' })
  await pairRound()
  const fresh = await aClaim({ statementFr: 'L’attaque de Tessalit a fait 30 morts parmi les soldats.' })
  expect(await pairsOf(fresh.id)).toMatchObject([{ kind: 'conflict', ref: old.ref }])
  await db.$executeRaw`insert into claims_to_pair (claim_id) values (${fresh.id}::uuid)`
  expect(await pairsOf(fresh.id)).toHaveLength(1)
})

test('a changed claim is compared anew, spellings of one name aside', async () => {
  const old = await aClaim({ statementFr: 'Le gouverneur de Konna a quitté la ville avant le combat.' })
  const other = await aClaim({ statementFr: 'La pluie a coupé la route.' })
  expect(await pairsOf(other.id)).toEqual([])
  const words = 'Avant le combat, le gouverneur de Kona a quitté la ville.'
  await changeClaim(await deskOf(await aPerson()), { claimId: other.id, version: 1, statementFr: words })
  expect(await pairsOf(other.id)).toMatchObject([{ kind: 'match', ref: old.ref }])
})
