import type { Origin } from '@/lib/domain/origins'
import type { EventMatrix } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMatrixWords } from '@/lib/i18n/desk-matrix'
import { ownText } from '@/lib/present/parts/own-words'
import { type Asked, matrixHref } from './address'

type Props = { lang: Language; record: EventMatrix; origins: readonly Origin[]; asked: Asked; hidden: number }

/** Which passages and properties to show; the answer lives in the address. */
export function MatrixFilters({ lang, record, origins, asked, hidden }: Props) {
  const t = deskMatrixWords(lang)
  const outlets = new Map(
    record.rows.flatMap(({ occurrence: { chain } }) =>
      chain
        .filter(({ role }) => role === 'outlet' || role === 'agency')
        .map(({ sourceSlug, sourceName }) => [sourceSlug, sourceName] as const),
    ),
  )
  const selects = [
    [
      'origin',
      t.filters.origin,
      asked.origin,
      origins.map(({ key, kind, source }) => [
        key,
        kind === 'named' ? source.sourceName : `${source.sourceName} (${t.origins.kind[kind]})`,
      ]),
    ],
    [
      'conflict',
      t.filters.conflict,
      asked.conflict,
      record.conflicts.map((it) => [it.ref, `${it.ref} ${ownText(lang, it.titleFr, it.titleEn)}`]),
    ],
    ['outlet', t.filters.outlet, asked.outlet, [...outlets]],
  ] as const
  const none = { origin: null, conflict: null, outlet: null, isWhole: false }
  return (
    <form method="get" className="matrix-filters" aria-label={t.filters.title}>
      {selects.map(([name, label, value, choices]) => (
        <label key={name} className="f" htmlFor={`by-${name}`}>
          <span>{label}</span>
          <select key={value} id={`by-${name}`} name={name} defaultValue={value ?? ''}>
            <option value="">{t.filters.any}</option>
            {choices.map(([code, word]) => (
              <option key={code} value={code}>
                {word}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label className="check" htmlFor="show-all">
        <input id="show-all" type="checkbox" name="show" value="all" defaultChecked={asked.isWhole} />
        {t.filters.whole}
      </label>
      <p className="acts">
        <button type="submit" className="b">
          {t.filters.apply}
        </button>
        {(asked.origin || asked.conflict || asked.outlet || asked.isWhole) && (
          <a href={matrixHref(lang, record.slug, none)}>{t.filters.clear}</a>
        )}
        {hidden > 0 && (
          <span role="status" className="dim">
            {t.hidden(hidden)}
          </span>
        )}
      </p>
    </form>
  )
}
