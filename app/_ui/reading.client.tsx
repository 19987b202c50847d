'use client'
import { useRouter } from 'next/navigation'
import { type MouseEvent, useCallback, useMemo, useState } from 'react'
import { CodePoints, type Span } from '@/lib/domain/quote'
import type { DispatchRecord, EventBrief } from '@/lib/domain/record'
import { type Edge, moveEdge, trimmed, wordsOf } from '@/lib/domain/selection'
import type { Language } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { deskKeysWords } from '@/lib/i18n/desk-keys'
import type { ActionResult } from '@/lib/web/action-result'
import { chainsOf, type HopClues, hopDrafts } from './chain-drafts'
import type { SourceChoice } from './chain-editor.client'
import { type CardActions, ClaimCard } from './claim-card.client'
import { claimDraftKey, type KeptClaim } from './claim-draft'
import { ClaimForm } from './claim-form.client'
import { useWaitingDraft } from './drafts.client'
import { FindQuote } from './find-quote.client'
import { KeyHint } from './keys.client'
import { MarkedLines } from './marked-lines'
import { PassageTools } from './passage-tools'
import { placeInText } from './place-in-text'
import { type Suggest, SuggestPanel } from './suggest-panel.client'
import { useClaimOfAddress, useReadingKeys } from './use-reading-keys'

type Props = {
  lang: Language
  record: DispatchRecord
  sentences: readonly Span[]
  sources: readonly SourceChoice[]
  events: readonly EventBrief[]
  hops: HopClues
  mayAdd: boolean
  mayEdit: boolean
  suggest: Suggest
  actions: {
    add: (input: object) => Promise<ActionResult<{ id: string; ref: string; slug: string; occurrenceId: string }>>
    addSource: (input: object) => Promise<ActionResult<{ id: string; slug: string }>>
    change: CardActions['change']
    attribute: CardActions['attribute']
    discard: CardActions['discard']
  }
}

