import { HistoryLink } from '@/app/_ui/history-link'
import { METHOD_IN_FORCE } from '@/lib/domain/method'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMemoryWords } from '@/lib/i18n/desk-memory'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { deskUndoWords } from '@/lib/i18n/desk-undo'
import { faultSentence } from '@/lib/i18n/faults'
import { methodVersionWords } from '@/lib/i18n/method-version'
import { words } from '@/lib/i18n/words'
import { claimPath } from '@/lib/present/addresses'
import { MethodVersionLink } from '@/lib/present/parts/method-version'
import { ownText } from '@/lib/present/parts/own-words'
import { ratingWord, VerdictWord } from '@/lib/present/parts/verdict-word'
import { Moment } from '@/lib/present/parts/when'
import type { DeskClaim } from '@/lib/services/load-desk-claim'
import { Assignment } from '../../assignment/_parts/assignment'
import { Thread } from '../../threads/_parts/thread'
import * as actions from '../../verdicts/actions'
import { OwnRatingForm, PublishForm, SubmitForm } from './reading-forms.client'
import { Rereview } from './rereview'
import { SecondReadingStep } from './second-reading'
import { VerdictForm } from './verdict-form.client'
import { Withdraw } from './withdraw'

type Props = { lang: Language; desk: DeskClaim }
const capital = (lang: Language, text: string): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)

