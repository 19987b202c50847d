import type { RevisedKind } from '@/lib/domain/revision'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMemoryWords } from '@/lib/i18n/desk-memory'

/** The way to every version of a thing; `of` says which thing, for whoever hears the link alone. */
export function HistoryLink({
  lang,
  entity,
  id,
  of,
}: {
  lang: Language
  entity: RevisedKind
  id: string
  of?: string
}) {
  const t = deskMemoryWords(lang).history
  return (
    <a href={`/${lang}/desk/history/${entity}/${id}`}>
      {t.link}
      <span className="vh"> ({of ?? t.of[entity]})</span>
    </a>
  )
}
