import { expect, test } from 'vitest'
import { pairKey, SuggestedPair, wordsOfPair } from '@/lib/domain/suggested-pair'

const side = (ref: string, fr: string | null, en: string | null) => ({ id: ref, ref, slug: ref, fr, en })
const why = { fr: 'Pourquoi.', en: 'Why.' }

test('both claims are shown in the reader’s language when both have it, else in the one they share', () => {
  const both = { a: side('C1', 'un', 'one'), b: side('C2', 'deux', 'two') }
  expect(wordsOfPair(both, 'en')).toEqual([
    { language: 'en', words: 'one' },
    { language: 'en', words: 'two' },
  ])
  const french = { a: side('C1', 'un', 'one'), b: side('C2', 'deux', null) }
  expect(wordsOfPair(french, 'en').map(({ language }) => language)).toEqual(['fr', 'fr'])
})

test('claims that share no language are each shown in their own', () => {
  const none = { a: side('C1', 'un', null), b: side('C2', null, 'two') }
  expect(wordsOfPair(none, 'fr')).toEqual([
    { language: 'fr', words: 'un' },
    { language: 'en', words: 'two' },
  ])
})

test('a proposal is the same by what it says of two claims, not by the rule that found it', () => {
  expect(pairKey(SuggestedPair.parse({ kind: 'match', why }))).toBe('match')
  expect(pairKey(SuggestedPair.parse({ kind: 'conflict', why }))).toBe('conflict number')
  expect(pairKey(SuggestedPair.parse({ kind: 'conflict', type: 'place', why }))).toBe('conflict place')
})
