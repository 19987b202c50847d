import type { Span } from './document'

export type Acronym = { long: Span; short: Span; longForm: string; shortForm: string }

/** What an initial may stand for besides itself: "djihad" is read with a J, "qaida" and "kaida" alike. */
const SOUNDS: Record<string, RegExp> = { j: /^d?j/, k: /^[kqc]/, q: /^[qkc]/, i: /^[iy]/, f: /^(?:f|ph)/ }
const SMALL = new Set([
  'de',
  'du',
  'des',
  "d'",
  'la',
  'le',
  'les',
  "l'",
  'et',
  'en',
  'au',
  'aux',
  'à',
  'pour',
  'of',
  'the',
  'and',
  'in',
  'for',
  'on',
  'al',
  'el',
])

/**
 * Long forms and the short ones in parentheses behind them: "al-Qaida au Maghreb islamique (Aqmi)". The letters of the
 * short form begin words of the long one, in order (after Schwartz and Hearst 2003); also "ACR (Long Form)".
 */
export function acronymsOf(shadow: string): Acronym[] {
  const found: Acronym[] = []
  for (const match of shadow.matchAll(/\(([\p{L}\d][\p{L}\d.-]{1,11})\)/gu)) {
    const short = match[1] ?? ''
    if (!/\p{Lu}/u.test(short) || !/\p{Lu}.*\p{L}/u.test(short)) continue
    const end = trimmedEnd(shadow, match.index)
    const start = longFormStart(shadow, end, short.replace(/[.-]/g, ''))
    if (start === null) continue
    const at = match.index + 1
    found.push({
      long: { start, end },
      short: { start: at, end: at + short.length },
      longForm: shadow.slice(start, end),
      shortForm: short,
    })
  }
  for (const match of shadow.matchAll(/(\p{Lu}(?<!\p{L}\p{Lu})\p{Lu}{1,7}) \((\p{Lu}[\p{L}' -]{6,80})\)/gu)) {
    const [, short = '', long = ''] = match
    if (longFormStart(long, long.length, short) !== 0) continue
    const at = match.index + short.length + 2
    found.push({
      long: { start: at, end: at + long.length },
      short: { start: match.index, end: match.index + short.length },
      longForm: long,
      shortForm: short,
    })
  }
  return found
}

const trimmedEnd = (shadow: string, at: number) => {
  let end = at
  while (end > 0 && /[\s"»”]/.test(shadow[end - 1] ?? '')) end--
  return end
}

/** Where the long form of `short` that ends at `end` starts: the shortest run of words whose initials give it. */
function longFormStart(shadow: string, end: number, short: string): number | null {
  const letters = short.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const from = Math.max(0, end - Math.max(40, letters.length * 24))
  const stretch = shadow.slice(from, end)
  const cut = Math.max(stretch.lastIndexOf('\n'), stretch.lastIndexOf('('), stretch.lastIndexOf(';')) + 1
  const words = [...stretch.slice(cut).matchAll(/[\p{L}\d]+'?/gu)].map((it) => ({
    word: it[0].normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
    at: from + cut + it.index,
  }))
  for (let first = words.length - 1; first >= 0; first--) {
    const { word = '', at = 0 } = words[first] ?? {}
    if (
      !begins(word, letters[0] ?? '') &&
      !(SMALL.has(word) && first + 1 < words.length && begins(word, letters[0] ?? ''))
    )
      continue
    if (
      spells(
        words.slice(first).map((it) => it.word),
        letters,
      )
    )
      return at
  }
  return null
}

const begins = (word: string, letter: string) =>
  (SOUNDS[letter] ?? new RegExp(`^${letter.replace(/[^a-z0-9]/g, '.')}`)).test(word)

/** Whether the letters begin words in order; small words may be passed over, others may give several letters. */
function spells(words: readonly string[], letters: string): boolean {
  let n = 0
  for (const word of words) {
    if (n < letters.length && begins(word, letters[n] ?? '')) {
      n++
      // "djihad" gives its sound once; "Boko" may give B alone.
      continue
    }
    if (!SMALL.has(word) && n >= letters.length) return false
    if (!SMALL.has(word) && word.length > 3 && words.length - letters.length < 0) return false
  }
  return n === letters.length
}
