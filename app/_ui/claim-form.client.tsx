'use client'
import { type FormEvent, useEffect, useId, useRef, useState, useTransition } from 'react'
import { CodePoints, type Span } from '@/lib/domain/quote'
import { formOf } from '@/lib/domain/quote-form'
import type { EventBrief } from '@/lib/domain/record'
import type { DateBasis, Language, Modality, OccurrenceKind, QuoteScope, SourceKind } from '@/lib/domain/vocabulary'
import { failureSentence } from '@/lib/i18n/auth'
import { deskWords } from '@/lib/i18n/desk'
import { faultSentence } from '@/lib/i18n/faults'
import type { ActionFailure, ActionResult } from '@/lib/web/action-result'
import { ChainEditor, emptyHop, type HopDraft, type SourceChoice } from './chain-editor.client'
import { Line } from './form-line'
import { KeyHint } from './keys.client'
import { QuoteForm } from './quote-form.client'
import { type StatementDraft, StatementRows } from './statement-rows.client'
import { WhenWhere } from './when-where.client'

export type ClaimDraft = {
  statementFr: string
  statementEn: string
  kind: OccurrenceKind
  scopes: QuoteScope[]
  modality: Modality
  eventId: string
  isCheckable: boolean
  whenWords: string
  whenEdtf: string
  whenBasis: DateBasis
  placeWords: string
  chain: HopDraft[]
  statements: StatementDraft[]
}
type Added = { id: string; ref: string; slug: string; occurrenceId: string }
type Props = {
  lang: Language
  text: string
  versionId: string
  language: string
  span: Span
  sources: readonly SourceChoice[]
  /** Who publishes this dispatch: the last hop of most chains. */
  publisherId: string
  events: readonly EventBrief[]
  /** Chains already seen in this dispatch, to start from. */
  chains: readonly { label: string; hops: readonly HopDraft[] }[]
  create: (claim: object) => Promise<ActionResult<Added>>
  createSource: (source: { name: string; kind: SourceKind }) => Promise<SourceChoice | null>
  onAdded: (claim: Added, isNext: boolean) => void
  onCancel: () => void
}

