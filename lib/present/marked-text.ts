import { CodePoints, type Span } from '@/lib/domain/quote'

/** A stretch of text under the same marks. `marks` go from the outermost (longest) to the innermost. */
export type Stretch<M> = { text: string; start: number; marks: readonly M[]; ends: readonly M[] }
/** A block of the text between two line breaks, and the breaks that follow it. */
export type Block<M> = { start: number; end: number; stretches: readonly Stretch<M>[]; gap: string }

const LINE = /[^\n]+/g

/**
 * A text cut into blocks at its line breaks, each cut again wherever a mark begins or ends, so that overlapping marks can be
 * drawn without one breaking another. Nothing is lost: every stretch and every gap joined are the text.
 */
export function markedBlocks<M extends Span>(text: string, marks: readonly M[]): { lead: string; blocks: Block<M>[] } {
  const points = new CodePoints(text)
  const lines = Array.from(text.matchAll(LINE), ({ 0: line, index }) => {
    const start = points.placeOf(index)
    return { start, end: start + new CodePoints(line).length }
  })
  const blocks = lines.map(({ start, end }, i): Block<M> => {
    const here = marks.filter((mark) => mark.start < end && mark.end > start)
    const borders = new Set([start, end])
    for (const mark of here) {
      borders.add(Math.max(start, mark.start))
      borders.add(Math.min(end, mark.end))
    }
    const cuts = [...borders].sort((a, b) => a - b)
    const stretches = cuts.slice(0, -1).map((from, at): Stretch<M> => {
      const to = cuts[at + 1] ?? end
      const over = here
        .filter((mark) => mark.start <= from && mark.end >= to)
        .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
      return {
        text: points.slice(from, to),
        start: from,
        marks: over,
        ends: over.filter((mark) => Math.min(mark.end, end) === to),
      }
    })
    return { start, end, stretches, gap: points.slice(end, lines[i + 1]?.start ?? points.length) }
  })
  return { lead: points.slice(0, lines[0]?.start ?? points.length), blocks }
}
