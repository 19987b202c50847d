'use client'
import { type KeyboardEvent, useId } from 'react'
import { type ShownPair, wordsOfPair } from '@/lib/domain/suggested-pair'
import { CLAIM_RELATION_KINDS, type Language } from '@/lib/domain/vocabulary'
import { deskPairsWords } from '@/lib/i18n/desk-pairs'
import { deskSuggestWords, ruleWords } from '@/lib/i18n/desk-suggest'
import { frenchSpaces } from '@/lib/i18n/typography'
import { words } from '@/lib/i18n/words'
import { ActionForm, type FormAction } from './action-form.client'
import { DifferingWords } from './conflict-faces'

/** From here on a rule is rather sure; below the second, it is not. */
const SURE = 0.8
const LIKELY = 0.6

export type PairActions = { relate: FormAction<null>; dismiss: FormAction<null> }
type Props = {
  lang: Language
  pair: ShownPair
  actions: PairActions
  mayDecide: boolean
  isCurrent: boolean
}

/** Two claims side by side with the words that only one has marked, why they were laid side by side, and how sure that is. */
export function PairCard({ lang, pair, actions, mayDecide, isCurrent }: Props) {
  const t = deskPairsWords(lang)
  const s = deskSuggestWords(lang)
  const w = words(lang)
  const title = useId()
  const { id, version, value, confidence, a, b } = pair
  const rule = ruleWords(lang, value.kind, pair.rule)
  const said = wordsOfPair(pair, lang)
  const isOneLanguage = said[0]?.language === said[1]?.language
  const sure = confidence >= SURE ? s.sure.high : confidence >= LIKELY ? s.sure.middle : s.sure.low
  const inPrint = (text: string) => (lang === 'fr' ? frenchSpaces(text) : text)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // On a button or a link inside, Enter is theirs.
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>('.accept :is(button[type=submit], a)')?.click()
  }
  const which = (
    <>
      <input type="hidden" name="suggestionId" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  )
  const plain = { lang, ids: {}, done: t.decided, title: { stale: t.stale, conflicting: t.related }, className: 'one' }
  return (
    <article
      className={isCurrent ? 'card sug open' : 'card sug'}
      id={`pair-${id}`}
      data-pair={id}
      aria-labelledby={title}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header>
        <h3 id={title} className="small">
          <span className="vh">{t.card(a.ref, b.ref)} </span>
          {t[value.kind]}
        </h3>
        {value.kind === 'conflict' && (
          <>
            <span className="tag">{w.conflictType[value.type]}</span>
            <span className="tag">{w.conflictClass[value.class]}</span>
          </>
        )}
        <span className="small dim push" title={s.confidenceHelp}>
          {sure}, {s.percent(confidence)}
        </span>
      </header>
      <div className="faces">
        {[a, b].map((claim, i) => (
          <div key={claim.id} className="face">
            <p>
              <a href={`/${lang}/desk/claims/${claim.slug}`}>{claim.ref}</a>
            </p>
            {said[i]?.words ? (
              <DifferingWords
                lang={lang}
                text={said[i].words}
                others={isOneLanguage ? said.filter((_, n) => n !== i).map((it) => it.words) : [said[i].words]}
                language={said[i].language}
              />
            ) : (
              <p className="dim">{t.noWords}</p>
            )}
          </div>
        ))}
      </div>
      <div className="because">
        <p>{inPrint(value.why[lang])}</p>
        <p className="dim">
          <b>{rule.name}.</b> {rule.how}
        </p>
      </div>
      {!mayDecide && <p className="small dim">{t.readOnly}</p>}
      {mayDecide && (
        <div className="acts">
          {value.kind === 'match' ? (
            <div className="accept">
              <ActionForm {...plain} action={actions.relate} submit={t.relate} submitName={t.relateOf(a.ref, b.ref)}>
                {() => (
                  <>
                    {which}
                    <label className="f" htmlFor={`${title}-relation`}>
                      <span>{t.relation}</span>
                      <select id={`${title}-relation`} name="relation" defaultValue={`repeats ${b.id} ${a.id}`}>
                        {CLAIM_RELATION_KINDS.flatMap((kind) =>
                          [[b, a] as const, [a, b] as const].map(([from, to]) => (
                            <option key={`${kind} ${from.id}`} value={`${kind} ${from.id} ${to.id}`}>
                              {from.ref} {w.claimRelation[kind]} {to.ref}
                            </option>
                          )),
                        )}
                      </select>
                    </label>
                  </>
                )}
              </ActionForm>
            </div>
          ) : (
            <span className="accept">
              <a
                className="b go"
                aria-label={t.markOf(a.ref, b.ref)}
                href={`/${lang}/desk/conflicts/new?claims=${a.ref},${b.ref}&type=${value.type}${value.type === 'number' ? '&property=count' : ''}&suggestion=${id}`}
              >
                {t.mark}
              </a>
            </span>
          )}
          <div className="dismiss">
            <ActionForm
              {...plain}
              action={actions.dismiss}
              submit={t.dismiss}
              submitClass="b bare"
              submitName={t.dismissOf(a.ref, b.ref)}
            >
              {() => (
                <>
                  {which}
                  <details>
                    <summary className="small">{t.why}</summary>
                    <label className="f" htmlFor={`${title}-reason`}>
                      <span>{t.reason}</span>
                      <input id={`${title}-reason`} name="reason" />
                    </label>
                  </details>
                </>
              )}
            </ActionForm>
          </div>
        </div>
      )}
    </article>
  )
}
