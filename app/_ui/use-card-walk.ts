import { type FocusEvent, useEffect, useRef, useState } from 'react'

/**
 * Walking through cards that wait for a decision, each the element `<prefix>-<id>`: which one has the focus, a step to another,
 * and, when the one that had it is decided and gone, on to the one that stands in its place. `onGone` hears of that first;
 * `rest` is where the focus goes when none is left. Spread `bounds` on what holds the cards.
 */
export function useCardWalk(
  prefix: string,
  cards: readonly { id: string }[],
  { onGone, rest }: { onGone?: () => void; rest: () => HTMLElement | null | undefined },
) {
  const [current, setCurrent] = useState<string | null>(null)
  const at = useRef(0)
  const was = useRef<readonly string[]>([])
  const ids = cards.map(({ id }) => id).join()

  const focusCard = (n: number) => {
    const one = cards[Math.max(0, Math.min(n, cards.length - 1))]
    const card = one && document.getElementById(`${prefix}-${one.id}`)
    card?.focus()
    card?.scrollIntoView({ block: 'nearest' })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the list changed, and only then
  useEffect(() => {
    const isGone = current !== null && was.current.includes(current) && !ids.includes(current)
    was.current = ids.split(',')
    if (!isGone) return
    onGone?.()
    if (cards.length > 0) focusCard(at.current)
    else rest()?.focus()
  }, [ids])

  return {
    current,
    step: (by: number) => focusCard(at.current + by),
    bounds: {
      onFocus: (event: FocusEvent<HTMLElement>) => {
        const { id = '' } = event.target.closest<HTMLElement>(`[id^="${prefix}-"]`) ?? {}
        const n = cards.findIndex((it) => id === `${prefix}-${it.id}`)
        if (n < 0) return
        setCurrent(cards[n]?.id ?? null)
        at.current = n
      },
      onBlur: (event: FocusEvent<HTMLElement>) => {
        // A card that is gone takes the focus with it: the next one is found by the effect above.
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) setCurrent(null)
      },
    },
  }
}
