import { expect, test } from 'vitest'
import { mailDue } from '@/lib/domain/mail-choice'

const now = new Date('2026-11-26T08:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const off = { digest: 'off' as const, mailsDirect: false, digestSentAt: null, mailedAt: null }

test('nobody is written to before they choose it', () => expect(mailDue(off, now)).toBeNull())

test.each([
  ['daily', null, 'digest'],
  ['daily', 23, null],
  ['daily', 24, 'digest'],
  ['weekly', 24, null],
  ['weekly', 168, 'digest'],
] as const)('a %s digest whose last was %s hours ago is %s', (digest, hours, due) =>
  expect(mailDue({ ...off, digest, digestSentAt: hours === null ? null : ago(hours) }, now)).toBe(due),
)

test('what is asked by name comes once an hour at most', () => {
  expect(mailDue({ ...off, mailsDirect: true }, now)).toBe('direct')
  expect(mailDue({ ...off, mailsDirect: true, mailedAt: ago(0.5) }, now)).toBeNull()
  expect(mailDue({ ...off, mailsDirect: true, mailedAt: ago(1) }, now)).toBe('direct')
})
