import type { Found } from './attributions'
import type { Doc, Span } from './document'
import { spanOf } from './noun-phrases'
import type { LanguageRules } from './rules'
import { mainSubject } from './subjects'

/** Somebody who speaks in a dispatch, with the ways the text has named them so far. */
export type Speaker = {
  name: string
  gender: 'm' | 'f' | null
  number: 's' | 'p'
  /** Functions and kinds by which a later "le ministre", "le quotidien" may mean them. */
  heads: Set<string>
  isPerson: boolean
  span: Span
}
type Named = { speaker: Speaker | null; span: Span | null }
/** Who spoke, or was spoken of as the subject of a sentence, and where. */
type Active = { speaker: Speaker; paragraph: number; at: number }

/** Says for each attribution who the source is; pronouns, functions and quotations without a cue are resolved. */
export function resolveSpeakers(doc: Doc, found: readonly Found[], rules: LanguageRules): Named[] {
  const known: Speaker[] = mentioned(doc, rules)
  const active: Active[] = []
  const topics = topicsOf(doc, known, rules)
  const answers: Named[] = []
  // In the order in which the source is read: a floating quotation takes the one before it.
  const order = found.map((it, i) => ({ it, i, at: placeOf(it) })).sort((a, b) => a.at - b.at)
  for (const { it, i, at } of order) {
    const named = it.source ? ofPhrase(doc, it, known, active, topics, rules) : ofFloating(it, active)
    answers[i] = named
    if (named.speaker && it.outer === null)
      active.push({ speaker: named.speaker, paragraph: it.sentence.paragraph, at })
  }
  return answers
}

const placeOf = (it: Found) =>
  (it.source ? it.sentence.start : (it.content.spans[0]?.start ?? 0)) + (it.outer === null ? 0 : 0.5)

const clean = (words: string) => words.replace(/\s+/g, ' ').trim()

/** A quotation without a cue belongs to who spoke last in its paragraph, or in the one before when it opens its own. */
function ofFloating(it: Found, active: readonly Active[]): Named {
  const last = active.at(-1)
  if (!last || it.sentence.paragraph - last.paragraph > 1) return { speaker: null, span: null }
  return { speaker: last.speaker, span: last.speaker.span }
}

