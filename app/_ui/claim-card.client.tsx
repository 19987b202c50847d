'use client'
import { useState, useTransition } from 'react'
import { isOpenConflict } from '@/lib/domain/conflict'
import type { OccurrenceView } from '@/lib/domain/record'
import type { Language, SourceKind } from '@/lib/domain/vocabulary'
import { failureSentence } from '@/lib/i18n/auth'
import { deskWords } from '@/lib/i18n/desk'
import { faultSentence } from '@/lib/i18n/faults'
import { words } from '@/lib/i18n/words'
import type { ActionFailure, ActionResult } from '@/lib/web/action-result'
import { ChainEditor, type HopDraft, type SourceChoice } from './chain-editor.client'

export type CardActions = {
  change: (input: object) => Promise<ActionResult<{ version: number }>>
  attribute: (input: object) => Promise<ActionResult<{ version: number }>>
  discard: (input: object) => Promise<ActionResult<{ version: number }>>
  createSource: (source: { name: string; kind: SourceKind }) => Promise<SourceChoice | null>
}
type Props = {
  lang: Language
  occurrence: OccurrenceView
  hops: readonly HopDraft[]
  sources: readonly SourceChoice[]
  actions: CardActions
  mayEdit: boolean
  isOpen: boolean
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
  onOpen: () => void
  onSaved: () => void
  onDiscarded: (version: number) => void
}

/** One claim beside the text: its words, who said them, where it is disputed, and what can be done with it. */
export function ClaimCard({
  lang,
  occurrence,
  hops,
  sources,
  actions,
  mayEdit,
  isOpen,
  isChosen,
  onChoose,
  onOpen,
  onSaved,
  onDiscarded,
}: Props) {
  const t = deskWords(lang)
  const w = words(lang)
  const { claim } = occurrence
  const [edits, setEdits] = useState<'words' | 'chain' | null>(null)
  const conflicts = occurrence.conflicts.filter(({ status }) => isOpenConflict(status))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the mark in the text leads here, so it must be able to take the focus
    <article
      className={isOpen ? 'card open' : 'card'}
      id={`card-${claim.ref}`}
      aria-labelledby={`name-${claim.ref}`}
      tabIndex={-1}
    >
      <header>
        <label className="check">
          <input
            type="checkbox"
            checked={isChosen}
            aria-label={t.reading.choose(claim.ref)}
            onChange={(event) => onChoose(event.target.checked)}
          />
        </label>
        <a
          className="id"
          id={`name-${claim.ref}`}
          href={`#text-${claim.ref}`}
          aria-label={t.card.goToText(claim.ref)}
          onClick={onOpen}
        >
          {claim.ref}
        </a>
        <span className="dim small">{w.occurrenceKind[occurrence.kind]}</span>
        {occurrence.quoteScopes.map((scope) => (
          <span key={scope} className="tag">
            {w.quoteScope[scope]}
          </span>
        ))}
        {conflicts.length > 0 && (
          <span className="tag on push">
            ≠{' '}
            {conflicts.map((conflict, i) => (
              <a key={conflict.ref} href={`/${lang}/desk/conflicts/${conflict.slug}`}>
                {i > 0 && ' '}
                {conflict.ref}
              </a>
            ))}
            <span className="vh"> {t.card.inConflict}</span>
          </span>
        )}
      </header>
      <p className="w" lang={occurrence.dispatch.language}>
        {occurrence.exact}
      </p>
      <p className="small">
        {(lang === 'fr' ? claim.statementFr : claim.statementEn) ?? claim.statementFr ?? claim.statementEn}
      </p>
      <p className="small dim">
        {occurrence.chain.map((hop, i) => (
          <span key={`${hop.sourceSlug} ${hop.role}`}>
            {i > 0 && (hop.scope === 'ambiguous' ? ' ?→ ' : ' → ')}
            <bdi>{hop.sourceName}</bdi>
          </span>
        ))}
      </p>
      {edits === 'words' && (
        <EditWords
          lang={lang}
          occurrence={occurrence}
          change={actions.change}
          onDone={(isSaved) => {
            setEdits(null)
            if (isSaved) onSaved()
          }}
        />
      )}
      {edits === 'chain' && (
        <EditChain
          lang={lang}
          occurrence={occurrence}
          hops={hops}
          sources={sources}
          actions={actions}
          onDone={(isSaved) => {
            setEdits(null)
            if (isSaved) onSaved()
          }}
        />
      )}
      {edits === null && (
        <footer>
          <a className="b" href={`/${lang}/desk/claims/${claim.slug}`}>
            {t.card.page}
            <span className="vh"> {claim.ref}</span>
          </a>
          {mayEdit && (
            <>
              <button type="button" className="b bare" onClick={() => setEdits('words')}>
                {t.card.edit}
                <span className="vh"> {claim.ref}</span>
              </button>
              <button type="button" className="b bare" onClick={() => setEdits('chain')}>
                {t.card.editChain}
                <span className="vh"> {claim.ref}</span>
              </button>
              {claim.verdict === null && (
                <button
                  type="button"
                  className="b bare"
                  onClick={async () => {
                    const result = await actions.discard({ claimId: claim.id, version: claim.version })
                    if (result.ok) onDiscarded(result.value.version)
                  }}
                >
                  {t.card.discard}
                  <span className="vh"> {claim.ref}</span>
                </button>
              )}
            </>
          )}
        </footer>
      )}
    </article>
  )
}

