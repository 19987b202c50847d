/** What can be wrong with a ClaimReview. An error keeps Google's Fact Check tools from reading it; a warning costs something. */
export const CHECK_RULES = {
  not_json: 'error',
  too_deep: 'error',
  no_review: 'error',
  several_reviews: 'warning',
  context: 'warning',
  claim_missing: 'error',
  claim_long: 'warning',
  claim_has_rating: 'warning',
  url_missing: 'error',
  url_not_absolute: 'error',
  url_not_https: 'warning',
  rating_missing: 'error',
  words_missing: 'error',
  words_in_name: 'warning',
  value_not_a_number: 'error',
  value_not_whole: 'warning',
  worst_below_one: 'error',
  best_not_above_worst: 'error',
  value_out_of_range: 'error',
  scale_missing: 'warning',
  reviewer_missing: 'warning',
  reviewer_unnamed: 'warning',
  item_missing: 'warning',
  claimant_unnamed: 'error',
  claimant_is_reviewer: 'warning',
  appearance_missing: 'warning',
  date_missing: 'warning',
  date_not_read: 'warning',
  claim_after_review: 'warning',
  null_value: 'warning',
} as const satisfies Record<string, 'error' | 'warning'>
export type CheckRule = keyof typeof CHECK_RULES
/** One thing found: which rule, at which place (a JSON Pointer, RFC 6901), and what stands there. */
export type CheckFinding = { check: CheckRule; path: string; found: string | null }
export type Checked = { reviews: number; findings: CheckFinding[] }

/** Longest text that is checked, in UTF-16 units. */
export const MAX_CHECKED = 500_000
/** https://developers.google.com/search/docs/appearance/structured-data/factcheck: "try to keep this less than 75 characters". */
const LONG_CLAIM = 75
const MAX_DEPTH = 60
const SHOWN = 120

