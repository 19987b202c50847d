import 'server-only'
import { deskDb } from '@/lib/data/db'
import { databaseNow } from '@/lib/data/sessions'
import { env } from '@/lib/env'
import { sendDueMail } from '@/lib/services/send-due-mail'
import { postOffice } from './post'

const ROUND_MS = 5 * 60_000
const kept = globalThis as typeof globalThis & { __recoupeMail?: NodeJS.Timeout }

/** Writes once to everybody who is due. */
export async function mailRound(): Promise<{ sent: number; failed: number }> {
  const db = deskDb()
  return sendDueMail({ db, now: await databaseNow(db) }, env().RECOUPE_URL.replace(/\/+$/, ''), postOffice())
}

/** A round every few minutes for as long as the server runs; several servers of one database take turns. */
export function startMailRounds(): void {
  if (kept.__recoupeMail) return
  kept.__recoupeMail = setInterval(() => {
    mailRound().catch((error: unknown) =>
      console.warn(`mail: ${error instanceof Error ? error.message : 'the round failed'}`),
    )
  }, ROUND_MS)
  kept.__recoupeMail.unref()
}
