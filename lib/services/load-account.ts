import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { type SessionLine, sessionsOf } from '@/lib/data/sessions'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'

export type { SessionLine }

/** My open sessions, last used first. */
export async function loadAccount({ db, actor }: Desk<PrismaClient>): Promise<{ sessions: SessionLine[] }> {
  if (!actor) throw new Fault('not_signed_in', 'account')
  return { sessions: await sessionsOf(db, actor.id) }
}
