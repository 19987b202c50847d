import type { ReactNode } from 'react'
import type { HomeRecord } from '@/lib/domain/home'
import type { ListPage } from '@/lib/domain/long-list'
import type { ConflictRecord, EventBrief } from '@/lib/domain/record'
import { longListsWords } from '@/lib/i18n/long-lists'
import { publicWords } from '@/lib/i18n/public'
import { afterPath, claimsPath, conflictsPath, dispatchesPath, eventsPath, homePath } from '../addresses'
import type { DocumentContext } from '../context'
import { ConflictBlock } from '../parts/conflict-block'
import { Layout, type Section } from '../parts/layout'
import { DispatchList, Empty, EventList, VerdictList } from '../parts/lists'
import { documentOf } from '../render'

type Shown = {
  path: string
  title: string
  why: string
  section?: Section
  isEmpty: boolean
  children: ReactNode
  of: ListPage<unknown> & { words: string }
  after: string | null
}

function listDocument(
  ctx: DocumentContext,
  { path, title, why, section, isEmpty, children, of, after }: Shown,
): string {
  const t = publicWords(ctx.lang).lists
  const long = longListsWords(ctx.lang)
  return documentOf(
    <Layout
      ctx={ctx}
      path={after === null ? path : afterPath(path, after)}
      title={title}
      description={why}
      section={section}
      hasPast={after === null}
    >
      <h1 className="h1">{title}</h1>
      <p className="lead">{why}</p>
      {(of.next !== null || !of.isFirst) && (
        <p className="dim">
          {of.words}. {long.shown(of.items.length, of.total)}
        </p>
      )}
      <div className="list">
        {isEmpty ? <Empty text={t.empty} action={t.emptyDo} href={homePath(ctx.lang)} /> : children}
      </div>
      {(of.next !== null || !of.isFirst) && (
        <nav className="actions no-print" aria-label={long.pages}>
          {!of.isFirst && (
            <a className="b" href={path}>
              {long.first}
            </a>
          )}{' '}
          {of.next !== null && ctx.at === undefined && (
            <a className="b" rel="next" href={afterPath(path, of.next)}>
              {long.next}
            </a>
          )}
        </nav>
      )}
    </Layout>,
  )
}

/** Every verdict, latest first. */
export const claimsDocument = (
  of: ListPage<HomeRecord['verdicts'][number]>,
  ctx: DocumentContext,
  after: string | null = null,
): string => {
  const t = publicWords(ctx.lang).lists
  const { items: verdicts, total } = of
  return listDocument(ctx, {
    path: claimsPath(ctx.lang),
    title: t.claims,
    why: t.claimsWhy,
    section: 'verdicts',
    isEmpty: verdicts.length === 0,
    of: { ...of, words: publicWords(ctx.lang).counts.verdicts(total) },
    after,
    children: <VerdictList lang={ctx.lang} verdicts={verdicts} level={2} />,
  })
}

/** Every event. */
export const eventsDocument = (of: ListPage<EventBrief>, ctx: DocumentContext, after: string | null = null): string => {
  const t = publicWords(ctx.lang).lists
  const { items: events, total } = of
  return listDocument(ctx, {
    path: eventsPath(ctx.lang),
    title: t.events,
    why: t.eventsWhy,
    section: 'events',
    isEmpty: events.length === 0,
    of: { ...of, words: longListsWords(ctx.lang).events(total) },
    after,
    children: <EventList lang={ctx.lang} events={events} />,
  })
}

/** Every dispatch. */
export const dispatchesDocument = (
  of: ListPage<HomeRecord['dispatches'][number]>,
  ctx: DocumentContext,
  after: string | null = null,
): string => {
  const t = publicWords(ctx.lang).lists
  const { items: dispatches, total } = of
  return listDocument(ctx, {
    path: dispatchesPath(ctx.lang),
    title: t.dispatches,
    why: t.dispatchesWhy,
    isEmpty: dispatches.length === 0,
    of: { ...of, words: publicWords(ctx.lang).counts.dispatches(total) },
    after,
    children: <DispatchList lang={ctx.lang} dispatches={dispatches} />,
  })
}

/** Every conflict readers may see, with both sides. */
export const conflictsDocument = (
  of: ListPage<ConflictRecord>,
  ctx: DocumentContext,
  after: string | null = null,
): string => {
  const t = publicWords(ctx.lang).lists
  const { items: conflicts, total } = of
  return listDocument(ctx, {
    path: conflictsPath(ctx.lang),
    title: t.conflicts,
    why: t.conflictsWhy,
    section: 'conflicts',
    isEmpty: conflicts.length === 0,
    of: { ...of, words: publicWords(ctx.lang).counts.conflicts(total) },
    after,
    children: conflicts.map((conflict) => (
      <ConflictBlock key={conflict.id} lang={ctx.lang} conflict={conflict} level={2} />
    )),
  })
}
