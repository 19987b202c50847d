import { expect, test } from 'vitest'
import { comparable, isComparable, MAX_MATCHES, MIN_SHARE, worthALook } from '@/lib/domain/matching'

const words = (text: string) => comparable(text).trim().split(/\s+/)

test('marks and accounts are also read as the words they are made of', () => {
  expect(words('#AustralianFires')).toEqual(['AustralianFires', 'Australian', 'Fires'])
  expect(words('@realDonaldTrump')).toEqual(['realDonaldTrump', 'real', 'Donald', 'Trump'])
  expect(words('#Élections2020')).toEqual(['Élections2020', 'Élections', '2020'])
})

test('addresses of the web are no words', () => {
  expect(words('Konna https://t.co/abc prise pic.twitter.com/0eJt')).toEqual(['Konna', 'prise'])
})

test('a hostile text is read to its end', () => {
  expect(typeof comparable(`${'#aA'.repeat(100_000)} ${'@_'.repeat(100_000)} ${'http://'.repeat(50_000)}`)).toBe(
    'string',
  )
})

test('what is too short to compare is not compared', () => {
  expect(isComparable('le pont')).toBe(false)
  expect(isComparable('le pont de')).toBe(true)
  expect(isComparable('…… — ……… !!')).toBe(false)
})

test('weak likeness and the claim itself are left out, and no more than a handful is shown', () => {
  const found = Array.from({ length: 9 }, (_, i) => ({ slug: `c-${i}`, share: 1 - i / 10 }))
  expect(worthALook(found, 'c-0').map(({ slug }) => slug)).toEqual(['c-1', 'c-2', 'c-3', 'c-4', 'c-5'])
  expect(worthALook(found, null)).toHaveLength(MAX_MATCHES)
  expect(worthALook([{ slug: 'c', share: MIN_SHARE - 0.01 }], null)).toEqual([])
})
