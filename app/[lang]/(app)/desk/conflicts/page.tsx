import type { Metadata } from 'next'
import { BulkForm } from '@/app/_ui/bulk-form.client'
import { conflictGroups, Done } from '@/app/_ui/bulk-groups'
import { ConflictRows } from '@/app/_ui/conflict-rows'
import { ExportThese } from '@/app/_ui/export-these'
import { ListHead, ListPages, NoneMatch } from '@/app/_ui/list-head'
import { type Asked, isNarrowed, queryOf, readView } from '@/lib/domain/desk-filter'
import { deskQueuesWords } from '@/lib/i18n/desk-queues'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { loadConflictList } from '@/lib/services/load-conflict-list'
import { asKnown } from '@/lib/web/as-known'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { SavedFilters } from '../_parts/saved-filters'
import { changeConflictsAction } from './actions'

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskReviewWords(await languageOfParams(params)).conflicts.title }
}

/** Every conflict of the desk, open ones first; narrowed, ordered and paged by the address. */
export default async function ConflictsPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  const session = await requireSession(lang)
  const asked = await searchParams
  const view = readView('conflicts', asked)
  const it = await asKnown((desk) => loadConflictList(desk, view))
  const { conflicts: t } = deskReviewWords(lang)
  const q = deskQueuesWords(lang)
  const path = `/${lang}/desk/conflicts`
  const total = q.counts.conflicts(it.total)
  const isEmpty = it.total === 0 && !isNarrowed(view)
  const rows = <ConflictRows lang={lang} lines={it.lines} now={it.now} mayPick={it.mayEdit} />
  const bulk = it.mayEdit ? (
    <BulkForm
      key={it.now.toISOString()}
      lang={lang}
      action={changeConflictsAction}
      groups={conflictGroups(lang, it.choices)}
      query={queryOf(view)}
      seenAt={it.now.toISOString()}
      total={it.total}
      shown={it.lines.length}
      singleKeys={session.singleKeys}
    >
      {rows}
    </BulkForm>
  ) : (
    rows
  )
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <Done lang={lang} done={asked.done} />
      <p className="acts">
        <span role="status">{t.lead(t.open(it.open), t.total(it.total))}</span>
        {it.mayMark && !isEmpty && (
          <a className="b go" href={`${path}/new`}>
            {t.mark}
          </a>
        )}
      </p>
      {isEmpty ? (
        <section className="empty" aria-labelledby="empty">
          <h2 id="empty">{t.emptyTitle}</h2>
          <p>{t.empty}</p>
          <p>
            <a className="b go" href={it.mayMark ? `${path}/new` : `/${lang}/desk/claims`}>
              {it.mayMark ? t.mark : q.claims.title}
            </a>
          </p>
        </section>
      ) : (
        <>
          <SavedFilters lang={lang} view={view} />
          <ListHead lang={lang} view={view} choices={it.choices} path={path} />
          {it.lines.length > 0 && asked.at === undefined && (
            <ExportThese lang={lang} table="conflicts" filter={view.filter} />
          )}
          {it.lines.length === 0 ? <NoneMatch lang={lang} path={path} sentence={q.conflicts.noneMatch} /> : bulk}
          <ListPages lang={lang} view={view} path={path} next={it.next} shown={it.lines.length} total={total} />
        </>
      )}
    </main>
  )
}
