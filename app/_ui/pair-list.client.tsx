'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ShownPair } from '@/lib/domain/suggested-pair'
import type { Language } from '@/lib/domain/vocabulary'
import { deskPairsWords } from '@/lib/i18n/desk-pairs'
import { KeyHint, useKeys } from './keys.client'
import { type PairActions, PairCard } from './pair-card.client'

type Props = {
  lang: Language
  pairs: readonly ShownPair[]
  actions: PairActions
  mayDecide: Record<'match' | 'conflict', boolean>
  title: string
  /** Whether the part is left out of the page while nothing waits. */
  isOptional?: boolean
  children?: ReactNode
}

/** Pairs of claims that wait for a decision, one after the other; when one is decided the focus goes on to the next. */
export function PairList({ lang, pairs, actions, mayDecide, title, isOptional = false, children }: Props) {
  const t = deskPairsWords(lang)
  const [current, setCurrent] = useState<string | null>(null)
  /** Once there was something the heading stays: the focus has to be somewhere after the last decision. */
  const [hadSome] = useState(pairs.length > 0)
  const list = useRef<HTMLHeadingElement>(null)
  const at = useRef(0)
  const was = useRef<readonly string[]>([])
  const ids = pairs.map(({ id }) => id).join()

  const focusCard = (n: number) => {
    const one = pairs[Math.max(0, Math.min(n, pairs.length - 1))]
    const card = one && document.getElementById(`pair-${one.id}`)
    card?.focus()
    card?.scrollIntoView({ block: 'nearest' })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the list changed, and only then
  useEffect(() => {
    const isGone = current !== null && was.current.includes(current) && !ids.includes(current)
    was.current = ids.split(',')
    if (!isGone) return
    if (pairs.length > 0) focusCard(at.current)
    else list.current?.focus()
  }, [ids])
  useKeys([{ press: 'p', name: t.keys.enter, group: t.keysGroup, run: () => focusCard(at.current) }])

  if (isOptional && !hadSome && pairs.length === 0) return null
  return (
    <section
      className="sec pairs"
      aria-labelledby="pairs"
      onFocus={(event) => {
        const id = event.target.closest<HTMLElement>('[data-pair]')?.dataset.pair ?? null
        if (id === null) return
        setCurrent(id)
        at.current = pairs.findIndex((it) => it.id === id)
      }}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) setCurrent(null)
      }}
    >
      <h2 id="pairs" ref={list} tabIndex={-1}>
        {title}
      </h2>
      {children}
      {pairs.length === 0 && <p className="dim">{t.none}</p>}
      {pairs.length > 0 && (
        <p className="small dim" aria-hidden="true">
          <KeyHint of="p" /> <KeyHint of="j" /> <KeyHint of="k" /> {t.keysLine.step} · <KeyHint of="Enter" />{' '}
          {t.keysLine.accept} · <KeyHint of="d" /> {t.keysLine.dismiss}
        </p>
      )}
      {current !== null && (
        <PairKeys
          lang={lang}
          step={(by) => focusCard(at.current + by)}
          dismiss={() => {
            const button = document
              .getElementById(`pair-${current}`)
              ?.querySelector<HTMLElement>('.dismiss button[type=submit]')
            button?.focus()
            button?.click()
          }}
        />
      )}
      {pairs.map((pair) => (
        <PairCard
          key={pair.id}
          lang={lang}
          pair={pair}
          actions={actions}
          mayDecide={mayDecide[pair.value.kind]}
          isCurrent={current === pair.id}
        />
      ))}
    </section>
  )
}

/** The keys of the card one is on. */
function PairKeys({ lang, step, dismiss }: { lang: Language; step: (by: 1 | -1) => void; dismiss: () => void }) {
  const t = deskPairsWords(lang)
  const key = (name: string, press: string, run: () => void) => ({ press, name, group: t.keysGroup, run })
  useKeys([
    key(t.keys.next, 'j', () => step(1)),
    key(t.keys.previous, 'k', () => step(-1)),
    // The card itself hears Enter: on a button inside, it is the button's.
    { press: 'Enter', name: t.keys.accept, group: t.keysGroup },
    key(t.keys.dismiss, 'd', dismiss),
  ])
  return null
}