const draftKey = (versionId: string) => `recoupe.claim.${versionId}`
/** A claim of the chosen passage: proposed from the text where the text says, typed otherwise; what is typed is kept until it is added. */
export function ClaimForm({
  lang,
  text,
  versionId,
  language,
  span,
  sources,
  publisherId,
  events,
  chains,
  create,
  createSource,
  onAdded,
  onCancel,
}: Props) {
  const t = deskWords(lang).form
  const id = useId()
  const points = new CodePoints(text)
  const quote = points.slice(span.start, span.end)
  const [draft, setDraft] = useState<ClaimDraft>(() => {
    const { kind, scopes } = formOf(points, span)
    return {
      statementFr: '',
      statementEn: '',
      kind,
      scopes,
      modality: 'asserted',
      eventId: '',
      isCheckable: true,
      whenWords: '',
      whenEdtf: '',
      whenBasis: 'unknown',
      placeWords: '',
      chain: [emptyHop(), { ...emptyHop('outlet'), sourceId: publisherId }],
      statements: [],
    }
  })
  const [failure, setFailure] = useState<ActionFailure | null>(null)
  const [savedAt, setSavedAt] = useState('')
  const [isSending, startSending] = useTransition()
  const summary = useRef<HTMLDivElement>(null)
  const isNext = useRef(false)
  const change = (part: Partial<ClaimDraft>) => setDraft((before) => ({ ...before, ...part }))

  // The form of the quotation is proposed again when the passage changes; what a person wrote stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the place matters
  useEffect(() => {
    const { kind, scopes } = formOf(points, span)
    setDraft((before) => ({ ...before, kind, scopes }))
  }, [span.start, span.end])

  // Whoever opened the form goes on by typing.
  useEffect(() => document.getElementById(`${id}-statementFr`)?.focus(), [id])
  useEffect(() => {
    const kept = localStorage.getItem(draftKey(versionId))
    if (kept) setDraft((before) => ({ ...before, ...(JSON.parse(kept) as Partial<ClaimDraft>) }))
  }, [versionId])
  const isDirty = draft.statementFr !== '' || draft.statementEn !== ''
  useEffect(() => {
    if (!isDirty) return
    const { statementFr, statementEn, chain, statements, eventId, whenWords, whenEdtf, whenBasis, placeWords } = draft
    localStorage.setItem(
      draftKey(versionId),
      JSON.stringify({
        statementFr,
        statementEn,
        chain,
        statements,
        eventId,
        whenWords,
        whenEdtf,
        whenBasis,
        placeWords,
      }),
    )
    setSavedAt(new Date().toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' }))
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [draft, isDirty, versionId, lang])
  useEffect(() => {
    if (failure) summary.current?.focus()
  }, [failure])

  const faults = failure?.fields.map((fault) => ({ field: fault.field, sentence: faultSentence(lang, fault) })) ?? []
  const refused = (field: string) => faults.find((fault) => fault.field === field)?.sentence
  const fieldId = (field: string) => `${id}-${field.replaceAll('.', '-')}`

  const submit = (event: FormEvent) => {
    event.preventDefault()
    startSending(async () => {
      const result = await create({
        dispatchVersionId: versionId,
        quote: { exact: quote, start: span.start },
        statementFr: draft.statementFr,
        statementEn: draft.statementEn,
        isCheckable: draft.isCheckable,
        eventId: draft.eventId,
        kind: draft.kind,
        quoteScopes: draft.kind === 'narration' ? [] : draft.scopes,
        modality: draft.modality,
        when: { words: draft.whenWords, edtf: draft.whenEdtf, basis: draft.whenBasis, note: null },
        placeWords: draft.placeWords,
        chain: draft.chain.map(({ sourceId, role, verb, medium, language: spoken, isAmbiguous }) => ({
          sourceId,
          role,
          verb,
          medium,
          language: spoken,
          scope: isAmbiguous ? 'ambiguous' : 'explicit',
        })),
        statements: draft.statements.map(({ property, value, words: own }) => ({ property, value, words: own })),
      })
      if (!result.ok) return setFailure(result)
      localStorage.removeItem(draftKey(versionId))
      onAdded(result.value, isNext.current)
    })
  }

  return (
    <form
      className="card open claim-form"
      aria-labelledby={`${id}-title`}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          isNext.current = true
          event.currentTarget.requestSubmit()
        }
        if (event.key === 'Escape') onCancel()
      }}
    >
      <header>
        <h2 id={`${id}-title`} className="h3">
          {t.title}
        </h2>
        <span className="dim small push">{savedAt && t.savedAt(savedAt)}</span>
      </header>
      {failure && (
        <div ref={summary} role="alert" tabIndex={-1} className="side c-no">
          <strong>{failureSentence(lang, failure.code, failure.requestId)}</strong>
          <ul>
            {faults.map(({ field, sentence }) => (
              <li key={`${field} ${sentence}`}>
                <a href={`#${fieldId(field)}`}>{sentence}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="small dim" id={`${id}-quote`}>
        {t.quote}
      </p>
      <blockquote className="w" lang={language} aria-labelledby={`${id}-quote`}>
        {quote}
      </blockquote>
      <Line id={fieldId('statementFr')} label={t.statementFr} help={t.hint} refused={refused('statementFr')}>
        {(its) => (
          <textarea
            {...its}
            rows={2}
            lang="fr"
            value={draft.statementFr}
            onChange={(event) => change({ statementFr: event.target.value })}
          />
        )}
      </Line>
      <Line id={fieldId('statementEn')} label={t.statementEn} refused={refused('statementEn')}>
        {(its) => (
          <textarea
            {...its}
            rows={2}
            lang="en"
            value={draft.statementEn}
            onChange={(event) => change({ statementEn: event.target.value })}
          />
        )}
      </Line>
      <QuoteForm lang={lang} draft={draft} change={change} fieldId={fieldId} refused={refused} />
      {chains.length > 0 && (
        <Line id={`${id}-reuse`} label={t.reuse}>
          {(its) => (
            <select
              {...its}
              value=""
              onChange={(event) => {
                const chosen = chains[Number(event.target.value)]
                if (chosen) change({ chain: chosen.hops.map((hop) => ({ ...hop, key: emptyHop().key })) })
              }}
            >
              <option value="">–</option>
              {chains.map(({ label }, i) => (
                <option key={label} value={i}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Line>
      )}
      <div id={fieldId('chain')}>
        {refused('chain') && <strong>{refused('chain')}</strong>}
        <ChainEditor
          lang={lang}
          value={draft.chain}
          onChange={(chain) => change({ chain })}
          sources={sources}
          createSource={createSource}
          refused={(field) => refused(`chain.${field}`)}
        />
      </div>
      <Line id={fieldId('eventId')} label={t.event} refused={refused('eventId')}>
        {(its) => (
          <select {...its} value={draft.eventId} onChange={(event) => change({ eventId: event.target.value })}>
            <option value="">{t.noEvent}</option>
            {events.map((event) => (
              <option key={event.id} value={event.id}>
                {event.ref} {lang === 'fr' ? event.titleFr : event.titleEn}
              </option>
            ))}
          </select>
        )}
      </Line>
      <StatementRows
        lang={lang}
        quote={quote}
        value={draft.statements}
        onChange={(statements) => change({ statements })}
        fieldId={fieldId}
        refused={refused}
      />
      <WhenWhere lang={lang} draft={draft} change={change} fieldId={fieldId} refused={refused} />
      <footer>
        <button
          type="submit"
          className="b go"
          aria-disabled={isSending}
          onClick={() => {
            isNext.current = false
          }}
        >
          {t.submit}
        </button>
        <span className="dim small">
          <KeyHint of="mod+Enter" /> {t.submitNext}
        </span>
        <button type="button" className="b bare" onClick={onCancel}>
          {t.cancel}
        </button>
      </footer>
    </form>
  )
}
