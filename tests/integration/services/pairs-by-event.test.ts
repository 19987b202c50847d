import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { openPairs } from '@/lib/data/pairing'
import { addEntity } from '@/lib/services/add-entity'
import { linkEntities } from '@/lib/services/link-entities'
import { loadSuggestedConflict } from '@/lib/services/load-suggested-conflict'
import { markConflict } from '@/lib/services/mark-conflict'
import { pairRound } from '@/lib/web/job-round'
import { aClaim, anEvent, aPerson, deskOf } from '@/tests/support/factories'

const db = deskDb()
const pairsOf = async (id: string) => {
  await pairRound()
  return openPairs(db, id, 20)
}
const again = (claimId: string) => db.$executeRaw`insert into claims_to_pair (claim_id) values (${claimId}::uuid)`
const TAKEN = 'Les islamistes ont pris la ville de Konna.'
const SEIZED = 'Les islamistes se sont emparés de la ville de Konna.'
const aPlace = async () => {
  const label = `Lieu ${randomUUID()}`
  return addEntity(await deskOf(await aPerson()), { kind: 'place', labelFr: label, labelEn: label })
}
/** A claim of an event, dated by its passage. */
const dated = (statementFr: string, eventId: string, edtf: string, words: string | null = null) =>
  aClaim({ statementFr, eventId, when: { words, edtf, basis: 'inferred' } })

test('two claims of one event on other days are met years apart, and accepted as a contradiction over time', async () => {
  const { id: eventId } = await anEvent()
  const old = await dated(TAKEN, eventId, '2013-01-10', 'jeudi')
  const fresh = await dated(SEIZED, eventId, '2014-06-12', 'ont pris Konna')
  const [pair, ...others] = await pairsOf(fresh.id)
  expect(others).toEqual([])
  expect(pair).toMatchObject({
    rule: 'other_date',
    value: { type: 'time', class: 'contradiction' },
    a: { ref: old.ref },
  })

  const desk = await deskOf(await aPerson())
  const proposed = await loadSuggestedConflict(desk, pair?.id ?? '')
  expect(proposed).toMatchObject({
    value: { why: { fr: expect.stringContaining('10 janvier 2013 d’un côté, 12 juin 2014 de l’autre') } },
    quotes: [
      { claimId: old.id, words: 'jeudi' },
      { claimId: fresh.id, words: 'ont pris Konna' },
    ],
  })
  const { id } = await markConflict(desk, {
    ...{ eventId, property: 'time', titleFr: 'Quel jour ?', titleEn: 'Which day?' },
    type: proposed?.value.type ?? 'other',
    class: proposed?.value.class ?? 'gap',
    positions: [old, fresh].map(({ occurrenceId }, i) => ({
      value: ['2013-01-10', '2014-06-12'][i] ?? '',
      newStatements: [{ occurrenceId, value: ['2013-01-10', '2014-06-12'][i] ?? '', words: null }],
    })),
    suggestion: { id: pair?.id ?? '', version: pair?.version ?? 0 },
  })
  expect(await db.conflict.findUnique({ where: { id } })).toMatchObject({ type: 'time', class: 'contradiction' })
  expect(await db.ruleCount.findFirst({ where: { rule: 'other_date' } })).toMatchObject({ accepted: 1 })
  expect(await pairsOf(fresh.id)).toEqual([])
})

test('a day apart, an open end, or the date of the event alone is no other day', async () => {
  const { id: eventId } = await anEvent({ when: { edtf: '2013-01-10', basis: 'inferred' } })
  const old = await dated(TAKEN, eventId, '2013-01-11')
  await dated(SEIZED, eventId, '2012-04~/..')
  const undated = await aClaim({ statementFr: SEIZED, eventId })
  await dated(SEIZED, eventId, '2013-01-10')
  const rules = [...(await pairsOf(old.id)), ...(await pairsOf(undated.id))].map(({ rule }) => rule)
  expect(rules).not.toContain('other_date')
})

test('one passage that leaves its end open leaves the claim open, whatever another passage says', async () => {
  const { id: eventId } = await anEvent()
  const old = await dated(TAKEN, eventId, '2013-01-10')
  const occurrence = await db.occurrence.findUniqueOrThrow({ where: { id: old.occurrenceId } })
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('recoupe.actor', 'test', true)`
    const times = { timeEdtf: '2013-01-09/..', timeFrom: new Date('2013-01-09'), timeTo: null }
    await tx.occurrence.create({ data: { ...occurrence, id: randomUUID(), ...times } })
  })
  const fresh = await dated(SEIZED, eventId, '2013-01-20')
  expect((await pairsOf(fresh.id)).map(({ rule }) => rule)).not.toContain('other_date')
})

test('two places of one event are in tension, until somebody says they are one', async () => {
  const [here, there] = [await aPlace(), await aPlace()]
  const { id: eventId } = await anEvent({ placeId: here.id })
  const old = await aClaim({ statementFr: TAKEN, eventId, placeId: here.id })
  const fresh = await aClaim({ statementFr: SEIZED, eventId, placeId: there.id })
  expect(await pairsOf(fresh.id)).toMatchObject([
    { rule: 'other_place', value: { type: 'place', class: 'tension' }, a: { ref: old.ref } },
  ])

  const reason = 'Deux noms d’une même ville.'
  await linkEntities(await deskOf(await aPerson()), {
    ...{ fromId: here.id, toId: there.id, relation: 'same', reasonFr: reason },
  })
  const third = await aClaim({ statementFr: SEIZED, eventId, placeId: there.id })
  await again(old.id)
  const rules = (await pairsOf(third.id)).map(({ rule }) => rule)
  expect(rules).not.toContain('other_place')
})
