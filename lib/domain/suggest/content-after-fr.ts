import type { AttributionRule } from './attribution'
import { type Content, clauseEnd, contentOf, objectAt } from './content'
import { type Doc, type Quotation, type Sentence, type Token, wordsOf } from './document'
import type { Range } from './noun-phrases'
import type { LanguageRules } from './rules'
import { allows, allowsReport, isAdverb, isTimeLike, type VerbGroup } from './verb-group'

/** How far behind its verb a "que" or a colon may stand, in words. */
const REACH = 14
/** Verbs whose listener is their object: "informe les habitants que". */
const WITH_OBJECT = new Set(['informer', 'prévenir', 'avertir', 'assurer', 'rassurer', 'alerter'])
/** Verbs that tell a question: what "explains why" is as often a fact as somebody. */
const TELLS = /^(?:raconter|dire|préciser|indiquer|rappeler|révéler)$/
/** Wishes are statements only when quoted: "souhaite profiter de la croissance" is the writer's word for a plan. */
const WISHES = new Set(['souhaiter', 'vouloir', 'espérer', 'craindre', 'redouter'])

/** What stands behind a French cue, by the first frame that fits. */
export function frenchAfter(
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
    allows(group, 'clause') || allows(group, 'infinitive') || (group.isReflexive && allows(group, 'self'))
  for (let i = from; i < tokens.length && i <= from + REACH; i++) {
    const token = tokens[i] as Token
    if (/^[;.!?]$/.test(token.text)) break
    // "a démenti, affirmant que": what follows another verb is that one's.
    if (i > from && groups.some((it) => it !== group && /^(?:finite|present)$/.test(it.form) && it.from === i)) break
    if (
      token.text === ':' &&
      (allowsReport(group) || allows(group, 'noun')) &&
      (tokens[i + 1]?.quote != null || isPlainWay(tokens, from, i, rules))
    )
      return make(afterColon(sentence, i + 1, groups, rules), 'quoted')
    if (
      rules.that.has(token.low) &&
      isClausal &&
      (WITH_OBJECT.has(group.forms[0]?.lemma ?? '') || isPlainWay(tokens, from, i, rules)) &&
      !/^(?:plus|moins|autant|alors|ainsi|tandis|après|avant|tel|telle|autre|même|bien|afin|ce)$/.test(
        tokens[i - 1]?.low ?? '',
      )
    )
      return make({ from: i + 1, to: clauseEnd(sentence, i + 1, groups, rules) }, 'clause')
    // "a raconté comment les factures étaient antidatées": a question that is told.
    if (/^(?:comment|pourquoi|combien)$/.test(token.low) && TELLS.test(lemma) && isPlainWay(tokens, from, i, rules))
      return make({ from: i, to: clauseEnd(sentence, i, groups, rules) }, 'clause')
    if (rules.relatives.has(token.low)) break
    if (token.quote !== null) {
      if (
        allows(group, 'name') &&
        i > from &&
        (/^(?:appeler|surnommer|traiter)$/.test(lemma) ||
          /^(?:de|d'|comme|un|une)$/.test(tokens[i - 1]?.low ?? '') ||
          /^(?:de |d'|comme )/i.test(wordsOf(doc, (doc.quotations[token.quote] as Quotation).inner)))
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
      /^(?:ne|pas|avoir|être|s'être)$|(?:er|ir|oir|dre|tre|ire|ure|aire|vre)$/.test(tokens[at]?.low ?? '') &&
      !rules.determiners.has(tokens[at]?.low ?? '')
    const isOfVerb = at > start && allows(group, 'infinitive')
    const end = clauseEnd(sentence, at, groups, rules)
    if (isInfinitive && WISHES.has(lemma) && !tokens.slice(at, end).some(({ quote }) => quote !== null)) return null
    if (isInfinitive && verb < tokens.length && (isOfVerb || (at === from && allows(group, 'clause'))))
      return make({ from: at, to: end }, 'infinitive')
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
    // "qui a requis l'anonymat" says how somebody speaks, not what they say.
    if (tokens[at + 1]?.low === 'nouvelle' || tokens[at + 1]?.low === 'anonymat') return null
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
