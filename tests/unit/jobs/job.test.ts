import { expect, test } from 'vitest'
import { afterFailure, MAX_TRIES, pauseAfter } from '@/lib/domain/job'

test('each pause is four times the one before', () => {
  expect([1, 2, 3, 4].map(pauseAfter)).toEqual([5, 20, 80, 320])
})

test('the last try is the last', () => {
  expect(afterFailure(MAX_TRIES - 1)).toEqual({ again: true, inSeconds: pauseAfter(MAX_TRIES - 1) })
  expect(afterFailure(MAX_TRIES)).toEqual({ again: false })
})
