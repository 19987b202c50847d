import { expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import type { Actor } from '@/lib/domain/permission'
import type { RatingCode } from '@/lib/domain/rating'
import { castReview } from '@/lib/services/cast-review'
import { changeVerdict } from '@/lib/services/change-verdict'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { loadAgreement } from '@/lib/services/load-agreement'
import { readVerdict } from '@/lib/services/read-verdict'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { aClaim, aPerson, deskOf } from '@/tests/support/factories'

/** A claim that one person rated and another read, blind or not; the reading is over. */
async function read(author: Actor, reader: Actor, first: RatingCode, second: RatingCode, isBlind = true) {
  const { id: claimId } = await aClaim()
  const [writer, other] = [await deskOf(author), await deskOf(reader)]
  const { id } = await draftVerdict(writer, { claimId, ratingCode: first, summaryFr: 'Un résumé.' })
  await submitVerdict(writer, { verdictId: id, version: 1, isBlind })
  if (isBlind) await castReview(other, { verdictId: id, ratingCode: second })
  await readVerdict(other, {
    verdictId: id,
    version: 2,
    decision: 'approved',
    ...(isBlind ? {} : { ratingCode: second }),
  })
  return { id, claimId }
}

test('readers are compared on what they said without seeing each other, as it was first said', async () => {
  const [author, reader] = [await aPerson(), await aPerson()]
  const desk = await deskOf(await aPerson())
  for (const [first, second] of [
    ['true', 'true'],
    ['false', 'false'],
    ['half_true', 'half_true'],
    ['disputed', 'disputed'],
  ] as const)
    await read(author, reader, first, second)
  expect((await loadAgreement(desk, 'all')).independent).toMatchObject({ units: 4, nominal: null, unanimous: 4 })

  const { claimId: apart } = await read(author, reader, 'true', 'false')
  await read(author, reader, 'satire', 'satire', false)
  const figures = await loadAgreement(desk, 'all')
  expect(figures.independent).toMatchObject({ units: 5, readings: 10, unanimous: 4, ordinalUnits: 4, ordinal: null })
  expect(figures.independent.nominal).toBeCloseTo(1 - 0.2 / (1 - 16 / 90), 12)
  expect(figures.differing.map(({ claim }) => claim.id)).toEqual([apart])
  expect(figures.pairs).toMatchObject([{ units: 5, same: 4 }])
  // Who saw the first rating is counted apart.
  expect(figures.open).toMatchObject({ units: 1, unanimous: 1 })
  expect((await loadAgreement(desk, '30')).independent.units).toBe(5)

  // A reading under way counts for nobody: it would give the first rating away. Once it is over, what each said first counts,
  // whatever the author makes of it after.
  const { id: claimId } = await aClaim()
  const writer = await deskOf(author)
  const { id } = await draftVerdict(writer, { claimId, ratingCode: 'true', summaryFr: 'Un résumé.' })
  await submitVerdict(writer, { verdictId: id, version: 1, isBlind: true })
  await castReview(await deskOf(reader), { verdictId: id, ratingCode: 'mostly_false' })
  expect((await loadAgreement(desk, 'all')).independent.units).toBe(5)
  await readVerdict(await deskOf(reader), { verdictId: id, version: 2, decision: 'changes_requested', note: 'Non.' })
  expect((await loadAgreement(desk, 'all')).independent.units).toBe(5)
  await changeVerdict(writer, { verdictId: id, version: 3, ratingCode: 'mostly_false', summaryFr: 'Un résumé.' })
  await submitVerdict(writer, { verdictId: id, version: 4, isBlind: false })
  const after = await loadAgreement(desk, 'all')
  expect(after.independent).toMatchObject({ units: 6, unanimous: 4 })
  expect(
    after.differing
      .find(({ claim }) => claim.id === claimId)
      ?.ratings.map(({ rating }) => rating)
      .sort(),
  ).toEqual(['mostly_false', 'true'])
})

test('a reader’s account shows no figures about colleagues', async () => {
  await expect(loadAgreement(await deskOf(await aPerson({ role: 'reader' })), 'all')).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(await deskDb().review.count()).toBeGreaterThan(0)
})
