import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { limitKey, type Quota, takeShare } from '@/lib/data/rate-limits'

/** Counts one request to the API against the quota of whoever sent it, and says what is left of it. */
export const takeApiShare = ({ db }: { db: PrismaClient }, who: string, quota: Quota) =>
  takeShare(db, limitKey('api', who), quota)
