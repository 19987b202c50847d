import 'server-only'
import { type LiveToken, liveToken } from '@/lib/data/api-tokens'
import type { PrismaClient } from '@/lib/data/generated/client'

export type { LiveToken }

/** Who a token speaks for and what it may do, or null when it opens nothing. */
export const loadTokenOwner = ({ db }: { db: PrismaClient }, token: string): Promise<LiveToken | null> =>
  liveToken(db, token)
