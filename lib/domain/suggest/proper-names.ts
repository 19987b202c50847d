import type { LanguageRules } from './rules'

/** A title before a name is no part of it. */
const TITLES =
  /^(?:(?:M|MM|Mr|Mrs|Ms|Dr|Pr)\.\s*|(?:M|MM|Mme|Mlle|Mr|Mrs|Ms|Dr|Pr|Me|Sir|Lord|President|Prime Minister|Foreign Minister|Senator|General|Colonel|Captain|Major|Lieutenant|Sergeant|Governor|Secretary|Chancellor|Judge|Professor|(?:Gov|Sen|Rep|Col|Gen|Lt|Sgt|Capt|Prof|Rev)\.)\s+)/
const PARTICLES = "(?:de |du |des |d'|la |le |l'|al-|van |von |bin |ben |di |da )"
const NAME = new RegExp(
  `\\p{Lu}[\\p{L}\\p{M}\\d'’.-]*(?:[ -]${PARTICLES}{0,2}\\p{Lu}[\\p{L}\\p{M}\\d'’.-]*)*(?: \\d+)?`,
  'gu',
)
export const ORGANISATION =
  /^(?:ONU|OTAN|UE|Parlement|Commission|Conseil|Union|Ministère|Organisation|Association|Fédération|Europe|Bureau|Institut|Université|Agence|Banque|Groupe|Parti|Front|Fondation|Reuters|AFP|Human|Amnesty|United|White|European|World)/

const BODY = /^\p{Lu}\p{Ll}+ (?:de|du|des|d'|of|for)(?: la| l'| the)? ?\p{L}+/u

/** The proper name in a noun phrase: the name of a person rather than of what they work for, else what the phrase is. */
export function properName(words: string, rules: LanguageRules): string | null {
  const names = [...words.matchAll(NAME)].map(({ 0: text, index }) => ({
    text: bareName(text.replace(/^(?:An?|The|Two|Three|Some) (?=\p{Lu})/u, ''), rules).replace(
      /,$|(?<!(?:^|[\s.])\p{Lu})\.$/u,
      '',
    ),
    index,
  }))
  const real = names.filter(
    ({ text }) =>
      text.length > 1 &&
      !/^[LD]'\p{Ll}+$/u.test(text) && // "L'armée" at the head of a sentence
      !rules.determiners.has(text.toLowerCase()) &&
      !isCommon(text.toLowerCase(), rules),
  )
  if (real.length === 0) return null
  const own =
    rules.language === 'en'
      ? real.filter(({ text }) => !isOfFunction(words, text, rules) && !/(?:'s|-\p{Ll}+)$/u.test(text))
      : real
  const full = own.filter(({ text }) => / /.test(text) && !ORGANISATION.test(text) && !governed(words, text))
  const head = words.split(',')[0] ?? words
  const chosen = full[0] ?? own.find(({ text, index }) => index < head.length && !governed(words, text))
  // "le Conseil de sécurité": a body of one word is named with what it is for.
  const body = chosen && !/ /.test(chosen.text) && BODY.exec(head.slice(chosen.index))
  if (body && ORGANISATION.test(body[0])) return body[0]
  if (chosen) return withArticle(chosen.text, words)
  // Only names of what somebody belongs to: "le porte-parole du gouvernement malien" has none of its own.
  return null
}

/** A function, alone or in the plural: at the head of an English sentence it has a capital too. */
const isCommon = (low: string, rules: LanguageRules) =>
  rules.roles.has(low) ||
  (rules.language === 'en' && (rules.roles.has(low.replace(/s$/, '')) || COMMON_PLURALS.test(low)))
const COMMON_PLURALS =
  /^(?:police|authorities|prosecutors|investigators|critics|supporters|opponents|villagers|locals|troops|people|many|some|others|neither|nobody|everyone)$/

/** A name without its title; "Witness Mohamed Osman": English puts a function before the name without a mark. */
export const bareName = (name: string, rules: LanguageRules): string =>
  name
    .replace(TITLES, '')
    .replace(/^\p{Lu}\p{Ll}+ (?=\p{Lu}\p{L}+ \p{Lu})/u, (word) =>
      rules.language === 'en' && rules.roles.has(word.trim().toLowerCase()) ? '' : word,
    )

/** "BBC reporter", "State Department official": English puts whom somebody works for before what they are. */
const isOfFunction = (words: string, name: string, rules: LanguageRules) => {
  const behind = /^(?:'s)?((?: \p{Ll}[\p{Ll}-]*){1,2})/u.exec(words.slice(words.indexOf(name) + name.length))
  return behind?.[1]?.split(' ').some((word) => isCommon(word, rules)) ?? false
}

/** Newspapers whose article belongs to their name; any other loses the one it stood with. */
const WITH_ARTICLE =
  /^(?:Figaro|Monde|Parisien|Point|Croix|Soir|Devoir|Temps|Échos|Canard enchaîné|Guardian|Times|Independent|Economist)$/
const withArticle = (name: string, words: string): string => {
  const bare = name.replace(/^(?:Le|La|Les|L'|The)\s?(?=\p{Lu})/u, '')
  const article = /\b(le|la|les|the)\s+$/i.exec(words.slice(0, words.indexOf(bare)))?.[1]
  return article && WITH_ARTICLE.test(bare)
    ? `${article.charAt(0).toUpperCase()}${article.slice(1).toLowerCase()} ${bare}`
    : bare
}

/** "du Figaro", "de l'OTAN": the name says where somebody belongs, not who they are. */
const governed = (words: string, name: string) => {
  const at = words.indexOf(name)
  return (
    at > 0 &&
    /(?:\b(?:de|du|des|à|au|aux|en|pour|of|for|at|in|from)|d'|(?:de|à) l'|(?:de|à) la|\b(?:of|for|at|in|from) the)\s*$/i.test(
      words.slice(0, at),
    )
  )
}

export const looksLikePerson = (name: string, heads: ReadonlySet<string>, rules: LanguageRules) =>
  !ORGANISATION.test(name) &&
  (/^\p{Lu}[\p{Ll}\p{M}'-]+(?: [\p{L}'.-]+)+$/u.test(name) || [...heads].some((head) => rules.roles.has(head)))

export const withoutDeterminer = (words: string) =>
  words.replace(/^(?:(?:le|la|les|un|une|des|du|the|a|an|his|her|its|their)\s+|l'\s*)/i, '').split(',')[0] ?? words
