import type { DeskFilter } from '@/lib/domain/desk-filter'
import type { Language } from '@/lib/domain/vocabulary'
import { sheetWords } from '@/lib/i18n/sheets'
import { exportLinks } from '@/lib/present/export-links'

type Props = { lang: Language; table: 'claims' | 'conflicts'; filter: DeskFilter }

/** The rows a list means, all its pages, as files: they carry its filter. */
export function ExportThese({ lang, table, filter }: Props) {
  return (
    <nav className="acts" aria-label={sheetWords(lang).these[table]}>
      <span className="dim small" aria-hidden="true">
        {sheetWords(lang).these[table]}
      </span>
      {exportLinks(lang, table, filter).map(([href, word]) => (
        <a key={href} className="b" href={href} download>
          {word}
        </a>
      ))}
    </nav>
  )
}
