import { expect, test } from 'vitest'
import {
  aboutText,
  isSettled,
  nextReportStates,
  REPORT_STATES,
  readAbout,
  readTicket,
  ticketOf,
} from '@/lib/domain/report'

test('a report goes forward only, and ends', () => {
  for (const from of REPORT_STATES)
    for (const to of nextReportStates(from)) expect(nextReportStates(to)).not.toContain(from)
  expect(REPORT_STATES.filter(isSettled)).toEqual(['accepted', 'refused'])
})

test('a ticket is read again as it was made, whatever a hand made of it', () => {
  const ticket = ticketOf(Uint8Array.from([0, 1, 18, 31, 32, 255, 7, 200, 99, 64, 2, 3]))
  expect(ticket).toMatch(/^R(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  expect(readTicket(ticket)).toBe(ticket)
  expect(readTicket(` ${ticket.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(
    ticket,
  )
  for (const none of ['', 'R-7K2M-9QXD', `${ticket}0`, 'R-UUUU-UUUU-UUUU', 'x'.repeat(1_000)])
    expect(readTicket(none)).toBeNull()
})

test('what a report is about is one of our public pages, or nothing', () => {
  expect(readAbout('claims/kona-prise')).toEqual({ kind: 'claim', slug: 'kona-prise' })
  expect(readAbout('/fr/dispatches/afp-1')).toEqual({ kind: 'dispatch', slug: 'afp-1' })
  for (const none of [
    '',
    'desk/claims/a',
    'claims/',
    'claims/A',
    'claims/a/b',
    'claims/a?x',
    'https://example.org/claims/a',
  ])
    expect(readAbout(none)).toBeNull()
  for (const text of ['claims/a', 'conflicts/a', 'dispatches/a', 'sources/a', 'events/a']) {
    const about = readAbout(text)
    expect(about && aboutText(about)).toBe(text)
  }
})
