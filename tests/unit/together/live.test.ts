import { expect, test } from 'vitest'
import { livePlace, PRESENT_FOR_MS, presence } from '@/lib/domain/live'

const CLAIM = 'claim:01a2161b-5ad0-7000-a1d1-acad2a2bc36e'
const awa = { id: 'a', name: 'Awa' }

test('somebody is there until they go, or say nothing for too long', () => {
  const who = presence()
  expect(who.here(CLAIM, awa, 0)).toBe(true)
  expect(who.here(CLAIM, awa, 10_000)).toBe(false)
  expect(who.at(CLAIM, 10_000)).toEqual([awa])
  expect(who.expire(10_000 + PRESENT_FOR_MS)).toEqual([])
  expect(who.expire(10_001 + PRESENT_FOR_MS)).toEqual([CLAIM])
  expect(who.at(CLAIM, 10_001)).toEqual([])
  expect(who.size()).toBe(0)
  who.here(CLAIM, awa, 0)
  expect(who.gone(CLAIM, 'b')).toBe(false)
  expect(who.gone(CLAIM, 'a')).toBe(true)
  expect(who.size()).toBe(0)
})

test('a page is a claim, a conflict or a dispatch by its id, and nothing else', () => {
  expect(livePlace(CLAIM)).toBe(CLAIM)
  for (const raw of [null, '', 'claim', 'claim:1', 'user:01a2161b-5ad0-7000-a1d1-acad2a2bc36e', `${CLAIM}'`])
    expect(livePlace(raw)).toBeNull()
})
