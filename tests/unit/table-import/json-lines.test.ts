import { describe, expect, test } from 'vitest'
import { TableFault } from '@/lib/domain/table-file'
import { areJsonLines, jsonLinesReader } from '@/lib/domain/table-json'

const read = (text: string) => jsonLinesReader(text)(text, true)
const line = (it: unknown) => `${JSON.stringify(it)}\n`

describe('JSON Lines are a table', () => {
  test('whose columns are the keys, and whose rows have the number of their line', () => {
    expect(
      read(`\ufeff${line({ key: 'K1', statement_fr: 'Un puits' })}\n${line({ key: 2, event: null, isOpen: true })}`),
    ).toEqual([
      { row: 0, line: 0, cells: ['key', 'statement_fr', 'event', 'isOpen'], fault: null },
      { row: 1, line: 1, cells: ['K1', 'Un puits', '', ''], fault: null },
      { row: 3, line: 3, cells: ['2', '', '', 'true'], fault: null },
    ])
  })

  test('with chains, lists and events as claims.csv writes them', () => {
    const record = {
      attribution_chain: [
        { source: 'Abdou Dardar', role: 'speaker', scope: 'explicit' },
        { source: 'AFP', role: 'agency', scope: 'ambiguous' },
        { source: null, role: 'outlet' },
      ],
      quote_scope: ['partial', 'elided'],
      actors: ['Ansar Dine', 'MUJAO'],
      event: { slug: 'prise-de-kona-konna', fr: 'Prise' },
      other: { a: [1] },
    }
    expect(read(line(record))[1]?.cells).toEqual([
      'Abdou Dardar (speaker) > AFP (agency, ambiguous) > … (outlet)',
      'partial elided',
      'Ansar Dine | MUJAO',
      'prise-de-kona-konna',
      '{"a":[1]}',
    ])
  })

  test.each([
    ['{"a":', 'not_json'],
    ['[1]', 'not_json'],
    ['"a"', 'not_json'],
    ['{"a":"\\u0000"}', 'nul_character'],
  ])('a line %s is refused as %s, and no other', (text, fault) => {
    expect(read(`${line({ a: 'x' })}${text}\n${line({ a: 'y' })}`).map((it) => it.fault)).toEqual([
      null,
      null,
      fault,
      null,
    ])
  })

  test('a key that comes up after the beginning is not lost without a word', () => {
    const reader = jsonLinesReader(line({ a: 'x' }))
    reader(line({ a: 'x' }), false)
    expect(reader(line({ a: 'y', b: 'z' }), true)).toMatchObject([{ fault: 'field_count' }])
  })

  test('cut anywhere, the same rows come out', () => {
    const text = line({ a: 'é 😀', b: 1 }) + line({ a: null, b: [2, 3] })
    for (let at = 0; at <= text.length; at++) {
      const reader = jsonLinesReader(text)
      expect([...reader(text.slice(0, at), false), ...reader(text.slice(at), true)]).toEqual(read(text))
    }
  })

  test('a line that never ends is refused before it fills the memory', () => {
    const reader = jsonLinesReader(line({ a: 'x' }))
    expect(() => reader(`{"a":"${'x'.repeat(2_100_000)}`, false)).toThrow(TableFault)
  })
})

test('a table in braces is no JSON Lines', () => {
  expect(areJsonLines('{"claim_id":"C14"}')).toBe(true)
  expect(areJsonLines('{claim},{place}\n')).toBe(false)
  expect(areJsonLines('claim_id;quote\n')).toBe(false)
})
