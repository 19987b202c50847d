import 'server-only'
import pg from 'pg'
import type { Language } from '@/lib/domain/vocabulary'
import type { ExportQuery } from './csv-export'

/** One row per source. Of a protected one the alias and its kind, and nothing that could name it; its note stays at the desk. */
export const sourcesExport = (baseUrl: string, _lang: Language, only: string): ExportQuery => ({
  order: 'it.source_slug collate "C"',
  text: `
    select
      s.slug as source_slug,
      s.name,
      s.kind::text as kind,
      s.is_named::text as is_named,
      case when not s.is_protected then s.affiliation end as affiliation,
      case when not s.is_protected then s.role_words end as role_words,
      case when not s.is_protected then s.language end as language,
      ${pg.escapeLiteral(`${baseUrl}/fr/sources/`)} || s.slug as url
    from sources s where s.discarded_at is null and (${only})`,
})
