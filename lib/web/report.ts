import 'server-only'
import { deskDb } from '@/lib/data/db'
import type { Language } from '@/lib/domain/vocabulary'
import { sendReport } from '@/lib/services/send-report'
import { clientAddress } from './client-address'
import { sentForm } from './sent-text'

const FIELDS = ['kind', 'about', 'place', 'words', 'contact', 'subject'] as const
type Field = (typeof FIELDS)[number]

/** More than what may be kept, so that too long a message comes back whole to be shortened. */
const MOST = 40_000

export type TypedReport = { typed: Record<Field, string>; isSent: boolean }

/**
 * What was typed, and whether it is to be sent or only shown in the other language; null when it is more than is ever read.
 * Characters no text can hold are left out.
 */
export async function readReport(request: Request): Promise<TypedReport | null> {
  const form = await sentForm(request, MOST)
  if (form === null) return null
  const of = (field: Field): string =>
    (form.get(field) ?? '').replaceAll('\u0000', '').replaceAll('\r\n', '\n').toWellFormed()
  const typed = Object.fromEntries(FIELDS.map((field) => [field, of(field)])) as Record<Field, string>
  return { typed, isSent: !form.has('unsent') }
}

/** Hands it in for whoever asks, counted under their address. */
export const handInReport = (request: Request, language: Language, typed: Record<Field, string>) =>
  // The kind is whatever was sent: the service refuses what is none.
  sendReport(
    { db: deskDb() },
    { ...typed, kind: typed.kind as Parameters<typeof sendReport>[1]['kind'], language },
    {
      address: clientAddress(request.headers),
    },
  )
