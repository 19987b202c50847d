import {
  FILTER_KEYS,
  type FilterKey,
  isNarrowed,
  type ListView,
  queryOf,
  SORTS,
  without,
} from '@/lib/domain/desk-filter'
import type { Language } from '@/lib/domain/vocabulary'
import { deskQueuesWords } from '@/lib/i18n/desk-queues'
import { Icon } from '@/lib/present/parts/icons'
import { type Choices, groupsOf, wordOf } from './list-fields'

type Props = { lang: Language; view: ListView; choices: Choices; path: string }

/** The filters one reaches for every hour; the others wait behind one more click, open when one of them is in force. */
const FIRST = ['status', 'assignee', 'author', 'event'] as const satisfies readonly FilterKey[]

/** Filters, order and chips of a list. A plain form: the answer is an address. */
export function ListHead({ lang, view, choices, path }: Props) {
  const t = deskQueuesWords(lang)
  const keys = FILTER_KEYS[view.list].filter((it) => it !== 'q') as readonly FilterKey[]
  const isFirst = (key: FilterKey) => (FIRST as readonly FilterKey[]).includes(key)
  const rest = keys.filter((key) => !isFirst(key))
  const field = (key: FilterKey) => <ChoiceField key={key} lang={lang} view={view} name={key} choices={choices} />
  return (
    <>
      <form method="get" action={path} className="narrow" aria-label={t.filters.title}>
        <div className="picks">
          <label className="f wide" htmlFor="filter-q">
            <span>{t.filters.search}</span>
            <input
              key={view.filter.q ?? ''}
              id="filter-q"
              name="q"
              type="search"
              defaultValue={view.filter.q ?? ''}
              aria-describedby="filter-q-help"
            />
            <small id="filter-q-help">{t.filters.searchHelp}</small>
          </label>
          {keys.filter(isFirst).map(field)}
          <label className="f" htmlFor="filter-sort">
            <span>{t.filters.sort}</span>
            <select key={view.sort} id="filter-sort" name="sort" defaultValue={view.sort}>
              {SORTS[view.list].map((sort) => (
                <option key={sort} value={sort}>
                  {t.sorts[sort]}
                </option>
              ))}
            </select>
          </label>
        </div>
        <details open={rest.some((key) => view.filter[key] !== undefined)}>
          <summary>{t.filters.more}</summary>
          <div className="picks">{rest.map(field)}</div>
        </details>
        <p className="acts">
          <button type="submit" className="b">
            {t.filters.apply}
          </button>
          <span className="dim small">{t.filters.keeps}</span>
        </p>
      </form>
      {isNarrowed(view) && (
        <ul className="filters" aria-label={t.filters.on}>
          {FILTER_KEYS[view.list].map((key: FilterKey) => {
            const value = view.filter[key]
            if (value === undefined) return null
            return (
              <li key={key}>
                <a className="chip on" href={addressOf(path, without(view, key))}>
                  <span>
                    {t.key[key]}
                    {lang === 'fr' ? '\u202f: ' : ': '}
                    <bdi>{wordOf(lang, view, key, value, choices)}</bdi>
                  </span>
                  <span aria-hidden="true">×</span>
                  <span className="vh">{t.filters.remove}</span>
                </a>
              </li>
            )
          })}
          <li>
            <a className="chip" href={path}>
              {t.filters.clearAll}
            </a>
          </li>
        </ul>
      )}
    </>
  )
}

/** The address of a view. */
export const addressOf = (path: string, view: ListView): string => {
  const query = queryOf(view)
  return query === '' ? path : `${path}?${query}`
}

type FieldProps = { lang: Language; view: ListView; name: FilterKey; choices: Choices }

function ChoiceField({ lang, view, name, choices }: FieldProps) {
  const t = deskQueuesWords(lang)
  const value = view.filter[name] ?? ''
  const groups = groupsOf(lang, view, name, choices)
  const isKnown = value === '' || groups.some(({ options }) => options.some(([it]) => it === value))
  return (
    <label className="f" htmlFor={`filter-${name}`}>
      <span>{t.key[name]}</span>
      <select key={value} id={`filter-${name}`} name={name} defaultValue={value}>
        <option value="">{t.filters.any}</option>
        {!isKnown && <option value={value}>{wordOf(lang, view, name, value, choices)}</option>}
        {groups.map((group) => {
          const options = group.options.map(([it, word]) => (
            <option key={it} value={it}>
              {word}
            </option>
          ))
          return group.name === null ? (
            options
          ) : (
            <optgroup key={group.name} label={group.name}>
              {options}
            </optgroup>
          )
        })}
      </select>
    </label>
  )
}

type PagesProps = {
  lang: Language
  view: ListView
  path: string
  next: ListView['after']
  shown: number
  total: string
}

/** How much of the list is shown, and the way to the rest. */
export function ListPages({ lang, view, path, next, shown, total }: PagesProps) {
  const t = deskQueuesWords(lang)
  return (
    <nav className="acts pages" aria-label={t.page.label}>
      <span className="dim small">{t.page.shown(shown, total)}</span>
      {view.after && <a href={addressOf(path, { ...view, after: null })}>{t.page.first}</a>}
      {next && (
        <a className="b" rel="next" href={addressOf(path, { ...view, after: next })}>
          {t.page.next}
        </a>
      )}
    </nav>
  )
}

/** When nothing passes: the one thing to do. */
export function NoneMatch({ lang, path, sentence }: { lang: Language; path: string; sentence: string }) {
  return (
    <p className="empty">
      <Icon name="search" /> {sentence}{' '}
      <a className="b" href={path}>
        {deskQueuesWords(lang).filters.clearAll}
      </a>
    </p>
  )
}
