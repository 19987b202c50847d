import type { Metadata } from 'next'
import { ConflictClassTag, ConflictStatusTag } from '@/app/_ui/conflict-class'
import { ConflictFaces } from '@/app/_ui/conflict-faces'
import { HistoryLink } from '@/app/_ui/history-link'
import { Live } from '@/app/_ui/live.client'
import { PositionOrigins } from '@/app/_ui/position-origins'
import { WordForWord } from '@/app/_ui/word-for-word'
import { positionLetter } from '@/lib/domain/conflict'
import { PROPERTIES } from '@/lib/domain/property'
import type { Language } from '@/lib/domain/vocabulary'
import { deskConflictWords } from '@/lib/i18n/desk-conflict'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { deskUndoWords } from '@/lib/i18n/desk-undo'
import { deskVerdictsWords } from '@/lib/i18n/desk-verdicts'
import { words } from '@/lib/i18n/words'
import { conflictPath } from '@/lib/present/addresses'
import { Decision } from '@/lib/present/parts/conflict-block'
import { Own, OwnProse, ownText } from '@/lib/present/parts/own-words'
import { VerdictWord } from '@/lib/present/parts/verdict-word'
import { Moment } from '@/lib/present/parts/when'
import { loadDeskConflict } from '@/lib/services/load-desk-conflict'
import { asKnown } from '@/lib/web/as-known'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Assignment } from '../../assignment/_parts/assignment'
import { Thread } from '../../threads/_parts/thread'
import { EvidenceSection } from '../../verdicts/_parts/evidence'
import { Notice } from '../../verdicts/_parts/notice.client'
import { changeConflictAction, reopenConflictAction, resolveConflictAction, setStatusAction } from '../actions'
import { DescriptionForm, ReopenForm, ResolveForm, StatusForms } from './conflict-forms.client'
import { AddPosition, PositionEvidence } from './position-work'

