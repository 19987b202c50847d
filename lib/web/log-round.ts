import 'server-only'
import { deskDb } from '@/lib/data/db'
import { keepCheckpoint } from '@/lib/services/keep-checkpoint'
import { logKey } from './log-key'

const ROUND_MS = 5_000
const kept = globalThis as typeof globalThis & { __recoupeLog?: NodeJS.Timeout }

/** Looks every few seconds whether the head of the log is to be signed, for as long as the server runs. */
export function startLogRounds(): void {
  const key = logKey()
  if (kept.__recoupeLog || key === null) return
  kept.__recoupeLog = setInterval(() => {
    keepCheckpoint(deskDb(), key.signed).catch((error: unknown) =>
      console.warn(`log: ${error instanceof Error ? error.message : 'the checkpoint failed'}`),
    )
  }, ROUND_MS)
  kept.__recoupeLog.unref()
}
