import { tensesOf } from './conjugate-en'
import type { Sentence, Span, Token } from './document'
import type { LanguageRules } from './rules'

/** Places are numbers of tokens; `to` is the first one that is not in. */
export type Range = { from: number; to: number }

export const spanOf = ({ tokens }: Sentence, { from, to }: Range): Span => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
})
export const textOf = (sentence: Sentence, range: Range, shadow: string): string => {
  const { start, end } = spanOf(sentence, range)
  return shadow.slice(start, end)
}

const isCapital = (token: Token | undefined) => token !== undefined && /^\p{Lu}/u.test(token.text)
const LINKS = new Set(['de', 'du', 'des', "d'", 'of', 'for', "'s", "'"])
const NAME_LINKS = new Set([
  'de',
  'du',
  'des',
  "d'",
  'la',
  'le',
  "l'",
  'van',
  'von',
  'bin',
  'ben',
  'al',
  'el',
  'di',
  'da',
  'dos',
  'et',
  'and',
  'of',
  'the',
  '-',
  '.',
  '&',
])

/** Words after which a noun phrase that stands behind its verb is over. */
const STOPS_FR = new Set(
  "avant après lors dans sur devant pendant durant hier lundi mardi mercredi jeudi vendredi samedi dimanche ce cet cette tout alors lorsque quand qui que qu' dont où mais et ou puis en depuis via selon aujourd'hui jeudi matin soir au avec sans afin pour tandis comme est sont a ont était".split(
    ' ',
  ),
)
const STOPS_EN = new Set(
  'after before during on in at when who which that while but and as since via according told yesterday today monday tuesday wednesday thursday friday saturday sunday last this by with without for is are was were has had have adding'.split(
    ' ',
  ),
)
/** A title or a function takes its complements with it: "ministre à …", "porte-parole pour …". */
const COMPLEMENTS = new Set([
  'à',
  'au',
  'aux',
  'pour',
  'en',
  'chez',
  'près',
  'sur',
  'dans',
  'for',
  'at',
  'in',
  'to',
  'on',
])

/**
 * A noun phrase that starts at `at`, with its appositions: "Christian Jacob, président du groupe UMP à l'Assemblée
 * nationale". Null when none starts there.
 */
export function nounPhraseAt(sentence: Sentence, at: number, rules: LanguageRules): Range | null {
  const { tokens } = sentence
  const first = tokens[at]
  if (!first || first.quote !== null) return null
  const isArticle = rules.determiners.has(first.low) && /^\p{Ll}{2,}/u.test(tokens[at + 1]?.text ?? '') // "her lawyer"
  if (rules.pronouns.has(first.low) && !isArticle && !isCapital(tokens[at + 1])) return { from: at, to: at + 1 }
  if (!startsNounPhrase(first, rules)) return null
  let to = headEnd(tokens, at, rules)
  for (let turn = 0; turn < 2 && tokens[to]?.text === ','; turn++) {
    const end = appositionEnd(tokens, to + 1, rules)
    if (end === null) break
    to = end
  }
  return to > at ? { from: at, to } : null
}

const startsNounPhrase = (token: Token, rules: LanguageRules) =>
  rules.determiners.has(token.low) ||
  isCapital(token) ||
  rules.roles.has(token.low) ||
  /^\d/.test(token.text) ||
  token.low === 'leur' ||
  token.low === 'mr.' ||
  token.low === 'm'

function headEnd(tokens: readonly Token[], at: number, rules: LanguageRules): number {
  const stops = rules.language === 'fr' ? STOPS_FR : STOPS_EN
  let i = at
  let hasRole = false
  let isName = false
  while (i < tokens.length) {
    const token = tokens[i]
    if (!token || (token.quote !== null && !isShortQuote(token))) break
    if (rules.roles.has(token.low)) hasRole = true
    if (/^[,;:!?()[\]–—]$/.test(token.text)) break
    if (
      token.text === '.' &&
      !/^(?:m|mm|mr|mrs|ms|dr|pr|st|sen|gen|gov|rep|col|lt|sgt|capt|prof|rev)$/.test(tokens[i - 1]?.low ?? '') &&
      !/^\p{Lu}$/u.test(tokens[i - 1]?.text ?? '')
    )
      break
    if (i > at && stops.has(token.low) && !isCapital(token)) {
      const continues =
        COMPLEMENTS.has(token.low) &&
        hasRole &&
        !isName &&
        !isTime(tokens[i + 1], rules) &&
        !isOutlet(tokens, i + 1, rules)
      const joins =
        (token.low === 'et' || token.low === 'and') &&
        startsNounPhrase(tokens[i + 1] ?? token, rules) &&
        isNounLike(tokens, i + 1, rules)
      if (!continues && !joins) break
    } else if (
      i > at &&
      COMPLEMENTS.has(token.low) &&
      !isCapital(token) &&
      !(hasRole && !isName && !isOutlet(tokens, i + 1, rules))
    )
      break
    isName = isCapital(token) ? hasRole || i === at || isName : LINKS.has(token.low) ? isName && false : isName
    i++
  }
  while (i > at && LINKS.has(tokens[i - 1]?.low ?? '')) i--
  return i
}

/** A nickname or a title of a work inside a name. */
const isShortQuote = (token: Token) => token.end - token.start < 60

const isTime = (token: Token | undefined, rules: LanguageRules) =>
  token !== undefined && (/^\d{1,2}$/.test(token.text) || rules.months.has(token.low))

