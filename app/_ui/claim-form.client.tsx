'use client'
import { type FormEvent, useEffect, useId, useRef, useState, useTransition } from 'react'
import { CodePoints, type Span } from '@/lib/domain/quote'
import { fidelityOf } from '@/lib/domain/quote-fidelity'
import type { EventBrief } from '@/lib/domain/record'
import type { Language, SourceKind } from '@/lib/domain/vocabulary'
import { failureSentence } from '@/lib/i18n/auth'
import { deskWords } from '@/lib/i18n/desk'
import { deskChainWords } from '@/lib/i18n/desk-chain'
import { faultSentence } from '@/lib/i18n/faults'
import type { ActionFailure, ActionResult } from '@/lib/web/action-result'
import type { SeenChain } from './chain-drafts'
import { ChainEditor, emptyHop, type SourceChoice } from './chain-editor.client'
import { type ClaimDraft, claimDraftKey, claimInput, emptyClaim, type KeptClaim } from './claim-draft'
import { DraftLine, useDraft } from './drafts.client'
import { FidelityProposal } from './fidelity-proposal'
import { Line } from './form-line'
import { KeyHint } from './keys.client'
import { QuoteForm } from './quote-form.client'
import { SeenChains } from './seen-chains'
import { SimilarClaims } from './similar-claims.client'
import { StatementRows } from './statement-rows.client'
import { WhenWhere } from './when-where.client'

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
  chains: readonly SeenChain[]
  create: (claim: object) => Promise<ActionResult<Added>>
  createSource: (source: { name: string; kind: SourceKind }) => Promise<SourceChoice | null>
  onAdded: (claim: Added, isNext: boolean) => void
  /** A kept draft was about another passage. */
  onSpan: (span: Span) => void
  onCancel: () => void
}

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
  onSpan,
  onCancel,
}: Props) {
  const t = deskWords(lang).form
  const id = useId()
  const points = new CodePoints(text)
  const quote = points.slice(span.start, span.end)
  const [fresh] = useState<KeptClaim>(() => ({ claim: emptyClaim(publisherId), span }))
  const [claim, setClaim] = useState<ClaimDraft>(fresh.claim)
  const fidelity = fidelityOf(
    points,
    span,
    claim.chain.some(({ role }) => role === 'interpreter'),
  )
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState<ActionFailure | null>(null)
  const [isSending, startSending] = useTransition()
  const summary = useRef<HTMLDivElement>(null)
  const isNext = useRef(false)
  const change = (part: Partial<ClaimDraft>) => setClaim((before) => ({ ...before, ...part }))
  // A passage without a word about it is no draft.
  const isTouched = JSON.stringify(claim) !== JSON.stringify(fresh.claim)
  const kept = useDraft<KeptClaim>(claimDraftKey(versionId), isTouched ? { claim, span } : fresh, (found) => {
    setClaim(found.claim)
    onSpan(found.span)
  })

  // Whoever opened the form goes on by typing.
  useEffect(() => document.getElementById(`${id}-statementFr`)?.focus(), [id])
  useEffect(() => {
    if (failure) summary.current?.focus()
  }, [failure])

  const faults = failure?.fields.map((fault) => ({ field: fault.field, sentence: faultSentence(lang, fault) })) ?? []
  const refused = (field: string) => faults.find((fault) => fault.field === field)?.sentence
  const fieldId = (field: string) => `${id}-${field.replaceAll('.', '-')}`

  // Escape only closes: the draft waits. Cancelling says that it is not wanted.
  const letGo = () => {
    kept.drop()
    onCancel()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startSending(async () => {
      const result = await create(claimInput(versionId, quote, span.start, claim))
      if (!result.ok) return setFailure(result)
      kept.drop()
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
            value={claim.statementFr}
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
            value={claim.statementEn}
            onChange={(event) => change({ statementEn: event.target.value })}
          />
        )}
      </Line>
      <SimilarClaims lang={lang} text={claim.statementFr || claim.statementEn || quote} />
      <FidelityProposal
        lang={lang}
        fidelity={fidelity}
        draft={claim}
        language={language}
        onAccept={() => change({ kind: fidelity.kind, scopes: fidelity.scopes })}
      />
      <QuoteForm lang={lang} draft={claim} change={change} fieldId={fieldId} refused={refused} />
      <SeenChains
        lang={lang}
        chains={chains}
        onUse={({ hops, label }) => {
          change({ chain: hops.map((hop) => ({ ...hop, key: emptyHop().key })) })
          setSaid(deskChainWords(lang).used(label))
        }}
      />
      <span role="status" className="vh">
        {said}
      </span>
      <div id={fieldId('chain')}>
        {refused('chain') && <strong>{refused('chain')}</strong>}
        <ChainEditor
          lang={lang}
          value={claim.chain}
          onChange={(chain) => change({ chain })}
          sources={sources}
          createSource={createSource}
          refused={(field) => refused(`chain.${field}`)}
        />
      </div>
      <Line id={fieldId('eventId')} label={t.event} refused={refused('eventId')}>
        {(its) => (
          <select {...its} value={claim.eventId} onChange={(event) => change({ eventId: event.target.value })}>
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
        value={claim.statements}
        onChange={(statements) => change({ statements })}
        fieldId={fieldId}
        refused={refused}
      />
      <WhenWhere lang={lang} draft={claim} change={change} fieldId={fieldId} refused={refused} />
      <DraftLine lang={lang} draft={kept} />
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
        <button type="button" className="b bare" onClick={letGo}>
          {t.cancel}
        </button>
      </footer>
    </form>
  )
}
