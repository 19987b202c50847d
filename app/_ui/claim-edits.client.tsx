'use client'
import { useState, useTransition } from 'react'
import type { OccurrenceView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { failureSentence } from '@/lib/i18n/auth'
import { deskWords } from '@/lib/i18n/desk'
import { faultSentence } from '@/lib/i18n/faults'
import type { ActionFailure } from '@/lib/web/action-result'
import { ChainEditor, type HopDraft, type SourceChoice } from './chain-editor.client'
import type { CardActions } from './claim-card.client'
import { hopInput } from './claim-draft'
import { DraftLine, useDraft } from './drafts.client'
import { KeyHint } from './keys.client'

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

/** The words of a claim; a stale save shows both texts and keeps what was typed. */
export function EditWords({
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
  const draft = useDraft(`claim-words:${claim.id}`, { fr, en, version }, (found) => {
    setFr(found.fr)
    setEn(found.en)
    setVersion(found.version)
  })
  const letGo = () => {
    draft.drop()
    onDone(false)
  }
  const save = (seen: number) =>
    startSending(async () => {
      const result = await change({ claimId: claim.id, version: seen, statementFr: fr, statementEn: en })
      if (!result.ok) return setFailure(result)
      draft.drop()
      onDone(true)
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
                draft.drop()
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
      <DraftLine lang={lang} draft={draft} />
      <p className="acts">
        <button type="submit" className="b go" aria-disabled={isSending} aria-keyshortcuts="Control+Enter Meta+Enter">
          {t.card.save} <KeyHint of="mod+Enter" />
        </button>
        <button type="button" className="b bare" onClick={letGo}>
          {t.form.cancel}
        </button>
      </p>
    </form>
  )
}

/** The chain of an occurrence; as above. */
export function EditChain({
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
  const draft = useDraft(`chain:${occurrence.id}`, { chain, version }, (found) => {
    setChain(found.chain)
    setVersion(found.version)
  })
  const letGo = () => {
    draft.drop()
    onDone(false)
  }
  const save = (seen: number) =>
    startSending(async () => {
      const result = await actions.attribute({
        occurrenceId: occurrence.id,
        version: seen,
        chain: chain.map(hopInput),
      })
      if (!result.ok) return setFailure(result)
      draft.drop()
      onDone(true)
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
            <button
              type="button"
              className="b"
              onClick={() => {
                draft.drop()
                onDone(true)
              }}
            >
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
      <DraftLine lang={lang} draft={draft} />
      <p className="acts">
        <button type="submit" className="b go" aria-disabled={isSending} aria-keyshortcuts="Control+Enter Meta+Enter">
          {t.card.save} <KeyHint of="mod+Enter" />
        </button>
        <button type="button" className="b bare" onClick={letGo}>
          {t.form.cancel}
        </button>
      </p>
    </form>
  )
}
