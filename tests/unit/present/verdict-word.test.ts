import { expect, test } from 'vitest'
import { beforeOrAfter } from '@/lib/present/parts/verdict-word'

test('a correction says the rating before and after in the language of the reader, and that a verdict was withdrawn', () => {
  expect(['mostly_false', 'disputed', 'withdrawn'].map((it) => beforeOrAfter('fr', it))).toEqual([
    'Plutôt faux',
    'Contesté',
    'Retiré',
  ])
  expect(['disputed', 'withdrawn'].map((it) => beforeOrAfter('en', it))).toEqual(['Disputed', 'Withdrawn'])
})

test('a rating that was written out, in either language, is said in that of the reader; other words stay', () => {
  expect([beforeOrAfter('en', 'Contesté'), beforeOrAfter('fr', 'Disputed'), beforeOrAfter('fr', 'Kona')]).toEqual([
    'Disputed',
    'Contesté',
    'Kona',
  ])
})