type Thing = Record<string, unknown>
const isThing = (it: unknown): it is Thing => it !== null && typeof it === 'object' && !Array.isArray(it)
const listOf = (it: unknown): unknown[] => (Array.isArray(it) ? it : it === undefined || it === null ? [] : [it])
const isOf = (it: Thing, type: string) =>
  listOf(it['@type']).some((name) => typeof name === 'string' && name.replace(/^.*[/:#]/, '') === type)
const textOf = (it: unknown): string => (typeof it === 'string' ? it.trim() : typeof it === 'number' ? String(it) : '')
const escaped = (key: string | number) => String(key).replaceAll('~', '~0').replaceAll('/', '~1')

/**
 * Checks what a page says about a claim it reviewed against Google's property table (its page on Fact Check markup, 2025) and
 * schema.org. Takes JSON-LD, or a page that holds it.
 */
export function checkClaimReview(text: string): Checked {
  const documents = documentsIn(text)
  const findings: CheckFinding[] = []
  const reviews: { review: Thing; path: string }[] = []
  documents.forEach((document, i) => {
    const at = documents.length > 1 ? `/${i}` : ''
    if (document === undefined) findings.push({ check: 'not_json', path: at, found: null })
    else if (!collect(document, at, 0, reviews)) findings.push({ check: 'too_deep', path: at, found: null })
    else if (!isOfSchemaOrg(document) && reviews.length > 0)
      findings.push({ check: 'context', path: `${at}/@context`, found: shown((document as Thing)['@context']) })
  })
  if (reviews.length === 0 && findings.length === 0) findings.push({ check: 'no_review', path: '', found: null })
  if (reviews.length > 1) findings.push({ check: 'several_reviews', path: '', found: String(reviews.length) })
  for (const { review, path } of reviews) findings.push(...findingsOf(review, path))
  return { reviews: reviews.length, findings }
}

/** The JSON documents of a text: itself, or the scripts of a page; undefined for one that is no JSON. */
function documentsIn(text: string): unknown[] {
  const scripts = [...text.matchAll(/<script[^>]{0,300}application\/ld\+json[^>]{0,300}>([^<]{0,500000})<\/script>/giu)]
  const sources = scripts.length > 0 ? scripts.map(([, inside = '']) => inside) : [text]
  return sources.map((source) => {
    try {
      return JSON.parse(source)
    } catch {
      return undefined
    }
  })
}

const isOfSchemaOrg = (document: unknown): boolean =>
  !isThing(document) ||
  listOf(document['@context']).some((it) => /^https?:\/\/schema\.org\/?$/.test(textOf(isThing(it) ? it['@vocab'] : it)))

/** Every ClaimReview of a document, wherever it stands; false when it is nested beyond reason. */
function collect(it: unknown, path: string, depth: number, into: { review: Thing; path: string }[]): boolean {
  if (depth > MAX_DEPTH) return false
  if (Array.isArray(it)) return it.every((one, i) => collect(one, `${path}/${i}`, depth + 1, into))
  if (!isThing(it)) return true
  if (isOf(it, 'ClaimReview')) into.push({ review: it, path })
  return Object.entries(it).every(([key, value]) => collect(value, `${path}/${escaped(key)}`, depth + 1, into))
}

const shown = (it: unknown): string | null => {
  if (it === undefined) return null
  const text = typeof it === 'string' ? it : JSON.stringify(it)
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

function findingsOf(review: Thing, path: string): CheckFinding[] {
  const found: CheckFinding[] = []
  const say = (rule: CheckRule, at: string, value?: unknown) => {
    found.push({ check: rule, path: `${path}${at}`, found: shown(value) })
    return undefined
  }
  for (const [key, value] of Object.entries(review)) if (value === null) say('null_value', `/${escaped(key)}`)
  const claim = textOf(review.claimReviewed)
  if (claim === '') say('claim_missing', '/claimReviewed', review.claimReviewed)
  else if (Array.from(claim).length > LONG_CLAIM) say('claim_long', '/claimReviewed', claim)
  checkUrl(review.url, say)
  checkRating(review.reviewRating, claim, say)
  const reviewer = listOf(review.author).find(isThing)
  if (listOf(review.author).length === 0) say('reviewer_missing', '/author')
  else if (reviewer && textOf(reviewer.name) === '' && textOf(reviewer.url) === '')
    say('reviewer_unnamed', '/author', review.author)
  const reviewed = dateOf(review.datePublished)
  if (reviewed === null)
    say(review.datePublished == null ? 'date_missing' : 'date_not_read', '/datePublished', review.datePublished)
  const item = listOf(review.itemReviewed).find(isThing)
  if (!item) say('item_missing', '/itemReviewed', review.itemReviewed)
  else checkItem(item, { reviewed, reviewer: reviewer ? textOf(reviewer.name) : '' }, say)
  return found
}

type Say = (rule: CheckRule, at: string, value?: unknown) => undefined

function checkUrl(url: unknown, say: Say): undefined {
  const address = textOf(url)
  if (address === '') return say('url_missing', '/url', url)
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    return say('url_not_absolute', '/url', url)
  if (address.startsWith('http:')) say('url_not_https', '/url', url)
}

function checkRating(it: unknown, claim: string, say: Say): undefined {
  const rating = listOf(it).find(isThing)
  if (!rating) return say('rating_missing', '/reviewRating', it)
  const words = textOf(rating.alternateName)
  if (words === '')
    say(
      textOf(rating.name) === '' ? 'words_missing' : 'words_in_name',
      '/reviewRating/alternateName',
      rating.alternateName,
    )
  else if (claim.toLocaleLowerCase().startsWith(`${words.toLocaleLowerCase()}:`))
    say('claim_has_rating', '/claimReviewed', claim)
  if (rating.ratingValue === undefined || rating.ratingValue === null) return
  const [value, worst, best] = [rating.ratingValue, rating.worstRating, rating.bestRating].map((it) =>
    textOf(it) === '' ? Number.NaN : Number(textOf(it).replace(',', '.')),
  ) as [number, number, number]
  if (Number.isNaN(value)) return say('value_not_a_number', '/reviewRating/ratingValue', rating.ratingValue)
  if (!Number.isInteger(value)) say('value_not_whole', '/reviewRating/ratingValue', rating.ratingValue)
  if (Number.isNaN(worst) || Number.isNaN(best)) return say('scale_missing', '/reviewRating', rating)
  if (worst < 1) say('worst_below_one', '/reviewRating/worstRating', rating.worstRating)
  if (best <= worst) say('best_not_above_worst', '/reviewRating/bestRating', rating.bestRating)
  if (value < Math.min(worst, best) || value > Math.max(worst, best))
    say('value_out_of_range', '/reviewRating/ratingValue', rating.ratingValue)
}

function checkItem(
  item: Thing,
  { reviewed, reviewer }: { reviewed: number | null; reviewer: string },
  say: Say,
): undefined {
  for (const author of listOf(item.author)) {
    const name = isThing(author) ? textOf(author.name) : textOf(author)
    if (name === '') say('claimant_unnamed', '/itemReviewed/author', author)
    else if (name === reviewer) say('claimant_is_reviewer', '/itemReviewed/author/name', name)
  }
  if (item.author === null) say('null_value', '/itemReviewed/author')
  if (listOf(item.appearance).length === 0 && listOf(item.firstAppearance).length === 0)
    say('appearance_missing', '/itemReviewed')
  if (item.datePublished === undefined || item.datePublished === null) return
  const said = dateOf(item.datePublished)
  if (said === null) say('date_not_read', '/itemReviewed/datePublished', item.datePublished)
  else if (reviewed !== null && said > reviewed + 86_400_000)
    say('claim_after_review', '/itemReviewed/datePublished', item.datePublished)
}

/** A day or a moment of ISO 8601, in milliseconds; null for anything else. */
function dateOf(it: unknown): number | null {
  const text = textOf(it)
  if (!/^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/.test(text))
    return null
  const at = Date.parse(text.replace(' ', 'T'))
  return Number.isNaN(at) ? null : at
}
