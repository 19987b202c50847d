import { plainText, storable } from './plain-text'

/** What a record says that is odd, and was taken as it is or left out. */
export const REVIEW_WARNINGS = [
  'no_claim_described',
  'no_publisher',
  'no_rating',
  'inverted_scale',
  'rating_not_read',
  'date_not_read',
  'claim_date_not_read',
  'claim_after_review',
  'claim_date_ahead',
] as const
export type ReviewWarning = (typeof REVIEW_WARNINGS)[number]
/** Why a record was not taken at all. */
export const REVIEW_REFUSALS = [
  'not_a_claim_review',
  'too_deep',
  'no_claim',
  'too_long',
  'no_url',
  'several_claims',
] as const
export type ReviewRefusal = (typeof REVIEW_REFUSALS)[number]

/** A ClaimReview somebody else published, as far as we need it; nothing in it is ours or made up. */
export type ReviewIn = {
  /** Where the review is read, as given; `key` is what makes the same review the same when it comes again. */
  url: string
  key: string
  claim: string
  /** As stated (BCP 47), null when nobody said. */
  language: string | null
  publisherName: string | null
  publisherUrl: string | null
  /** The rating in the publisher's own words, letter for letter. */
  ratingWords: string | null
  /** Where the number stands between their worst (0) and their best (1); null when no number says so. */
  score: number | null
  /** A day, or a moment in UTC. */
  datePublished: string | null
  claimants: string[]
  claimDate: string | null
  appearances: string[]
  /** False when the record's licence allows no changed copies. */
  isRepublishable: boolean
  warnings: ReviewWarning[]
}
export type ReadReview = { ok: true; review: ReviewIn } | { ok: false; reason: ReviewRefusal }

type Thing = Record<string, unknown>
const MAX_DEPTH = 60
const MAX_CLAIM = 20_000
const MAX_WORDS = 2_000

const isThing = (it: unknown): it is Thing => it !== null && typeof it === 'object' && !Array.isArray(it)
/** One or many, as a list; nothing is an empty one. */
const many = (it: unknown): unknown[] => (Array.isArray(it) ? it.flat() : it === null || it === undefined ? [] : [it])
const thing = (it: unknown): Thing => many(it).find(isThing) ?? {}

/** The first words of a value: a string, a number, `{"@value": …}` or a list of these. */
function words(value: unknown): string | null {
  for (const it of many(value)) {
    const said = isThing(it) ? it['@value'] : it
    if (typeof said === 'number') return String(said)
    if (typeof said === 'string' && said.trim() !== '') return storable(said)
  }
  return null
}
const line = (value: unknown): string | null => {
  const said = words(value)
  const plain = said === null ? '' : plainText(said.slice(0, MAX_WORDS))
  return plain === '' ? null : plain
}
/** A web address: a string, or a thing that has one. */
function address(value: unknown): string | null {
  for (const it of many(value)) {
    const said = (isThing(it) ? (words(it.url) ?? words(it['@id'])) : words(it))?.trim() ?? ''
    if (/^https?:\/\//iu.test(said) && said.length <= MAX_WORDS && URL.canParse(said)) return said
  }
  return null
}

/** Whether something is nested deeper than anybody writes by hand; looked at level by level, so that no depth can hurt. */
function isTooDeep(doc: unknown): boolean {
  let level: unknown[] = [doc]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((it) => (it !== null && typeof it === 'object' ? Object.values(it) : []))
  }
  return false
}

const isClaimReview = (it: Thing) =>
  many(it['@type']).some(
    (type) => typeof type === 'string' && /^(?:schema:|https?:\/\/schema\.org\/)?ClaimReview$/u.test(type),
  )

/** The records of a document: itself, each of a list, of its `@graph`, or of a DataFeed, whose items may be none, one or many. */
export function recordsOf(doc: unknown): unknown[] {
  if (Array.isArray(doc)) return doc
  if (!isThing(doc)) return [doc]
  if (Array.isArray(doc['@graph'])) return doc['@graph']
  if (!Array.isArray(doc.dataFeedElement)) return [doc]
  return doc.dataFeedElement.flatMap((it) => many(thing(it).item)).filter((it) => it !== null)
}

/** Whether an address is of a site, with or without `www.`, whatever its protocol. */
export function isAddressOf(url: string, site: string): boolean {
  const [host, ours] = [url, site].map((it) => new URL(it).host.replace(/^www\./u, ''))
  return host === ours
}

/** The address by which a review is known again: https, no trailing slash, no trace of campaigns; the fragment stays. */
function known(url: string): string {
  const it = new URL(url)
  const kept = [...it.searchParams].filter(([name]) => !/^(?:utm_\w+|fbclid|gclid)$/u.test(name))
  const query = kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''
  return `https://${it.host}${it.pathname.replace(/\/+$/u, '')}${query}${it.hash}`
}
/** Words as they are compared: without case, kinds of apostrophe and widths of space. */
export const folded = (words: string) =>
  words.normalize('NFKC').toLowerCase().replace(/[’‘ʼ]/gu, "'").replace(/\s+/gu, ' ').trim()
/** The address part of a key: what stays the same when a claim is reworded. */
export const addressOfKey = (key: string): string => key.slice(0, key.indexOf('\n'))
/** The publisher by the host that serves its reviews, which outlives a new name and a moved home page. */
export const hostOfKey = (key: string): string => new URL(addressOfKey(key)).host.replace(/^www\./u, '')
/** The address a record gives, even one that was refused: it is there all the same. */
export const addressIn = (doc: unknown): string | null => {
  const url = isThing(doc) ? address(doc.url) : null
  return url === null ? null : known(url)
}

