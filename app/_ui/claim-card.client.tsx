'use client'
import { useState } from 'react'
import { isOpenConflict } from '@/lib/domain/conflict'
import type { OccurrenceView } from '@/lib/domain/record'
import type { Language, SourceKind } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { words } from '@/lib/i18n/words'
import type { ActionResult } from '@/lib/web/action-result'
import type { HopDraft, SourceChoice } from './chain-editor.client'
import { EditChain, EditWords } from './claim-edits.client'
import { KeyHint, useAria } from './keys.client'
import { SaidBefore } from './said-before'

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
  onChoose: () => void
  onOpen: () => void
  onConflict: () => void
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
  onConflict,
  onSaved,
  onDiscarded,
}: Props) {
  const t = deskWords(lang)
  const w = words(lang)
  const { claim } = occurrence
  const aria = useAria()
  const [edits, setEdits] = useState<'words' | 'chain' | null>(null)
  const conflicts = occurrence.conflicts.filter(({ status }) => isOpenConflict(status))
  return (
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
            onChange={onChoose}
            aria-keyshortcuts={isOpen ? aria('x') : undefined}
          />
        </label>
        <a
          className="id"
          id={`name-${claim.ref}`}
          href={`#text-${claim.ref}`}
          aria-label={t.card.goToText(claim.ref)}
          onClick={(event) => {
            event.preventDefault()
            onOpen()
          }}
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
      <SaidBefore lang={lang} occurrence={occurrence} event={claim.event} />
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
              <a
                className="b bare"
                href={`/${lang}/desk/claims/${claim.slug}#evidence-url`}
                aria-keyshortcuts={isOpen ? aria('e') : undefined}
              >
                {t.card.evidence}
                <span className="vh"> {claim.ref}</span> {isOpen && <KeyHint of="e" />}
              </a>
              <a
                className="b bare"
                href={`/${lang}/desk/conflicts/new?claims=${claim.ref}`}
                aria-keyshortcuts={isOpen ? aria('c') : undefined}
                onClick={(event) => {
                  event.preventDefault()
                  onConflict()
                }}
              >
                {t.card.conflict}
                <span className="vh"> {claim.ref}</span> {isOpen && <KeyHint of="c" />}
              </a>
            </>
          )}
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
