import type { Metadata } from 'next'
import { ConflictStatusTag } from '@/app/_ui/conflict-class'
import { HistoryLink } from '@/app/_ui/history-link'
import { Live } from '@/app/_ui/live.client'
import { PairList } from '@/app/_ui/pair-list.client'
import { SaidBefore } from '@/app/_ui/said-before'
import { PROPERTIES } from '@/lib/domain/property'
import { deskPairsWords } from '@/lib/i18n/desk-pairs'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { deskVerdictsWords } from '@/lib/i18n/desk-verdicts'
import { deskWithdrawWords } from '@/lib/i18n/desk-withdraw'
import { claimPath } from '@/lib/present/addresses'
import { PositionBadge } from '@/lib/present/parts/cell'
import { Own, ownText } from '@/lib/present/parts/own-words'
import { quotedIn } from '@/lib/present/parts/quoted'
import { Said } from '@/lib/present/parts/said'
import { VerdictWord } from '@/lib/present/parts/verdict-word'
import { Moment } from '@/lib/present/parts/when'
import { loadDeskClaim } from '@/lib/services/load-desk-claim'
import { loadPairs } from '@/lib/services/load-pairs'
import { asKnown } from '@/lib/web/as-known'
import { deskOfRequest } from '@/lib/web/desk'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Assignment } from '../../assignment/_parts/assignment'
import { ClaimMissingSides } from '../../missing-sides/_parts/claim-missing-sides'
import { dismissPairAction, relatePairAction } from '../../similar-claims/actions'
import { Thread } from '../../threads/_parts/thread'
import { EvidenceSection } from '../../verdicts/_parts/evidence'
import { Notice } from '../../verdicts/_parts/notice.client'
import { VerdictPanel } from './verdict-panel'

