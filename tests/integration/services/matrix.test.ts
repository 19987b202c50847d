import { beforeAll, describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { Fault } from '@/lib/domain/fault'
import type { Actor } from '@/lib/domain/permission'
import { addStatement } from '@/lib/services/add-statement'
import { changeEvent } from '@/lib/services/change-event'
import { changeStatement } from '@/lib/services/change-statement'
import { deprecateStatement } from '@/lib/services/deprecate-statement'
import { loadDeskConflictNew } from '@/lib/services/load-desk-conflict-new'
import { loadDeskEvent } from '@/lib/services/load-desk-event'
import { aClaim, aConflict, anEvent, aPerson, deskOf } from '@/tests/support/factories'

const faultOf = async (work: Promise<unknown>): Promise<Fault> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Fault)) throw error ?? new Error('nothing was refused')
  return error
}
let reviewer: Actor
const desk = () => deskOf(reviewer)
const statement = (id: string) => deskDb().statement.findUniqueOrThrow({ where: { id } })

beforeAll(async () => {
  reviewer = await aPerson()
})

describe('a silent cell', () => {
  test('takes what the passage says, with words that stand in it letter for letter', async () => {
    const { occurrenceId, eventId } = await aClaim()
    const { id } = await addStatement(await desk(), {
      occurrenceId,
      property: 'act',
      value: 'prise',
      words: 'ont pris',
    })
    expect(await statement(id)).toMatchObject({ eventId, propertyCode: 'act', words: 'ont pris', rank: 'normal' })
  })

  test('refuses words that are not in the passage', async () => {
    const { occurrenceId } = await aClaim()
    const fault = await faultOf(
      addStatement(await desk(), { occurrenceId, property: 'act', value: 'prise', words: 'ont quitté' }),
    )
    expect(fault.fields).toEqual([{ field: 'words', reason: 'quote_not_in_text' }])
  })

  test('is not for a reader to fill', async () => {
    const { occurrenceId } = await aClaim()
    const reader = await deskOf(await aPerson({ role: 'reader' }))
    expect((await faultOf(addStatement(reader, { occurrenceId, property: 'act', value: 'x', words: null }))).code).toBe(
      'forbidden',
    )
  })
})

describe('a cell read otherwise', () => {
  test('keeps the reading before, set aside with its reason, and its place in an open conflict', async () => {
    const { claims } = await aConflict()
    const before = claims[0].statementIds[0] as string
    const { id } = await changeStatement(await desk(), {
      statementId: before,
      version: 1,
      value: 'Kona, au sud',
      words: 'Kona',
      reason: 'Mauvaise lecture.',
    })
    expect(await statement(before)).toMatchObject({ rank: 'deprecated', rankReason: 'Mauvaise lecture.', version: 2 })
    expect(await deskDb().positionStatement.count({ where: { statementId: id } })).toBe(1)
    const kept = await deskDb().revision.findMany({ where: { entity: 'statements', entityId: before } })
    expect(kept).toHaveLength(2)
  })

  test('may leave the conflict as it was', async () => {
    const { claims } = await aConflict()
    const { id } = await changeStatement(await desk(), {
      statementId: claims[1].statementIds[0] as string,
      version: 1,
      value: 'Konna',
      words: null,
      reason: 'Autre chose.',
      keepsSides: false,
    })
    expect(await deskDb().positionStatement.count({ where: { statementId: id } })).toBe(0)
  })

  test('shows whoever comes second both texts, and loses neither', async () => {
    const { statementIds, occurrenceId } = await aClaim()
    const change = { statementId: statementIds[0] as string, version: 1, words: 'Konna', reason: 'Relu.' }
    await changeStatement(await desk(), { ...change, value: 'Konna (ville)' })
    const second = { ...change, value: 'Konna (cercle de Mopti)' }
    const fault = await faultOf(changeStatement(await desk(), second))
    expect(fault.code).toBe('stale')
    expect(fault.collision).toMatchObject({ version: 2, theirs: { value: 'Konna (ville)', words: 'Konna' } })
    // Having seen it, the second may still replace it; all three readings are kept, one stands.
    await changeStatement(await desk(), { ...second, version: fault.collision?.version as number })
    const all = await deskDb().statement.findMany({ where: { occurrenceId }, orderBy: { id: 'asc' } })
    expect(all.map(({ value, rank }) => `${value} ${rank}`)).toEqual([
      'Konna deprecated',
      'Konna (ville) deprecated',
      'Konna (cercle de Mopti) normal',
    ])
  })

  test('is refused without a reason', async () => {
    const { statementIds } = await aClaim()
    const fault = await faultOf(
      changeStatement(await desk(), {
        statementId: statementIds[0] as string,
        version: 1,
        value: 'x',
        words: null,
        reason: ' ',
      }),
    )
    expect(fault.fields).toEqual([{ field: 'reason', reason: 'required' }])
  })

  test('may be set aside with nothing in its place', async () => {
    const { statementIds } = await aClaim()
    const statementId = statementIds[0] as string
    await deprecateStatement(await desk(), { statementId, version: 1, reason: 'Le passage ne dit pas cela.' })
    expect((await statement(statementId)).rank).toBe('deprecated')
    expect((await faultOf(deprecateStatement(await desk(), { statementId, version: 1, reason: 'Encore.' }))).code).toBe(
      'stale',
    )
  })
})

