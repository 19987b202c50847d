/** What `recoupe export` writes: the bytes of one table or feed. */
import { closeDb } from '@/lib/data/db'
import { type ExportFormat, type ExportTable, readExportFilter } from '@/lib/domain/export-filter'
import type { Actor } from '@/lib/domain/permission'
import type { Language } from '@/lib/domain/vocabulary'
import { claimReviewFeed } from '@/lib/present/claim-review-feed'
import { claimsJsonl } from '@/lib/present/claims-jsonl'
import type { CsvProfile } from '@/lib/present/csv'
import { workbookParts } from '@/lib/present/xlsx'
import { claimReviewParts, loadOccurrences } from '@/lib/services/load-public-feeds'
import { streamCsv, streamRecords } from '@/lib/services/stream-csv'
import { documentContext } from '@/lib/web/public-document'
import { zipped } from '@/lib/web/zip-stream'
/** What is asked for; without an actor it is what a stranger gets. */
export type AskedExport = {
  table: ExportTable
  format: ExportFormat
  profile: CsvProfile
  lang: Language
  actor: Actor
  where: string[]
}

/** The bytes, as they are made; the connections are closed behind them. */
export async function* exportBytes(asked: AskedExport): AsyncGenerator<Uint8Array> {
  try {
    yield* bytesOf(asked)
  } finally {
    await closeDb()
  }
}

async function* bytesOf({ table, format, profile, lang, actor, where }: AskedExport): AsyncGenerator<Uint8Array> {
  const { baseUrl } = documentContext(lang)
  const text = (it: string) => new TextEncoder().encode(it)
  if (format === 'claimreview') {
    for await (const part of claimReviewFeed(claimReviewParts(lang), baseUrl)) yield text(part)
    return
  }
  if (format === 'jsonl') {
    for (let after: string | null = null; ; ) {
      const { items, next }: Awaited<ReturnType<typeof loadOccurrences>> = await loadOccurrences(after)
      yield text(claimsJsonl(items, baseUrl))
      if (next === null) return
      after = next
    }
  }
  const query = new URLSearchParams(
    where.map((it) => [it.slice(0, Math.max(0, it.indexOf('='))), it.slice(it.indexOf('=') + 1)]),
  )
  const filter = readExportFilter(table, actor !== null, query, [])
  const request = { table, lang, baseUrl, filter, signal: new AbortController().signal }
  if (format === 'csv') {
    const { head, records } = streamCsv(actor, { ...request, profile })
    yield text(head)
    yield* records
    return
  }
  const { columns, numbers, records } = streamRecords(actor, request)
  yield* zipped(workbookParts({ table, columns, numbers, lang }, records))
}
