import type { ReportKind, ReportState } from '@/lib/domain/report'
import type { Language } from '@/lib/domain/vocabulary'
import { reportEn } from './report.en'
import { reportFr } from './report.fr'

/** What readers who write to us are told. */
export type ReportWords = {
  title: string
  lead: string
  about: string
  kind: string
  kinds: Record<ReportKind, { name: string; hint: string }>
  place: string
  placeToo: string
  placeHint: string
  words: string
  wordsHint: (max: number) => string
  contact: string
  contactHint: string
  trap: string
  send: string
  refused: string
  turned: string
  tooMany: string
  tooLong: string
  next: string
  erase: string
  sent: string
  keep: string
  follow: string
  ticket: string
  ticketLead: string
  state: Record<ReportState, string>
  stateMeans: Record<ReportState, string>
  receivedOn: string
  decidedOn: string
  outcome: string
  ledTo: string
  claim: string
  correction: string
  another: string
  reportHere: string
  submit: string
  waits: (settled: number, days: number) => string
}

export const reportWordsIn = (language: Language): ReportWords => (language === 'fr' ? reportFr : reportEn)