const numberOf = (value: unknown): number | null => {
  const said = words(value)
  return said !== null && /^-?\d{1,6}(?:[.,]\d{1,6})?$/u.test(said.trim())
    ? Number(said.trim().replace(',', '.'))
    : null
}
/** Where a number stands on its own scale; a scale without two ends says nothing. */
function scoreOf(rating: Thing, warn: (what: ReviewWarning) => void): number | null {
  const [value, worst, best] = [rating.ratingValue, rating.worstRating, rating.bestRating].map(numberOf)
  if (words(rating.ratingValue) !== null && value === null) warn('rating_not_read')
  if (value == null || worst == null || best == null || worst === best) return null
  if (worst > best) warn('inverted_scale')
  const score = (value - worst) / (best - worst)
  if (score >= 0 && score <= 1) return Math.abs(score)
  warn('rating_not_read')
  return null
}

const DATE = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?$/iu
/** A day, or a moment in UTC where the hour has a zone; an hour without one keeps its day only. */
function dateOf(value: unknown): string | null {
  const [, day, time, zone] = DATE.exec(words(value)?.trim() ?? '') ?? []
  if (day === undefined || new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) !== day) return null
  if (time === undefined || zone === undefined) return day
  const offset = /^[+-]/u.test(zone) ? zone.replace(/^(...):?/u, '$1:') : 'Z'
  const at = new Date(`${day}T${time.length === 5 ? `${time}:00` : time}${offset}`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString().replace(/\.\d+Z$/u, 'Z')
}

const languageIn = (value: unknown): string | null => {
  const it = many(value)[0]
  const said = isThing(it) ? (words(it.alternateName) ?? words(it.name) ?? words(it['@value'])) : words(it)
  return said !== null && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu.test(said.trim()) ? said.trim().toLowerCase() : null
}
const taggedLanguage = (value: unknown): string | null =>
  languageIn(many(value).flatMap((it) => (isThing(it) && it['@language'] ? [it['@language']] : [])))

/**
 * Reads one ClaimReview as the web writes them: strings for things, lists for one, numbers as text, scales upside down. What
 * is missing stays missing; what cannot be read is said in a warning; a record without a claim or an address is refused.
 * A claim dated after `today` is kept as dated, with a warning.
 */
export function readClaimReview(doc: unknown, today?: string): ReadReview {
  const refused = (reason: ReviewRefusal): ReadReview => ({ ok: false, reason })
  if (isTooDeep(doc)) return refused('too_deep')
  if (!isThing(doc) || !isClaimReview(doc)) return refused('not_a_claim_review')
  const said = words(doc.claimReviewed) ?? ''
  if (said.length > MAX_CLAIM) return refused('too_long')
  const claim = plainText(said)
  if (claim === '') return refused('no_claim')
  const url = address(
    typeof doc.url === 'string' || Array.isArray(doc.url) ? doc.url : isThing(doc.url) ? [doc.url] : null,
  )
  if (url === null) return refused('no_url')
  const items = many(doc.itemReviewed).filter(isThing)
  if (items.length > 1) return refused('several_claims')

  const warnings = new Set<ReviewWarning>()
  const warn = (what: ReviewWarning) => void warnings.add(what)
  const [item] = items
  if (!item) warn('no_claim_described')
  const authors = many(doc.author ?? doc.publisher)
  const publisherName = authors.map((it) => line(isThing(it) ? it.name : it)).find((it) => it !== null) ?? null
  const publisherUrl = authors.map((it) => (isThing(it) ? address(it) : null)).find((it) => it !== null) ?? null
  if (publisherName === null && publisherUrl === null) warn('no_publisher')

  const given = many(doc.reviewRating)[0]
  const rating = thing(given)
  const label = isThing(given) ? (words(rating.alternateName) ?? words(rating.name)) : words(given)
  const ratingWords = label === null ? null : label.slice(0, MAX_WORDS)
  if (ratingWords === null) warn('no_rating')
  const datePublished = dateOf(doc.datePublished)
  if (words(doc.datePublished) !== null && datePublished === null) warn('date_not_read')
  const claimDate = dateOf(item?.datePublished)
  if (words(item?.datePublished) !== null && claimDate === null) warn('claim_date_not_read')
  if (claimDate !== null && datePublished !== null && claimDate.slice(0, 10) > datePublished.slice(0, 10))
    warn('claim_after_review')
  else if (claimDate !== null && today !== undefined && claimDate.slice(0, 10) > today) warn('claim_date_ahead')
  const seen = [item?.firstAppearance, item?.appearance, item?.url].flatMap((it) => many(it).map(address))
  const review: ReviewIn = {
    url,
    key: `${known(url)}\n${folded(claim)}`,
    claim,
    language: languageIn(doc.inLanguage) ?? taggedLanguage(doc.claimReviewed) ?? taggedLanguage(rating.alternateName),
    publisherName,
    publisherUrl,
    ratingWords,
    score: scoreOf(rating, warn),
    datePublished,
    claimants: many(item?.author).flatMap((it) => line(isThing(it) ? it.name : it) ?? []),
    claimDate,
    appearances: [...new Set(seen.filter((it) => it !== null))],
    isRepublishable: !/(?:^|[/-])(?:by-nd|by-nc-nd)(?:\/|$)/iu.test(words(doc.sdLicense) ?? ''),
    warnings: [...warnings],
  }
  return { ok: true, review }
}
