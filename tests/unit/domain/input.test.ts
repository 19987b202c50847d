import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Fault, invalid } from '@/lib/domain/fault'
import {
  line,
  oneOf,
  optionalLine,
  optionalProse,
  optionalQuoted,
  optionalUuid,
  prose,
  quoted,
  readInput,
  slug,
  uuid,
  version,
  webAddress,
} from '@/lib/domain/input'

const ID = '017f22e2-79b0-7cc3-98c4-dc0c0c07398f'
/** What becomes of one value in a field called `it`: the value, or "field: reason". */
const read = (schema: z.ZodType, value: unknown, field = 'it') => {
  try {
    return (
      readInput(z.strictObject({ [field]: schema }), value === undefined ? {} : { [field]: value }) as Record<
        string,
        unknown
      >
    )[field]
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    expect(error.code).toBe('invalid')
    return error.fields.map((it) => `${it.field}: ${it.reason}`).join(', ')
  }
}

const cases: [what: string, schema: z.ZodType, value: unknown, outcome: unknown][] = [
  ['a line without the space around it', line(), '  Konna \n', 'Konna'],
  ['a line that is not there', line(), undefined, 'it: required'],
  ['a null line', line(), null, 'it: required'],
  ['a line that is a number', line(), 3, 'it: required'],
  ['an empty line', line(), '', 'it: required'],
  ['a blank line', line(), ' \u00a0\n', 'it: required'],
  ['a line of 1,000 emoji', line(), '😀'.repeat(1_000), '😀'.repeat(1_000)],
  ['a line of 1,001 letters', line(), 'x'.repeat(1_001), 'it: too_long'],
  ['a line with U+0000', line(), 'a\u0000', 'it: nul_character'],
  ['a line with a lone surrogate', line(), 'a\udfff', 'it: lone_surrogate'],
  ['a line with a bell', line(), 'a\u0007', 'it: control_character'],
  ['a line whose accents are composed otherwise', line(), 'e\u0301', 'e\u0301'],
  ['an absent optional line', optionalLine(), undefined, null],
  ['an empty optional line', optionalLine(), '', null],
  ['a blank optional line', optionalLine(), '  ', null],
  ['an optional line with U+0000', optionalLine(), 'a\u0000', 'it: nul_character'],
  ['a long prose', prose(), 'x'.repeat(20_000), 'x'.repeat(20_000)],
  ['a prose too long', prose(), 'x'.repeat(20_001), 'it: too_long'],
  ['a blank prose', prose(), '\n\n', 'it: required'],
  ['a blank optional prose', optionalProse(), '\n', null],
  ['quoted words with every space', quoted(10), '  a\u00a0b ', '  a\u00a0b '],
  ['quoted words too long', quoted(3), 'abcd', 'it: too_long'],
  ['blank quoted words', optionalQuoted(9), ' ', ' '],
  ['empty quoted words', optionalQuoted(9), '', null],
  ['an id', uuid(), ID, ID],
  ['an id that is not one', uuid(), 'C14', 'it: unknown_id'],
  ['an operator instead of an id', uuid(), { not: '' }, 'it: required'],
  ['an empty optional id', optionalUuid(), '', null],
  ['an absent optional id', optionalUuid(), undefined, null],
  ['a version', version(), 3, 3],
  ['a version from a form', version(), '3', 3],
  ['version zero', version(), 0, 'it: required'],
  ['a version that is no number', version(), 'x', 'it: not_a_number'],
  ['half a version', version(), 1.5, 'it: not_a_number'],
  ['one of the choices', oneOf(['a', 'b'] as const), 'b', 'b'],
  ['none of the choices', oneOf(['a', 'b'] as const), 'B', 'it: not_a_choice'],
  ['a web address', webAddress(), 'https://example.org/é?x=1', 'https://example.org/é?x=1'],
  ['a script instead of an address', webAddress(), 'javascript:alert(1)', 'it: not_a_url'],
  ['another kind of address', webAddress(), 'ftp://example.org', 'it: not_a_url'],
  ['no address', webAddress(), 'example.org', 'it: not_a_url'],
  ['a slug', slug(), 'la-prise-de-konna', 'la-prise-de-konna'],
  ['a slug with an accent', slug(), 'été', 'it: not_a_choice'],
  ['a slug with two hyphens', slug(), 'a--b', 'it: not_a_choice'],
  ['an e-mail that is not one', z.email(), 'x', 'it: not_an_email'],
  ['a short text', z.string().min(3), 'x', 'it: too_short'],
  ['an empty list', z.array(z.string()).min(1), [], 'it: required'],
  ['a long list', z.array(z.string()).max(1), ['a', 'b'], 'it: too_long'],
]
test.each(cases)('%s', (_what, schema, value, outcome) => {
  expect(read(schema, value)).toEqual(outcome)
})

describe('the faults of a form', () => {
  const Form = z.strictObject({
    title: line(),
    chain: z.array(z.strictObject({ sourceId: uuid(), role: oneOf(['speaker', 'outlet'] as const) })),
    placeId: optionalUuid(),
  })
  const faultOf = (raw: unknown) => {
    try {
      readInput(Form, raw)
    } catch (error) {
      if (error instanceof Fault) return error
      throw error
    }
    throw new Error('nothing was refused')
  }

  test('are named all at once, by path', () => {
    const { fields } = faultOf({
      title: ' ',
      chain: [
        { sourceId: 'x', role: 'speaker' },
        { sourceId: ID, role: 'x' },
      ],
      placeId: 'y',
    })
    expect(fields).toEqual([
      { field: 'title', reason: 'required' },
      { field: 'chain.0.sourceId', reason: 'unknown_id' },
      { field: 'chain.1.role', reason: 'not_a_choice', values: { choices: 'speaker, outlet' } },
      { field: 'placeId', reason: 'unknown_id' },
    ])
  })
  test('name each field that is not ours, at any depth', () => {
    const { fields } = faultOf({ title: 'x', chain: [{ sourceId: ID, role: 'outlet', x: 1 }], y: 1, z: 2 })
    expect(fields.map(({ field, reason }) => `${field}: ${reason}`).sort()).toEqual([
      'chain.0.x: unknown_field',
      'y: unknown_field',
      'z: unknown_field',
    ])
  })
  test.each([null, undefined, 'x', 3, [], new Map()])('%j instead of a form is one fault, not a crash', (raw) => {
    expect(faultOf(raw).code).toBe('invalid')
  })
  test('a key of every object is no field of ours', () => {
    expect(faultOf(JSON.parse('{"title":"x","chain":[],"__proto__":{"isAdmin":true}}')).fields[0]?.reason).toBe(
      'unknown_field',
    )
  })
})

test('a fault says what it is for logs', () => {
  const fault = invalid({ field: 'a', reason: 'required' }, { field: 'b', reason: 'too_long' })
  expect([fault.name, fault.code, fault.message, fault.collision]).toEqual([
    'Fault',
    'invalid',
    'a: required, b: too_long',
    null,
  ])
})
