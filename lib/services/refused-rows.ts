import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { refusedRows as rowsAfter, tableImportById, tableProblems } from '@/lib/data/table-imports'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { isUuid } from '@/lib/domain/ids'
import { permit } from '@/lib/domain/permission'
import type { TableProblem } from '@/lib/domain/table-import'

/** Rows at a time. */
const SOME = 1_000

export type RefusedRow = { row: number; cells: string[]; problems: TableProblem[] }

/** The refused rows of a table as they came, each with what is wrong with it, some at a time. */
export async function refusedRows(
  { db, actor }: Pick<Desk<PrismaClient>, 'db' | 'actor'>,
  importId: string,
): Promise<{ names: string[]; rows: AsyncGenerator<RefusedRow[]> }> {
  permit(actor, 'desk:read')
  const table = isUuid(importId) ? await tableImportById(db, importId) : null
  if (!table?.columns) throw new Fault('not_found', 'imported table')
  async function* rows(): AsyncGenerator<RefusedRow[]> {
    let [after, afterProblem]: [number, number] = [0, 0]
    let held: (TableProblem & { n: number })[] = []
    for (;;) {
      const some = await rowsAfter(db, importId, after, SOME)
      const last = some.at(-1)
      if (last === undefined) return
      after = last.row
      // Problems are numbered in the order of the rows.
      while ((held.at(-1)?.row ?? 0) <= after) {
        const next = await tableProblems(db, importId, SOME, afterProblem)
        if (next.length === 0) break
        held = [...held, ...next]
        afterProblem = next.at(-1)?.n ?? afterProblem
      }
      const byRow = new Map<number, TableProblem[]>()
      for (const it of held) byRow.set(it.row, [...(byRow.get(it.row) ?? []), it])
      yield some.map(({ row, cells }) => ({ row, cells, problems: byRow.get(row) ?? [] }))
      held = held.filter(({ row }) => row > after)
    }
  }
  return { names: table.columns.map(({ name }) => name), rows: rows() }
}
