import 'server-only'
import { z } from 'zod'
import { JOB_STATES } from '@/lib/domain/job'
import { TABLE_FIELDS } from '@/lib/domain/table-columns'
import { FILE_FORMATS, LEFT_REASONS, TABLE_STATES, type TableImport } from '@/lib/domain/table-import'
import { HOP_ROLES, HOP_SCOPES } from '@/lib/domain/vocabulary'

const words = z.string().nullable()
const moment = z.iso.datetime()
export const Column = z.object({ name: z.string(), field: z.enum(TABLE_FIELDS).nullable().describe('Null: left out') })
/** An import as a list tells it. */
export const ImportAnswer = z
  .object({
    id: z.guid(),
    name: z.string(),
    format: z.enum(FILE_FORMATS),
    sender: z.string().describe('The same key of the same sender is the same claim'),
    state: z.enum(TABLE_STATES),
    bytes: z.int(),
    sha256: words,
    sheet: words.describe('Of a workbook; null: the first'),
    columns: z.array(Column).nullable(),
    baseAt: moment.nullable(),
    leavesOut: z.boolean(),
    addsSources: z.boolean().describe('Sources the chains of new passages name and nobody knows are added'),
    movedOn: z.boolean().describe('What was compared changed before it was written: it is compared anew'),
    counts: z.object(
      Object.fromEntries(
        (['read', 'added', 'changed', 'unchanged', 'rejected', 'conflicts'] as const).map((it) => [it, z.int()]),
      ),
    ),
    undone: z.int().nullable(),
    left: z
      .array(z.object({ ref: z.string(), field: z.string(), reason: z.enum(LEFT_REASONS) }))
      .nullable()
      .describe('What an undo left as it is, and why'),
    createdAt: moment,
    finishedAt: moment.nullable(),
    version: z.int().describe('Another one after each comparison; POST …/confirmation asks for it'),
    isOwn: z.boolean().describe('Who asks began it'),
  })
  .meta({ id: 'Import' })
/** A claim or a passage that is new. */
export const Addition = z.object({
  row: z.int(),
  statementFr: words,
  statementEn: words,
  exact: words,
  chain: z
    .array(
      z.object({
        source: z.string(),
        role: z.enum(HOP_ROLES),
        scope: z.enum(HOP_SCOPES),
        isNew: z.boolean().describe('The source is added with the table'),
      }),
    )
    .describe('First voice first; empty without a passage'),
  ref: words,
  slug: words,
})
/** One import, with how far the work on it is. */
export const WithJob = ImportAnswer.extend({
  mayUndo: z.boolean(),
  job: z
    .object({
      id: z.guid(),
      state: z.enum(JOB_STATES),
      progress: z.int(),
      total: z.int().nullable(),
      secondsRun: z.number(),
      error: words,
    })
    .nullable()
    .describe('The latest work on it'),
})
const counted = ({ read, added, changed, unchanged, rejected, conflicts }: TableImport) => ({
  counts: { read, added, changed, unchanged, rejected, conflicts },
})
/** What is told of an import to somebody. */
export const told = (it: TableImport, actorId: string | undefined) => {
  const { id, name, format, sender, state, bytes, sha256, sheet, columns, baseAt, leavesOut, addsSources, movedOn } = it
  const { undone, left, createdAt, finishedAt, createdById, version } = it
  return {
    ...{ id, name, format, sender, state, bytes, sha256, sheet, columns, baseAt, leavesOut, addsSources, movedOn },
    ...counted(it),
    ...{ undone, left, createdAt, finishedAt, version, isOwn: createdById === actorId },
  }
}