describe('an event', () => {
  test('changes under the version that was seen; a stale change gets both', async () => {
    const { id, slug } = await anEvent()
    const change = { eventId: id, version: 1, titleFr: 'La prise', titleEn: 'The capture', placeId: '' }
    const when = { words: 'jeudi', edtf: '2013-01-10', basis: 'inferred' as const }
    await changeEvent(await desk(), { ...change, when })
    const { record } = await loadDeskEvent(await desk(), slug)
    expect(record).toMatchObject({ version: 2, date: { edtf: '2013-01-10', from: '2013-01-10', basis: 'inferred' } })
    const fault = await faultOf(changeEvent(await desk(), { ...change, when: { ...when, basis: 'stated' } }))
    expect(fault.collision?.theirs).toMatchObject({ 'when.edtf': '2013-01-10', 'when.basis': 'inferred' })
  })

  test('is given no date without a basis', async () => {
    const { id } = await anEvent()
    const fault = await faultOf(
      changeEvent(await desk(), {
        eventId: id,
        version: 1,
        titleFr: 'a',
        titleEn: 'b',
        placeId: '',
        when: { words: null, edtf: '2013-01-10', basis: 'unknown' },
      }),
    )
    expect(fault.fields[0]).toMatchObject({ field: 'when.basis', reason: 'date_needs_basis' })
  })
})

test('cells ticked in the matrix come back side by side, equal values on one side', async () => {
  const first = await aClaim()
  const { eventId, dispatchVersionId, chain } = first
  const same = { eventId, dispatchVersionId, chain }
  const second = await aClaim({
    ...same,
    quote: { exact: 'ont pris Kona' },
    statements: [{ property: 'place_spelling', value: 'Kona' }],
  })
  const third = await aClaim({ ...same, quote: { exact: 'ils ont pris Konna' } })
  const other = await aClaim({ ...same, quote: { exact: 'jeudi' }, statements: [{ property: 'time', value: 'jeudi' }] })
  const statements = [first, second, third, other].flatMap(({ statementIds }) => statementIds)
  const found = await loadDeskConflictNew(await desk(), {
    claims: [],
    statements,
    search: '',
    event: null,
    property: null,
  })
  expect(found.property).toBe('place_spelling')
  expect(found.rows.map(({ statement: it }) => it?.value).sort()).toEqual(['Kona', 'Konna', 'Konna'])
  expect([...found.suggested.sides].sort()).toEqual(['Kona', 'Konna'])
})
