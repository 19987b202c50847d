import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { endSessionOf } from '@/lib/data/sessions'

/** Ends the session a token opens: a copy of the cookie is dead from this moment. */
export async function signOut({ db }: { db: PrismaClient }, token: string): Promise<void> {
  await endSessionOf(db, token)
}
