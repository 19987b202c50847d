'use client'
import { useActionState, useRef, useState } from 'react'
import type { Span } from '@/lib/domain/quote'
import type { EventBrief } from '@/lib/domain/record'
import type { ShownSuggestion } from '@/lib/domain/shown-suggestion'
import type { ModelAnswer } from '@/lib/domain/suggest/proposer'
import type { SuggestionStatus } from '@/lib/domain/suggestion'
import type { Language } from '@/lib/domain/vocabulary'
import { failureSentence } from '@/lib/i18n/auth'
import { deskSuggestWords } from '@/lib/i18n/desk-suggest'
import { emptyFormState, type FormState } from '@/lib/web/action-result'
import type { SourceChoice } from './chain-editor.client'
import { KeyHint, useAria, useKeys } from './keys.client'
import { type SuggestActions, SuggestionCard } from './suggestion-card.client'
import { useCardWalk } from './use-card-walk'

export type Suggest = {
  versionId: string
  suggestions: readonly ShownSuggestion[]
  counts: Record<SuggestionStatus, number>
  mayPropose: boolean
  mayDecide: Record<ShownSuggestion['kind'], boolean>
  /** The one the address asks to change: without JavaScript this is how its form opens. */
  edited: string | null
  path: string
  actions: SuggestActions
}
type Props = {
  lang: Language
  language: string
  suggest: Suggest
  sentences: readonly Span[]
  sources: readonly SourceChoice[]
  events: readonly EventBrief[]
  onShow: (places: readonly Span[]) => void
  onGo: (place: Span, sentence: number) => void
  onClaim: (place: Span) => void
}
const GROUPS = ['claim', 'name', 'conflict'] as const

/** What the rules propose about a text, beside it: asked for with one button, decided one by one. */
export function SuggestPanel({ lang, language, suggest, sentences, sources, events, onShow, onGo, onClaim }: Props) {
  const t = deskSuggestWords(lang)
  const { suggestions, counts, actions } = suggest
  const [{ result }, propose, isReading] = useActionState(
    actions.propose,
    emptyFormState as FormState<{ added: number; open: number; model: ModelAnswer }>,
  )
  const [edited, setEdited] = useState(suggest.edited)
  const aria = useAria()
  const panel = useRef<HTMLElement>(null)
  const ordered = GROUPS.flatMap((kind) => suggestions.filter((it) => it.kind === kind))
  const { current, step, bounds } = useCardWalk('sug', ordered, {
    onGone: () => onShow([]),
    rest: () => panel.current?.querySelector<HTMLElement>('h2'),
  })

  const sentenceOf = ({ start }: Span) =>
    Math.max(
      0,
      sentences.findIndex(({ end }) => end > start),
    )
  const enter = () => {
    if (ordered.length > 0) step(0)
    else panel.current?.querySelector<HTMLElement>('.propose button')?.focus()
  }
  useKeys([{ press: 'p', name: t.keys.enter, group: t.keysGroup, run: enter }])
  const said = isReading
    ? t.working
    : result === null
      ? ''
      : result.ok
        ? t.found(result.value.added, result.value.open)
        : result.fields.some(({ reason }) => reason === 'too_long')
          ? t.tooLong
          : failureSentence(lang, result.code, result.requestId)
  const isUsed = counts.proposed + counts.accepted + counts.edited + counts.dismissed > 0
  return (
    <section ref={panel} className="suggest" id="suggest" aria-labelledby="suggest-title" {...bounds}>
      <header>
        <h2 className="h3" id="suggest-title" tabIndex={-1}>
          {t.title}
        </h2>
        {suggest.mayPropose && (
          <form action={propose} className="propose">
            <input type="hidden" name="dispatchVersionId" value={suggest.versionId} />
            <button
              type="submit"
              className={isUsed ? 'b' : 'b go'}
              aria-disabled={isReading}
              aria-keyshortcuts={aria('p')}
            >
              {isUsed ? t.again : t.propose} <KeyHint of="p" />
            </button>
          </form>
        )}
      </header>
      {isReading && <progress aria-label={t.working} />}
      <p role="status" className="small notice">
        {said}
      </p>
      <p className="small dim">
        {isUsed ? t.tally(counts.proposed, counts.accepted, counts.edited, counts.dismissed) : t.lead}
      </p>
      {ordered.length === 0 && <p className="small dim">{isUsed ? t.allDone : t.none}</p>}
      {ordered.length > 0 && (
        <p className="small dim" aria-hidden="true">
          <KeyHint of="j" /> <KeyHint of="k" /> {t.keysLine.step} · <KeyHint of="Enter" /> {t.keysLine.accept} ·{' '}
          <KeyHint of="i" /> {t.keysLine.edit} · <KeyHint of="d" /> {t.keysLine.dismiss}
        </p>
      )}
      {current !== null && (
        <PanelKeys
          lang={lang}
          step={step}
          press={(what) => {
            const its = document.getElementById(`sug-${current}`)?.querySelector<HTMLElement>(what)
            its?.focus()
            its?.click()
          }}
        />
      )}
      {GROUPS.map((kind) => {
        const its = ordered.filter((it) => it.kind === kind)
        if (its.length === 0) return null
        return (
          <section key={kind} aria-labelledby={`suggest-${kind}`} className="group">
            <h3 id={`suggest-${kind}`} className="small">
              {t.groups[kind]} <span className="dim">{its.length}</span>
            </h3>
            {its.map((suggestion) => (
              <SuggestionCard
                key={suggestion.id}
                lang={lang}
                language={language}
                suggestion={suggestion}
                actions={actions}
                mayDecide={suggest.mayDecide[kind]}
                isEdited={edited === suggestion.id}
                isCurrent={current === suggestion.id}
                addressOf={(place) => `#s-${sentenceOf(place)}`}
                editAddress={`${suggest.path}?suggestion=${suggestion.id}#sug-${suggestion.id}`}
                choices={{ sources, events }}
                onEdit={(isEdited) => setEdited(isEdited ? suggestion.id : null)}
                onShow={onShow}
                onGo={(place) => onGo(place, sentenceOf(place))}
                onClaim={onClaim}
              />
            ))}
          </section>
        )
      })}
    </section>
  )
}

type Keys = { lang: Language; step: (by: 1 | -1) => void; press: (what: string) => void }
/** The keys of the card one is on; they come after those of the text, and so before them. */
function PanelKeys({ lang, step, press }: Keys) {
  const t = deskSuggestWords(lang)
  const key = (name: string, on: string, run: () => void) => ({ press: on, name, group: t.keysGroup, run })
  useKeys([
    key(t.keys.next, 'j', () => step(1)),
    key(t.keys.previous, 'k', () => step(-1)),
    // The card itself hears Enter: on a button inside, it is the button's.
    { press: 'Enter', name: t.keys.accept, group: t.keysGroup },
    key(t.keys.edit, 'i', () => press('.edit, .accept select, .accept a')),
    key(t.keys.dismiss, 'd', () => press('.dismiss button[type=submit]')),
    key(t.keys.show, 'v', () => press('.places a')),
  ])
  return null
}
