import { expect, test } from 'vitest'
import { draftFault, draftKey, MAX_DRAFT_BYTES } from '@/lib/domain/draft'

test('a draft is measured in bytes as it is sent, not in letters', () => {
  const room = MAX_DRAFT_BYTES - JSON.stringify({ a: '' }).length
  expect(draftFault({ a: 'e'.repeat(room) })).toBeNull()
  expect(draftFault({ a: 'é'.repeat(room) })).toBe('too_long')
  expect(draftFault({ a: 'e'.repeat(room + 1) })).toBe('too_long')
})

test('words that cannot be kept are found however deep they stand, in names too', () => {
  expect(draftFault({ a: [{ b: 'x\u0000' }] })).toBe('nul_character')
  expect(draftFault({ a: { '\ud800': 1 } })).toBe('lone_surrogate')
  expect(draftFault({ a: [1, null, true, 'À Kona 😀'] })).toBeNull()
})

test.each([
  ['claim:0199a1b2-0000-7000-8000-000000000000', true],
  ['conflict-new:place_spelling:E01', true],
  ['dispatch', true],
  ['', false],
  ['Claim:1', false],
  ['claim:../../x', false],
  [`claim:${'a'.repeat(200)}`, false],
])('%j may be the key of a draft: %s', (key, may) => expect(draftKey().safeParse(key).success).toBe(may))
