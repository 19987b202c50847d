import type { Attribution, AttributionRule, CueClass } from './attribution'
import { accordingAt, type Content, clauseEnd, contentOf, objectAt } from './content'
import { type Doc, type Quotation, readInside, type Sentence, type Span, type Token, wordsOf } from './document'
import { hasFiniteVerb, nounPhraseAt, type Range, spanOf } from './noun-phrases'
import type { LanguageRules } from './rules'
import { mainSubject, subjectBefore } from './subjects'
import { allows, DOUBTFUL, isAdverb, speaks, type VerbGroup, verbGroups } from './verb-groups'

/** An attribution as found, before it is known who the source is. `outer` is the quotation it stands in. */
export type Found = {
  content: Content
  cue: Span | null
  source: { range: Range; sentence: Sentence } | null
  cueClass: CueClass
  rule: AttributionRule
  sentence: Sentence
  outer: number | null
}

/** How often a rule was right on the labelled sets when these tables were frozen (bench/suggestions); the start of its count. */
export const RULE_CONFIDENCE: Record<AttributionRule, number> = {
  according: 0.9,
  postposed: 0.9,
  inverted: 0.95,
  clause: 0.85,
  quoted: 0.9,
  noun: 0.55,
  infinitive: 0.6,
  passive: 0.6,
  gerund: 0.75,
  floating: 0.75,
  naming: 0.8,
}
/** A quotation of fewer words is a term or a title, unless a cue points at it. */
const FLOATING_WORDS = 5
/** How far behind its verb a "que" or a colon may stand, in words. */
const REACH = 14
/** Verbs whose listener is their object: "informe les habitants que". */
const WITH_OBJECT = new Set(['informer', 'prévenir', 'avertir', 'assurer', 'rassurer', 'alerter'])
/** Wishes are statements only when quoted: "souhaite profiter de la croissance" is the writer's word for a plan. */
const WISHES = new Set(['souhaiter', 'vouloir', 'espérer', 'craindre', 'redouter'])

