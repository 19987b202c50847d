'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { Fault, invalid } from '@/lib/domain/fault'
import { isRatingCode, type RatingCode } from '@/lib/domain/rating'
import { MOST_LABELS, REVIEW_EXTENTS } from '@/lib/domain/review-outcome'
import { CHANGED_FIELDS, TABLE_FIELDS, type TableField } from '@/lib/domain/table-columns'
import { TableFault } from '@/lib/domain/table-file'
import { askTableUndo } from '@/lib/services/ask-table-undo'
import { confirmReviews } from '@/lib/services/confirm-reviews'
import { confirmTable } from '@/lib/services/confirm-table'
import { loadTableHead } from '@/lib/services/load-table-head'
import { prepareReviews } from '@/lib/services/prepare-reviews'
import { prepareTable } from '@/lib/services/prepare-table'
import { stopTable } from '@/lib/services/stop-table'
import { formAction } from '@/lib/web/action'
import { tableRecords } from '@/lib/web/table-records'

const here = { lang: z.enum(['fr', 'en']), importId: z.uuid() }
const pageOf = ({ lang, importId }: { lang: string; importId: string }) => `/${lang}/desk/import/${importId}`

const Prepare = z.strictObject({
  ...here,
  /** What each column means, in their order; empty leaves it out. */
  fields: z.array(z.union([z.literal(''), z.enum(TABLE_FIELDS)])).max(500),
  sheet: z.string().default(''),
  sender: z.string().default(''),
  baseAt: z.string().default(''),
  addsSources: z.literal('on').optional(),
})

export const prepareTableAction = formAction(Prepare, async (desk, input): Promise<null> => {
  const { importId } = input
  const head = await loadTableHead(desk, importId, tableRecords, input.sheet || undefined)
  if (head instanceof TableFault) throw invalid({ field: 'fields', reason: 'wrong_state' })
  const columns: Record<string, TableField | null> = Object.fromEntries(
    head.columns.map(({ name }, i) => [name, input.fields[i] || null]),
  )
  const base = input.baseAt === '' ? null : new Date(`${input.baseAt}Z`)
  if (base && Number.isNaN(base.getTime()))
    throw invalid({ field: 'baseAt', reason: 'not_a_date', values: { found: input.baseAt } })
  const sender = input.sender.trim()
  await prepareTable(
    desk,
    {
      importId,
      sheet: input.sheet || null,
      columns,
      baseAt: base?.toISOString() ?? null,
      addsSources: input.addsSources === 'on',
      ...(sender ? { sender } : {}),
    },
    tableRecords,
  )
  redirect(pageOf(input))
})

const cell = z.string().regex(new RegExp(`^\\d{1,7} (?:${CHANGED_FIELDS.join('|')})$`))
const Confirm = z.strictObject({
  ...here,
  version: z.coerce.number(),
  leavesOut: z.literal('on').optional(),
  /** `42 statement_fr`: a cell of which theirs is taken. */
  theirs: z.union([cell.transform((it) => [it]), z.array(cell)]).default([]),
})

export const confirmTableAction = formAction(Confirm, async (desk, input): Promise<null> => {
  const { importId, leavesOut, version } = input
  const theirs = input.theirs.map((it) => {
    const [row = '', field = ''] = it.split(' ')
    return { row: Number(row), field: field as (typeof CHANGED_FIELDS)[number] }
  })
  try {
    await confirmTable(desk, { importId, version, leavesOut: leavesOut === 'on', theirs })
  } catch (error) {
    // They said yes to what no longer stands, cell by cell: they are shown what does.
    if (error instanceof Fault && error.code === 'stale') redirect(`${pageOf(input)}?stands=another`)
    throw error
  }
  redirect(pageOf(input))
})

export const undoTableAction = formAction(z.strictObject(here), async (desk, input): Promise<null> => {
  await askTableUndo(desk, { importId: input.importId })
  redirect(pageOf(input))
})

export const stopTableAction = formAction(z.strictObject(here), async (desk, input): Promise<null> => {
  await stopTable(desk, { importId: input.importId })
  redirect(pageOf(input))
})

export const giveUpTableAction = formAction(z.strictObject(here), async (desk, input): Promise<null> => {
  await stopTable(desk, { importId: input.importId, givesUp: true })
  redirect(pageOf(input))
})

const Labels = z.strictObject({
  ...here,
  leavesOut: z.literal('on').optional(),
  extent: z.enum(REVIEW_EXTENTS).optional(),
  /** Their labels, and in the same order the rating of each; empty leaves it unmapped. */
  labels: z.array(z.string().max(2_000)).max(MOST_LABELS).default([]),
  ratings: z
    .array(z.union([z.literal(''), z.custom<RatingCode>((it) => typeof it === 'string' && isRatingCode(it))]))
    .max(MOST_LABELS)
    .default([]),
})

export const confirmReviewsAction = formAction(Labels, async (desk, input): Promise<null> => {
  const { importId, leavesOut, extent } = input
  const labels = Object.fromEntries(
    input.labels.flatMap((label, i) => {
      const rating = input.ratings[i]
      return rating ? [[label, rating] as const] : []
    }),
  )
  await confirmReviews(desk, { importId, labels, leavesOut: leavesOut === 'on', ...(extent ? { extent } : {}) })
  redirect(pageOf(input))
})

export const compareReviewsAction = formAction(z.strictObject(here), async (desk, input): Promise<null> => {
  await prepareReviews(desk, { importId: input.importId })
  redirect(pageOf(input))
})
