import { describe, expect, test } from 'vitest'
import { isOverdue, isRecorded, missingSidesOf, nextStates, requestFaults } from '@/lib/domain/missing-side'
import type { OccurrenceView } from '@/lib/domain/record'
import { isSaidBefore } from '@/lib/domain/stale'
import { lastDayOf, readVagueDate, UNKNOWN_DATE, type VagueDate } from '@/lib/domain/vague-date'
import { occurrence, occurrences } from '../present/mali'

const parties = (from: readonly OccurrenceView[]) => missingSidesOf(from).map(({ party }) => party)

describe('who is spoken about and never quoted', () => {
  test('is found in the sample: the army is, the speakers are not', () => {
    const found = parties(occurrences).map((it) => it.toLocaleLowerCase())
    expect(found.some((it) => it.includes('armée'))).toBe(true)
    expect(found).not.toContain('serge daniel')
    expect(found).not.toContain('ansar dine') // Dardar speaks for it.
  })

  test('an article, a case or an accent makes no other party', () => {
    const of = (ref: string, actor: string) => ({ ...occurrence(ref), id: `${ref} ${actor}`, actors: [actor] })
    const sides = missingSidesOf([of('C05', "l'armée"), of('C08', 'L’Armee'), of('C14', 'Abdou DARDAR')])
    expect(sides.map(({ party, passages }) => [party, passages.length])).toEqual([["l'armée", 2]])
  })

  test('whoever only prints is not heard as a side', () => {
    const narration = { ...occurrence('C03'), actors: ['FRANCE 24'] }
    expect(parties([narration])).toEqual(['FRANCE 24'])
  })

  test('is known in the ledger whatever article it was written with', () => {
    expect(isRecorded("L'armée", ['armée'])).toBe(true)
    expect(isRecorded("L'armée", ['les rebelles'])).toBe(false)
  })
})

describe('a request for comment', () => {
  const empty = { askedAt: null, dueAt: null, answer: null, answeredAt: null }
  test('is asked before it is answered', () => {
    expect(nextStates('to_ask')).toEqual(['to_ask', 'asked'])
    expect(requestFaults('to_ask', { ...empty, state: 'answered' }).map(({ field }) => field)).toContain('state')
  })
  test('needs the day it was asked, and the answer when there is one', () => {
    expect(requestFaults('to_ask', { ...empty, state: 'asked' })).toEqual([{ field: 'askedAt', reason: 'required' }])
    const answered = { ...empty, state: 'answered' as const, askedAt: '2026-11-20' }
    expect(requestFaults('asked', answered).map(({ field }) => field)).toEqual(['answer', 'answeredAt'])
    expect(
      requestFaults('asked', { ...answered, answer: 'Non.', answeredAt: '2026-11-19' }).map((it) => it.field),
    ).toEqual(['answeredAt'])
  })
  test('is overdue the day after its day, and only while nobody answered', () => {
    expect(isOverdue({ state: 'asked', dueAt: '2026-11-25' }, '2026-11-26')).toBe(true)
    expect(isOverdue({ state: 'asked', dueAt: '2026-11-26' }, '2026-11-26')).toBe(false)
    expect(isOverdue({ state: 'asked', dueAt: null }, '2026-11-26')).toBe(false)
    expect(isOverdue({ state: 'answered', dueAt: '2026-11-25' }, '2026-11-26')).toBe(false)
  })
})

describe('said before the event, printed after it', () => {
  const when = (edtf: string | null): VagueDate => {
    if (edtf === null) return UNKNOWN_DATE
    const read = readVagueDate('date', { edtf, basis: 'stated' })
    if ('reason' in read) throw new Error(edtf)
    return read
  }
  const passage = (spoken: string | null, printed: string | null) => {
    const base = occurrence('C14')
    return {
      chain: base.chain.map((hop) => ({ ...hop, spokenBy: lastDayOf(spoken) })),
      dispatch: { ...base.dispatch, published: when(printed) },
    }
  }
  test.each<[string, string | null, string | null, string | null, boolean]>([
    ['a day before', '2013-01-09', '2013-01-10', '2013-01-11', true],
    ['an interval wholly before', '2013-01-07/2013-01-09', '2013-01-10', '2013-01-11', true],
    ['an interval that reaches into the event', '2013-01-09/2013-01-10', '2013-01-10', '2013-01-11', false],
    ['the same day', '2013-01-10', '2013-01-10', '2013-01-11', false],
    ['printed before the event', '2013-01-09', '2013-01-20', '2013-01-11', false],
    ['nobody knows when it was said', null, '2013-01-10', '2013-01-11', false],
    ['nobody knows when the event was', '2013-01-09', null, '2013-01-11', false],
    ['nobody knows when it was printed', '2013-01-09', '2013-01-10', null, false],
    ['an event that is only approximate', '2013-01-09', '2013-01-10~', '2013-01-11', false],
    ['an open end', '2013-01-07/..', '2013-01-10', '2013-01-11', false],
  ])('%s', (_sentence, spoken, event, printed, isStale) => {
    expect(isSaidBefore(passage(spoken, printed), { date: when(event) })).toBe(isStale)
  })
})
