import { recordsOf } from './claim-review-in'

/** One record of a file, with the line or the place in the file where a person finds it. */
export type FiledRecord = { row: number; record: unknown }
export type ReviewFile = {
  records: FiledRecord[]
  /** Lines that are no JSON. */
  broken: number[]
  /** Whether the file is everything its publishers have: a feed, or one record a line; not one review or a page's graph. */
  isSnapshot: boolean
}

const SCRIPT = /^<script\b[^>]*>(.*)<\/script>\s*$/isu
const json = (text: string): { value: unknown } | null => {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}
const isFeed = (it: unknown) => it !== null && typeof it === 'object' && 'dataFeedElement' in it

/** The ClaimReviews of a file: one object or list, a DataFeed, JSON lines, or the lines of script Data Commons gives out. */
export function reviewsInFile(text: string): ReviewFile {
  const whole = json(text.replace(/^\ufeff/u, ''))
  if (whole) {
    const records = recordsOf(whole.value).map((record, i) => ({ row: i + 1, record }))
    return { records, broken: [], isSnapshot: isFeed(whole.value) }
  }
  const records: FiledRecord[] = []
  const broken: number[] = []
  for (const [i, raw] of text
    .replace(/^\ufeff/u, '')
    .split('\n')
    .entries()) {
    const line = raw.trim()
    if (line === '') continue
    const read = json(SCRIPT.exec(line)?.[1] ?? line)
    if (read) records.push(...recordsOf(read.value).map((record) => ({ row: i + 1, record })))
    else broken.push(i + 1)
  }
  return { records, broken, isSnapshot: broken.length === 0 }
}
