'use client'
import { type KeyboardEvent, type MouseEvent, useId } from 'react'
import type { Span } from '@/lib/domain/quote'
import type { ShownSuggestion } from '@/lib/domain/shown-suggestion'
import type { ModelAnswer } from '@/lib/domain/suggest/proposer'
import { ENTITY_KINDS, type Language } from '@/lib/domain/vocabulary'
import { deskSuggestWords, ruleWords } from '@/lib/i18n/desk-suggest'
import { frenchSpaces } from '@/lib/i18n/typography'
import { words } from '@/lib/i18n/words'
import { ActionForm, type FormAction } from './action-form.client'
import { KeyHint } from './keys.client'
import { SuggestedClaimForm, type SuggestedClaimFormProps } from './suggested-claim-form.client'

/** From here on a rule is rather sure; below the second, it is not. */
const SURE = 0.8
const LIKELY = 0.6
const SHORT = 90

export type SuggestActions = {
  propose: FormAction<{ added: number; open: number; model: ModelAnswer }>
  acceptClaim: FormAction<null>
  acceptName: FormAction<null>
  dismiss: FormAction<null>
}
type Props = {
  lang: Language
  /** Of the text. */
  language: string
  suggestion: ShownSuggestion
  actions: SuggestActions
  mayDecide: boolean
  isEdited: boolean
  isCurrent: boolean
  /** The address of the sentence a place is in. */
  addressOf: (place: Span) => string
  editAddress: string
  choices: Pick<SuggestedClaimFormProps, 'sources' | 'events'>
  onEdit: (isEdited: boolean) => void
  onShow: (places: readonly Span[]) => void
  onGo: (place: Span) => void
  onClaim: (place: Span) => void
}

const short = (text: string) => {
  const all = Array.from(text.replace(/\s+/g, ' '))
  return all.length > SHORT ? `${all.slice(0, SHORT - 1).join('')}…` : all.join('')
}

