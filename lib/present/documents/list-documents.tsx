import type { ReactNode } from 'react'
import type { HomeRecord } from '@/lib/domain/home'
import type { ConflictRecord, EventBrief } from '@/lib/domain/record'
import { publicWords } from '@/lib/i18n/public'
import { claimsPath, conflictsPath, dispatchesPath, eventsPath, homePath } from '../addresses'
import type { DocumentContext } from '../context'
import { ConflictBlock } from '../parts/conflict-block'
import { Layout, type Section } from '../parts/layout'
import { DispatchList, Empty, EventList, VerdictList } from '../parts/lists'
import { documentOf } from '../render'

type ListPage = { path: string; title: string; why: string; section?: Section; isEmpty: boolean; children: ReactNode }

function listDocument(ctx: DocumentContext, { path, title, why, section, isEmpty, children }: ListPage): string {
  const t = publicWords(ctx.lang).lists
  return documentOf(
    <Layout ctx={ctx} path={path} title={title} description={why} section={section} hasPast>
      <h1 className="h1">{title}</h1>
      <p className="lead">{why}</p>
      <div className="list">
        {isEmpty ? <Empty text={t.empty} action={t.emptyDo} href={homePath(ctx.lang)} /> : children}
      </div>
    </Layout>,
  )
}

/** Every verdict, latest first. */
export const claimsDocument = (verdicts: HomeRecord['verdicts'], ctx: DocumentContext): string => {
  const t = publicWords(ctx.lang).lists
  return listDocument(ctx, {
    path: claimsPath(ctx.lang),
    title: t.claims,
    why: t.claimsWhy,
    section: 'verdicts',
    isEmpty: verdicts.length === 0,
    children: <VerdictList lang={ctx.lang} verdicts={verdicts} level={2} />,
  })
}

/** Every event. */
export const eventsDocument = (events: readonly EventBrief[], ctx: DocumentContext): string => {
  const t = publicWords(ctx.lang).lists
  return listDocument(ctx, {
    path: eventsPath(ctx.lang),
    title: t.events,
    why: t.eventsWhy,
    section: 'events',
    isEmpty: events.length === 0,
    children: <EventList lang={ctx.lang} events={events} />,
  })
}

/** Every dispatch. */
export const dispatchesDocument = (dispatches: HomeRecord['dispatches'], ctx: DocumentContext): string => {
  const t = publicWords(ctx.lang).lists
  return listDocument(ctx, {
    path: dispatchesPath(ctx.lang),
    title: t.dispatches,
    why: t.dispatchesWhy,
    isEmpty: dispatches.length === 0,
    children: <DispatchList lang={ctx.lang} dispatches={dispatches} />,
  })
}

/** Every conflict readers may see, with both sides. */
export const conflictsDocument = (conflicts: readonly ConflictRecord[], ctx: DocumentContext): string => {
  const t = publicWords(ctx.lang).lists
  return listDocument(ctx, {
    path: conflictsPath(ctx.lang),
    title: t.conflicts,
    why: t.conflictsWhy,
    section: 'conflicts',
    isEmpty: conflicts.length === 0,
    children: conflicts.map((conflict) => (
      <ConflictBlock key={conflict.id} lang={ctx.lang} conflict={conflict} level={2} />
    )),
  })
}
