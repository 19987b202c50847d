import { keptAddress } from '@/app/_ui/queue-links'
import { EditFilterForms, SaveFilterForm } from '@/app/_ui/saved-filter-forms.client'
import { isNarrowed, type ListView, queryOf, SORTS } from '@/lib/domain/desk-filter'
import type { Language } from '@/lib/domain/vocabulary'
import { deskQueuesWords } from '@/lib/i18n/desk-queues'
import { number } from '@/lib/i18n/format'
import { changeFilterAction, deleteFilterAction, saveFilterAction } from '../filter-actions'
import { queuesOfRequest } from './queues-of-request'

/** The filters of this list that somebody keeps, and the way to keep the one in force. */
export async function SavedFilters({ lang, view }: { lang: Language; view: ListView }) {
  const { saved } = await queuesOfRequest()
  const { saved: t } = deskQueuesWords(lang)
  const here = saved.filter(({ list }) => list === view.list)
  const query = queryOf({ ...view, after: null })
  const isWorthKeeping = isNarrowed(view) || view.sort !== SORTS[view.list][0]
  if (here.length === 0 && !isWorthKeeping) return null
  return (
    <section className="saved" aria-label={t.title}>
      {here.length > 0 && (
        <ul className="filters">
          {here.map((it) => (
            <li key={it.id}>
              <a
                className={it.query === query ? 'chip on' : 'chip'}
                aria-current={it.query === query ? 'true' : undefined}
                href={keptAddress(lang, it)}
              >
                <bdi>{it.name}</bdi> <span className="num">{number(lang, it.count)}</span>
                {it.isMine ? (
                  it.isShared && <span className="dim">{t.shared}</span>
                ) : (
                  <span className="dim">{t.by(it.owner)}</span>
                )}
              </a>
            </li>
          ))}
        </ul>
      )}
      {isWorthKeeping && !here.some((it) => it.isMine && it.query === query) && (
        <details>
          <summary>{t.keep}</summary>
          <SaveFilterForm lang={lang} list={view.list} query={query} action={saveFilterAction} />
        </details>
      )}
      {here.some(({ isMine }) => isMine) && (
        <details>
          <summary>{t.manage}</summary>
          <ul className="stack">
            {here
              .filter(({ isMine }) => isMine)
              .map((it) => (
                <li key={it.id} className="own-filter">
                  <EditFilterForms lang={lang} filter={it} change={changeFilterAction} remove={deleteFilterAction} />
                </li>
              ))}
          </ul>
        </details>
      )}
    </section>
  )
}
