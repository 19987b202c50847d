import type { Metadata } from 'next'
import { ConflictClassTag, ConflictStatusTag } from '@/app/_ui/conflict-class'
import { PROPERTIES } from '@/lib/domain/property'
import { CONFLICT_CLASSES, CONFLICT_STATUSES, CONFLICT_TYPES } from '@/lib/domain/vocabulary'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { words } from '@/lib/i18n/words'
import { PositionBadge } from '@/lib/present/parts/cell'
import { Own, ownText } from '@/lib/present/parts/own-words'
import { quotedIn } from '@/lib/present/parts/quoted'
import { loadDeskConflicts } from '@/lib/services/load-desk-conflicts'
import { deskOfRequest } from '@/lib/web/desk'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { FilterSelect } from './filter-select'

type Asked = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ lang: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskReviewWords(await languageOfParams(params)).conflicts.title }
}

const one = (asked: Asked, key: string): string | undefined => {
  const value = asked[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Every conflict of the desk, open ones first; the address keeps the filters. */
export default async function ConflictsPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const asked = await searchParams
  const filter = Object.fromEntries(
    (['status', 'class', 'type', 'event'] as const).flatMap((key) => {
      const value = one(asked, key)
      return value ? [[key, value]] : []
    }),
  )
  const { lines, total, open, counts, events, mayMark } = await orNotFound(
    loadDeskConflicts(await deskOfRequest(), filter),
  )
  const { conflicts: t } = deskReviewWords(lang)
  const w = words(lang)
  const isFiltered = Object.keys(filter).length > 0
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <p className="acts">
        <span>{t.lead(t.open(open), t.total(total))}</span>
        {mayMark && (
          <a className="b go" href={`/${lang}/desk/conflicts/new`}>
            {t.mark}
          </a>
        )}
      </p>
      {total === 0 ? (
        <section className="sec prose" aria-labelledby="empty">
          <h2 id="empty">{t.emptyTitle}</h2>
          <p>{t.empty}</p>
        </section>
      ) : (
        <>
          <form method="get" className="picks" aria-label={t.filters}>
            <FilterSelect
              lang={lang}
              name="status"
              label={t.status}
              value={filter.status}
              counts={counts.status}
              choices={CONFLICT_STATUSES.map((it) => [it, w.conflictStatus[it]])}
            />
            <FilterSelect
              lang={lang}
              name="class"
              label={t.class}
              value={filter.class}
              counts={counts.class}
              choices={CONFLICT_CLASSES.map((it) => [it, w.conflictClass[it]])}
            />
            <FilterSelect
              lang={lang}
              name="type"
              label={t.type}
              value={filter.type}
              counts={counts.type}
              choices={CONFLICT_TYPES.map((it) => [it, w.conflictType[it]])}
            />
            <FilterSelect
              lang={lang}
              name="event"
              label={t.event}
              value={filter.event}
              counts={counts.event}
              choices={events.map((it) => [it.slug, ownText(lang, it.titleFr, it.titleEn)])}
            />
            <p className="acts">
              <button type="submit" className="b">
                {t.apply}
              </button>
              {isFiltered && <a href={`/${lang}/desk/conflicts`}>{t.clear}</a>}
              <span role="status" className="dim small">
                {t.shown(lines.length)}
              </span>
            </p>
          </form>
          {lines.length === 0 ? (
            <p>{t.noneMatch}</p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            <section className="grid-wrap" tabIndex={0} aria-label={t.scrolls}>
              <table className="queue stacks">
                <caption className="vh">{t.title}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t.ref}</th>
                    <th scope="col">{t.what}</th>
                    <th scope="col">{t.status}</th>
                    <th scope="col">{t.class}</th>
                    <th scope="col">{t.property}</th>
                    <th scope="col">{t.positions}</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map((it) => (
                    <tr key={it.id}>
                      <td className="mono">{it.ref}</td>
                      <th scope="row" className="cl">
                        <a href={`/${lang}/desk/conflicts/${it.slug}`}>
                          <Own lang={lang} fr={it.titleFr} en={it.titleEn} />
                        </a>
                        <span className="dim small">
                          <Own lang={lang} fr={it.event.titleFr} en={it.event.titleEn} />
                        </span>
                      </th>
                      <td>
                        <ConflictStatusTag lang={lang} status={it.status} />
                      </td>
                      <td>
                        <ConflictClassTag lang={lang} kind={it.class} />
                        <br />
                        <span className="dim small">{w.conflictType[it.type]}</span>
                      </td>
                      <td>{PROPERTIES[it.property][lang]}</td>
                      <td>
                        <ul className="shorts">
                          {it.positions.map(({ ordinal, value, language }) => (
                            <li key={ordinal}>
                              <PositionBadge ordinal={ordinal} /> <span {...quotedIn(language)}>{value}</span>
                            </li>
                          ))}
                        </ul>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
        </>
      )}
    </main>
  )
}
