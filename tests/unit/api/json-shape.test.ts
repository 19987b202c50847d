import { expect, test } from 'vitest'
import { misshapen } from '@/lib/web/json-shape'

const deep = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels))
const wide = (members: number) => Object.fromEntries(Array.from({ length: members }, (_, i) => [`f${i}`, i]))

test('a body has at most 32 levels and 1,000 members, and no name that means something to JavaScript', () => {
  expect(misshapen({ quote: { exact: 'Konna' }, chain: [{ role: 'outlet' }] })).toBeNull()
  expect([misshapen(deep(32)), misshapen(deep(33)), misshapen(deep(5_000))]).toEqual([null, 'deep', 'deep'])
  expect([misshapen(wide(1_000)), misshapen([wide(600), wide(600)])]).toEqual([null, 'many'])
  for (const name of ['__proto__', 'constructor', 'prototype'])
    expect(misshapen(JSON.parse(`{"a":[{"${name}":{"polluted":1}}]}`))).toBe('reserved')
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})

test('one that holds a file may have more members, but is no deeper', () => {
  expect(misshapen(wide(5_000), Number.POSITIVE_INFINITY)).toBeNull()
  expect(misshapen(deep(33), Number.POSITIVE_INFINITY)).toBe('deep')
})