/** What a refused save says, field by field. */
function Refusal({ lang, failure }: { lang: Language; failure: ActionFailure }) {
  return (
    <div role="alert" className="side c-no">
      <strong>{failureSentence(lang, failure.code, failure.requestId)}</strong>
      <ul>
        {failure.fields.map((fault) => (
          <li key={`${fault.field} ${fault.reason}`}>{faultSentence(lang, fault)}</li>
        ))}
      </ul>
    </div>
  )
}

function EditWords({
  lang,
  occurrence: { claim },
  change,
  onDone,
}: {
  lang: Language
  occurrence: OccurrenceView
  change: CardActions['change']
  onDone: (isSaved: boolean) => void
}) {
  const t = deskWords(lang)
  const [fr, setFr] = useState(claim.statementFr ?? '')
  const [en, setEn] = useState(claim.statementEn ?? '')
  const [version, setVersion] = useState(claim.version)
  const [failure, setFailure] = useState<ActionFailure | null>(null)
  const [isSending, startSending] = useTransition()
  const theirs = failure?.code === 'stale' ? failure.collision : null
  const save = (seen: number) =>
    startSending(async () => {
      const result = await change({ claimId: claim.id, version: seen, statementFr: fr, statementEn: en })
      if (result.ok) onDone(true)
      else setFailure(result)
    })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save(version)
      }}
    >
      {failure && !theirs && <Refusal lang={lang} failure={failure} />}
      {theirs && (
        <div role="alert" className="side c-no">
          <strong>{t.card.stale}</strong> {t.card.unsaved}
          <dl>
            <dt>{t.card.theirs}</dt>
            <dd lang="fr">{String(theirs.theirs.statementFr ?? '')}</dd>
            <dd lang="en">{String(theirs.theirs.statementEn ?? '')}</dd>
            <dt>{t.card.yours}</dt>
            <dd lang="fr">{fr}</dd>
            <dd lang="en">{en}</dd>
          </dl>
          <p className="acts">
            <button
              type="button"
              className="b go"
              onClick={() => {
                setVersion(theirs.version)
                save(theirs.version)
              }}
            >
              {t.card.keepMine}
            </button>
            <button
              type="button"
              className="b"
              onClick={() => {
                setFr(String(theirs.theirs.statementFr ?? ''))
                setEn(String(theirs.theirs.statementEn ?? ''))
                setVersion(theirs.version)
                setFailure(null)
                onDone(true)
              }}
            >
              {t.card.takeTheirs}
            </button>
          </p>
        </div>
      )}
      <div className="f">
        <label htmlFor={`fr-${claim.ref}`}>{t.form.statementFr}</label>
        <textarea
          id={`fr-${claim.ref}`}
          rows={2}
          lang="fr"
          value={fr}
          onChange={(event) => setFr(event.target.value)}
        />
      </div>
      <div className="f">
        <label htmlFor={`en-${claim.ref}`}>{t.form.statementEn}</label>
        <textarea
          id={`en-${claim.ref}`}
          rows={2}
          lang="en"
          value={en}
          onChange={(event) => setEn(event.target.value)}
        />
      </div>
      <p className="acts">
        <button type="submit" className="b go" aria-disabled={isSending}>
          {t.card.save}
        </button>
        <button type="button" className="b bare" onClick={() => onDone(false)}>
          {t.form.cancel}
        </button>
      </p>
    </form>
  )
}

function EditChain({
  lang,
  occurrence,
  hops,
  sources,
  actions,
  onDone,
}: {
  lang: Language
  occurrence: OccurrenceView
  hops: readonly HopDraft[]
  sources: readonly SourceChoice[]
  actions: CardActions
  onDone: (isSaved: boolean) => void
}) {
  const t = deskWords(lang)
  const [chain, setChain] = useState<HopDraft[]>([...hops])
  const [version, setVersion] = useState(occurrence.version)
  const [failure, setFailure] = useState<ActionFailure | null>(null)
  const [isSending, startSending] = useTransition()
  const theirs = failure?.code === 'stale' ? failure.collision : null
  const save = (seen: number) =>
    startSending(async () => {
      const result = await actions.attribute({
        occurrenceId: occurrence.id,
        version: seen,
        chain: chain.map(({ sourceId, role, verb, medium, language, isAmbiguous }) => ({
          sourceId,
          role,
          verb,
          medium,
          language,
          scope: isAmbiguous ? 'ambiguous' : 'explicit',
        })),
      })
      if (result.ok) onDone(true)
      else setFailure(result)
    })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save(version)
      }}
    >
      {failure && !theirs && <Refusal lang={lang} failure={failure} />}
      {theirs && (
        <div role="alert" className="side c-no">
          <strong>{t.card.stale}</strong> {t.card.unsaved}
          <p>
            {t.card.theirs}:{' '}
            {(theirs.theirs.chain as { source: string }[] | undefined)?.map(({ source }) => source).join(' → ')}
          </p>
          <p className="acts">
            <button
              type="button"
              className="b go"
              onClick={() => {
                setVersion(theirs.version)
                save(theirs.version)
              }}
            >
              {t.card.keepMine}
            </button>
            <button type="button" className="b" onClick={() => onDone(true)}>
              {t.card.takeTheirs}
            </button>
          </p>
        </div>
      )}
      <ChainEditor
        lang={lang}
        value={chain}
        onChange={setChain}
        sources={sources}
        createSource={actions.createSource}
        refused={(field) =>
          failure?.fields.filter((it) => it.field === `chain.${field}`).map((it) => faultSentence(lang, it))[0]
        }
      />
      <p className="acts">
        <button type="submit" className="b go" aria-disabled={isSending}>
          {t.card.save}
        </button>
        <button type="button" className="b bare" onClick={() => onDone(false)}>
          {t.form.cancel}
        </button>
      </p>
    </form>
  )
}
