import 'server-only'
import { claimRecord } from '@/lib/data/claims'
import { publicDb } from '@/lib/data/db'
import { type EarlierPublication, earlierPublication, nowOf } from '@/lib/data/earlier'
import { askedMoment } from '@/lib/domain/moment'
import type { ClaimRecord } from '@/lib/domain/record'

/** What an address asks for: the page of a moment, or the version with a number. */
export type EarlierQuestion = { at: string } | { version: string }
export type Earlier =
  | { is: 'published'; at: string | null; publication: EarlierPublication }
  | { is: 'none'; at: string; record: ClaimRecord }
  | { is: 'future' | 'unread' | 'no_version'; record: ClaimRecord }

const LARGEST = 2_147_483_647

/** What was published at `address` at an earlier moment; null when there is nothing here that a stranger may know of. */
export async function loadEarlier(address: string, slug: string, question: EarlierQuestion): Promise<Earlier | null> {
  const db = publicDb()
  if ('version' in question) {
    const n = /^[1-9]\d{0,9}$/.test(question.version) ? Number(question.version) : 0
    const publication = n > 0 && n <= LARGEST ? await earlierPublication(db, address, { at: null, n }) : null
    if (publication) return { is: 'published', at: null, publication }
    const record = await claimRecord(db, slug)
    return record && { is: 'no_version', record }
  }
  const moment = askedMoment(question.at, (await nowOf(db)).toISOString())
  if (moment.is === 'moment') {
    const publication = await earlierPublication(db, address, { at: moment.at, n: null })
    if (publication) return { is: 'published', at: moment.at, publication }
  }
  const record = await claimRecord(db, slug)
  if (!record) return null
  return moment.is === 'moment' ? { is: 'none', at: moment.at, record } : { is: moment.is, record }
}
