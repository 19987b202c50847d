import type { Metadata } from 'next'
import { BulkForm } from '@/app/_ui/bulk-form.client'
import { claimGroups, Done } from '@/app/_ui/bulk-groups'
import { ClaimRows } from '@/app/_ui/claim-rows'
import { ExportThese } from '@/app/_ui/export-these'
import { ListHead, ListPages, NoneMatch } from '@/app/_ui/list-head'
import { type Asked, isNarrowed, queryOf, readView } from '@/lib/domain/desk-filter'
import { deskMatchingWords } from '@/lib/i18n/desk-matching'
import { deskQueuesWords } from '@/lib/i18n/desk-queues'
import { loadClaimList } from '@/lib/services/load-claim-list'
import { asKnown } from '@/lib/web/as-known'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { SavedFilters } from '../_parts/saved-filters'
import { changeClaimsAction } from './actions'

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskQueuesWords(await languageOfParams(params)).claims.title }
}

/** Every claim, narrowed, ordered and paged by the address; ticked ones go to a new conflict. */
export default async function ClaimsPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  const session = await requireSession(lang)
  const asked = await searchParams
  const view = readView('claims', asked)
  const it = await asKnown((desk) => loadClaimList(desk, view))
  const t = deskQueuesWords(lang)
  const path = `/${lang}/desk/claims`
  const total = t.counts.claims(it.total)
  const rows = <ClaimRows lang={lang} lines={it.lines} now={it.now} mayPick={it.mayEdit} />
  const bulk = it.mayEdit ? (
    <BulkForm
      key={it.now.toISOString()}
      lang={lang}
      action={changeClaimsAction}
      groups={claimGroups(lang, it.choices)}
      plain={it.mayMark ? [['conflict', t.claims.mark]] : []}
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
      <h1 className="h1">{t.claims.title}</h1>
      <p>
        <a href={`/${lang}/desk/similar-claims`}>{deskMatchingWords(lang).title}</a>
      </p>
      <Done lang={lang} done={asked.done} />
      {it.total === 0 && !isNarrowed(view) ? (
        <section className="empty" aria-labelledby="empty">
          <h2 id="empty">{t.claims.emptyTitle}</h2>
          <p>{t.claims.empty}</p>
          <p>
            <a className="b go" href={it.mayAdd ? `/${lang}/desk/dispatches/new` : `/${lang}/desk/dispatches`}>
              {it.mayAdd ? t.claims.emptyAction : t.claims.emptyToRead}
            </a>
          </p>
        </section>
      ) : (
        <>
          <SavedFilters lang={lang} view={view} />
          <ListHead lang={lang} view={view} choices={it.choices} path={path} />
          <p role="status">{total}</p>
          {it.lines.length > 0 && asked.at === undefined && (
            <ExportThese lang={lang} table="claims" filter={view.filter} />
          )}
          {it.lines.length === 0 ? <NoneMatch lang={lang} path={path} sentence={t.claims.noneMatch} /> : bulk}
          <ListPages lang={lang} view={view} path={path} next={it.next} shown={it.lines.length} total={total} />
        </>
      )}
    </main>
  )
}