/** Reading a dispatch: sentence by sentence with the keyboard, or a passage with the mouse; a claim is made of what is chosen. */
export function Reading({ lang, record, sentences, sources, events, hops, mayAdd, mayEdit, suggest, actions }: Props) {
  const t = deskWords(lang).reading
  const f = deskWords(lang).form
  const router = useRouter()
  const points = useMemo(() => new CodePoints(record.text), [record.text])
  // Found again here rather than sent: the text they are found in is here.
  const words = useMemo(() => wordsOf(record.text), [record.text])
  const [current, setCurrent] = useState(0)
  const [chosen, setChosen] = useState<Span | null>(null)
  const [isAdding, setAdding] = useState(false)
  const [shown, setShown] = useState<readonly Span[]>([])
  const [openRef, setOpenRef] = useState<string | null>(null)
  const [compared, setCompared] = useState<readonly string[]>([])
  const [notice, setNotice] = useState('')
  const [known, setKnown] = useState<readonly SourceChoice[]>(sources)
  const chains = useMemo(() => chainsOf(record.occurrences, hops), [record.occurrences, hops])
  const publisherId = known.find(({ name }) => name === record.publisher)?.id ?? ''

  const goTo = useCallback((n: number) => {
    setCurrent(n)
    document.getElementById(`s-${n}`)?.focus()
  }, [])
  const choose = useCallback((span: Span | null) => {
    setChosen(span)
    if (span === null) setAdding(false)
  }, [])
  const openClaim = useCallback((ref: string) => {
    setOpenRef(ref)
    const card = document.getElementById(`card-${ref}`)
    card?.focus()
    card?.scrollIntoView({ block: 'nearest' })
  }, [])
  const adjust = useCallback(
    (edge: Edge, step: 1 | -1) => setChosen((span) => span && moveEdge(words, span, edge, step)),
    [words],
  )

  const goToText = useCallback((ref: string) => {
    setOpenRef(ref)
    const mark = document.getElementById(`text-${ref}`)
    mark?.scrollIntoView({ block: 'center' })
    document.getElementById(`n-${ref}`)?.focus({ preventScroll: true })
  }, [])
  const tick = (ref: string) =>
    setCompared(compared.includes(ref) ? compared.filter((it) => it !== ref) : [...compared, ref])
  const pickForConflict = (ref: string) => {
    const both = compared.includes(ref) ? compared : [...compared, ref]
    setCompared(both)
    if (both.length > 1) router.push(`/${lang}/desk/conflicts/new?claims=${both.join(',')}`)
    else setNotice(deskKeysWords(lang).reading.picked(ref))
  }
  // A claim that was left in the middle is open again, on whichever machine one comes back to.
  useWaitingDraft(claimDraftKey(record.versionId), (found) => {
    const { span } = found as KeptClaim
    if (!mayAdd || span.end > points.length) return
    setChosen(span)
    setAdding(true)
  })
  useClaimOfAddress(openClaim)
  useReadingKeys({
    lang,
    occurrences: record.occurrences,
    sentences,
    current,
    chosen,
    openRef,
    mayAdd,
    goTo,
    choose,
    adjust,
    openClaim,
    goToText,
    add: () => {
      setChosen((span) => span ?? sentences[current] ?? null)
      setAdding(true)
    },
    tick,
    pickForConflict,
    say: setNotice,
  })

  /** A passage chosen with the mouse: each stretch of the text says where it starts. */
  const takeSelection = () => {
    const selection = getSelection()
    if (!selection || selection.isCollapsed) return
    const from = placeInText(selection.anchorNode, selection.anchorOffset)
    const to = placeInText(selection.focusNode, selection.focusOffset)
    if (from === null || to === null) return
    const span = trimmed(points, { start: Math.min(from, to), end: Math.max(from, to) })
    if (span) choose(span)
  }
  const onTextClick = (event: MouseEvent) => {
    const refs = (event.target as HTMLElement).closest('mark')?.getAttribute('data-claims')?.split(' ')
    if (refs && getSelection()?.isCollapsed) openClaim(refs.at(-1) ?? '')
  }
  const createSource: CardActions['createSource'] = async (source) => {
    const result = await actions.addSource({
      ...source,
      isNamed: source.kind !== 'anonymous_person' && source.kind !== 'unspecified',
    })
    if (!result.ok) return null
    const created = { id: result.value.id, name: source.name }
    setKnown([...known, created])
    return created
  }

  return (
    <main id="main" className="split">
      <section className="read" aria-label={t.text}>
        <p className="small dim" id="reading-help">
          {t.help} <KeyHint of="j" /> <KeyHint of="k" /> {t.keys.next} · <KeyHint of="s" /> {t.keys.pick} ·{' '}
          <KeyHint of="Shift+ArrowRight" /> {t.keys.words} · <KeyHint of="a" /> {t.keys.add} · <KeyHint of="m" />{' '}
          {t.keys.swap}
        </p>
        <FindQuote lang={lang} language={record.language} points={points} onFound={choose} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the mouse is the shortcut; every sentence and mark has its own button or link */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
        <div lang={record.language} onMouseUp={takeSelection} onClick={onTextClick}>
          <MarkedLines
            text={record.text}
            occurrences={record.occurrences}
            sentences={sentences}
            chosen={chosen}
            shown={shown}
            current={current}
            openRef={openRef}
            beforeSentence={(n, own) => (
              <button
                type="button"
                id={`s-${n}`}
                className="pick"
                lang={lang}
                tabIndex={n === current ? 0 : -1}
                aria-label={t.sentence(n + 1, own)}
                onFocus={() => setCurrent(n)}
                onClick={() => choose(sentences[n] ?? null)}
              />
            )}
            numberOf={({ claim }) => (
              <a
                className="n"
                id={`n-${claim.ref}`}
                lang={lang}
                href={`#card-${claim.ref}`}
                aria-label={claim.ref}
                onClick={() => openClaim(claim.ref)}
              >
                {claim.ref.replace(/\D+0*/, '')}
              </a>
            )}
          />
        </div>
      </section>
      <aside className="cards" aria-label={t.cards}>
        <p role="status" className="notice">
          {notice}
        </p>
        {chosen && (
          <PassageTools
            lang={lang}
            passage={points.slice(chosen.start, chosen.end)}
            chosen={chosen}
            adjust={adjust}
            onLeave={() => choose(null)}
            onAdd={mayAdd && !isAdding ? () => setAdding(true) : null}
          />
        )}
        {isAdding && chosen && (
          <ClaimForm
            lang={lang}
            text={record.text}
            versionId={record.versionId}
            language={record.language}
            span={chosen}
            sources={known}
            publisherId={publisherId}
            events={events}
            chains={chains}
            create={actions.add}
            createSource={createSource}
            onSpan={setChosen}
            onCancel={() => setAdding(false)}
            onAdded={({ ref }, isNext) => {
              choose(null)
              setOpenRef(ref)
              setNotice(f.added(ref))
              router.refresh()
              goTo(isNext ? Math.min(current + 1, sentences.length - 1) : current)
            }}
          />
        )}
        <SuggestPanel
          lang={lang}
          language={record.language}
          suggest={suggest}
          sentences={sentences}
          sources={known}
          events={events}
          onShow={setShown}
          onGo={(place, sentence) => {
            setShown([place])
            goTo(sentence)
          }}
          onClaim={(place) => {
            setChosen(place)
            setAdding(true)
          }}
        />
        <p className="small">
          {compared.length < 2 ? (
            <span className="dim">{record.occurrences.length === 0 ? t.none : t.compareNone}</span>
          ) : (
            <a className="b go" href={`/${lang}/desk/conflicts/new?claims=${compared.join(',')}`}>
              {t.compare(compared.length)}
            </a>
          )}
        </p>
        {record.occurrences.map((occurrence) => (
          <ClaimCard
            key={occurrence.id}
            lang={lang}
            occurrence={occurrence}
            hops={hopDrafts(occurrence, hops)}
            sources={known}
            actions={{ change: actions.change, attribute: actions.attribute, discard: actions.discard, createSource }}
            mayEdit={mayEdit}
            isOpen={openRef === occurrence.claim.ref}
            isChosen={compared.includes(occurrence.claim.ref)}
            onChoose={() => tick(occurrence.claim.ref)}
            onOpen={() => goToText(occurrence.claim.ref)}
            onConflict={() => pickForConflict(occurrence.claim.ref)}
            onSaved={() => router.refresh()}
            onDiscarded={() => {
              setNotice(f.restored(occurrence.claim.ref))
              router.refresh()
            }}
          />
        ))}
      </aside>
    </main>
  )
}
