import 'server-only'
import { copyRecords, type ExportQuery } from '@/lib/data/csv-export'
import { claimsExport } from '@/lib/data/export-claims'
import { conflictsExport } from '@/lib/data/export-conflicts'
import { evidenceExport } from '@/lib/data/export-evidence'
import { sourcesExport } from '@/lib/data/export-sources'
import type { Actor } from '@/lib/domain/permission'
import { permits } from '@/lib/domain/permission'
import type { Language } from '@/lib/domain/vocabulary'
import { type CsvProfile, csvForm, csvHead, recordEnds } from '@/lib/present/csv'
import { columnNames, type TableName } from '@/lib/present/datapackage'

export type CsvRequest = {
  table: TableName
  profile: CsvProfile
  lang: Language
  baseUrl: string
  signal: AbortSignal
}

const QUERIES: Record<TableName, (baseUrl: string, lang: Language) => ExportQuery> = {
  claims: claimsExport,
  conflicts: conflictsExport,
  sources: sourcesExport,
  evidence: evidenceExport,
}

/** Does this reader get everything the desk has, or what is published? */
export const exportsAsDesk = (actor: Actor): boolean => permits(actor, 'export:desk')

/** A table as CSV: its head at once, its records as they are taken. What a stranger gets is decided by PostgreSQL. */
export function streamCsv(actor: Actor, { table, profile, lang, baseUrl, signal }: CsvRequest) {
  const columns = columnNames(table)
  const form = csvForm(profile, lang)
  const role = exportsAsDesk(actor) ? 'app_rw' : 'app_public'
  const copied = copyRecords({ role, query: QUERIES[table](baseUrl, lang), columns, form, signal })
  return { head: csvHead(columns, form), records: ended(copied) }
}

async function* ended(copied: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const withEnds = recordEnds()
  for await (const chunk of copied) yield withEnds(chunk)
}