type Props = {
  params: Promise<{ lang: string; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = await languageOfParams(params)
  const { slug } = await params
  await requireSession(lang)
  const { claim } = await orNotFound(asKnown((desk) => loadDeskClaim(desk, slug)))
  return { title: `${claim.ref}, ${ownText(lang, claim.statementFr, claim.statementEn)}` }
}

const DONE = ['saved', 'submitted', 'rated', 'approved', 'changes', 'published', 'evidence', 'changed'] as const

/** Work on one claim: its words, where they stand, what they meet, and the verdict. */
export default async function ClaimPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  const { slug } = await params
  const session = await requireSession(lang)
  const desk = await orNotFound(asKnown((desk) => loadDeskClaim(desk, slug)))
  const { claim, reviews, blind, may } = desk
  const { done, at } = await searchParams
  // What is proposed is of today: the past has none.
  const met = at === undefined ? await loadPairs(await deskOfRequest(), { claimId: claim.id }) : null
  const t = deskReviewWords(lang)
  const c = t.claim
  const just = DONE.find((it) => it === done)
  const elsewhere =
    done === 'upheld'
      ? deskVerdictsWords(lang).rereview.upheld
      : done === 'withdrawn'
        ? deskWithdrawWords(lang).done
        : ''
  return (
    <main id="main" className="pane">
      <p className="kicker">
        <a href={`/${lang}/desk/claims`}>{c.kicker}</a>
        <span>{claim.ref}</span>
      </p>
      <h1 className="h1">
        <Own lang={lang} fr={claim.statementFr} en={claim.statementEn} />
        {!claim.statementFr && !claim.statementEn && claim.ref}
      </h1>
      <Notice said={just ? t.done[just] : elsewhere}>
        {just === 'published' && (
          <span className="acts">
            <a href={claimPath('fr', slug)}>{t.verdict.seeFr}</a> <a href={claimPath('en', slug)}>{t.verdict.seeEn}</a>
          </span>
        )}
      </Notice>
      <p className="dim">
        {claim.isPublic ? <a href={claimPath(lang, slug)}>{c.publicPage}</a> : c.notPublic}
        {claim.event && (
          <>
            {' · '}
            <a href={`/${lang}/desk/events/${claim.event.slug}`}>
              <Own lang={lang} fr={claim.event.titleFr} en={claim.event.titleEn} />
            </a>
          </>
        )}
        {' · '}
        <HistoryLink lang={lang} entity="claims" id={claim.id} of={claim.ref} />
      </p>
      <Live
        lang={lang}
        place={`claim:${claim.id}`}
        me={session.userId}
        watch={{
          [claim.id]: claim.version,
          ...(claim.event ? { [claim.event.id]: 0 } : {}),
          ...(desk.verdict ? { [desk.verdict.id]: desk.verdict.version } : {}),
          ...Object.fromEntries(claim.occurrences.map(({ id }) => [id, 0])),
          ...Object.fromEntries(claim.conflicts.map(({ id }) => [id, 0])),
        }}
      />
      <dl className="both-words">
        <div>
          <dt>{c.sayFr}</dt>
          <dd lang="fr">{claim.statementFr ?? <span lang={lang}>{c.noWords}</span>}</dd>
        </div>
        <div>
          <dt>{c.sayEn}</dt>
          <dd lang="en">{claim.statementEn ?? <span lang={lang}>{c.noWords}</span>}</dd>
        </div>
      </dl>
      {met !== null && (
        <PairList
          lang={lang}
          title={deskPairsWords(lang).title}
          isOptional
          pairs={met.pairs}
          mayDecide={met.mayDecide}
          actions={{ relate: relatePairAction, dismiss: dismissPairAction }}
        />
      )}
      <div className="work">
        <div>
          <section className="sec" aria-labelledby="passages">
            <h2 id="passages">{c.passages}</h2>
            {claim.occurrences.map((passage) => (
              <article key={passage.id} className="passage">
                <Said lang={lang} passage={passage} />
                <SaidBefore lang={lang} occurrence={passage} event={claim.event} />
                <h3>{c.statements}</h3>
                {passage.statements.length === 0 ? (
                  <p className="dim">{c.noStatements}</p>
                ) : (
                  <dl className="facts">
                    {passage.statements.map((it) => (
                      <div key={it.id}>
                        <dt>{PROPERTIES[it.property][lang]}</dt>
                        <dd>
                          <span {...quotedIn(passage.dispatch.language)}>{it.value}</span>{' '}
                          {it.positions.map((stand) => (
                            <a
                              key={stand.conflictRef}
                              className="stand"
                              href={`/${lang}/desk/conflicts/${stand.conflictSlug}`}
                            >
                              {stand.conflictRef} <PositionBadge ordinal={stand.ordinal} />
                            </a>
                          ))}
                        </dd>
                      </div>
                    ))}
                  </dl>
                )}
              </article>
            ))}
          </section>
          <section className="sec" aria-labelledby="conflicts">
            <h2 id="conflicts">{c.conflicts}</h2>
            {claim.conflicts.length === 0 && <p className="dim">{c.noConflicts}</p>}
            <ul className="stack">
              {claim.conflicts.map((it) => (
                <li key={it.id}>
                  <a href={`/${lang}/desk/conflicts/${it.slug}`}>
                    {it.ref} <Own lang={lang} fr={it.titleFr} en={it.titleEn} />
                  </a>{' '}
                  <ConflictStatusTag lang={lang} status={it.status} />
                  <ul className="shorts">
                    {it.positions.map(({ ordinal, value, statements }) => (
                      <li key={ordinal}>
                        <PositionBadge ordinal={ordinal} />{' '}
                        <span {...quotedIn(statements[0]?.occurrence.dispatch.language ?? null)}>{value}</span>
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
            {may.markConflict && (
              <p>
                <a className="b" href={`/${lang}/desk/conflicts/new?claims=${claim.ref}`}>
                  {c.compare}
                </a>
              </p>
            )}
          </section>
          <EvidenceSection
            lang={lang}
            evidence={claim.evidence}
            title={c.evidence}
            none={c.noEvidence}
            mayAdd={may.addEvidence}
            on={{ claimId: claim.id }}
            back={`/${lang}/desk/claims/${slug}`}
          />
          <ClaimMissingSides
            lang={lang}
            claimId={claim.id}
            dispatch={claim.occurrences[0]?.dispatch.slug ?? null}
            back={`/${lang}/desk/claims/${slug}`}
          />
          <section className="sec" aria-labelledby="readings">
            <h2 id="readings">{c.readings}</h2>
            {blind && <p className="dim">{c.hiddenReadings}</p>}
            {!blind && reviews.length === 0 && <p className="dim">{c.noReadings}</p>}
            <ul className="stack">
              {reviews.map((it) => (
                <li key={it.id}>
                  <VerdictWord lang={lang} rating={it.rating} /> <bdi>{it.by}</bdi>
                  {it.isBlind && <span className="tag">{c.blindReading}</span>}{' '}
                  <span className="dim small">
                    <Moment lang={lang} iso={it.at} />
                  </span>
                  {it.note && <p>{it.note}</p>}
                </li>
              ))}
            </ul>
          </section>
          <Assignment lang={lang} kind="claim" id={claim.id} />
          <Thread lang={lang} target={{ kind: 'claim', id: claim.id }} />
        </div>
        <VerdictPanel lang={lang} desk={desk} />
      </div>
    </main>
  )
}
