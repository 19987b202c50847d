import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { insertPairs, openPairs } from '@/lib/data/pairing'
import { ruleCounts } from '@/lib/data/rule-counts'
import { RULESET } from '@/lib/domain/suggest/ruleset'
import { changeClaim } from '@/lib/services/change-claim'
import { dismissSuggestion } from '@/lib/services/dismiss-suggestion'
import { loadPairs } from '@/lib/services/load-pairs'
import { loadSuggestedConflict } from '@/lib/services/load-suggested-conflict'
import { markConflict } from '@/lib/services/mark-conflict'
import { relateClaims } from '@/lib/services/relate-claims'
import { pairRound } from '@/lib/web/job-round'
import { takeBack } from '@/lib/web/take-back'
import { aClaim, aPerson, deskOf } from '@/tests/support/factories'

const db = deskDb()
const pairsOf = async (id: string) => {
  await pairRound()
  return openPairs(db, id, 20)
}
/** A place nobody else writes about, so that only the two claims of a test meet. */
const aPlace = () => `Tessa${randomUUID().replace(/[^a-f]/g, '')}lit`
const again = (claimId: string) => db.$executeRaw`insert into claims_to_pair (claim_id) values (${claimId}::uuid)`
const countsOf = async (rule: string) => {
  const found = (await ruleCounts(db)).find((it) => it.rule === rule)
  return { accepted: 0, edited: 0, dismissed: 0, ...found }
}

/** Two claims that say the same of a place, and the proposal that they do. */
async function aMatch() {
  const place = aPlace()
  const old = await aClaim({ statementFr: `Le gouverneur de ${place} a quitté la ville avant le combat.` })
  const fresh = await aClaim({ statementFr: `Avant le combat, le gouverneur de ${place} a quitté la ville.` })
  const [pair] = await pairsOf(fresh.id)
  if (!pair) throw new Error('no pair was proposed')
  return { old, fresh, pair, desk: await deskOf(await aPerson()) }
}
/** Two claims that count the dead of a place differently, and the proposal that they do. */
async function aDisagreement() {
  const place = aPlace()
  const old = await aClaim({ statementFr: `L’attaque de ${place} a fait 12 morts parmi les soldats.` })
  const fresh = await aClaim({ statementFr: `L’attaque de ${place} a fait 30 morts parmi les soldats.` })
  const [pair] = await pairsOf(fresh.id)
  if (!pair) throw new Error('no pair was proposed')
  return { old, fresh, pair, desk: await deskOf(await aPerson()) }
}

test('a new claim meets an old one that gives another number, and nothing is proposed twice', async () => {
  const { old, fresh, pair } = await aDisagreement()
  expect(pair).toMatchObject({
    value: { kind: 'conflict', type: 'number', class: 'contradiction', quotes: ['12 morts', '30 morts'] },
    a: { ref: old.ref },
    b: { ref: fresh.ref },
  })
  await again(fresh.id)
  expect(await pairsOf(fresh.id)).toHaveLength(1)
})

test('a changed claim is compared anew, spellings of one name aside', async () => {
  const old = await aClaim({ statementFr: 'Le gouverneur de Konna a quitté la ville avant le combat.' })
  const other = await aClaim({ statementFr: 'La pluie a coupé la route.' })
  expect(await pairsOf(other.id)).toEqual([])
  const words = 'Avant le combat, le gouverneur de Kona a quitté la ville.'
  await changeClaim(await deskOf(await aPerson()), { claimId: other.id, version: 1, statementFr: words })
  expect(await pairsOf(other.id)).toMatchObject([{ value: { kind: 'match' }, a: { ref: old.ref } }])
})

test('a match is accepted as a tie between the claims, counted for its rule, and taken back with it', async () => {
  const { old, fresh, pair, desk } = await aMatch()
  const before = await countsOf('same_words')
  const tie = { kind: 'repeats' as const, fromId: fresh.id, toId: old.id }
  const suggestion = { id: pair.id, version: pair.version }
  const { id, undo } = await relateClaims(desk, { ...tie, suggestion })
  expect(await countsOf('same_words')).toMatchObject({ accepted: before.accepted + 1 })
  expect(await pairsOf(fresh.id)).toEqual([])

  await takeBack(desk, undo, 'Reprise.')
  expect(await db.claimRelation.findUnique({ where: { id } })).toMatchObject({ endedAt: expect.any(Date) })
  expect(await countsOf('same_words')).toMatchObject({ accepted: before.accepted })
  const [open] = await pairsOf(fresh.id)
  expect(open).toMatchObject({ id: pair.id, version: pair.version + 2 })

  // The same tie once more: the one that was taken back does not stand in its way.
  await relateClaims(desk, { ...tie, suggestion: { id: pair.id, version: pair.version + 2 } })
  expect(await pairsOf(fresh.id)).toEqual([])
})

test('another tie than the one proposed counts as changed', async () => {
  const { old, fresh, pair, desk } = await aMatch()
  const suggestion = { id: pair.id, version: pair.version }
  await relateClaims(desk, { kind: 'part_of', fromId: old.id, toId: fresh.id, suggestion })
  expect(await db.suggestion.findUnique({ where: { id: pair.id } })).toMatchObject({ status: 'edited' })
})

