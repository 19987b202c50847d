const SMALL: Record<'fr' | 'en', ReadonlySet<string>> = {
  fr: new Set(
    'les des une dans pour par sur aux avec sans que qui est sont ont été cette ces ses son leur leurs plus pas ils elles nous vous mais comme tout tous ainsi après avant entre vers chez même aussi dont'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the and for with from that this these those has have had was were are been his her its their they but not who which when where into over after before than more'.split(
      ' ',
    ),
  ),
}

/** "Les", "The", and what has fewer than three letters in a row: a word that names nothing, in either language. */
export const isSmallWord = (word: string): boolean => {
  const low = word.toLowerCase()
  return SMALL.fr.has(low) || SMALL.en.has(low) || !/\p{L}{3}/u.test(word)
}

/** The words that carry content, cut to their first letters so that endings do not tell them apart. */
export function contentWords(text: string, language: 'fr' | 'en'): Set<string> {
  const words =
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? []
  return new Set(words.filter((word) => !SMALL[language].has(word)).map((word) => word.slice(0, 6)))
}

/** Where each word that carries content stands first. */
export function firstPlaces(shadow: string, language: 'fr' | 'en'): Map<string, number> {
  const places = new Map<string, number>()
  const seen = new Set<string>()
  for (const match of shadow.matchAll(/\p{L}{3,}/gu)) {
    if (seen.has(match[0])) continue
    seen.add(match[0])
    for (const word of contentWords(match[0], language)) if (!places.has(word)) places.set(word, match.index)
  }
  return places
}

/** Which share of the first set stands in the second, 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0) return 0
  let both = 0
  for (const word of a) if (b.has(word)) both++
  return both / a.size
}
