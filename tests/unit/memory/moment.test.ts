import { describe, expect, test } from 'vitest'
import { momentOf } from '@/lib/domain/moment'

describe('the moment of an address', () => {
  test('is read in UTC whatever the zone of the machine, to the microsecond', () => {
    expect(momentOf('2026-11-26T10:00')).toBe('2026-11-26T10:00:00Z')
    expect(momentOf('2026-11-26T10:00:31.000042Z')).toBe('2026-11-26T10:00:31.000042Z')
  })
  test('that names a day only is the end of that day', () =>
    expect(momentOf('2026-11-26')).toBe('2026-11-26T23:59:59.999999Z'))
  test('is nothing when it is no moment: never another one in its place', () => {
    const wrong = ['', 'yesterday', '2026-02-31', '2026-11-26T25:00', '2026-11-26T10:00+05:45', "2026-11-26'; --"]
    for (const raw of [...wrong, undefined, null, ['2026-11-26', '2026-11-27']]) expect(momentOf(raw)).toBeNull()
  })
})
