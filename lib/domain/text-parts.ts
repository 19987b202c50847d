import { CodePoints, type Span } from './quote'

/** About how many code points a part has, and about how many passages: whichever is reached first. */
const SIZE = 20_000
const PASSAGES = 250
/** A part is never shorter: somebody reads it. */
const LEAST = 2_000
/** A text is cut when it is longer than this many parts. */
const WHOLE = 1.5

const partSize = (length: number, passages: number): number => {
  const many = passages > PASSAGES ? Math.floor((length * PASSAGES) / passages) : SIZE
  return Math.min(SIZE, Math.max(LEAST, many))
}

/** A shorter text is one part however many passages it has. */
export const NEVER_CUT = WHOLE * LEAST
/** More passages than these cut a text that is not so short; fewer cut none that is of ordinary length. */
export const MANY_PASSAGES = WHOLE * PASSAGES
/** Whether a text of this length may be read in parts, by its length and by how many passages it has. */
export const mayBeCut = (length: number, passages: number): boolean => length > WHOLE * partSize(length, passages)

/**
 * Where a long text is cut to be read in parts: at the first line break after a part is long enough, so that no paragraph is
 * cut in two. A text of ordinary length is one part. Joined, the parts are the text.
 */
export function textParts(text: string, passages: number): Span[] {
  const points = new CodePoints(text)
  const { length } = points
  const size = partSize(length, passages)
  if (!mayBeCut(length, passages)) return [{ start: 0, end: length }]
  const parts: Span[] = []
  let start = 0
  let at = 0
  for (const line of text.split(/(?<=\n)/)) {
    at += new CodePoints(line).length
    if (at - start >= size && length - at >= LEAST) {
      parts.push({ start, end: at })
      start = at
    }
  }
  parts.push({ start, end: length })
  return parts
}
