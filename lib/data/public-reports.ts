import 'server-only'
import { randomBytes } from 'node:crypto'
import {
  type About,
  type AboutKind,
  type ReportKind,
  type ReportWaits,
  type TicketView,
  ticketOf,
} from '@/lib/domain/report'
import type { Language } from '@/lib/domain/vocabulary'
import type { Db } from './db'

/** What a public page is called, or null when a stranger may not know that it exists. Ask with a stranger's role. */
export async function publicTitle(
  db: Db,
  { kind, slug }: About,
): Promise<{ fr: string | null; en: string | null } | null> {
  const one = <T>(row: T | null, of: (row: T) => { fr: string | null; en: string | null }) => row && of(row)
  const titled = { titleFr: true, titleEn: true } as const
  const FIND: Record<AboutKind, () => Promise<{ fr: string | null; en: string | null } | null>> = {
    claim: async () =>
      one(
        await db.claim.findUnique({ where: { slug }, select: { statementFr: true, statementEn: true } }),
        ({ statementFr, statementEn }) => ({ fr: statementFr, en: statementEn }),
      ),
    conflict: async () =>
      one(await db.conflict.findUnique({ where: { slug }, select: titled }), (it) => ({
        fr: it.titleFr,
        en: it.titleEn,
      })),
    event: async () =>
      one(await db.event.findUnique({ where: { slug }, select: titled }), (it) => ({ fr: it.titleFr, en: it.titleEn })),
    dispatch: async () =>
      one(await db.dispatch.findUnique({ where: { slug }, select: { title: true } }), ({ title }) => ({
        fr: title,
        en: title,
      })),
    source: async () =>
      one(await db.source.findUnique({ where: { slug, isProtected: false }, select: { name: true } }), ({ name }) => ({
        fr: name,
        en: name,
      })),
  }
  return FIND[kind]()
}

export type NewReport = {
  kind: ReportKind
  about: About | null
  place: string | null
  words: string
  contact: string | null
  language: Language
}

/** Hands a report in through a stranger's one door; the ticket of the same report when the form was sent twice. */
export async function insertReport(db: Db, report: NewReport): Promise<string> {
  const { kind, about, place, words, contact, language } = report
  const [row] = await db.$queryRaw<{ ticket: string }[]>`
    select send_report(${ticketOf(randomBytes(12))}, ${kind}, ${about?.kind ?? null}, ${about?.slug ?? null}, ${place}, ${words}, ${contact}, ${language}) as ticket`
  if (!row) throw new Error('a report was neither kept nor refused')
  return row.ticket
}

/** How far the report with this ticket has come, or null. */
export async function reportOf(db: Db, ticket: string): Promise<TicketView | null> {
  const [row] = await db.$queryRaw<
    (Omit<TicketView, 'ticket' | 'receivedAt' | 'decidedAt' | 'correctedAt'> & {
      receivedAt: Date
      decidedAt: Date | null
      correctedAt: Date | null
    })[]
  >`
    select kind, state, received_at as "receivedAt", decided_at as "decidedAt", outcome_fr as "outcomeFr",
      outcome_en as "outcomeEn", claim_slug as "claimSlug", corrected_at as "correctedAt"
    from report_of(${ticket})`
  if (!row) return null
  const { receivedAt, decidedAt, correctedAt, ...rest } = row
  return {
    ticket,
    ...rest,
    receivedAt: receivedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    correctedAt: correctedAt?.toISOString() ?? null,
  }
}

/** How long those waited whose report was settled within a year. */
export async function reportWaits(db: Db): Promise<ReportWaits> {
  const [row] = await db.$queryRaw<ReportWaits[]>`select settled, median_days as "medianDays" from report_waits()`
  return row ?? { settled: 0, medianDays: null }
}
