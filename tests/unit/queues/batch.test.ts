import { describe, expect, test } from 'vitest'
import { type BatchRow, readPicks, rowsToWrite } from '@/lib/domain/batch'
import { ClaimsForm, claimsChangeOf, selectionOf } from '@/lib/domain/batch-form'
import { Fault } from '@/lib/domain/fault'

const at = new Date('2026-03-14T09:00:00Z')
const row = (ref: string, version = 1, minutes = 0): BatchRow => ({
  id: ref,
  ref,
  version,
  updatedAt: new Date(at.getTime() + minutes * 60_000),
  by: 'Awa',
})
const picked = (...rows: [string, number][]) => rows.map(([id, version]) => ({ id, version }))
const refusal = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    if (error instanceof Fault) return error.collision?.theirs
    throw error
  }
  return null
}

describe('rows ticked one by one', () => {
  test('are written when each is as it was seen', () =>
    expect(
      rowsToWrite('claims', { picked: picked(['C1', 1], ['C2', 3]), matching: null, others: false }, [
        row('C1'),
        row('C2', 3),
      ]),
    ).toHaveLength(2))
  test('are all refused when one was changed since, which is named with its last hand', () =>
    expect(
      refusal(() =>
        rowsToWrite('claims', { picked: picked(['C1', 1], ['C2', 3]), matching: null, others: false }, [
          row('C1', 2),
          row('C2', 3),
        ]),
      ),
    ).toMatchObject({ changed: [{ ref: 'C1', by: 'Awa' }], gone: 0, left: 1 }))
  test('are refused when one went away', () =>
    expect(
      refusal(() =>
        rowsToWrite('claims', { picked: picked(['C1', 1], ['C2', 1]), matching: null, others: false }, [row('C1')]),
      ),
    ).toMatchObject({ changed: [], gone: 1, left: 1 }))
  test('leave out what changed when the others are asked for', () =>
    expect(
      rowsToWrite('claims', { picked: picked(['C1', 1], ['C2', 3]), matching: null, others: true }, [
        row('C1', 2),
        row('C2', 3),
      ]).map(({ ref }) => ref),
    ).toEqual(['C2']))
})

describe('all that a filter means', () => {
  const matching = { query: 'status=to_review', count: 2, seenAt: at }
  test('is written when it is as many as were counted, and none changed since', () =>
    expect(rowsToWrite('claims', { picked: [], matching, others: false }, [row('C1'), row('C2', 9)])).toHaveLength(2))
  test.each([
    ['one more came', [row('C1'), row('C2'), row('C3')]],
    ['one fewer is there', [row('C1')]],
    ['one was changed since', [row('C1'), row('C2', 2, 1)]],
  ])('is refused when %s', (_, rows) =>
    expect(refusal(() => rowsToWrite('claims', { picked: [], matching, others: false }, rows))).not.toBeNull(),
  )
  test('names fifty changed rows at most, and counts the others', () => {
    const rows = Array.from({ length: 80 }, (_, i) => row(`C${i}`, 2, 1))
    const theirs = refusal(() =>
      rowsToWrite('claims', { picked: [], matching: { ...matching, count: 80 }, others: false }, rows),
    ) as { changed: unknown[]; more: number }
    expect([theirs.changed.length, theirs.more]).toEqual([50, 30])
  })
})

describe('the form over a list', () => {
  const form = (more: Record<string, unknown>) =>
    ClaimsForm.parse({ lang: 'fr', count: '2', seenAt: at.toISOString(), query: '', ...more })
  test('reads one box as well as many, and nothing else', () => {
    const id = '01a21611-cefd-7000-a3be-1b156b649f70'
    expect(readPicks(`${id}:3:C14`)).toEqual([{ id, version: 3, ref: 'C14' }])
    expect(readPicks([`${id}:3:C14`, 'x', `${id}:3:C14:9`, `${id}:-1:C14`])).toHaveLength(1)
    expect(readPicks(undefined)).toEqual([])
  })
  test('takes the whole filter only when its box is ticked', () => {
    expect(selectionOf(form({}))).toEqual({ picked: [], others: false })
    expect(selectionOf(form({ all: 'on', others: 'on' }))).toMatchObject({ matching: { count: 2 }, others: true })
  })
  test('knows me, nobody and nothing chosen apart', () => {
    expect(claimsChangeOf(form({ do: 'assign', assigneeId: 'me' }), 'an-id')).toMatchObject({ assigneeId: 'an-id' })
    expect(claimsChangeOf(form({ do: 'assign', assigneeId: 'none' }), 'an-id')).toMatchObject({ assigneeId: null })
    expect(() => claimsChangeOf(form({ do: 'assign' }), 'an-id')).toThrow(Fault)
    expect(() => claimsChangeOf(form({ do: 'none' }), 'an-id')).toThrow(Fault)
  })
})