/** "à l'AFP", "à Reuters": whom it was said to, not part of a function. */
const isOutlet = (tokens: readonly Token[], at: number, rules: LanguageRules) => {
  const name = rules.determiners.has(tokens[at]?.low ?? '') ? tokens[at + 1] : tokens[at]
  return name !== undefined && isCapital(name) && rules.outlets.has(name.low)
}

/** "et la direction" goes on with the phrase; "et affirme" does not. */
const isNounLike = (tokens: readonly Token[], at: number, rules: LanguageRules) =>
  !rules.forms.get(tokens[at]?.low ?? '')?.some(({ form }) => form === 'finite')

/** Where an apposition that starts at `at` ends, or null when it is none: "le porte-parole du parti", "ex-députée UMP". */
function appositionEnd(tokens: readonly Token[], at: number, rules: LanguageRules): number | null {
  let head = at
  while (
    head < at + 4 &&
    (rules.determiners.has(tokens[head]?.low ?? '') ||
      /^(?:ancien|ancienne|nouveau|nouvelle|jeune|premier|première|former|chief|senior|deputy|vice|ex|actuel|actuelle)$/.test(
        tokens[head]?.low ?? '',
      ))
  )
    head++
  const word = tokens[head]
  if (!word || word.quote !== null) return null
  const plain = word.low.replace(/^(?:ex|vice|sous|co)-/, '')
  const hasDeterminer = head > at
  if (!rules.roles.has(plain) && !(hasDeterminer && isCapital(tokens[at - 2]) && isRoleAhead(tokens, head, rules))) {
    if (hasDeterminer) return null
    // "le ministre de l'Intérieur, Manuel Valls": a name in apposition to its function, closed by a comma.
    if (isCapital(word)) {
      const end = nameEnd(tokens, head)
      const isFunction = tokens.slice(Math.max(0, at - 14), at - 1).some(({ low }) => rules.roles.has(low))
      return isFunction || (end - head >= 2 && tokens[end]?.text === ',' && !isCapital(tokens[at - 2])) ? end : null
    }
    // "François Dubet, sociologue français, …": a bare noun behind a name, up to the next comma.
    const comma = tokens.findIndex(({ text }, i) => i > head && text === ',')
    const isBare =
      isCapital(tokens[at - 2]) &&
      /^\p{Ll}{4,}/u.test(word.text) &&
      !rules.openers.has(word.low) &&
      !rules.forms.has(word.low) &&
      !rules.prepositions.has(word.low) &&
      !rules.pronouns.has(word.low)
    return isBare && comma > 0 && comma - head <= 14 && !hasFiniteVerb(tokens, { from: head, to: comma }, rules)
      ? comma
      : null
  }
  return headEnd(tokens, head, rules)
}

const isRoleAhead = (tokens: readonly Token[], at: number, rules: LanguageRules) =>
  tokens.slice(at, at + 4).some(({ low }) => rules.roles.has(low))

/** The end of a proper name that starts at `at`. */
export function nameEnd(tokens: readonly Token[], at: number): number {
  let i = at
  let end = at
  while (i < tokens.length) {
    const token = tokens[i]
    if (!token) break
    if (isCapital(token)) end = i + 1
    else if (!NAME_LINKS.has(token.low) || i - end > 1) break
    i++
  }
  return end
}

/** Any word that can only be a verb in a main clause: rough, and enough to tell a clause from a noun phrase. */
export function hasFiniteVerb(tokens: readonly Token[], { from, to }: Range, rules: LanguageRules): boolean {
  const counts = finiteCounts(tokens, rules)
  return (counts[Math.min(to, tokens.length)] ?? 0) > (counts[Math.min(from, tokens.length)] ?? 0)
}

/** How many such words stand before each place; counted once for a sentence, which is asked about often. */
const COUNTS = { fr: new WeakMap<readonly Token[], number[]>(), en: new WeakMap<readonly Token[], number[]>() }
function finiteCounts(tokens: readonly Token[], rules: LanguageRules): number[] {
  const known = COUNTS[rules.language].get(tokens)
  if (known) return known
  const counts = [0]
  for (const { low, text, quote } of tokens)
    counts.push((counts.at(-1) ?? 0) + (quote === null && isFiniteLike(low, text, rules) ? 1 : 0))
  COUNTS[rules.language].set(tokens, counts)
  return counts
}

const COMMON_FR = new Set(
  'peut peuvent doit doivent va vont fait font prend prennent met mettent permet permettent reste restent devient deviennent représente constitue touche touchent vient viennent tient sait savent existe existent faut suffit semble semblent risque risquent compte comptent fête passe passent porte concerne quitte quittent'.split(
    ' ',
  ),
)
const COMMON_EN = new Set(
  'can could may might must will would shall should do does did goes went comes came makes made takes took says said has have had is are was were'.split(
    ' ',
  ),
)
/** Words that are nouns or adjectives as often as a past. */
const AMBIGUOUS_PAST =
  /^(?:cut|set|hit|left|lead|led|read|cost|spread|hurt|put|let|ground|saw|shot|split|felt|bound|wound|lay|based|united|found)$/
function isFiniteLike(low: string, text: string, rules: LanguageRules): boolean {
  if (/^\p{Lu}/u.test(text)) return false
  if (rules.auxiliaries.has(low) && low !== 'avoir' && low !== 'ayant') return true
  if (rules.language === 'fr') return COMMON_FR.has(low) || /(?:[^f]ait|aient|[ei]ra|[eir]ront|èrent|irent)$/.test(low)
  return COMMON_EN.has(low) || (tensesOf(low).has('past') && !AMBIGUOUS_PAST.test(low))
}
