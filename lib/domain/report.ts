/** What a reader may send without an account. */
export const REPORT_KINDS = ['error', 'reply', 'claim'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

export const REPORT_STATES = ['received', 'looking', 'accepted', 'refused'] as const
export type ReportState = (typeof REPORT_STATES)[number]

const NEXT: Record<ReportState, readonly ReportState[]> = {
  received: ['looking', 'accepted', 'refused'],
  looking: ['accepted', 'refused'],
  accepted: [],
  refused: [],
}
/** Where a report may go from here. Never back: whoever sent it may have read how far it had come. */
export const nextReportStates = (from: ReportState): readonly ReportState[] => NEXT[from]
export const isSettled = (state: ReportState): boolean => NEXT[state].length === 0

/** Lengths in code points; the database repeats them. */
export const MAX_REPORT_WORDS = 5_000
export const MAX_REPORT_CONTACT = 300

/** The public page a report is about, by the first part of its path. */
const ROOMS = {
  claims: 'claim',
  conflicts: 'conflict',
  dispatches: 'dispatch',
  sources: 'source',
  events: 'event',
} as const
export type AboutKind = (typeof ROOMS)[keyof typeof ROOMS]
export type About = { kind: AboutKind; slug: string }

const ABOUT = /^(?:\/?(?:fr|en)\/)?(claims|conflicts|dispatches|sources|events)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/
const MAX_ABOUT = 200

/** `claims/a-slug`, with or without the language before it; anything else is about nothing we know. */
export function readAbout(text: string): About | null {
  const found = text.length > MAX_ABOUT ? null : ABOUT.exec(text)
  if (!found) return null
  return { kind: ROOMS[found[1] as keyof typeof ROOMS], slug: found[2] ?? '' } // the pattern has both
}
/** The same, as it stands in an address. */
export function aboutText({ kind, slug }: About): string {
  const room = Object.entries(ROOMS).find(([, it]) => it === kind)?.[0] ?? ''
  return `${room}/${slug}`
}

/** Crockford's letters: none of them is taken for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TICKET_BYTES = 12

/** `R-7K2M-9QXD-4WTB`: sixty bits of what it is given, so that nobody finds one by trying. */
export function ticketOf(random: Uint8Array): string {
  if (random.length < TICKET_BYTES) throw new Error('a ticket is made of twelve random bytes')
  const letters = [...random.subarray(0, TICKET_BYTES)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
  return `R-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

/** A ticket as somebody typed it from paper: case, spaces and look-alikes aside. Null for what is none. */
export function readTicket(text: string): string | null {
  if (text.length > 60) return null
  const letters = text
    .toUpperCase()
    .replace(/^\s*R/, '')
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(letters)
    ? `R-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
    : null
}

/** What whoever has the ticket may know. */
export type TicketView = {
  ticket: string
  kind: ReportKind
  state: ReportState
  receivedAt: string
  decidedAt: string | null
  outcomeFr: string | null
  outcomeEn: string | null
  /** The public claim it led to. */
  claimSlug: string | null
  correctedAt: string | null
}

/** How long readers waited, of late: how many reports were settled, and the median of the days. */
export type ReportWaits = { settled: number; medianDays: number | null }
/** Fewer settled reports than this say nothing about the next one. */
export const ENOUGH_SETTLED = 5