/** One suggestion: what it proposes, the words it rests on, why, how sure; and the buttons with which a person decides. */
export function SuggestionCard({
  lang,
  language,
  suggestion,
  actions,
  mayDecide,
  isEdited,
  isCurrent,
  addressOf,
  editAddress,
  choices,
  onEdit,
  onShow,
  onGo,
  onClaim,
}: Props) {
  const t = deskSuggestWords(lang)
  const w = words(lang)
  const title = useId()
  const { kind, places, confidence } = suggestion
  const rule = ruleWords(lang, kind, suggestion.rule)
  const name = short(places.map((it) => it.words).join(' · '))
  const sure = confidence >= SURE ? t.sure.high : confidence >= LIKELY ? t.sure.middle : t.sure.low
  const why =
    kind === 'claim'
      ? t.says(suggestion.cueWords, suggestion.value.sourceName)
      : inPrint(lang, suggestion.value.why[lang])
  const which = (
    <>
      <input type="hidden" name="suggestionId" value={suggestion.id} />
      <input type="hidden" name="version" value={suggestion.version} />
    </>
  )
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && isEdited) {
      event.stopPropagation()
      onEdit(false)
      event.currentTarget.focus()
    }
    // On a button or a link inside, Enter is theirs.
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>('.accept :is(button[type=submit], a)')?.click()
  }
  const go = (place: Span) => (event: MouseEvent) => {
    event.preventDefault()
    onGo(place)
  }
  const plain = { lang, ids: {}, done: t.decided, title: { stale: t.stale }, className: 'one' }
  return (
    <article
      className={isCurrent ? 'card sug open' : 'card sug'}
      id={`sug-${suggestion.id}`}
      data-suggestion={suggestion.id}
      aria-labelledby={title}
      tabIndex={-1}
      onFocus={() => onShow(places)}
      onKeyDown={onKeyDown}
    >
      <header>
        <h4 id={title}>
          <span className="vh">
            {t.card[kind]}
            {lang === 'fr' ? '\u202f: ' : ': '}
          </span>
          {kind === 'conflict' ? w.conflictType[suggestion.value.type] : rule.name}
        </h4>
        {kind === 'conflict' && <span className="tag">{w.conflictClass[suggestion.value.class]}</span>}
        <span className="small dim push" title={t.confidenceHelp}>
          {sure}, {t.percent(confidence)}
        </span>
      </header>
      <ol className="places">
        {places.map((place, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one passage may be given twice
          <li key={i}>
            <a
              className="w"
              href={addressOf(place)}
              lang={language}
              aria-label={t.place(i + 1, short(place.words))}
              onClick={go(place)}
            >
              {place.words}
            </a>
          </li>
        ))}
      </ol>
      <div className="because">
        <p>{why}</p>
        {rule.how && (
          <p className="dim">
            {kind === 'conflict' && <b>{rule.name}. </b>}
            {rule.how}
          </p>
        )}
      </div>
      {kind === 'claim' && (
        <p className="small">
          <span className="dim">
            {t.chain}
            {lang === 'fr' ? '\u202f: ' : ': '}
          </span>
          {suggestion.claim.chain.map((hop, i) => (
            <span key={`${hop.name} ${hop.role}`}>
              {i > 0 && ' → '}
              <bdi>{hop.name}</bdi>
              {hop.sourceId === null && (
                <span className="dim">
                  {' '}
                  ({t.newSource}, {w.sourceKind[hop.kind]})
                </span>
              )}
              {hop.medium !== null && <span className="dim"> ({hop.medium})</span>}
            </span>
          ))}
          <span className="dim">
            {' '}
            · {w.occurrenceKind[suggestion.claim.kind]} · {w.modality[suggestion.claim.modality]}
          </span>
        </p>
      )}
      {mayDecide && kind === 'conflict' && suggestion.unclaimed.length > 0 && suggestion.refs.length < 2 && (
        <div className="small">
          <p>{t.needsClaims(suggestion.unclaimed.length)}</p>
          <ul className="bare">
            {suggestion.unclaimed.map((place, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one passage may be given twice
              <li key={i}>
                <a
                  href={addressOf(place)}
                  aria-label={t.claimFirst(short(place.words))}
                  onClick={(event) => {
                    event.preventDefault()
                    onClaim(place)
                  }}
                >
                  {t.claimFirstShort}
                </a>{' '}
                <span className="dim">{short(place.words)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {mayDecide && kind === 'claim' && isEdited && (
        <SuggestedClaimForm
          lang={lang}
          language={language}
          suggestion={suggestion}
          action={actions.acceptClaim}
          {...choices}
        />
      )}
      {mayDecide && (
        <div className="acts">
          {kind === 'claim' && !isEdited && (
            <div className="accept">
              <ActionForm {...plain} action={actions.acceptClaim} submit={t.accept} submitName={t.acceptOf(name)}>
                {() => which}
              </ActionForm>
            </div>
          )}
          {kind === 'name' && (
            <div className="accept">
              <ActionForm {...plain} action={actions.acceptName} submit={t.accept} submitName={t.acceptOf(name)}>
                {() => (
                  <>
                    {which}
                    <label className="f" htmlFor={`${title}-relation`}>
                      <span>{t.relation}</span>
                      <select id={`${title}-relation`} name="relation" defaultValue={suggestion.value.relation}>
                        {(['same', 'possibly_same'] as const).map((it) => (
                          <option key={it} value={it}>
                            {w.nameRelation[it]}
                          </option>
                        ))}
                      </select>
                    </label>
                    <label className="f" htmlFor={`${title}-kind`}>
                      <span>{t.entityKind}</span>
                      <select
                        id={`${title}-kind`}
                        name="kind"
                        defaultValue={suggestion.rule === 'acronym' ? 'group' : 'place'}
                      >
                        {ENTITY_KINDS.map((it) => (
                          <option key={it} value={it}>
                            {w.entityKind[it]}
                          </option>
                        ))}
                      </select>
                    </label>
                  </>
                )}
              </ActionForm>
            </div>
          )}
          {kind === 'conflict' && suggestion.refs.length > 1 && (
            <span className="accept">
              <a
                className="b go"
                href={`/${lang}/desk/conflicts/new?claims=${suggestion.refs.join(',')}&type=${suggestion.value.type}&suggestion=${suggestion.id}`}
              >
                {t.mark}
              </a>
            </span>
          )}
          {kind === 'claim' && (
            <a
              className="b edit"
              href={isEdited ? `#sug-${suggestion.id}` : editAddress}
              aria-label={isEdited ? undefined : t.editOf(name)}
              onClick={(event) => {
                event.preventDefault()
                onEdit(!isEdited)
              }}
            >
              {isEdited ? t.close : t.edit} {!isEdited && isCurrent && <KeyHint of="i" />}
            </a>
          )}
          <div className="dismiss">
            <ActionForm
              {...plain}
              action={actions.dismiss}
              submit={isEdited ? t.dismissWithReason : t.dismiss}
              submitClass="b bare"
              submitName={t.dismissOf(name)}
            >
              {() => (
                <>
                  {which}
                  {isEdited && (
                    <label className="f" htmlFor={`${title}-reason`}>
                      <span>{t.dismissReason}</span>
                      <input id={`${title}-reason`} name="reason" />
                    </label>
                  )}
                </>
              )}
            </ActionForm>
          </div>
        </div>
      )}
    </article>
  )
}

const inPrint = (lang: Language, text: string) => (lang === 'fr' ? frenchSpaces(text) : text)
