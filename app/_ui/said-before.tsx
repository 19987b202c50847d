import type { EventBrief, OccurrenceView } from '@/lib/domain/record'
import { isSaidBefore } from '@/lib/domain/stale'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMatrixWords } from '@/lib/i18n/desk-matrix'
import { Icon } from '@/lib/present/parts/icons'

type Props = { lang: Language; occurrence: OccurrenceView; event: EventBrief | null }

/** Said before the event and printed after it: the mark, and the way to make a conflict of it. Nothing when a time is unknown. */
export function SaidBefore({ lang, occurrence, event }: Props) {
  if (event === null || !isSaidBefore(occurrence, event)) return null
  const { stale: t } = deskMatrixWords(lang)
  const { ref } = occurrence.claim
  const query = new URLSearchParams({ claims: ref, event: event.slug, property: 'time', type: 'stale_statement' })
  return (
    <span className="said-before">
      <span className="tag on">
        <Icon name="clock" /> {t.mark}
      </span>{' '}
      <a href={`/${lang}/desk/conflicts/new?${query}`} aria-label={t.conflictOf(ref)}>
        {t.conflict}
      </a>
    </span>
  )
}
