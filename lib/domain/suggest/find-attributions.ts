import { ofPreposition } from './according'
import type { CueClass } from './attribution'
import { type Content, contentOf } from './content'
import { type Doc, type Quotation, readInside, type Sentence, type Span, wordsOf } from './document'
import { type Found, isFirstPerson, type Part } from './found'
import { spanOf } from './noun-phrases'
import { ofEnglishPhrase } from './phrases-en'
import type { LanguageRules } from './rules'
import { mainSubject } from './subjects'
import { ofEnglishVerb } from './verb-attributions-en'
import { ofFrenchVerb } from './verb-attributions-fr'
import { speaks } from './verb-group'
import { verbGroups } from './verb-groups'

/** A quotation of fewer words is a term or a title, unless a cue points at it. */
const FLOATING_WORDS = 5
/** A quotation of fewer words quotes nobody else. */
const NESTING_WORDS = 6

/** Every attribution of a document, in the order of the text. */
export function findAttributions(doc: Doc, rules: LanguageRules): Found[] {
  const found: Found[] = []
  /** The sentence each quotation stands in. */
  const homes: Sentence[] = []
  for (const [i, sentence] of doc.sentences.entries()) {
    for (const { quote } of sentence.tokens) if (quote !== null) homes[quote] = sentence
    const made = inSentence(doc, sentence, rules, null, [doc.sentences[i - 1], doc.sentences[i + 1]])
    const isHeading =
      doc.paragraphs[sentence.paragraph]?.isHeading && !/[.!?:»"”]/.test(doc.shadow[sentence.end - 1] ?? '')
    found.push(...(isHeading ? made.filter(({ rule }) => rule !== 'noun' && rule !== 'infinitive') : made))
  }
  const hedged = new Map<Sentence, Content | null>()
  const hedgedOf = (home: Sentence) => {
    const whole = hedged.has(home) ? (hedged.get(home) ?? null) : hedgedWhole(doc, home, rules)
    hedged.set(home, whole)
    return whole
  }
  const claimed = new Set(found.flatMap(({ content }) => content.quotes))
  for (const [n, quotation] of [...doc.quotations].entries()) {
    const home = homes[n]
    if (!home) continue
    const words = wordCount(doc, quotation.inner)
    if (
      !claimed.has(n) &&
      (words >= FLOATING_WORDS || (words > 1 && home.tokens.length === 1)) &&
      !isTitle(doc, home, n)
    )
      found.push(floating(doc, home, n, hedgedOf(home), rules))
    if (words < NESTING_WORDS) continue
    for (const inner of readInside(doc, quotation, home.paragraph))
      found.push(...inSentence(doc, inner, rules, n).filter((it) => isKeptInside(doc, it, rules)))
  }
  return found.sort((a, b) => startOf(a) - startOf(b))
}

/**
 * Inside a French quotation only the public acts of others are kept: "les résultats révèlent …" and "je pense …" are the
 * speaker's own words. In English "I think …" is kept, as what the speaker thinks.
 */
const isKeptInside = (doc: Doc, it: Found, rules: LanguageRules) =>
  it.source !== null &&
  (it.rule !== 'noun' || (PUBLIC_ACTS.has(it.cueClass) && isSomebody(doc, it, rules))) &&
  (rules.language === 'en' || (it.cueClass !== 'opine' && !isFirstPerson(it)))
const PUBLIC_ACTS: ReadonlySet<CueClass> = new Set(['announce', 'demand', 'confirm', 'deny'])
const isSomebody = (doc: Doc, { source }: Found, rules: LanguageRules) =>
  source !== null &&
  (/^\p{Lu}/u.test(wordsOf(doc, spanOf(source.sentence, source.range)).replace(/^(?:Le|La|Les|L'|The) ?/, '')) ||
    source.sentence.tokens.slice(source.range.from, source.range.to).some(({ low }) => rules.roles.has(low)))

const startOf = (it: Found) => Math.min(it.content.spans[0]?.start ?? 0, it.cue?.start ?? Number.POSITIVE_INFINITY)
const wordCount = (doc: Doc, { start, end }: Span) => doc.shadow.slice(start, end).split(/\s+/).length

/** « Les bâtisseurs de la gloire »: what is named, titled or sub-titled so, or too short a phrase to be somebody's sentence. */
function isTitle(doc: Doc, sentence: Sentence, n: number): boolean {
  const at = sentence.tokens.findIndex(({ quote }) => quote === n)
  const before = sentence.tokens[at - 1]?.low ?? ''
  if (/^(?:nomm|intitul|baptis|dénomm|surnomm|titr|appel|titled|named|called|entitled)/.test(before)) return true
  const { start, end } = (doc.quotations[n] as Quotation).inner
  const words = doc.shadow.slice(start, end)
  return before === 'sur' && !/[.!?,]/.test(words)
}

/** "Ils auraient remarqué un « signe » …": the whole report is somebody else's, and the conditional says so. */
function hedgedWhole(doc: Doc, sentence: Sentence, rules: LanguageRules): Content | null {
  if (!rules.hedges.test(doc.shadow.slice(sentence.start, sentence.end))) return null
  const whole = contentOf(doc, sentence, { from: 0, to: sentence.tokens.length })
  return whole?.type === 'mixed' ? whole : null
}

/** A quotation nobody was named for. After a colon it belongs to the subject of its sentence, else to who spoke last. */
function floating(doc: Doc, sentence: Sentence, n: number, hedged: Content | null, rules: LanguageRules): Found {
  const at = sentence.tokens.findIndex(({ quote }) => quote === n)
  const before = sentence.tokens[at - 1]
  const made = { cue: null, cueClass: 'say' as const, rule: 'floating' as const, sentence, outer: null }
  const subject =
    before?.text === ':' && verbGroups(sentence, rules).length === 0 ? mainSubject(sentence, at, rules) : null
  if (hedged && before && before.text !== ':') return { ...made, content: hedged, source: null }
  return {
    ...made,
    content: { spans: [(doc.quotations[n] as Quotation).inner], type: 'direct', quotes: [n] },
    source: subject ? { range: subject, sentence } : null,
  }
}

function inSentence(
  doc: Doc,
  sentence: Sentence,
  rules: LanguageRules,
  outer: number | null,
  [previous, next]: readonly (Sentence | undefined)[] = [],
): Found[] {
  const groups = verbGroups(sentence, rules)
  const here = { doc, sentence, groups, rules, previous: previous ?? null, next: next ?? null }
  const found: Found[] = []
  for (const group of groups) {
    const isMute = (group.isNegated && group.form !== 'infinitive') || !speaks(group)
    const made =
      rules.language === 'en'
        ? ofEnglishVerb(here, group, found)
        : isMute
          ? null
          : ofFrenchVerb(doc, sentence, group, groups, found, rules)
    if (made) {
      // "Ce qu'il conteste : « … », a-t-il lâché": the cue behind a quotation is nearer to it than the one before.
      const twice = /^(?:inverted|postposed)$/.test(made.rule) ? found.findIndex((it) => isSameQuote(it, made)) : -1
      if (twice >= 0) found.splice(twice, 1)
      found.push({ ...made, sentence, outer })
    }
  }
  for (let at = 0; at < sentence.tokens.length; at++) {
    const made =
      ofPreposition(doc, sentence, at, groups, rules) ?? (rules.language === 'en' ? ofEnglishPhrase(here, at) : null)
    if (made && !withdrawn(doc, made, found, sentence, rules)) found.push({ ...made, sentence, outer })
  }
  return found
}

const isSameQuote = (it: Found, { content }: Part) =>
  it.rule === 'quoted' && content.type === 'direct' && it.content.quotes[0] === content.quotes[0]

/** "précise que le polonium est, selon lui, une substance": one report in two pieces, not two. */
function withdrawn(doc: Doc, made: Part, found: Found[], sentence: Sentence, rules: LanguageRules): boolean {
  const { cue, source } = made
  if (!cue || !source || !rules.pronouns.has(sentence.tokens[source.range.from]?.low ?? '')) return false
  const around = found.find(
    ({ content, rule }) =>
      rule === 'clause' && content.spans.some(({ start, end }) => start < cue.start && cue.end < end),
  )
  if (!around) return false
  const [whole] = around.content.spans
  const rest = made.content.spans[1]
  if (whole && rest)
    around.content = {
      ...around.content,
      spans: [
        { start: whole.start, end: trimEnd(doc, cue.start) },
        { start: rest.start, end: whole.end },
      ],
    }
  return true
}

const trimEnd = (doc: Doc, end: number) => {
  let at = end
  while (/[\s,]/.test(doc.shadow[at - 1] ?? '')) at--
  return at
}
