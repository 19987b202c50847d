import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { readFreshChains } from '@/lib/data/table-chains'
import { compareStaged } from '@/lib/data/table-compare'
import { gatherFresh, keepComparison, keepFault, keepPlaces, quotesOfText, textsToRead } from '@/lib/data/table-fresh'
import { tableBytes, tableImportById } from '@/lib/data/table-imports'
import { inStaging, type StagedRow, type Staging, stageRows } from '@/lib/data/table-staging'
import { spanOfQuote } from '@/lib/domain/claim-input'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import type { Report } from '@/lib/domain/job'
import { permit } from '@/lib/domain/permission'
import { CodePoints, quoteAt } from '@/lib/domain/quote'
import { type CellFault, cellFault, cellRead, type RowFault, type TableColumn } from '@/lib/domain/table-columns'
import { TableFault, type TableRecord, unveiled } from '@/lib/domain/table-file'
import { mustBeTable } from '@/lib/domain/table-import'
import { namesOf, type TableReader } from '@/lib/domain/table-text'
import { slugOf } from '@/lib/domain/text'

/**
 * Lays a table beside what we have, cell by cell, and keeps what differs, what would be added and what is wrong. Nothing of ours is
 * written. All of it is one transaction: whoever is killed in it leaves the import as it was, and another begins again.
 */
export async function compareTable(
  { db, actor }: Pick<Desk<PrismaClient>, 'db' | 'actor'>,
  { importId }: { importId: string },
  recordsOf: TableReader,
  report: Report,
): Promise<void> {
  const proof = permit(actor, 'claim:add')
  const known = await tableImportById(db, importId)
  if (!known) throw new Fault('not_found', 'imported table')
  mustBeTable(known)
  const { columns, sender, baseAt, addsSources } = known
  if (known.state !== 'received' || columns === null) return
  const seen = { bytes: 0, rows: 0 }
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const part of tableBytes(db, importId)) {
      seen.bytes += part.length
      yield part
    }
  }
  /** How many rows there may be, by how many the bytes so far held. */
  const expected = () => (seen.bytes === 0 ? 0 : Math.round((seen.rows * (known?.bytes ?? 0)) / seen.bytes))
  async function* staged(records: AsyncIterable<TableRecord[]>): AsyncGenerator<StagedRow[]> {
    let isHead = true
    for await (const some of records) {
      const rows = isHead ? some.slice(1) : some
      if (isHead && some[0]) agree(namesOf(some[0]), columns ?? [])
      if (some.length > 0) isHead = false
      seen.rows += rows.length
      yield rows.map((record) => stagedRow(record, columns ?? []))
      await report(seen.rows, Math.max(seen.rows, expected()))
    }
  }
  try {
    await inStaging(proof.by, async (staging) => {
      const read = await stageRows(staging, staged(recordsOf(known.format, known.sheet)(counted())))
      await compareStaged(staging, { sender, columns, baseAt })
      await gatherFresh(staging, columns)
      await readFreshChains(staging, columns, addsSources)
      await findQuotes(staging, columns)
      await report(read, read)
      await keepComparison(staging, importId, { columns, sender, baseAt, addsSources }, read)
    })
  } catch (error) {
    if (!(error instanceof TableFault)) throw error
    const { code, line, told } = error
    await inStaging(proof.by, (staging) => keepFault(staging, importId, { code, line: line ?? 0, told }))
  }
}

/** The columns were named by a person who saw the head of this file: another head is another file. */
function agree(names: readonly string[], columns: readonly TableColumn[]): void {
  if (names.length !== columns.length || names.some((name, i) => name !== columns[i]?.name))
    throw new TableFault('no_header', 1)
}

function stagedRow({ row, line, cells, fault }: TableRecord, columns: readonly TableColumn[]): StagedRow {
  if (fault) {
    const told = { found: cells.length, expected: columns.length }
    return {
      row,
      line,
      cells: cells.map((it) => it.replaceAll('\u0000', '\ufffd')),
      faults: [{ at: null, code: fault, told }],
      slug: 'x',
    }
  }
  const read = columns.map(({ field }, i) => cellRead(field, unveiled(cells[i] ?? '')))
  const faults = columns.flatMap(({ field }, i): CellFault[] => {
    const found = cellFault(field, read[i] ?? '')
    return found ? [{ at: i + 1, ...found }] : []
  })
  const stated = columns.findIndex(({ field }, i) => (field === 'statement_fr' || field === 'statement_en') && read[i])
  return { row, line, cells: read, faults, slug: slugOf(read[stated] ?? 'x') }
}

/** New passages are the text, letter for letter: where each stands, or why it does not. */
async function findQuotes(staging: Staging, columns: readonly TableColumn[]): Promise<void> {
  for (const versionId of await textsToRead(staging)) {
    const { text, rows } = await quotesOfText(staging, versionId)
    const points = new CodePoints(text)
    const missing: { row: number; line: number; code: RowFault; told: Record<string, string | number> }[] = []
    const found = rows.flatMap(({ row, line, quote }) => {
      try {
        const span = spanOfQuote(points, { exact: quote })
        return [{ row, ...quoteAt(points, span), end: span.end }]
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        const [why] = error.fields
        const code = why?.reason === 'quote_ambiguous' ? 'quote_ambiguous' : 'quote_not_in_text'
        missing.push({ row, line, code, told: why?.values ?? {} })
        return []
      }
    })
    await keepPlaces(staging, columns, found, missing)
  }
}
