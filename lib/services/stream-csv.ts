import 'server-only'
import { copyRecords, type ExportQuery } from '@/lib/data/csv-export'
import { deskDb, publicDb } from '@/lib/data/db'
import { claimsExport } from '@/lib/data/export-claims'
import { conflictsExport } from '@/lib/data/export-conflicts'
import { evidenceExport } from '@/lib/data/export-evidence'
import { exportCondition } from '@/lib/data/export-filter'
import { sourcesExport } from '@/lib/data/export-sources'
import type { DeskFilter } from '@/lib/domain/desk-filter'
import type { Actor } from '@/lib/domain/permission'
import { permits } from '@/lib/domain/permission'
import type { Language } from '@/lib/domain/vocabulary'
import { type CsvForm, type CsvProfile, csvForm, csvHead, recordEnds } from '@/lib/present/csv'
import { recordReader } from '@/lib/present/csv-records'
import { columnNames, type TableName } from '@/lib/present/datapackage'

export type TableRequest = {
  table: TableName
  lang: Language
  baseUrl: string
  /** Which rows, read and checked (lib/domain/export-filter). */
  filter: DeskFilter
  signal: AbortSignal
}
export type CsvRequest = TableRequest & { profile: CsvProfile }

const QUERIES: Record<TableName, (baseUrl: string, lang: Language, only: string) => ExportQuery> = {
  claims: claimsExport,
  conflicts: conflictsExport,
  sources: sourcesExport,
  evidence: evidenceExport,
}

/** Does this reader get everything the desk has, or what is published? */
export const exportsAsDesk = (actor: Actor): boolean => permits(actor, 'export:desk')

/** A table as CSV: its head at once, its records as they are taken. */
export function streamCsv(actor: Actor, { profile, ...asked }: CsvRequest) {
  const form = csvForm(profile, asked.lang)
  const { columns, copied } = copyTable(actor, asked, form)
  return { head: csvHead(columns, form), records: ended(copied) }
}

/** The same rows and columns as they are, some records at a time, for who writes them in another form. */
export function streamRecords(actor: Actor, asked: TableRequest) {
  const { columns, numbers, copied } = copyTable(actor, asked, csvForm('machine', asked.lang))
  return { columns, numbers, records: read(copied) }
}

/** What a stranger gets is decided by PostgreSQL, whatever the filter says. */
function copyTable(actor: Actor, { table, lang, baseUrl, filter, signal }: TableRequest, form: CsvForm) {
  const columns = columnNames(table)
  const isDesk = exportsAsDesk(actor)
  const queryOf = (only: string): ExportQuery => QUERIES[table](baseUrl, lang, only)
  async function* copied(): AsyncGenerator<Uint8Array> {
    const only = await exportCondition(isDesk ? deskDb() : publicDb(), table, filter, isDesk ? (actor?.id ?? '') : null)
    yield* copyRecords({ role: isDesk ? 'app_rw' : 'app_public', query: queryOf(only), columns, form, signal })
  }
  return { columns, numbers: queryOf('true').numbers ?? [], copied: copied() }
}

async function* ended(copied: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const withEnds = recordEnds()
  for await (const chunk of copied) yield withEnds(chunk)
}

async function* read(copied: AsyncIterable<Uint8Array>): AsyncGenerator<string[][]> {
  const records = recordReader()
  for await (const chunk of copied) yield records(chunk)
}
