import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { deskDb, publicDb, transactionAs } from '@/lib/data/db'
import { ruleCounts } from '@/lib/data/rule-counts'
import { dismissSuggestion } from '@/lib/services/dismiss-suggestion'
import { loadPublicRuleFigures } from '@/lib/services/load-public'
import { proposeSuggestions } from '@/lib/services/propose-suggestions'
import { aDispatch, aPerson, deskOf } from '@/tests/support/factories'

const NOWHERE = { placeIds: () => new Set<number>() }
const TEXT = 'Les combats ont cessé dans la ville, selon le maire de la commune.'

/** Somebody dismisses this many suggestions of one rule. */
async function dismissed(rule: string, many: number) {
  const { versionId } = await aDispatch()
  const person = await aPerson()
  const desk = await deskOf(person)
  const ids = Array.from({ length: many }, () => desk.newId())
  await transactionAs(deskDb(), person.id, (tx) =>
    tx.suggestion.createMany({
      data: ids.map((id) => ({
        ...{ id, dispatchVersionId: versionId, kind: 'claim', rule, ruleset: 'test', fingerprint: randomUUID() },
        confidence: 0.5,
        value: {
          ...{ kind: 'claim', language: 'fr', content: [{ start: 0, end: 3 }], type: 'indirect', cue: null },
          ...{ source: null, sourceName: null, via: [], cueClass: 'say', hedged: false },
        },
      })),
    }),
  )
  for (const suggestionId of ids) await dismissSuggestion(desk, { suggestionId, version: 1 })
}
const proposedRules = async () => {
  const { versionId } = await aDispatch({ text: `${TEXT}\n${randomUUID()}` })
  await proposeSuggestions(await deskOf(await aPerson()), { dispatchVersionId: versionId }, NOWHERE)
  const rows = await deskDb().suggestion.findMany({ where: { dispatchVersionId: versionId } })
  return rows.filter(({ kind }) => kind === 'claim').map(({ rule }) => rule)
}

test('a rule whose suggestions are dismissed twenty times stops proposing, and everyone may see why', async () => {
  expect(await proposedRules()).toContain('according')
  await dismissed('according', 25)
  expect(await proposedRules()).not.toContain('according')
  const line = (await loadPublicRuleFigures()).find(({ rule }) => rule === 'according')
  expect(line).toMatchObject({ dismissed: 25, decided: 25, isQuiet: true })
})

test('a stranger reads the numbers and none of the suggestions', async () => {
  expect((await ruleCounts(publicDb())).length).toBeGreaterThan(0)
  await expect(publicDb().suggestion.findMany({ select: { id: true } })).rejects.toThrow(/permission denied/)
})