function ofPhrase(
  doc: Doc,
  it: Found,
  known: Speaker[],
  active: readonly Active[],
  topics: readonly Active[],
  rules: LanguageRules,
): Named {
  const { source } = it
  if (!source) return { speaker: null, span: null }
  const span = spanOf(source.sentence, source.range)
  const tokens = source.sentence.tokens.slice(source.range.from, source.range.to)
  const first = tokens[0]?.low ?? ''
  const inverted = /^(?:-t)?-(\w+)$/.exec(first)?.[1]
  const pronoun = rules.pronouns.get(inverted ?? first)
  const shown = inverted ? { start: span.end - inverted.length, end: span.end } : span
  if (pronoun && tokens.length === 1) {
    const before = { paragraph: it.sentence.paragraph, at: span.start }
    return { speaker: byPronoun(pronoun, inverted ?? first, before, active, topics, known), span: shown }
  }
  const words = clean(doc.shadow.slice(span.start, span.end))
  const heads = headsOf(
    tokens.map(({ low }) => low),
    rules,
  )
  const name = properName(words, rules)
  if (name) {
    const same = known.find((one) => sameName(one.name, name))
    if (same) {
      for (const head of heads) same.heads.add(head)
      if (same.name.length < name.length && same.isPerson) same.name = name
      same.gender ??= genderOf(
        first,
        tokens.map(({ low }) => low),
        rules,
      )
      return { speaker: same, span }
    }
    return {
      speaker: added(known, {
        name,
        heads,
        isPerson: looksLikePerson(name, heads, rules),
        ...agreement(
          first,
          tokens.map(({ low }) => low),
          rules,
        ),
        span,
      }),
      span,
    }
  }
  // "le ministre", "le même chercheur", "le quotidien": somebody named before, if anybody fits.
  const outer = it.outer
  const earlier = outer === null ? [...active].reverse().map(({ speaker }) => speaker) : []
  const isDefinite = /^(?:le|la|l'|les|ce|cet|cette|ces|the|this|these)$/.test(first)
  const byHead = isDefinite
    ? ([...earlier, ...known].find((one) => [...heads].some((head) => one.heads.has(head))) ?? null)
    : null
  if (byHead) return { speaker: byHead, span }
  const isBare = tokens.length <= 3
  const fitting =
    isDefinite && isBare && [...heads].some((head) => ANAPHORIC.has(head))
      ? earlier.find((one) =>
          agrees(
            one,
            agreement(
              first,
              tokens.map(({ low }) => low),
              rules,
            ),
          ),
        )
      : undefined
  if (fitting) return { speaker: fitting, span }
  return {
    speaker: added(known, {
      name: withoutDeterminer(words),
      heads,
      isPerson: false,
      ...agreement(
        first,
        tokens.map(({ low }) => low),
        rules,
      ),
      span,
    }),
    span,
  }
}

/** Functions that mean whoever was just speaking. */
const ANAPHORIC = new Set([
  'journaliste',
  'responsable',
  'universitaire',
  'chercheur',
  'chercheuse',
  'scientifique',
  'homme',
  'femme',
  'dernier',
  'dernière',
  'derniers',
  'intéressé',
  'documentaire',
  'élu',
  'élue',
  'politicien',
  'dirigeant',
  'quotidien',
  'journal',
  'rapport',
  'texte',
  'communiqué',
  'leader',
  'médecin',
  'expert',
  'officiel',
  'ministre',
  'président',
  'présidente',
  'auteur',
  'organisation',
  'association',
  'groupe',
  'parti',
  'spokesman',
  'official',
  'report',
  'newspaper',
  'man',
  'woman',
  'minister',
  'president',
  'group',
  'agency',
  'researcher',
  'scientist',
  'professor',
  'author',
])

function byPronoun(
  wanted: { gender: 'm' | 'f' | null; number: 's' | 'p' },
  word: string,
  here: { paragraph: number; at: number },
  active: readonly Active[],
  topics: readonly Active[],
  known: readonly Speaker[],
): Speaker | null {
  const isPersonal = /^(?:il|elle|lui|he|she)$/.test(word)
  const fits = ({ speaker }: { speaker: Speaker }) => agrees(speaker, wanted) && (!isPersonal || speaker.isPerson)
  const before = (list: readonly Active[]) => list.filter(({ at }) => at < here.at)
  // In its own paragraph: whoever spoke or was the subject last. Else whoever spoke last, else whoever was named last.
  const near = [...before(active), ...before(topics)]
    .filter(({ paragraph }) => paragraph === here.paragraph)
    .sort((a, b) => b.at - a.at)
  const spoke = [...active].reverse()
  const named = known.filter((one) => one.isPerson && agrees(one, wanted))
  return (
    near.find(fits)?.speaker ??
    spoke.find(fits)?.speaker ??
    spoke.find(({ speaker }) => agrees(speaker, wanted))?.speaker ??
    named.findLast((one) => one.span.end <= here.at) ??
    named[0] ??
    null
  )
}

/** The people who are subjects of sentences. */
function topicsOf(doc: Doc, known: Speaker[], rules: LanguageRules): Active[] {
  return doc.sentences.flatMap((sentence) => {
    const range = mainSubject(sentence, sentence.tokens.length, rules)
    if (!range) return []
    const span = spanOf(sentence, range)
    const words = clean(doc.shadow.slice(span.start, span.end))
    const name = properName(words, rules)
    const tokens = sentence.tokens.slice(range.from, range.to).map(({ low }) => low)
    const isSomebody = /^(?:un|une|a|an)$/.test(tokens[0] ?? '') && tokens.some((low) => rules.roles.has(low))
    const speaker = name
      ? known.find((one) => sameName(one.name, name))
      : isSomebody
        ? added(known, {
            name: withoutDeterminer(words),
            heads: headsOf(tokens, rules),
            isPerson: true,
            ...agreement(tokens[0] ?? '', tokens, rules),
            span,
          })
        : undefined
    return speaker ? [{ speaker, paragraph: sentence.paragraph, at: sentence.start }] : []
  })
}

const agrees = (one: Speaker, wanted: { gender: 'm' | 'f' | null; number: 's' | 'p' }) =>
  one.number === wanted.number && (wanted.gender === null || one.gender === null || one.gender === wanted.gender)

function added(known: Speaker[], made: Speaker): Speaker {
  const same = known.find((one) => one.name === made.name)
  if (!same) known.push(made)
  return same ?? made
}

function agreement(
  first: string,
  words: readonly string[],
  rules: LanguageRules,
): { gender: 'm' | 'f' | null; number: 's' | 'p' } {
  const number =
    /^(?:les|des|ces|plusieurs|certains|certaines|leurs|ses|these|those|several)$/.test(first) ||
    (rules.language === 'en' && words.length <= 3 && /[^s]s$/.test(words.at(-1) ?? '') && /^the$/.test(first))
      ? 'p'
      : 's'
  return { gender: genderOf(first, words, rules), number }
}

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
const FEMALE = new Set(
  'marine nadine marie élisabeth angela hillary ségolène martine cécile valérie rachida sonia souha laura laurence isabelle sylvie anne catherine claire julie sophie nathalie christine florence fatima aïcha aminata mary elizabeth susan jennifer sarah nancy michelle emma anna maria'.split(
    ' ',
  ),
)

function headsOf(words: readonly string[], rules: LanguageRules): Set<string> {
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

const TITLES =
  /^(?:(?:M|MM|Mr|Mrs|Ms|Dr|Pr)\.\s*|(?:M|MM|Mme|Mlle|Mr|Mrs|Ms|Dr|Pr|Me|Sir|Lord|President|Prime Minister|Senator|General)\s+)/
const PARTICLES = "(?:de |du |des |d'|la |le |l'|al-|van |von |bin |ben |di |da )"
const NAME = new RegExp(
  `\\p{Lu}[\\p{L}\\p{M}\\d'’.-]*(?:[ -]${PARTICLES}{0,2}\\p{Lu}[\\p{L}\\p{M}\\d'’.-]*)*(?: \\d+)?`,
  'gu',
)
const ORGANISATION =
  /^(?:ONU|OTAN|UE|Parlement|Commission|Conseil|Union|Ministère|Organisation|Association|Fédération|Europe|Bureau|Institut|Université|Agence|Banque|Groupe|Parti|Front|Fondation|Reuters|AFP|Human|Amnesty|United|White|European|World)/

/** The proper name in a noun phrase: the name of a person rather than of what they work for, else what the phrase is. */
function properName(words: string, rules: LanguageRules): string | null {
  const names = [...words.matchAll(NAME)].map(({ 0: text, index }) => ({
    text: text.replace(TITLES, '').replace(/[.,]$/, ''),
    index,
  }))
  const real = names.filter(
    ({ text }) => text.length > 1 && !rules.determiners.has(text.toLowerCase()) && !rules.roles.has(text.toLowerCase()),
  )
  if (real.length === 0) return null
  const full = real.filter(({ text }) => / /.test(text) && !ORGANISATION.test(text) && !governed(words, text))
  const head = words.split(',')[0] ?? words
  const chosen = full[0] ?? real.find(({ text, index }) => index < head.length && !governed(words, text))
  if (chosen) return withArticle(chosen.text, words)
  // Only names of what somebody belongs to: "le porte-parole du gouvernement malien" has none of its own.
  return null
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

const looksLikePerson = (name: string, heads: ReadonlySet<string>, rules: LanguageRules) =>
  !ORGANISATION.test(name) &&
  (/^\p{Lu}[\p{Ll}\p{M}'-]+(?: [\p{L}'.-]+)+$/u.test(name) || [...heads].some((head) => rules.roles.has(head)))

/** The same somebody: the same words, or a family name that ends the full one. */
function sameName(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  if (x === y) return true
  const [short, long] = x.length < y.length ? [x, y] : [y, x]
  return long.endsWith(` ${short}`) || (/ /.test(short) && long.startsWith(`${short} `)) || long.startsWith(`${short} `)
}

const withoutDeterminer = (words: string) =>
  words.replace(/^(?:(?:le|la|les|un|une|des|du|the|a|an)\s+|l'\s*)/i, '').split(',')[0] ?? words

/** The functions that stand beside a name: "le scientifique Michel Mayor", "le ministre de l'Intérieur, Manuel Valls", "Manuel Valls, ministre". */
function functionsAround(doc: Doc, start: number, end: number, rules: LanguageRules): Set<string> {
  const heads = new Set<string>()
  const before = doc.shadow.slice(Math.max(0, start - 90), start).toLowerCase()
  const led = /(?:^|[\s(])(?:le|la|l'|un|une|the|a)\s?((?:[\p{Ll}-]+\s){0,2}[\p{Ll}-]+)(?:\s[^,.;:!?]*)?,?\s$/u.exec(
    before,
  )
  const isGoverned = /(?:\b(?:de|du|des|à|et|of|and)\s|d'|l')$/.test(before)
  const after = /^,\s(?:(?:le|la|l'|un|une|ex|ancien|ancienne|the|a|former)[\s-]?){0,2}([\p{Ll}-]+)/u.exec(
    doc.shadow.slice(end, end + 40),
  )
  for (const word of [...(led && !isGoverned ? (led[1] ?? '').split(/\s/) : []), after?.[1] ?? ''])
    if (rules.roles.has(word)) heads.add(word)
  return heads
}

/** People and bodies named in full anywhere, so that a first pronoun has somebody to stand for. */
function mentioned(doc: Doc, rules: LanguageRules): Speaker[] {
  const found: Speaker[] = []
  const person =
    /(?<![\p{L}-])\p{Lu}[\p{Ll}\p{M}]+(?:-\p{Lu}[\p{Ll}\p{M}]+)?(?: (?:de |du |d'|Le |La |De |Van |von |al-)?\p{Lu}[\p{L}\p{M}'-]+){1,2}/gu
  for (const match of doc.shadow.matchAll(person)) {
    const words = match[0].split(' ')
    if (
      rules.determiners.has(words[0]?.toLowerCase() ?? '') ||
      rules.openers.has(words[0]?.toLowerCase() ?? '') ||
      ORGANISATION.test(match[0])
    )
      continue
    if (found.some((one) => sameName(one.name, match[0]))) continue
    const heads = functionsAround(doc, match.index, match.index + match[0].length, rules)
    found.push({
      name: match[0],
      gender: FEMALE.has(words[0]?.toLowerCase() ?? '') ? 'f' : null,
      number: 's',
      heads,
      isPerson: true,
      span: { start: match.index, end: match.index + match[0].length },
    })
  }
  return found
}
