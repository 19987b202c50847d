import type { LanguageRules } from './rules'

/** What a pronoun says of whom it stands for; a null gender fits both. */
export type Agreement = { gender: 'm' | 'f' | null; number: 's' | 'p' }

export const agrees = (one: Agreement, wanted: Agreement) =>
  one.number === wanted.number && (wanted.gender === null || one.gender === null || one.gender === wanted.gender)

export function agreement(first: string, words: readonly string[], rules: LanguageRules): Agreement {
  const number =
    /^(?:les|des|ces|plusieurs|certains|certaines|leurs|ses|these|those|several)$/.test(first) ||
    (rules.language === 'en' && isPlural(words))
      ? 'p'
      : 's'
  return { gender: genderOf(first, words, rules), number }
}

/** "witnesses", "two officials who …", "police": a name in -s is told apart by whoever knows that it is one. */
const isPlural = (words: readonly string[]) =>
  /^(?:police|people|two|three|four|five|many|some|several|most|both|all)$/.test(words[0] ?? '') ||
  /[^su]s$/.test(words.slice(0, 4).find((word, i, all) => /s$/.test(word) || i === all.length - 1) ?? '')

function genderOf(first: string, words: readonly string[], rules: LanguageRules): 'm' | 'f' | null {
  if (/^(?:le|un|du|ce|cet|m|mr)$/.test(first)) return 'm'
  if (/^(?:la|une|cette|mme|mlle|mrs|ms)$/.test(first)) return 'f'
  if (FEMALE.has(first)) return 'f'
  for (const word of words) {
    const gender = rules.roles.get(word)
    if (gender) return gender
  }
  return null
}
/** First names that are common in French and English news and given to women; the others stay open. */
export const FEMALE = new Set(
  'marine nadine marie élisabeth angela hillary ségolène martine cécile valérie rachida sonia souha laura laurence isabelle sylvie anne catherine claire julie sophie nathalie christine florence fatima aïcha aminata mary elizabeth susan jennifer sarah nancy michelle emma anna maria'.split(
    ' ',
  ),
)

/** The functions and the head noun of a phrase. */
export function headsOf(words: readonly string[], rules: LanguageRules): Set<string> {
  const heads = new Set<string>()
  for (const word of words) {
    const plain = word.replace(/^(?:ex|vice)-/, '')
    if (rules.roles.has(plain) || rules.outlets.has(plain)) heads.add(plain)
  }
  const noun = words.find(
    (word, i) =>
      i > 0 &&
      !rules.determiners.has(word) &&
      !/^(?:même|ancien|nouveau|nouvelle|premier|autre|same|former)$/.test(word),
  )
  if (noun && /^[\p{Ll}-]+$/u.test(noun)) heads.add(noun)
  return heads
}
