import 'server-only'
import { z } from 'zod'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertJob } from '@/lib/data/jobs'
import { holdTableImport, tableBytes, tableImportById, updateTableImport } from '@/lib/data/table-imports'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { line, quoted, readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { columnsOf, saysEnough, TABLE_FIELDS } from '@/lib/domain/table-columns'
import { mustBeTable } from '@/lib/domain/table-import'
import { headOf, type TableReader } from '@/lib/domain/table-text'

/** Longest name of a sheet; Excel itself allows 31. */
const MAX_SHEET_NAME = 200

export const PrepareTable = z.strictObject({
  importId: uuid(),
  /** Their columns and what they mean, where that is not what their names say; null leaves a column out. */
  columns: z.record(z.string(), z.enum(TABLE_FIELDS).nullable()).default({}),
  /** Whose file it is: the same key of the same sender is the same claim. */
  sender: line().optional(),
  /** Of a workbook: which of its sheets; the first, when nobody says. */
  sheet: quoted(MAX_SHEET_NAME).nullable().default(null),
  /** When the file left us, so that what only we changed since is not undone by it. */
  baseAt: z.iso.datetime({ offset: true }).nullable().default(null),
  /** Whether sources the chains of new passages name and nobody knows are added; else such a row is refused. */
  addsSources: z.boolean().default(false),
  /** Whether a worker compares it, or whoever calls does so at once. */
  isQueued: z.boolean().default(true),
})

/** Says what the columns of a table mean and has it compared with ours. Nothing is written before somebody says yes to that. */
export async function prepareTable(
  { db, actor, newId, now }: Desk<PrismaClient>,
  raw: z.input<typeof PrepareTable>,
  recordsOf: TableReader,
): Promise<{ jobId: string | null }> {
  const proof = permit(actor, 'claim:add')
  const input = readInput(PrepareTable, raw)
  const { importId, addsSources } = input
  if (addsSources) permit(actor, 'source:add')
  const known = await tableImportById(db, importId)
  if (!known) throw new Fault('not_found', 'imported table')
  mustBeTable(known)
  const sheet = known.format === 'xlsx' ? input.sheet : null
  const { names } = await headOf(recordsOf(known.format, sheet)(tableBytes(db, importId)))
  const unknown = Object.keys(input.columns).find((name) => !names.includes(name))
  if (unknown !== undefined)
    throw invalid({ field: 'columns', reason: 'not_a_choice', values: { choices: names.join(', ') } })
  const columns = columnsOf(names, input.columns)
  const given = columns.flatMap(({ field }) => field ?? [])
  if (new Set(given).size < given.length) throw invalid({ field: 'columns', reason: 'already_taken' })
  if (!saysEnough(columns)) throw invalid({ field: 'columns', reason: 'required' })
  const baseAt = input.baseAt === null ? null : new Date(input.baseAt)
  if (baseAt && baseAt > now) throw invalid({ field: 'baseAt', reason: 'not_a_choice' })
  return transactionAs(db, proof.by, async (tx) => {
    const held = await holdTableImport(tx, importId)
    if (held.createdById !== proof.by) throw new Fault('forbidden', 'an import of somebody else')
    if (held.state !== 'received' && held.state !== 'compared')
      throw invalid({ field: 'importId', reason: 'wrong_state', values: { state: held.state } })
    const payload = { importId, step: 'compare' }
    const jobId = input.isQueued
      ? await insertJob(tx, { id: newId(), kind: 'import_table', payload, createdById: proof.by })
      : null
    await updateTableImport(tx, proof, importId, {
      ...{ sheet, columns, baseAt, addsSources, state: 'received', movedOn: false, jobId: jobId ?? held.jobId },
      sender: input.sender ?? held.sender,
    })
    return { jobId }
  })
}
