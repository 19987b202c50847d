import 'server-only'
import { randomBytes } from 'node:crypto'
import { deskDb } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { databaseNow } from '@/lib/data/sessions'
import type { Desk } from '@/lib/domain/desk'
import { uuidv7 } from '@/lib/domain/ids'
import type { Actor } from '@/lib/domain/permission'

/** Ids made in one millisecond carry a 12-bit count in front of their random bits, so that they sort in the order they were made. */
const COUNTER_LIMIT = 0x1000

/** Makes ids from the database's time, advanced by this machine's stopwatch, never by its clock. */
export function idMaker(now: Date): () => string {
  const startedAt = performance.now()
  let lastMs = 0
  let count = 0
  return () => {
    let ms = Math.max(lastMs, now.getTime() + Math.floor(performance.now() - startedAt))
    if (ms > lastMs) count = 0
    else if (++count === COUNTER_LIMIT) {
      ms += 1
      count = 0
    }
    lastMs = ms
    const random = randomBytes(10)
    random.writeUInt16BE(count, 0)
    return uuidv7(ms, random)
  }
}

/** The desk of an actor at a given moment. */
export const deskAt = (actor: Actor, now: Date): Desk<PrismaClient> => ({
  db: deskDb(),
  actor,
  now,
  newId: idMaker(now),
})

/** The desk of a script, a seed or a test: no request, no cookie, the database's time. */
export const scriptDesk = async (actor: Actor): Promise<Desk<PrismaClient>> =>
  deskAt(actor, await databaseNow(deskDb()))
