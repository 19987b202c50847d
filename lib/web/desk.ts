import 'server-only'
import { cache } from 'react'
import { deskDb } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { databaseNow } from '@/lib/data/sessions'
import type { Desk } from '@/lib/domain/desk'
import type { Actor } from '@/lib/domain/permission'
import { deskAt } from './script-desk'
import { actorOf, sessionOfRequest } from './session'

/** What a verb is handed: one connection pool, who acts, the database's time, a maker of ids. */
export const deskOf = async (actor: Actor): Promise<Desk<PrismaClient>> => deskAt(actor, await databaseNow(deskDb()))

/** The desk of whoever sent this request; a stranger's has a null actor. The session's own look at the clock is reused. */
export const deskOfRequest = cache(async (): Promise<Desk<PrismaClient>> => {
  const session = await sessionOfRequest()
  return session ? deskAt(actorOf(session), session.now) : deskOf(null)
})
