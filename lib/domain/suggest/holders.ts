import type { Attribution } from './attribution'
import type { Span } from './document'

/** Places are looked up by blocks of this many code points, so that a long text costs no more per place than a short one. */
const BLOCK = 256

/** Answers which attribution holds a place in its content: the first one in the order of the text, or null. */
export function holdersOf(attributions: readonly Attribution[]): (span: Span) => Attribution | null {
  const blocks = new Map<number, Attribution[]>()
  for (const it of attributions)
    for (const { start, end } of it.content)
      for (let n = Math.floor(start / BLOCK); n <= Math.floor(end / BLOCK); n++) {
        const list = blocks.get(n)
        if (list) list.push(it)
        else blocks.set(n, [it])
      }
  return ({ start, end }) =>
    blocks
      .get(Math.floor(start / BLOCK))
      ?.find(({ content }) => content.some((span) => span.start <= start && end <= span.end)) ?? null
}
