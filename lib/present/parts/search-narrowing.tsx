import type { Found } from '@/lib/domain/found'
import { narrowed, SEARCH_KEYS, type SearchQuery } from '@/lib/domain/search-query'
import type { Language } from '@/lib/domain/vocabulary'
import { searchWords } from '@/lib/i18n/search'

/** The address of a question, from its first page. */
export type AddressOf = (q: string) => string

/** The filters in use, each a link that takes it away. */
export function ActiveFilters({ lang, query, at }: { lang: Language; query: SearchQuery; at: AddressOf }) {
  const t = searchWords(lang)
  if (query.active.length === 0) return null
  return (
    <nav className="chosen" aria-label={t.active}>
      <ul className="choices">
        {query.active.map(({ text, without }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same filter may be typed twice, and nothing here is ever moved
          <li key={`${i} ${text}`}>
            <a className="b" href={at(without)} aria-label={t.remove(text)}>
              {text} <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What the results can be narrowed by, with how many would be left; a value that every result has narrows nothing. */
export function Facets({
  lang,
  query,
  found,
  at,
}: {
  lang: Language
  query: SearchQuery
  found: Found
  at: AddressOf
}) {
  const t = searchWords(lang)
  const groups = SEARCH_KEYS.map((key) => ({
    key,
    values: found.facets[key].flatMap((facet) => {
      const longer = facet.n < found.total ? narrowed(query, key, facet.value) : null
      return longer === null ? [] : [{ ...facet, href: at(longer) }]
    }),
  })).filter(({ values }) => values.length > 0)
  if (groups.length === 0) return null
  return (
    <details className="narrow no-print">
      <summary>{t.narrow}</summary>
      <nav aria-label={t.narrow} className="facets">
        {groups.map(({ key, values }) => (
          <div key={key}>
            <h3>{t.facet[key]}</h3>
            <ul>
              {values.map((it) => (
                <li key={it.value}>
                  <a href={it.href}>{key === 'verdict' && it.value === 'none' ? t.noVerdict : it[lang]}</a>{' '}
                  <span className="dim">{t.among(it.n, found.isMore)}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </details>
  )
}

/** The ways to ask, each with an example that can be tried. */
export const WaysToAsk = ({ lang, at, isOpen }: { lang: Language; at: AddressOf; isOpen: boolean }) => {
  const t = searchWords(lang)
  return (
    <details className="no-print" open={isOpen}>
      <summary>{t.how}</summary>
      <dl className="ways">
        {t.ways.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <a href={at(example)}>{example}</a>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
