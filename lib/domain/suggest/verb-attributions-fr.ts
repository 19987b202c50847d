import type { CueClass } from './attribution'
import { contentOf } from './content'
import { frenchAfter } from './content-after-fr'
import { around, contentBefore, joined } from './content-before'
import type { Doc, Sentence, Span, Token } from './document'
import { asSource, type Found, type Part } from './found'
import { nounPhraseAt, type Range } from './noun-phrases'
import type { LanguageRules } from './rules'
import { mainSubject, subjectBefore } from './subjects'
import { allows, allowsReport, isAdverb, isTimeLike, type VerbGroup } from './verb-group'

/** What a French reporting verb attributes, or null when it reports nothing here. */
export function ofFrenchVerb(
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
      frenchAfter(doc, sentence, group, groups, rules)?.content
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
  if (group.form === 'infinitive' && !opensContinuation(tokens, group)) return null
  const carriedFrom = earlier.at(-1)?.source ?? null
  if (group.form === 'present' || group.form === 'infinitive') {
    const after = frenchAfter(doc, sentence, group, groups, rules)
    if (!after) return null
    const main =
      carriedFrom ??
      asSource(sentence, mainSubject(sentence, group.from, rules) ?? laterSubject(sentence, group, rules))
    return { content: after.content, cue, source: main, cueClass, rule: 'gerund' }
  }
  const said = ofCommented(doc, sentence, group, rules)
  if (said) return { ...said, cue, cueClass }
  const subject = subjectBefore(sentence, group, rules)
  const after = frenchAfter(doc, sentence, group, groups, rules)
  const before = tokens[group.from - 1]
  const opensClause = !before || before.text === ',' || before.quote !== null || subject.range === null
  // "…, explique Joechen Zaumseil" : the words come first, the speaker behind the verb.
  // "…, croit savoir le quotidien": two verbs that are one.
  const verb = tokens[group.to + 1]?.low === 'savoir' ? group.to + 1 : group.to
  if (opensClause && (!after || after.rule === 'noun' || after.rule === 'quoted' || verb > group.to)) {
    const speaker = speakerAfter(sentence, verb + 1, rules)
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
  if (!after) return null
  const source = subject.range
    ? asSource(sentence, subject.range)
    : (carriedFrom ?? asSource(sentence, mainSubject(sentence, group.from, rules)))
  if (!source) return null
  return { content: after.content, cue, source, cueClass, rule: after.rule }
}

/** "…, ce que dément l'ancien directeur": the clause before is what is spoken of, and who speaks stands behind. */
function ofCommented(
  doc: Doc,
  sentence: Sentence,
  group: VerbGroup,
  rules: LanguageRules,
): Pick<Part, 'content' | 'source' | 'rule'> | null {
  const { tokens } = sentence
  const at = group.from - 1
  if (!rules.that.has(tokens[at]?.low ?? '') || tokens[at - 1]?.low !== 'ce' || tokens[at - 2]?.text !== ',')
    return null
  const speaker = speakerAfter(sentence, group.to + 1, rules)
  let from = at - 2
  while (from > 0 && !/^[;:]$/.test(tokens[from - 1]?.text ?? '')) from--
  const content = speaker && contentOf(doc, sentence, { from, to: at - 2 })
  return content && { content, source: { range: speaker, sentence }, rule: 'postposed' }
}

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
function opensContinuation(tokens: readonly Token[], group: VerbGroup): boolean {
  const before = tokens[group.from - 1]?.low ?? ''
  const earlier = tokens[group.from - 2]?.low ?? ''
  return (before === 'de' || before === "d'") && (earlier === 'avant' || /-(?:il|elle)$/.test(earlier))
}

/** The subject of a main clause that follows: "Confirmant l'arrêt des combats, il a assuré …". */
function laterSubject(sentence: Sentence, group: VerbGroup, rules: LanguageRules): Range | null {
  if (group.from > 1) return null
  const comma = sentence.tokens.findIndex(({ text }, i) => i > group.to && text === ',')
  return comma < 0 ? null : nounPhraseAt(sentence, comma + 1, rules)
}

/** "a dit Abdou Dardar, un responsable …", "déclare à l'AFP Jean-Philippe Magnen". */
export function speakerAfter(sentence: Sentence, at: number, rules: LanguageRules): Range | null {
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
  if (tokens[group.to + 1]?.low !== 'par' || !allows(group, 'noun')) return null
  const speaker = nounPhraseAt(sentence, group.to + 2, rules)
  if (!speaker) return null
  const subject = subjectBefore(sentence, group, rules).range
  const content = subject && contentOf(doc, sentence, subject)
  return content ? { content, cue, source: { range: speaker, sentence }, cueClass, rule: 'passive' } : null
}
