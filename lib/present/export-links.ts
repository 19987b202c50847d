import type { DeskFilter } from '@/lib/domain/desk-filter'
import { type ExportTable, exportQuery } from '@/lib/domain/export-filter'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { sheetWords } from '@/lib/i18n/sheets'

/** The three files that hold what a filter means, with their names: CSV, CSV for Excel, workbook. */
export function exportLinks(
  lang: Language,
  table: ExportTable,
  filter: DeskFilter,
): (readonly [href: string, word: string])[] {
  const address = (format: 'csv' | 'xlsx', form: Record<string, string>): string => {
    const query = exportQuery(filter)
    for (const [name, value] of Object.entries(form)) query.set(name, value)
    return `/export/${table}.${format}${query.size === 0 ? '' : `?${query}`}`
  }
  const t = publicWords(lang).claim
  return [
    [address('csv', {}), t.csv],
    [address('csv', { profile: 'excel', lang }), t.excel],
    [address('xlsx', { lang }), sheetWords(lang).xlsx],
  ]
}