test('a match answers for its own two claims and no others', async () => {
  const { old, pair, desk } = await aMatch()
  const stranger = await aClaim({})
  const tie = { kind: 'repeats' as const, fromId: stranger.id, toId: old.id }
  const suggestion = { id: pair.id, version: pair.version }
  await expect(relateClaims(desk, { ...tie, suggestion })).rejects.toMatchObject({ code: 'not_found' })
  expect(await db.claimRelation.count({ where: { fromId: stranger.id } })).toBe(0)
})

test('a dismissed pair never returns, whatever rule finds it', async () => {
  const { old, fresh, pair, desk } = await aMatch()
  const { undo } = await dismissSuggestion(desk, { suggestionId: pair.id, version: pair.version, reason: 'Non.' })
  await again(fresh.id)
  expect(await pairsOf(fresh.id)).toEqual([])
  const found = { confidence: 0.9, value: { kind: 'match' as const, why: { fr: 'Autre.', en: 'Other.' } } }
  const [a = '', b = ''] = [old.id, fresh.id].sort()
  const rule = 'another_rule' as 'same_words'
  expect(await insertPairs(db, [{ id: randomUUID(), a, b, ruleset: RULESET, rule, ...found }])).toBe(0)

  await takeBack(desk, undo, 'Reprise.')
  expect(await pairsOf(fresh.id)).toMatchObject([{ id: pair.id }])
})

test('a disagreement fills the form that marks a conflict, and is accepted with it', async () => {
  const { old, fresh, pair, desk } = await aDisagreement()
  const before = await countsOf('other_number')
  expect(await loadSuggestedConflict(desk, pair.id)).toMatchObject({
    id: pair.id,
    value: { type: 'number', class: 'contradiction', why: { fr: expect.stringContaining('12 morts') } },
    quotes: [
      { claimId: old.id, words: '12 morts' },
      { claimId: fresh.id, words: '30 morts' },
    ],
  })
  const { undo, id } = await markConflict(desk, {
    eventId: old.eventId,
    property: 'count',
    type: 'number',
    class: 'contradiction',
    titleFr: 'Douze ou trente ?',
    titleEn: 'Twelve or thirty?',
    positions: [old, fresh].map(({ occurrenceId }, i) => ({
      value: ['12', '30'][i] ?? '',
      newStatements: [{ occurrenceId, value: ['12', '30'][i] ?? '', words: null }],
    })),
    suggestion: { id: pair.id, version: pair.version },
  })
  expect(await countsOf('other_number')).toMatchObject({ accepted: before.accepted + 1 })
  expect(await pairsOf(fresh.id)).toEqual([])
  expect(await loadSuggestedConflict(desk, pair.id)).toBeNull()
  await takeBack(desk, undo, 'Reprise.')
  expect(await db.conflict.findUnique({ where: { id } })).toMatchObject({ status: 'dismissed' })
  expect(await pairsOf(fresh.id)).toMatchObject([{ id: pair.id }])
})

test('who was slower hears who decided, and nothing is written over', async () => {
  const { old, fresh, pair, desk } = await aMatch()
  await dismissSuggestion(await deskOf(await aPerson()), { suggestionId: pair.id, version: pair.version, reason: '' })
  const tie = { kind: 'repeats' as const, fromId: fresh.id, toId: old.id }
  const suggestion = { id: pair.id, version: pair.version }
  await expect(relateClaims(desk, { ...tie, suggestion })).rejects.toMatchObject({
    code: 'stale',
    collision: { theirs: { status: 'dismissed', decidedBy: 'Awa Traoré' } },
  })
  expect(await db.claimRelation.count({ where: { fromId: fresh.id } })).toBe(0)
})

test('a reader sees the pairs and decides about none', async () => {
  const { pair } = await aMatch()
  const reader = await deskOf(await aPerson({ role: 'reader' }))
  const { pairs, mayDecide } = await loadPairs(reader, {})
  expect(pairs.length).toBeGreaterThan(0)
  expect(mayDecide).toEqual({ match: false, conflict: false })
  const dismissal = dismissSuggestion(reader, { suggestionId: pair.id, version: pair.version, reason: '' })
  await expect(dismissal).rejects.toMatchObject({ code: 'forbidden' })
})

test('what was kept before there were types is still read and decided', async () => {
  const [one, two] = [await aClaim({}), await aClaim({})]
  const [claimAId = '', claimBId = ''] = [one.id, two.id].sort()
  const id = randomUUID()
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('recoupe.actor', 'rules', true)`
    const value = { kind: 'conflict', why: { fr: 'Deux chiffres.', en: 'Two figures.' } }
    const rest = { rule: 'other_number', ruleset: '2026-11-26', fingerprint: 'conflict number', confidence: 0.6 }
    await tx.suggestion.create({ data: { id, claimAId, claimBId, kind: 'conflict', value, ...rest } })
  })
  const desk = await deskOf(await aPerson())
  expect(await loadSuggestedConflict(desk, id)).toMatchObject({ value: { type: 'number', class: 'contradiction' } })
  await dismissSuggestion(desk, { suggestionId: id, version: 1, reason: '' })
  expect(await openPairs(db, one.id, 20)).toEqual([])
})

test('a pair somebody has tied together by hand is neither shown nor counted', async () => {
  const { old, fresh, desk } = await aMatch()
  const { waiting: before } = await loadPairs(desk, {})
  await relateClaims(desk, { kind: 'supports', fromId: old.id, toId: fresh.id })
  expect((await loadPairs(desk, {})).waiting).toBe(before - 1)
  expect((await loadPairs(desk, { claimId: fresh.id })).pairs).toEqual([])
})
