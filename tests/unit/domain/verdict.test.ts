import { describe, expect, test } from 'vitest'
import { applyVerdictEvent, type PublicationCheck, publicationFaults, type VerdictEvent } from '@/lib/domain/verdict'
import { dependencyRows, VerdictInput } from '@/lib/domain/verdict-input'
import { VERDICT_STATES, type VerdictState } from '@/lib/domain/vocabulary'

/** What each event leads to from each state, in the order of VERDICT_STATES; null: it may not happen now. */
const TABLE: Record<VerdictEvent['kind'], (VerdictState | null)[]> = {
  //             draft             second_reading    published         needs_rereview    corrected         withdrawn
  edited: ['draft', 'draft', 'published', 'needs_rereview', 'corrected', null],
  submitted: ['second_reading', null, 'second_reading', 'second_reading', 'second_reading', null],
  approved: [null, 'second_reading', null, null, null, null],
  changes_requested: [null, 'draft', null, null, null, null],
  published: ['published', 'published', null, null, null, null],
  dependency_changed: ['draft', 'second_reading', 'needs_rereview', 'needs_rereview', 'needs_rereview', 'withdrawn'],
  upheld: [null, null, null, 'published', null, null],
  withdrawn: [null, null, 'withdrawn', 'withdrawn', 'withdrawn', null],
  unsent: [null, 'draft', null, null, null, null],
  unread: ['second_reading', 'second_reading', null, null, null, null],
}
const event = (kind: VerdictEvent['kind']): VerdictEvent => (kind === 'unsent' ? { kind, to: 'draft' } : { kind })
test.each(Object.entries(TABLE) as [VerdictEvent['kind'], (VerdictState | null)[]][])(
  '%s leads from each state where the table says',
  (kind, row) => {
    expect(VERDICT_STATES.map((state) => applyVerdictEvent(state, event(kind)))).toEqual(row)
  },
)
test('nothing happens to what was withdrawn', () => {
  for (const kind of Object.keys(TABLE) as VerdictEvent['kind'][])
    expect([null, 'withdrawn']).toContain(applyVerdictEvent('withdrawn', event(kind)))
})
test('a verdict is not taken back into the second reading it is in', () => {
  expect(applyVerdictEvent('second_reading', { kind: 'unsent', to: 'second_reading' })).toBeNull()
  expect(applyVerdictEvent('second_reading', { kind: 'unsent', to: 'needs_rereview' })).toBe('needs_rereview')
})
test('an event nobody knows is a bug, and is said', () => {
  expect(() => applyVerdictEvent('draft', { kind: 'eaten' } as never)).toThrow(/unhandled/)
})

describe('a verdict may be published', () => {
  const READY: PublicationCheck = {
    authorId: 'a',
    secondReaderId: 'b',
    fourEyes: true,
    evidenceCount: 1,
    noEvidenceReasonFr: null,
    noEvidenceReasonEn: null,
    summaryFr: 'Oui.',
    summaryEn: null,
    publishedVersions: 0,
    correction: null,
  }
  const CORRECTION = { severity: 'correction', whatWasWrongFr: 'Une date.', whatWasWrongEn: null } as const
  const may: Record<string, Partial<PublicationCheck>> = {
    'when two people read it and it stands on evidence': {},
    'without evidence, with a reason': { evidenceCount: 0, noEvidenceReasonFr: 'Aucune pièce.' },
    'without evidence, with a reason in English alone': { evidenceCount: 0, noEvidenceReasonEn: 'No evidence.' },
    'in English only': { summaryFr: null, summaryEn: 'Yes.' },
    'by its author alone where the house allows it': { fourEyes: false, secondReaderId: null },
    'again, with a correction': { publishedVersions: 1, correction: CORRECTION },
    'again, with a correction in English only': {
      publishedVersions: 2,
      correction: { ...CORRECTION, whatWasWrongFr: null, whatWasWrongEn: 'A date.' },
    },
  }
  test.each(Object.entries(may))('%s', (_sentence, more) => {
    expect(publicationFaults({ ...READY, ...more })).toEqual([])
  })

  const mayNot: Record<string, [Partial<PublicationCheck>, string[]]> = {
    'when nobody else read it': [{ secondReaderId: null }, ['secondReader: needs_second_reader']],
    'when its author read it': [{ secondReaderId: 'a' }, ['secondReader: second_reader_is_author']],
    'when its author read it, even where the house allows one person': [
      { fourEyes: false, secondReaderId: 'a' },
      ['secondReader: second_reader_is_author'],
    ],
    'without evidence or reason': [{ evidenceCount: 0 }, ['noEvidenceReason: evidence_or_reason']],
    'without evidence, with a blank reason': [
      { evidenceCount: 0, noEvidenceReasonFr: ' \n', noEvidenceReasonEn: '' },
      ['noEvidenceReason: evidence_or_reason'],
    ],
    'when it says nothing': [{ summaryFr: ' ', summaryEn: '' }, ['summary: required']],
    'again, without a correction': [{ publishedVersions: 1 }, ['correction: needs_correction']],
    'again, with a correction that says nothing': [
      { publishedVersions: 1, correction: { ...CORRECTION, whatWasWrongFr: ' ' } },
      ['correction: needs_correction'],
    ],
    'and every reason is named at once': [
      { secondReaderId: null, evidenceCount: 0, summaryFr: null, publishedVersions: 1 },
      [
        'secondReader: needs_second_reader',
        'noEvidenceReason: evidence_or_reason',
        'summary: required',
        'correction: needs_correction',
      ],
    ],
  }
  test.each(Object.entries(mayNot))('not %s', (_sentence, [more, faults]) => {
    expect(publicationFaults({ ...READY, ...more }).map(({ field, reason }) => `${field}: ${reason}`)).toEqual(faults)
  })
})

test('what a verdict stands on is one row per thing, each with one subject', () => {
  let n = 0
  const rows = dependencyRows({ conflictIds: ['x', 'y'], evidenceIds: ['e'], sourceIds: [] }, () => `${++n}`)
  expect(rows).toEqual([
    { id: '1', conflictId: 'x', evidenceId: null, sourceId: null },
    { id: '2', conflictId: 'y', evidenceId: null, sourceId: null },
    { id: '3', conflictId: null, evidenceId: 'e', sourceId: null },
  ])
})
test('a verdict with no words yet has a rating, and nothing else is made up', () => {
  expect(VerdictInput.parse({ ratingCode: 'disputed' })).toMatchObject({
    summaryFr: null,
    noEvidenceReasonFr: null,
    noEvidenceReasonEn: null,
    dependsOn: { conflictIds: [], evidenceIds: [], sourceIds: [] },
  })
})
