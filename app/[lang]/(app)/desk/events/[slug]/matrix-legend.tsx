import type { Language } from '@/lib/domain/vocabulary'
import { deskMatrixWords } from '@/lib/i18n/desk-matrix'
import { Icon } from '@/lib/present/parts/icons'

/** What the drawings and letters of a cell mean. */
export function MatrixLegend({ lang }: { lang: Language }) {
  const { legend: t } = deskMatrixWords(lang)
  return (
    <ul className="legend" aria-label={t.title}>
      <li>
        <span className="c-no key">
          <Icon name="neq" />
        </span>{' '}
        {t.contradiction}
      </li>
      <li>
        <span className="c-no ten key">
          <Icon name="neq" />
        </span>{' '}
        {t.tension}
      </li>
      <li>
        <Icon name="general" /> {t.general}
      </li>
      <li>
        <Icon name="ok" /> {t.settled}
      </li>
      <li>{t.letter}</li>
      <li>
        <b>—</b> {t.silent}
      </li>
    </ul>
  )
}
