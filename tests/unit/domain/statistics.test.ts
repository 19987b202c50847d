import { expect, test } from 'vitest'
import { spanOf } from '@/lib/domain/statistics'

test.each([
  [20, 0, 'minute'],
  [90 * 60, 90, 'minute'],
  [7_200, 2, 'hour'],
  [47 * 3_600, 47, 'hour'],
  [48 * 3_600, 2, 'day'],
  [40 * 86_400, 40, 'day'],
])('%i seconds are said as %i %s', (seconds, n, unit) => expect(spanOf(seconds)).toEqual({ n, unit }))