type Props = {
  params: Promise<{ lang: string; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = await languageOfParams(params)
  const { slug } = await params
  await requireSession(lang)
  const { conflict } = await orNotFound(asKnown((desk) => loadDeskConflict(desk, slug)))
  return { title: `${conflict.ref}, ${ownText(lang, conflict.titleFr, conflict.titleEn)}` }
}

/** The side that was just added, if the address says so and there is one. */
function saidOfPosition(lang: Language, done: string | string[] | undefined, sides: number): string {
  const ordinal = Number(/^position-(\d+)$/.exec(String(done))?.[1] ?? 0)
  return ordinal > 0 && ordinal <= sides ? deskConflictWords(lang).position.added(positionLetter(ordinal)) : ''
}

/** One conflict: its positions side by side, what bears on it, what was decided, and the decision to take. */
export default async function ConflictPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  const { slug } = await params
  const session = await requireSession(lang)
  const desk = await orNotFound(asKnown((desk) => loadDeskConflict(desk, slug)))
  const { conflict, previous, next, touched, may, statuses } = desk
  const { done } = await searchParams
  const t = deskReviewWords(lang)
  const c = t.conflict
  const w = words(lang)
  const at = { lang, slug, conflictId: conflict.id, version: conflict.version }
  const said =
    done === 'marked'
      ? t.done.marked(conflict.ref)
      : done === 'changed' || done === 'dismissed' || done === 'resolved' || done === 'reopened' || done === 'evidence'
        ? t.done[done]
        : saidOfPosition(lang, done, conflict.positions.length)
  return (
    <main id="main" className="pane">
      <p className="kicker">
        <a href={`/${lang}/desk/conflicts`}>{c.kicker}</a>
        <span>{conflict.ref}</span>
      </p>
      <h1 className="h1">
        <Own lang={lang} fr={conflict.titleFr} en={conflict.titleEn} />
      </h1>
      <Notice said={said}>
        {done === 'marked' && may.edit && statuses.includes('dismissed') && (
          <StatusForms key={conflict.version} {...at} action={setStatusAction} choices={[['dismissed', c.undo]]} />
        )}
      </Notice>
      <p className="facts-line">
        <ConflictStatusTag lang={lang} status={conflict.status} />
        <ConflictClassTag lang={lang} kind={conflict.class} />
        <span className="dim">
          {w.conflictType[conflict.type]}, {w.severity[conflict.severity]},{' '}
          <a href={`/${lang}/desk/events/${conflict.event.slug}`}>
            <Own lang={lang} fr={conflict.event.titleFr} en={conflict.event.titleEn} />
          </a>
          {PROPERTIES[conflict.property][lang] !== w.conflictType[conflict.type] &&
            `, ${PROPERTIES[conflict.property][lang]}`}
          , {conflict.isPublic ? <a href={conflictPath(lang, conflict.slug)}>{c.publicPage}</a> : c.notPublic},{' '}
          <HistoryLink lang={lang} entity="conflicts" id={conflict.id} of={conflict.ref} />
        </span>
        <span className="acts push">
          {previous && (
            <a className="b" href={`/${lang}/desk/conflicts/${previous.slug}`}>
              {c.previous}
            </a>
          )}
          {next && (
            <a className="b" href={`/${lang}/desk/conflicts/${next.slug}`}>
              {c.next}
            </a>
          )}
        </span>
      </p>
      <Live
        lang={lang}
        place={`conflict:${conflict.id}`}
        me={session.userId}
        watch={{ [conflict.id]: conflict.version }}
      />
      <section aria-labelledby="faces">
        <h2 id="faces" className="vh">
          {c.faces}
        </h2>
        <ConflictFaces
          lang={lang}
          conflict={conflict}
          under={(position) => (
            <PositionEvidence lang={lang} desk={desk} position={position} back={`/${lang}/desk/conflicts/${slug}`} />
          )}
        />
        <WordForWord lang={lang} positions={conflict.positions} />
      </section>
      <PositionOrigins lang={lang} conflict={conflict} />
      <div className="two">
        <div>
          <section className="sec" aria-labelledby="why">
            <h2 id="why">{c.why}</h2>
            {conflict.explanationFr || conflict.explanationEn ? (
              <OwnProse lang={lang} fr={conflict.explanationFr} en={conflict.explanationEn} />
            ) : (
              <p className="dim">{c.noWhy}</p>
            )}
            {may.edit && (
              <details>
                <summary>{c.change}</summary>
                <DescriptionForm
                  key={conflict.version}
                  {...at}
                  action={changeConflictAction}
                  saved={{
                    titleFr: conflict.titleFr,
                    titleEn: conflict.titleEn,
                    explanationFr: conflict.explanationFr,
                    explanationEn: conflict.explanationEn,
                    class: conflict.class,
                    type: conflict.type,
                    severity: conflict.severity,
                  }}
                />
              </details>
            )}
          </section>
          <EvidenceSection
            lang={lang}
            evidence={conflict.evidence}
            title={c.evidence}
            none={c.noEvidence}
            mayAdd={may.addEvidence}
            on={{ conflictId: conflict.id }}
            back={`/${lang}/desk/conflicts/${slug}`}
          />
          {may.edit && <AddPosition lang={lang} desk={desk} />}
          <section className="sec" aria-labelledby="history">
            <h2 id="history">{c.history}</h2>
            {conflict.resolutions.length === 0 && <p className="dim">{c.noHistory}</p>}
            <ol className="stack">
              {conflict.resolutions.map((it) => (
                <li key={it.n}>
                  <h3>{c.decision(it.n)}</h3>
                  {it.n < conflict.resolutions.length && (
                    <p className="tag">{deskVerdictsWords(lang).conflict.superseded(it.n + 1)}</p>
                  )}
                  <Decision lang={lang} resolution={it} />
                  <p className="dim small">
                    <Moment lang={lang} iso={it.at} />
                  </p>
                </li>
              ))}
            </ol>
          </section>
          <Thread lang={lang} target={{ kind: 'conflict', id: conflict.id }} />
        </div>
        <div>
          <Assignment lang={lang} kind="conflict" id={conflict.id} />
          {may.edit && (
            <section className="sec" aria-labelledby="status">
              <h2 id="status">{c.status}</h2>
              <p>
                <ConflictStatusTag lang={lang} status={conflict.status} />
              </p>
              {statuses.length === 0 ? (
                <p className="dim">{c.statusOnly}</p>
              ) : (
                <StatusForms
                  key={conflict.version}
                  {...at}
                  action={setStatusAction}
                  choices={statuses.map((it) => [it, c.setStatus[it]])}
                />
              )}
            </section>
          )}
          <section className="sec" aria-labelledby="decide">
            <h2 id="decide">{c.resolve}</h2>
            <div className="touches">
              {touched.length === 0 ? (
                <p>{c.touchesNone}</p>
              ) : (
                <>
                  <p>
                    {c.touchesBefore} <strong>{c.touches(touched.length)}</strong>. {c.touchesAfter}
                  </p>
                  <ul>
                    {touched.map((it) => (
                      <li key={it.claimRef}>
                        <a href={`/${lang}/desk/claims/${it.claimSlug}`}>{it.claimRef}</a>{' '}
                        <VerdictWord lang={lang} rating={it.rating} />
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </div>
            {!may.isEditor && <p className="dim">{c.mayNot}</p>}
            {may.resolve && (
              <ResolveForm
                key={conflict.version}
                {...at}
                action={resolveConflictAction}
                positions={conflict.positions
                  .filter(({ isGeneral }) => !isGeneral)
                  .map((it) => ({ value: it.id, label: `${positionLetter(it.ordinal)}, ${it.value}` }))}
              />
            )}
            {may.reopen && (
              <>
                <h3>{c.reopen}</h3>
                <p className="dim small">{deskUndoWords(lang).none.reopen}</p>
                <ReopenForm key={`reopen ${conflict.version}`} {...at} action={reopenConflictAction} />
              </>
            )}
          </section>
        </div>
      </div>
    </main>
  )
}
