/** A run of a text: every letter of it is in exactly one piece, in order, so that the pieces put together are the text. */
export type DiffPiece = { text: string; kind: 'same' | 'removed' | 'added' }
export type OwnPiece = { text: string; isOnlyHere: boolean }

/** Longer texts are shown whole: comparing them word for word would take long and tell little. */
const MAX_WORDS = 1_500

type Token = { text: string; key: string; isWord: boolean }

/** What two spellings have in common when only the typography differs. For comparing; never shown, never stored. */
const folded = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\s+/g, ' ')
    .toLocaleLowerCase()

const segmenters = new Map<string, Intl.Segmenter>()
function tokensOf(text: string, language: string): Token[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, segmenter)
  return Array.from(segmenter.segment(text), ({ segment, isWordLike }) => ({
    text: segment,
    key: folded(segment),
    isWord: isWordLike === true,
  }))
}

/** Which members of `a` and of `b` belong to their longest common subsequence. */
function common(a: readonly string[], b: readonly string[]): { inA: Set<number>; inB: Set<number> } {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] as number
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const inA = new Set<number>()
  const inB = new Set<number>()
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) {
      inA.add(i++)
      inB.add(j++)
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  return { inA, inB }
}

/** From one text to another, word by word: what was taken away, what was put in, what stayed. */
export function wordDiff(before: string, after: string, language = 'fr'): DiffPiece[] {
  const a = tokensOf(before, language)
  const b = tokensOf(after, language)
  if (a.length > MAX_WORDS || b.length > MAX_WORDS)
    return before === after
      ? joined([{ text: after, kind: 'same' }])
      : joined([
          { text: before, kind: 'removed' },
          { text: after, kind: 'added' },
        ])
  const { inA, inB } = common(
    a.map(({ text }) => text),
    b.map(({ text }) => text),
  )
  const pieces: DiffPiece[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const left = a[i]
    const right = b[j]
    if (left && !inA.has(i)) {
      pieces.push({ text: left.text, kind: 'removed' })
      i++
    } else if (right && !inB.has(j)) {
      pieces.push({ text: right.text, kind: 'added' })
      j++
    } else {
      if (right) pieces.push({ text: right.text, kind: 'same' })
      i++
      j++
    }
  }
  return joined(pieces)
}

/**
 * The same diff as one reads it: words that went or came next to each other, with nothing but spaces between them, make one
 * run. The pieces that stay and are removed still make up the text before, those that stay and are added the text after.
 */
export function inRuns(pieces: readonly DiffPiece[]): DiffPiece[] {
  const runs: DiffPiece[] = []
  let [removed, added, space] = ['', '', '']
  const flush = () => {
    runs.push({ text: removed, kind: 'removed' }, { text: added, kind: 'added' }, { text: space, kind: 'same' })
    ;[removed, added, space] = ['', '', '']
  }
  for (const { text, kind } of pieces) {
    const isOpen = removed !== '' || added !== ''
    if (kind === 'same' && !(isOpen && /^\s+$/.test(text))) {
      flush()
      runs.push({ text, kind })
    } else if (kind === 'same') space += text
    else {
      removed += space
      added += space
      space = ''
      if (kind === 'removed') removed += text
      else added += text
    }
  }
  flush()
  return joined(runs)
}

/** Neighbours of one kind become one piece; empty ones go. */
function joined(pieces: readonly DiffPiece[]): DiffPiece[] {
  const all: DiffPiece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (piece.text === '') continue
    if (last?.kind === piece.kind) last.text += piece.text
    else all.push({ ...piece })
  }
  return all
}

/**
 * The words of a text that none of the others has in the same order: what only this side says. Spelling counts, typography
 * and capitals do not; marks and spaces between two such words go with them.
 */
export function onlyHere(text: string, others: readonly string[], language = 'fr'): OwnPiece[] {
  const tokens = tokensOf(text, language)
  const words = tokens.flatMap((token, index) => (token.isWord ? [{ key: token.key, index }] : []))
  const rest = others.map((other) => tokensOf(other, language).flatMap(({ isWord, key }) => (isWord ? [key] : [])))
  if (text === '') return []
  if (others.length === 0 || words.length > MAX_WORDS || rest.some(({ length }) => length > MAX_WORDS))
    return [{ text, isOnlyHere: false }]
  const shared = new Set<number>()
  for (const other of rest)
    for (const at of common(
      words.map(({ key }) => key),
      other,
    ).inA)
      shared.add((words[at] as { index: number }).index)
  const isOwn = tokens.map(({ isWord }, index) => isWord && !shared.has(index))
  const pieces: OwnPiece[] = []
  tokens.forEach((token, index) => {
    const isBetween =
      !token.isWord && isOwn[index - 1] === true && isOwn[index + 1] === true && /^\s+$/.test(token.text)
    const isOnlyHere = isOwn[index] === true || isBetween
    const last = pieces.at(-1)
    if (last && last.isOnlyHere === isOnlyHere) last.text += token.text
    else pieces.push({ text: token.text, isOnlyHere })
  })
  return pieces
}
