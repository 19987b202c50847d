/** ClaimReviews from the command line: read, kept, and what changed in substance told. */
import { createHash } from 'node:crypto'
import { asId, type UserId } from '@/lib/domain/ids'
import { formatOf, type ImportFormat, textOfFile } from '@/lib/domain/import-format'
import {
  type ImportProblem,
  type ImportReport,
  type ProblemCode,
  REVIEW_COLUMNS,
  unchangedInAll,
} from '@/lib/domain/import-report'
import type { Actor } from '@/lib/domain/permission'
import { RATING_CODES } from '@/lib/domain/rating'
import { reviewsInFile } from '@/lib/domain/review-file'
import type { ImportFileWords } from '@/lib/i18n/import-file'
import { importReviews } from '@/lib/services/import-reviews'
import { scriptDesk } from '@/lib/web/script-desk'
import { ImportRefused } from './import-refused'

/** Whoever can read the database's address may do this; the log says it was done at the terminal. */
const operator: Actor = { id: asId<UserId>('operator'), role: 'admin', isSourceKeeper: false }

/** The ratings a person gave to their labels; `file` is where they stand. */
export function labelsIn(file: string | undefined, labels: unknown): Record<string, (typeof RATING_CODES)[number]> {
  if (labels === undefined) return {}
  if (labels === null || typeof labels !== 'object' || Array.isArray(labels))
    throw new ImportRefused(`${file} is not an object of labels.`)
  for (const [label, rating] of Object.entries(labels))
    if (!RATING_CODES.includes(rating))
      throw new ImportRefused(`${file}: “${label}” is given “${rating}”, which is no rating here.`)
  return labels as Record<string, (typeof RATING_CODES)[number]>
}

export type ReviewOptions = {
  name: string
  format: string
  labels: ReturnType<typeof labelsIn>
  isPart: boolean
  isWhole: boolean
  isDryRun: boolean
}
/** Keeps the reviews of a file, all or none; answers what `recoupe import` prints. */
export async function importReviewFile(
  bytes: Buffer,
  given: ReviewOptions,
  words: ImportFileWords,
): Promise<ImportReport> {
  const read = textOfFile(bytes)
  if (!read.ok) throw new ImportRefused(`${given.name}: ${words.unreadable[read.reason]}`, false)
  const format = given.format === 'auto' ? formatOf(read.text) : (given.format as ImportFormat)
  if (format !== 'claimreview') throw new ImportRefused(`${given.name} is ${format}; that is not read yet.`)
  const { records, broken, isSnapshot } = reviewsInFile(read.text)
  process.stderr.write(`${given.name}: ${records.length} …\n`)
  const input: Parameters<typeof importReviews>[1] = {
    source: given.name === '-' ? 'stdin' : given.name,
    documents: records.map(({ record }) => record),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    isSnapshot: isSnapshot && !given.isPart,
    isWhole: given.isWhole,
    ...{ labels: given.labels, unreadable: broken.length, isDryRun: given.isDryRun },
  }
  const site = process.env.RECOUPE_URL ?? 'http://localhost'
  const done = await importReviews(await scriptDesk(operator), input, site)
  const rowOf = (at: number) => records[at]?.row ?? 0
  const problem = (row: number, code: ProblemCode, sentence: string): ImportProblem => {
    const column = REVIEW_COLUMNS[code]
    return { row, column, code, message: `${words.place(row, column)}${sentence}` }
  }
  const problems = [
    ...(done.lacking > 0 ? [problem(0, 'half_gone', words.halfGone(done.lacking))] : []),
    ...broken.map((row) => problem(row, 'not_json', words.problem.not_json)),
    ...done.refused.map(({ at, reason }) => problem(rowOf(at), reason, words.problem[reason])),
    ...done.warned.flatMap(({ at, warnings }) => warnings.map((it) => problem(rowOf(at), it, words.problem[it]))),
    ...done.saidTwice.map((at) => problem(rowOf(at), 'said_twice', words.problem.said_twice)),
    ...done.unmapped.map(({ at, label, count }) => problem(rowOf(at), 'unmapped', words.unmapped(label, count))),
  ].sort((a, b) => a.row - b.row)
  const { added, changed, absent, changes } = done
  const unchanged = unchangedInAll(done)
  const rejected = done.refused.length + broken.length
  return { format, read: done.read, added, changed, unchanged, absent, rejected, changes, problems }
}
