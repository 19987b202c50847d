'use client'
import { type ReactNode, useRef, useState } from 'react'
import type { ShownPair } from '@/lib/domain/suggested-pair'
import type { Language } from '@/lib/domain/vocabulary'
import { deskPairsWords } from '@/lib/i18n/desk-pairs'
import { KeyHint, useKeys } from './keys.client'
import { type PairActions, PairCard } from './pair-card.client'
import { useCardWalk } from './use-card-walk'

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
  /** Once there was something the heading stays: the focus has to be somewhere after the last decision. */
  const [hadSome] = useState(pairs.length > 0)
  const list = useRef<HTMLHeadingElement>(null)
  const { current, step, bounds } = useCardWalk('pair', pairs, { rest: () => list.current })
  useKeys([{ press: 'p', name: t.keys.enter, group: t.keysGroup, run: () => step(0) }])

  if (isOptional && !hadSome && pairs.length === 0) return null
  return (
    <section className="sec pairs" aria-labelledby="pairs" {...bounds}>
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
          step={step}
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
