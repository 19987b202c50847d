import 'server-only'
import { createHash } from 'node:crypto'
import { publicDb } from '@/lib/data/db'
import { reviewsAbout } from '@/lib/data/review-search'
import { isUuid } from '@/lib/domain/ids'
import type { Language } from '@/lib/domain/vocabulary'

/** A question as Google's Fact Check Tools put it, read and checked. */
export type ReviewSearch = {
  query: string | null
  /** Null asks for every language; a language we do not write has no reviews. */
  language: Language | 'other' | null
  /** Host of a publisher; null asks for all. */
  site: string | null
  maxAgeDays: number | null
  pageSize: number
  pageToken: string | null
  offset: number
}
/** A page of reviews by verdict; `next` is the token of the one after it, null at the end. */
export type ReviewPage = { items: readonly { reviews: readonly unknown[] }[]; next: string | null }

const DAY_MS = 86_400_000

/** A token is where to go on, and a trace of the question: with another question it is no token. */
function traceOf({ query, language, site, maxAgeDays, pageSize }: ReviewSearch): string {
  const asked = JSON.stringify([query, language, site, maxAgeDays, pageSize])
  return createHash('sha256').update(asked).digest('base64url').slice(0, 16)
}
const tokenAfter = (id: string, trace: string): string => Buffer.from(`${id} ${trace}`).toString('base64url')
function idIn(token: string, trace: string): string | null {
  const [id = '', told] = Buffer.from(token, 'base64url').toString().split(' ')
  return told === trace && isUuid(id) && tokenAfter(id, trace) === token ? id : null
}

/** What a stranger may read of the reviews asked for, from `site` when it is asked for; null when the token is not one of this question. */
export async function searchReviews(search: ReviewSearch, ourSite: string, now: Date): Promise<ReviewPage | null> {
  const { query, language, site, maxAgeDays, pageSize, pageToken, offset } = search
  const trace = traceOf(search)
  const after = pageToken === null ? null : idIn(pageToken, trace)
  if (pageToken !== null && after === null) return null
  if (language === 'other' || (site !== null && site !== ourSite)) return { items: [], next: null }
  const rows = await reviewsAbout(publicDb(), {
    words: query,
    language,
    publishedFrom: maxAgeDays === null ? null : new Date(now.getTime() - maxAgeDays * DAY_MS),
    after,
    skip: offset,
    take: pageSize + 1,
  })
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  return { items, next: rows.length > pageSize && last ? tokenAfter(last.verdictId, trace) : null }
}
