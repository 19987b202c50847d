import 'server-only'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import { endListedSession } from '@/lib/data/sessions'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'

export const EndSession = z.object({ sessionId: z.string().max(64) })

/** Ends one of my sessions, on whatever machine it was left open. */
export async function endSession({ db, actor }: Desk<PrismaClient>, input: z.output<typeof EndSession>): Promise<void> {
  if (!actor) throw new Fault('not_signed_in', 'end session')
  if (!(await endListedSession(db, actor.id, input.sessionId))) throw new Fault('not_found', 'session')
}