/** Every attribution of a document, in the order of the text. */
export function findAttributions(doc: Doc, rules: LanguageRules): Found[] {
  const found: Found[] = []
  for (const sentence of doc.sentences) {
    if (
      doc.paragraphs[sentence.paragraph]?.isHeading &&
      !/[.!?:»"”]$/.test(doc.shadow.slice(sentence.start, sentence.end))
    ) {
      found.push(
        ...inSentence(doc, sentence, rules, null).filter(({ rule }) => rule !== 'noun' && rule !== 'infinitive'),
      )
      continue
    }
    found.push(...inSentence(doc, sentence, rules, null))
  }
  const claimed = new Set(found.flatMap(({ content }) => content.quotes))
  const outermost = doc.quotations.length
  for (let n = 0; n < outermost; n++) {
    const quotation = doc.quotations[n] as Quotation
    const paragraph = doc.paragraphs.findIndex(({ start, end }) => quotation.start >= start && quotation.end <= end)
    const home = doc.sentences.find((it) => it.tokens.some(({ quote }) => quote === n))
    if (!claimed.has(n) && home && wordCount(doc, quotation.inner) >= FLOATING_WORDS && !isTitle(doc, home, n))
      found.push(floating(doc, home, n, rules))
    if (wordCount(doc, quotation.inner) < 6) continue
    for (const inner of readInside(doc, quotation, paragraph))
      found.push(
        ...inSentence(doc, inner, rules, n).filter(
          (it) =>
            it.source !== null &&
            it.cueClass !== 'opine' &&
            (it.rule !== 'noun' || (PUBLIC_ACTS.has(it.cueClass) && isSomebody(doc, it, rules))) &&
            !isFirstPerson(it),
        ),
      )
  }
  return found.sort((a, b) => startOf(a) - startOf(b))
}

/** Inside a quotation only the public acts of people and bodies are kept; "les résultats révèlent …" is the speaker's own word. */
const PUBLIC_ACTS: ReadonlySet<CueClass> = new Set(['announce', 'demand', 'confirm', 'deny'])
const isSomebody = (doc: Doc, { source }: Found, rules: LanguageRules) =>
  source !== null &&
  (/^\p{Lu}/u.test(wordsOf(doc, spanOf(source.sentence, source.range)).replace(/^(?:Le|La|Les|L'|The) ?/, '')) ||
    source.sentence.tokens.slice(source.range.from, source.range.to).some(({ low }) => rules.roles.has(low)))

const startOf = (it: Found) => Math.min(it.content.spans[0]?.start ?? 0, it.cue?.start ?? Number.POSITIVE_INFINITY)
const wordCount = (doc: Doc, { start, end }: Span) => doc.shadow.slice(start, end).split(/\s+/).length
const isFirstPerson = ({ source }: Found) =>
  /^(?:je|j'|nous|i|we|on)$/i.test(source ? (source.sentence.tokens[source.range.from]?.low ?? '') : '')

/** « Les bâtisseurs de la gloire »: what is named, titled or sub-titled so, or too short a phrase to be somebody's sentence. */
function isTitle(doc: Doc, sentence: Sentence, n: number): boolean {
  const at = sentence.tokens.findIndex(({ quote }) => quote === n)
  const before = sentence.tokens[at - 1]?.low ?? ''
  if (/^(?:nomm|intitul|baptis|dénomm|surnomm|titr|appel|titled|named|called|entitled)/.test(before)) return true
  const { start, end } = (doc.quotations[n] as Quotation).inner
  const words = doc.shadow.slice(start, end)
  return before === 'sur' && !/[.!?,]/.test(words)
}

/** A quotation nobody was named for. After a colon it belongs to the subject of its sentence, else to who spoke last. */
function floating(doc: Doc, sentence: Sentence, n: number, rules: LanguageRules): Found {
  const at = sentence.tokens.findIndex(({ quote }) => quote === n)
  const before = sentence.tokens[at - 1]
  const made = { cue: null, cueClass: 'say' as const, rule: 'floating' as const, sentence, outer: null }
  const subject =
    before?.text === ':' && verbGroups(sentence, rules).length === 0 ? mainSubject(sentence, at, rules) : null
  // "Ils auraient remarqué un « signe » …": the whole report is somebody else's, and the conditional says so.
  const whole = contentOf(doc, sentence, { from: 0, to: sentence.tokens.length })
  if (
    before &&
    before.text !== ':' &&
    whole?.type === 'mixed' &&
    rules.hedges.test(doc.shadow.slice(sentence.start, sentence.end))
  )
    return { ...made, content: whole, source: null }
  return {
    ...made,
    content: { spans: [(doc.quotations[n] as Quotation).inner], type: 'direct', quotes: [n] },
    source: subject ? { range: subject, sentence } : null,
  }
}

function inSentence(doc: Doc, sentence: Sentence, rules: LanguageRules, outer: number | null): Found[] {
  const groups = verbGroups(sentence, rules)
  const found: Found[] = []
  for (const group of groups) {
    if ((group.isNegated && group.form !== 'infinitive') || !speaks(group)) continue
    const made = ofVerb(doc, sentence, group, groups, found, rules)
    if (made) found.push({ ...made, sentence, outer })
  }
  for (let at = 0; at < sentence.tokens.length; at++) {
    const made = ofPreposition(doc, sentence, at, groups, rules)
    if (made && !withdrawn(doc, made, found, sentence, rules)) found.push({ ...made, sentence, outer })
  }
  return found
}

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

type Part = Omit<Found, 'sentence' | 'outer'>

function ofVerb(
  doc: Doc,
  sentence: Sentence,
  group: VerbGroup,
  groups: readonly VerbGroup[],
  earlier: readonly Found[],
  rules: LanguageRules,
): Part | null {
  const { tokens } = sentence
  const cueClass = group.forms[0]?.cueClass ?? 'say'
  const cue = cueSpan(tokens, group)
  if (group.form === 'passive') return ofPassive(doc, sentence, group, cue, cueClass, rules)
  if (group.inverted !== null && group.form === 'finite') {
    const content =
      contentBefore(doc, sentence, group.from, groups, rules) ??
      contentAfter(doc, sentence, group, groups, rules)?.content
    const source = { range: { from: group.inverted, to: group.inverted + 1 }, sentence }
    if (content)
      return {
        content: around(doc, sentence, joined(doc, sentence, content, group.to + 1, rules), group, groups, rules),
        cue,
        source,
        cueClass,
        rule: 'inverted',
      }
    return null
  }
  if (group.form === 'infinitive' && !opensContinuation(tokens, group, rules)) return null
  const carriedFrom = earlier.at(-1)?.source ?? null
  if (group.form === 'present' || group.form === 'infinitive') {
    const after = contentAfter(doc, sentence, group, groups, rules)
    if (!after || (rules.language === 'en' && !(tokens[group.from - 1]?.text === ',' && after.rule !== 'noun')))
      return null
    const main =
      carriedFrom ??
      asSource(sentence, mainSubject(sentence, group.from, rules) ?? laterSubject(sentence, group, rules))
    return { content: after.content, cue, source: main, cueClass, rule: 'gerund' }
  }
  const subject = subjectBefore(sentence, group, rules)
  const after = contentAfter(doc, sentence, group, groups, rules)
  const head = tokens[group.to]?.low ?? ''
  if (
    rules.language === 'en' &&
    DOUBTFUL.test(head) &&
    (/^(?:to|can|could|will|would|may|might)$/.test(tokens[group.from - 1]?.low ?? '') ||
      (after?.rule !== 'clause' && after?.rule !== 'quoted'))
  )
    return null
  const before = tokens[group.from - 1]
  // « … », said Bolden to the crowd: right behind a quotation the speaker follows, whatever else could be read.
  const isBehindQuote =
    before !== undefined && (before.quote !== null || (before.text === ',' && tokens[group.from - 2]?.quote != null))
  if (isBehindQuote && rules.language === 'en' && subject.range === null) {
    const speaker = speakerAfter(sentence, group.to + 1, rules)
    const content = speaker && contentBefore(doc, sentence, group.from, groups, rules)
    if (speaker && content && allowsReport(group))
      return {
        content: joined(doc, sentence, content, speaker.to, rules),
        cue,
        source: { range: speaker, sentence },
        cueClass,
        rule: 'postposed',
      }
  }
  const opensClause = !before || before.text === ',' || before.quote !== null || subject.range === null
  // "…, explique Joechen Zaumseil" : the words come first, the speaker behind the verb.
  if (opensClause && (!after || after.rule === 'noun' || after.rule === 'quoted')) {
    const speaker = speakerAfter(sentence, group.to + 1, rules)
    const content = speaker && contentBefore(doc, sentence, group.from, groups, rules)
    if (speaker && content && allowsReport(group))
      return {
        content: joined(doc, sentence, content, speaker.to, rules),
        cue,
        source: { range: speaker, sentence },
        cueClass,
        rule: 'postposed',
      }
  }
  if (!after) {
    // English: "…", the minister said.
    const content = subject.range && contentBefore(doc, sentence, subject.range.from, groups, rules)
    if (
      content &&
      subject.range &&
      allowsReport(group) &&
      (tokens[subject.range.from - 1]?.text === ',' || tokens[subject.range.from - 1]?.quote !== null)
    )
      return {
        content: joined(doc, sentence, content, group.to + 1, rules),
        cue,
        source: asSource(sentence, subject.range),
        cueClass,
        rule: 'postposed',
      }
    return null
  }
  const source = subject.range
    ? asSource(sentence, subject.range)
    : (carriedFrom ?? asSource(sentence, mainSubject(sentence, group.from, rules)))
  if (!source) return null
  return { content: after.content, cue, source, cueClass, rule: after.rule }
}

const allowsReport = (group: VerbGroup) =>
  allows(group, 'quote') || allows(group, 'clause') || (group.isReflexive && allows(group, 'self'))
const asSource = (sentence: Sentence, range: Range | null) => (range ? { range, sentence } : null)

/** The cue without clitics, negation or the inverted pronoun. */
function cueSpan(tokens: readonly Token[], group: VerbGroup): Span {
  let from = group.from
  while (from < group.to && /^(?:ne|n'|lui|leur|nous|vous|me|m'|y|en|l'|le|la|les)$/.test(tokens[from]?.low ?? ''))
    from++
  let to = group.to
  if (to === group.inverted && to > from) to--
  // "a-t-il précisé": the participle is the cue.
  const start = group.inverted !== null && group.inverted < group.to ? group.inverted + 1 : from
  return { start: tokens[start]?.start ?? 0, end: tokens[to]?.end ?? 0 }
}

/** "avant d'ajouter", "tente-t-il de corriger", "pour dire": an infinitive that goes on speaking. */
function opensContinuation(tokens: readonly Token[], group: VerbGroup, rules: LanguageRules): boolean {
  const before = tokens[group.from - 1]?.low ?? ''
  const earlier = tokens[group.from - 2]?.low ?? ''
  if (rules.language === 'en') return before === 'to' && /^(?:on|went)$/.test(earlier)
  return (before === 'de' || before === "d'") && (earlier === 'avant' || /-(?:il|elle)$/.test(earlier))
}

/** The subject of a main clause that follows: "Confirmant l'arrêt des combats, il a assuré …". */
function laterSubject(sentence: Sentence, group: VerbGroup, rules: LanguageRules): Range | null {
  if (group.from > 1) return null
  const comma = sentence.tokens.findIndex(({ text }, i) => i > group.to && text === ',')
  return comma < 0 ? null : nounPhraseAt(sentence, comma + 1, rules)
}

/** "a dit Abdou Dardar, un responsable …", "déclare à l'AFP Jean-Philippe Magnen". */
function speakerAfter(sentence: Sentence, at: number, rules: LanguageRules): Range | null {
  const { tokens } = sentence
  let from = at
  while (isAdverb(tokens[from]?.low ?? '', rules)) from++
  if (rules.addressees.has(tokens[from]?.low ?? '')) {
    from++
    if (/^(?:de|du|d')$/.test(tokens[from]?.low ?? '')) from++
    if (rules.determiners.has(tokens[from]?.low ?? '')) from++
    if (/^\p{Lu}/u.test(tokens[from]?.text ?? '') || rules.outlets.has(tokens[from]?.low ?? '')) from++
    else return null
    while (/^\d+$/.test(tokens[from]?.text ?? '') || isTimeLike(tokens[from])) from++
  }
  while (isTimeLike(tokens[from])) from++
  if (tokens[from]?.text === ',') from++
  return nounPhraseAt(sentence, from, rules)
}
const isTimeLike = (token: Token | undefined) =>
  token !== undefined &&
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui|matin|soir|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/.test(
    token.low,
  )

/** What stands before the cue: the quotation right before it, or the clause from the start of the sentence. */
function contentBefore(
  doc: Doc,
  sentence: Sentence,
  end: number,
  groups: readonly VerbGroup[],
  rules: LanguageRules,
): Content | null {
  const { tokens } = sentence
  let from = 0
  for (let i = end - 1; i >= 0; i--)
    if (/^[;:]$/.test(tokens[i]?.text ?? '') && i < end - 1) {
      from = i + 1
      break
    }
  const earlier = groups.filter((it) => it.to < end && it.form === 'finite' && it.from >= from)
  const lastComma = tokens.slice(from, end).findLastIndex(({ text }) => text === ',')
  let last = end - 1
  while (last > from && /^[,.]$/.test(tokens[last]?.text ?? '')) last--
  const quoted = tokens[last]
  // A dateline opens the document, not the sentence: "5 juillet 2012. - Un lycéen …".
  while (from < end && /^[-–—]$/.test(tokens[from]?.text ?? '')) from++
  const range = { from, to: end }
  if (quoted?.quote !== null && quoted !== undefined) {
    const others = tokens.slice(from, last).filter(({ text }) => !/^[,.]$/.test(text))
    // « A », dit X, « B », ajoute-t-il: only the last quotation belongs to the last cue.
    if (others.length === 0 || earlier.length > 0) return contentOf(doc, sentence, { from: last, to: last + 1 })
    return contentOf(doc, sentence, range)
  }
  if (lastComma < 0 && !tokens.slice(from, end).some(({ quote }) => quote !== null)) return null
  if (!tokens.slice(from, end).some(({ quote }) => quote !== null) && !hasFiniteVerb(tokens, range, rules)) return null
  if (tokens[end - 1]?.text !== ',' && !tokens.slice(from, end).some(({ quote }) => quote !== null)) return null
  return contentOf(doc, sentence, range)
}

/** « A », dit X, « B ». The words after the speaker go on. */
function joined(doc: Doc, sentence: Sentence, content: Content, at: number, rules: LanguageRules): Content {
  const { tokens } = sentence
  let i = at
  while (/^[,.:]$/.test(tokens[i]?.text ?? '')) i++
  const next = tokens[i]
  if (next?.quote == null || tokens[at]?.text !== ',' || accordingAt(tokens, i, rules)) return content
  const more = contentOf(doc, sentence, { from: i, to: i + 1 })
  return more && content.type === 'direct'
    ? { ...content, spans: [...content.spans, ...more.spans], quotes: [...content.quotes, ...more.quotes] }
    : content
}

/** "Il est, disent-ils, la langue de …": a head too short to be the report goes on behind the cue. */
function around(
  doc: Doc,
  sentence: Sentence,
  content: Content,
  group: VerbGroup,
  groups: readonly VerbGroup[],
  rules: LanguageRules,
): Content {
  const at = group.to + 1
  if (content.type !== 'indirect' || sentence.tokens[at]?.text !== ',' || group.from > SHORT_HEAD) return content
  const rest = contentOf(doc, sentence, { from: at, to: clauseEnd(sentence, at + 1, groups, rules) })
  return rest
    ? { ...rest, type: rest.type === 'direct' ? 'mixed' : rest.type, spans: [...content.spans, ...rest.spans] }
    : content
}
const SHORT_HEAD = 6

/** What stands behind the cue, by the first frame that fits. */
function contentAfter(
  doc: Doc,
  sentence: Sentence,
  group: VerbGroup,
  groups: readonly VerbGroup[],
  rules: LanguageRules,
): { content: Content; rule: AttributionRule } | null {
  const { tokens } = sentence
  const from = group.to + 1
  const make = (range: Range | null, rule: AttributionRule) => {
    const content = range && contentOf(doc, sentence, range)
    return content ? { content, rule } : null
  }
  const lemma = group.forms[0]?.lemma ?? ''
  if (lemma === 'faire') return afterFaire(doc, sentence, from, groups, rules)
  if (
    /^(?:appeler|inviter|exhorter)$/.test(lemma) &&
    /^(?:à|au|aux)$/.test(tokens[from]?.low ?? '') &&
    !/^\p{Lu}/u.test(tokens[from + 1]?.text ?? '')
  )
    return make(
      {
        from: from + 1,
        to: objectAt(sentence, from + 1, groups, rules)?.to ?? clauseEnd(sentence, from, groups, rules),
      },
      'noun',
    )
  const isClausal =
    allows(group, 'clause') ||
    allows(group, 'mind') ||
    allows(group, 'infinitive') ||
    (group.isReflexive && allows(group, 'self'))
  for (let i = from; i < tokens.length && i <= from + REACH; i++) {
    const token = tokens[i] as Token
    if (/^[;.!?]$/.test(token.text)) break
    if (i > from && groups.some((it) => it !== group && it.form === 'finite' && it.from === i)) break
    if (
      token.text === ':' &&
      (allowsReport(group) || allows(group, 'noun')) &&
      (tokens[i + 1]?.quote != null || isPlainWay(tokens, from, i, rules))
    )
      return make(afterColon(sentence, i + 1, groups, rules), 'quoted')
    if (
      rules.that.has(token.low) &&
      isClausal &&
      (rules.language === 'en' || WITH_OBJECT.has(group.forms[0]?.lemma ?? '') || isPlainWay(tokens, from, i, rules)) &&
      !/^(?:plus|moins|autant|alors|ainsi|tandis|après|avant|tel|telle|autre|même|bien|afin)$/.test(
        tokens[i - 1]?.low ?? '',
      )
    )
      return make({ from: i + 1, to: clauseEnd(sentence, i + 1, groups, rules) }, 'clause')
    if (rules.relatives.has(token.low)) break
    if (token.quote !== null) {
      if (
        allows(group, 'name') &&
        i > from &&
        (/^(?:appeler|surnommer|traiter|call|dub|label|brand)$/.test(lemma) ||
          /^(?:de|d'|comme|as|un|une|a|an)$/.test(tokens[i - 1]?.low ?? '') ||
          /^(?:de |d'|comme |as )/i.test(wordsOf(doc, (doc.quotations[token.quote] as Quotation).inner)))
      )
        return make({ from: i, to: i + 1 }, 'naming')
      if (allowsReport(group) && isPlainWay(tokens, from, i, rules)) return make({ from: i, to: i + 1 }, 'quoted')
      break
    }
  }
  const first = tokens[from]
  if (!first) return null
  if (
    group.isReflexive &&
    /^(?:dit|disent|disait|dits?|dites?|déclar|montr)/.test(tokens[group.to]?.low ?? '') &&
    /(?:é|ée|és|ées|i|it|u|ux|eux|euse|ant|ent|aire|able|ible|ain|aine|ste|que|tif|tive|ble|me)s?$/.test(first.low)
  )
    return make({ from, to: clauseEnd(sentence, from, groups, rules) }, 'clause')
  if (allows(group, 'infinitive') || allows(group, 'clause')) {
    const start = /^(?:aux?|à)$/.test(first.low) && allows(group, 'infinitive') ? afterListener(tokens, from) : from
    const at = /^d[e']$/.test(tokens[start]?.low ?? '') ? start + 1 : start
    const verb = tokens[at]?.low === 'ne' || tokens[at]?.low === 'pas' ? at + 2 : at
    const isInfinitive =
      rules.language === 'fr' &&
      /^(?:ne|pas|avoir|être|s'être)$|(?:er|ir|oir|dre|tre|ire|ure|aire|vre)$/.test(tokens[at]?.low ?? '') &&
      !rules.determiners.has(tokens[at]?.low ?? '')
    const isOfVerb = at > start && allows(group, 'infinitive')
    const end = clauseEnd(sentence, at, groups, rules)
    if (isInfinitive && WISHES.has(lemma) && !tokens.slice(at, end).some(({ quote }) => quote !== null)) return null
    if (
      isInfinitive &&
      verb < tokens.length &&
      (isOfVerb || (at === from && allows(group, 'clause') && rules.language === 'fr'))
    )
      return make({ from: at, to: end }, 'infinitive')
    if (rules.language === 'en' && first.low === 'to' && allows(group, 'infinitive'))
      return make({ from, to: clauseEnd(sentence, from, groups, rules) }, 'infinitive')
  }
  if (rules.language === 'en') {
    if (first.text === ',' && tokens[from + 1]?.text === "'" && allowsReport(group))
      return make({ from: from + 1, to: clauseEnd(sentence, from + 1, groups, rules) }, 'quoted')
    const bare = allows(group, 'clause') || allows(group, 'mind') ? bareClause(sentence, from, groups, rules) : null
    if (bare) return make(bare, 'clause')
  }
  if (allows(group, 'noun')) {
    let at = from
    while (
      isAdverb(tokens[at]?.low ?? '', rules) ||
      isTimeLike(tokens[at]) ||
      /^\d{1,2}$/.test(tokens[at]?.text ?? '') ||
      rules.months.has(tokens[at]?.low ?? '')
    )
      at++
    if (tokens[at + 1]?.low === 'nouvelle' || tokens[at + 1]?.low === 'news') return null
    return make(objectAt(sentence, at, groups, rules), 'noun')
  }
  return null
}

/** Whether nothing but whom, where and when it was said stands between a verb and what it reports: no object of its own. */
function isPlainWay(tokens: readonly Token[], from: number, to: number, rules: LanguageRules): boolean {
  for (let i = from; i < to; i++) {
    const low = tokens[i]?.low ?? ''
    const before = tokens[i - 1]?.low ?? ''
    if (rules.determiners.has(low) && i > from && (rules.prepositions.has(before) || isTimeLike(tokens[i + 1])))
      continue
    if (rules.determiners.has(low) && !isTimeLike(tokens[i + 1])) return false
  }
  return true
}

/** "fait savoir que …", "fait part de …", "fait état de …". */
function afterFaire(
  doc: Doc,
  sentence: Sentence,
  from: number,
  groups: readonly VerbGroup[],
  rules: LanguageRules,
): { content: Content; rule: AttributionRule } | null {
  const { tokens } = sentence
  const word = tokens[from]?.low ?? ''
  if (/^(?:savoir|valoir|remarquer|observer|comprendre)$/.test(word)) {
    const at = tokens.findIndex(
      ({ low, text }, i) => i > from && i < from + REACH && (rules.that.has(low) || text === ':'),
    )
    const content =
      at < 0 ? null : contentOf(doc, sentence, { from: at + 1, to: clauseEnd(sentence, at + 1, groups, rules) })
    return content && { content, rule: 'clause' }
  }
  if (!/^(?:part|état|mention)$/.test(word)) return null
  const at = tokens.findIndex(({ low }, i) => i > from && i < from + 8 && /^(?:de|du|d'|des)$/.test(low))
  const content =
    at < 0
      ? null
      : contentOf(doc, sentence, {
          from: at + 1,
          to: objectAt(sentence, at + 1, groups, rules)?.to ?? clauseEnd(sentence, at, groups, rules),
        })
  return content && { content, rule: 'noun' }
}

/** Where the words to whom something is asked end: "demande aux pilotes de ne pas suivre". */
function afterListener(tokens: readonly Token[], from: number): number {
  for (let i = from + 1; i < tokens.length && i < from + 8; i++)
    if (/^d[e']$/.test(tokens[i]?.low ?? '') && /(?:er|ir|re|ne|oir)$/.test(tokens[i + 1]?.low ?? '')) return i
  return from
}

function afterColon(sentence: Sentence, at: number, groups: readonly VerbGroup[], rules: LanguageRules): Range {
  const { tokens } = sentence
  if (tokens[at]?.quote != null) {
    let to = at + 1
    while (tokens[to]?.quote != null || (/^[,.]$/.test(tokens[to]?.text ?? '') && tokens[to + 1]?.quote != null)) to++
    return { from: at, to }
  }
  return { from: at, to: clauseEnd(sentence, at, groups, rules) }
}

/** English leaves "that" out: "said the rebels had taken the town". A clause starts with a subject. */
function bareClause(
  sentence: Sentence,
  from: number,
  groups: readonly VerbGroup[],
  rules: LanguageRules,
): Range | null {
  const { tokens } = sentence
  let at = from
  if (rules.addressees.has(tokens[at]?.low ?? '')) return null
  while (isAdverb(tokens[at]?.low ?? '', rules) || isTimeLike(tokens[at]) || tokens[at]?.low === 'on') at++
  const first = tokens[at]
  if (!first || !/^[\p{L}\d]/u.test(first.text)) return null
  const to = clauseEnd(sentence, at, groups, rules)
  if (/^(?:i|he|she|it|they|we|you|there|this|what|why|how|where|when|which|if|whether)$/.test(first.low))
    return to - at > 1 ? { from: at, to } : null
  if (rules.prepositions.has(first.low) || first.low === 'to') return null
  // The subject comes first: a verb that stands only behind "which", "that" or "to" is not the clause's own.
  const stop = tokens.findIndex(
    ({ low, text }, i) =>
      i >= at &&
      (rules.relatives.has(low) || rules.that.has(low) || /^(?:to|in|on|at|by|,)$/.test(low) || text === '.'),
  )
  return hasFiniteVerb(tokens, { from: at + 1, to: stop < 0 ? to : Math.min(stop, to) }, rules)
    ? { from: at, to }
    : null
}

/** "Une information confirmée par Serge Daniel": what is said is the noun phrase before. */
function ofPassive(
  doc: Doc,
  sentence: Sentence,
  group: VerbGroup,
  cue: Span,
  cueClass: CueClass,
  rules: LanguageRules,
): Part | null {
  const { tokens } = sentence
  if (!/^(?:par|by)$/.test(tokens[group.to + 1]?.low ?? '') || !allows(group, 'noun')) return null
  const speaker = nounPhraseAt(sentence, group.to + 2, rules)
  if (!speaker) return null
  const subject = subjectBefore(sentence, group, rules).range
  const content = subject && contentOf(doc, sentence, subject)
  return content ? { content, cue, source: { range: speaker, sentence }, cueClass, rule: 'passive' } : null
}

/** "Selon le Figaro, …", "…, selon lui", "…, d'après le ministère, …". */
function ofPreposition(
  doc: Doc,
  sentence: Sentence,
  at: number,
  groups: readonly VerbGroup[],
  rules: LanguageRules,
): Part | null {
  const { tokens } = sentence
  const matched = accordingAt(tokens, at, rules)
  if (!matched) return null
  const { cueClass, isWeak } = rules.according[matched.index] as LanguageRules['according'][number]
  const speaker = nounPhraseAt(sentence, matched.to, rules) ?? bareSource(tokens, matched.to)
  if (!speaker) return null
  const hasQuote = tokens.some(({ quote }) => quote !== null)
  const isPronoun = speaker.to - speaker.from === 1 && rules.pronouns.has(tokens[speaker.from]?.low ?? '')
  if (isWeak && !(tokens[speaker.to]?.text === ',' || tokens[speaker.to]?.text === ':')) return null
  if (isWeak && !(at <= 2 && (isPronoun || hasQuote))) return null
  const cue = { start: tokens[at]?.start ?? 0, end: tokens[matched.to - 1]?.end ?? 0 }
  const opens =
    at === 0 ||
    tokens
      .slice(0, at)
      .every(({ low, text }) => /^[-–—,]$/.test(text) || rules.conjunctions.has(low) || isAdverb(low, rules))
  // At the head of a sentence the source goes on to its comma: "Selon des analyses effectuées dans un laboratoire en Suisse, …".
  const isStop =
    (from: number) =>
    ({ text, quote }: Token, i: number) =>
      i >= from && (/^[,:]$/.test(text) || quote !== null)
  const [first, comma] = [tokens.findIndex(isStop(matched.to)), tokens.findIndex(isStop(speaker.to))]
  const hasApposition = first > 0 && first < speaker.to
  const isShort = comma > 0 && !hasFiniteVerb(tokens, { from: speaker.to, to: comma }, rules)
  // An apposition is closed by a comma; "Selon le rapport, le pilote qui …" has none.
  const reach = !opens ? speaker.to : hasApposition && comma !== speaker.to ? first : isShort ? comma : speaker.to
  const source = { range: { from: speaker.from, to: reach }, sentence }
  const end = reach
  if (opens) {
    let from = end
    while (/^[,:]$/.test(tokens[from]?.text ?? '')) from++
    const content = contentOf(doc, sentence, { from, to: clauseEnd(sentence, from, groups, rules) })
    return content
      ? { content: directIfQuoted(doc, sentence, content, from), cue, source, cueClass, rule: 'according' }
      : null
  }
  const isLast = end >= tokens.length - 1 || /^[.;)]$/.test(tokens[end]?.text ?? '')
  let from = 0
  for (let i = at - 1; i >= 0; i--)
    if (/^[;:(]$/.test(tokens[i]?.text ?? '') || rules.that.has(tokens[i]?.low ?? '')) {
      from = i + 1
      break
    }
  const head = contentOf(doc, sentence, { from, to: at })
  if (!head) return null
  const isFragment = head.quotes.length === 0 && !hasFiniteVerb(tokens, { from, to: at }, rules)
  if (isLast || tokens[end]?.text !== ',') return { content: head, cue, source, cueClass, rule: 'according' }
  const rest = contentOf(doc, sentence, { from: end, to: clauseEnd(sentence, end + 1, groups, rules) })
  if (!rest) return { content: head, cue, source, cueClass, rule: 'according' }
  if (isFragment) return { content: rest, cue, source, cueClass, rule: 'according' }
  const quotes = [...head.quotes, ...rest.quotes]
  const content: Content = {
    spans: [...head.spans, ...rest.spans],
    type: quotes.length > 0 ? 'mixed' : 'indirect',
    quotes,
  }
  return { content, cue, source, cueClass, rule: 'according' }
}

/** "de source policière", "selon plusieurs témoins": a source without a determiner. */
function bareSource(tokens: readonly Token[], from: number): Range | null {
  let to = from
  while (
    to < tokens.length &&
    tokens[to]?.quote === null &&
    /^[\p{L}\p{M}'\d-]+$/u.test(tokens[to]?.text ?? '') &&
    to - from < 12
  )
    to++
  return to > from ? { from, to } : null
}

/** One quotation up to the full stop is direct speech. */
function directIfQuoted(doc: Doc, sentence: Sentence, content: Content, from: number): Content {
  const first = sentence.tokens[from]
  const rest = sentence.tokens.slice(from + 1).filter(({ text }) => !/^[.,;!?]$/.test(text))
  return first?.quote != null && rest.length === 0
    ? (contentOf(doc, sentence, { from, to: from + 1 }) ?? content)
    : content
}

export const spanOfSource = ({ source }: Found): Span | null => (source ? spanOf(source.sentence, source.range) : null)