/** The verdict on the claim: where it stands, its draft, the second reading, publication. A closed step says why. */
export function VerdictPanel({ lang, desk }: Props) {
  const { claim, verdict, blind, moves, opens, missing } = desk
  const t = deskReviewWords(lang)
  const v = t.verdict
  const at = { lang, slug: claim.slug }
  const isCorrection = (verdict?.published ?? 0) > 0
  const lacking = missing.filter(({ field }) => field !== 'secondReader')
  return (
    <section className="verdict-work" id="verdict" aria-labelledby="verdict-title">
      <h2 id="verdict-title">{v.title}</h2>
      {verdict ? (
        <dl className="facts">
          <div>
            <dt>{v.state}</dt>
            <dd>
              {capital(lang, words(lang).verdictState[verdict.state])} · <Moment lang={lang} iso={verdict.updatedAt} />
            </dd>
          </div>
          <div>
            <dt>{v.rating}</dt>
            <dd>
              <VerdictWord lang={lang} rating={verdict.ratingCode} />
            </dd>
          </div>
          <div>
            <dt>{v.author}</dt>
            <dd>
              <bdi>{verdict.author}</bdi>
            </dd>
          </div>
          <div>
            <dt>{v.secondReader}</dt>
            <dd>{verdict.secondReader ? <bdi>{verdict.secondReader}</bdi> : v.nobody}</dd>
          </div>
          <div>
            <dt>{deskMemoryWords(lang).history.versions}</dt>
            <dd>
              <HistoryLink lang={lang} entity="verdicts" id={verdict.id} />
            </dd>
          </div>
        </dl>
      ) : (
        !blind && <p className="dim">{v.none}</p>
      )}
      <Rereview lang={lang} desk={desk} />
      {verdict?.changesRequested && (
        <div className="side c-no">
          <strong>{v.changesRequested}</strong>
          <p>{verdict.changesRequested}</p>
        </div>
      )}

      {blind && (
        <>
          <h3>{v.read}</h3>
          <p>{v.blindLead}</p>
          {moves.read === null ? (
            <>
              <p className="dim small">{deskUndoWords(lang).none.ownRating}</p>
              <OwnRatingForm {...at} verdictId={blind.id} action={actions.castReviewAction} />
            </>
          ) : (
            <p className="dim">{t.why[moves.read]}</p>
          )}
        </>
      )}

      {verdict && moves.read === null && <SecondReadingStep lang={lang} desk={desk} verdict={verdict} />}
      {verdict && moves.read !== null && verdict.state === 'second_reading' && (
        <>
          <h3>{v.read}</h3>
          <p className="dim">{t.why[moves.read]}</p>
        </>
      )}

      {verdict && (
        <>
          <h3>{isCorrection ? v.correct : v.publish}</h3>
          {moves.publish !== null ? (
            <p className="dim">{t.why[moves.publish]}</p>
          ) : (
            <>
              <p>{v.publishLead}</p>
              <p className="dim small">
                {methodVersionWords(lang).willCarry}
                {t.colon}
                <MethodVersionLink lang={lang} version={METHOD_IN_FORCE.version} />.
              </p>
              <h4>{v.becomesPublic}</h4>
              <ul className="dashes">
                <li>{v.opensVerdict(ratingWord(lang, verdict.ratingCode))}</li>
                {opens.claim && <li>{v.opensClaim(claim.ref)}</li>}
                {opens.dispatches.map((it) => (
                  <li key={it.title}>
                    {v.opensDispatch}
                    {t.colon}
                    <cite lang={it.language}>{it.title}</cite>
                  </li>
                ))}
                {opens.conflicts.length > 0 && (
                  <li>
                    {v.opensConflicts(opens.conflicts.length)}
                    {t.colon}
                    {opens.conflicts.join(', ')}
                  </li>
                )}
                {opens.sources.length > 0 && (
                  <li>
                    {v.opensSources}
                    {t.colon}
                    {opens.sources.join(', ')}
                  </li>
                )}
              </ul>
              {lacking.length > 0 && (
                <div className="side c-no">
                  <strong>{v.beforeFirst}</strong>
                  <ul>
                    {lacking.map((it) => (
                      <li key={it.field}>{faultSentence(lang, it)}</li>
                    ))}
                  </ul>
                </div>
              )}
              <p className="dim small">{deskUndoWords(lang).none.publish}</p>
              <PublishForm
                key={`publish ${verdict.version}`}
                {...at}
                verdictId={verdict.id}
                version={verdict.version}
                isCorrection={isCorrection}
                draftFr={verdict.correctionDraftFr}
                draftEn={verdict.correctionDraftEn}
                action={actions.publishVerdictAction}
              />
            </>
          )}
        </>
      )}

      <h3>{v.draft}</h3>
      {moves.edit !== null ? (
        <p className="dim">{t.why[moves.edit]}</p>
      ) : (
        <>
          {verdict && verdict.published > 0 && <p className="dim">{v.publishedNote}</p>}
          {verdict && <p className="dim small">{v.saveAgain}</p>}
          <VerdictForm
            key={verdict?.version ?? 0}
            {...at}
            claimId={claim.id}
            verdict={verdict}
            comments={desk.comments}
            conflicts={claim.conflicts.map((it) => ({
              id: it.id,
              label: `${it.ref} ${ownText(lang, it.titleFr, it.titleEn)}`,
            }))}
            evidence={desk.evidence.map((it) => ({ id: it.id, label: `${it.ref} ${it.title ?? it.url ?? ''}` }))}
            sources={desk.sources.map((it) => ({ id: it.id, label: it.name }))}
            action={actions.saveVerdictAction}
          />
        </>
      )}
      {verdict && moves.edit === null && (
        <>
          <h3>{v.submit}</h3>
          {moves.submit === null ? (
            <SubmitForm
              key={`submit ${verdict.version}`}
              {...at}
              verdictId={verdict.id}
              version={verdict.version}
              isBlind={verdict.isBlind || desk.blindByDefault}
              blindByDefault={desk.blindByDefault}
              action={actions.submitVerdictAction}
            />
          ) : (
            <p className="dim">{t.why[moves.submit]}</p>
          )}
        </>
      )}

      <Withdraw lang={lang} desk={desk} />

      {verdict && <Assignment lang={lang} kind="verdict" id={verdict.id} heading="h3" />}
      {verdict && <Thread lang={lang} target={{ kind: 'verdict', id: verdict.id }} heading="h3" />}

      {claim.versions.length > 0 && (
        <>
          <h3>{v.versions}</h3>
          <ol className="stack">
            {claim.versions.map((it) => (
              <li key={it.n}>
                {v.version(it.n)} <VerdictWord lang={lang} rating={it.rating} />{' '}
                <span className="dim small">
                  <Moment lang={lang} iso={it.publishedAt} />
                  {it.isSelfPublished && `, ${v.alone}`}
                </span>
              </li>
            ))}
          </ol>
          <p className="acts">
            <a href={claimPath('fr', claim.slug)}>{v.seeFr}</a>
            <a href={claimPath('en', claim.slug)}>{v.seeEn}</a>
          </p>
        </>
      )}
    </section>
  )
}
