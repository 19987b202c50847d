import type { Attribution } from './attribution'
import type { Doc } from './document'
import { findAttributions } from './find-attributions'
import { type Found, RULE_CONFIDENCE, spanOfSource } from './found'
import { type LanguageRules, rulesOf } from './rules'
import { resolveSpeakers } from './speakers'

/** The attributions of a document, with who speaks and through whom. Pure: same text, same tables, same answer. */
export function attributionsOf(doc: Doc, language: 'fr' | 'en'): Attribution[] {
  const rules = rulesOf(language)
  const found = findAttributions(doc, rules)
  const speakers = resolveSpeakers(doc, found, rules)
  const nameInside = new Map<number, string>()
  found.forEach((it, i) => {
    for (const quote of it.content.quotes)
      if (it.outer === null) nameInside.set(quote, speakers[i]?.speaker?.name ?? '')
  })
  return found.flatMap((it, i) => {
    const { speaker = null, span = null } = speakers[i] ?? {}
    if (it.rule === 'floating' && !speaker) return []
    const words = it.content.spans.map(({ start, end }) => doc.shadow.slice(start, end)).join(' ')
    const outer = it.outer === null ? '' : (nameInside.get(it.outer) ?? '')
    return [
      {
        content: it.content.spans,
        type: it.content.type,
        cue: it.cue,
        source: it.rule === 'floating' ? span : (span ?? spanOfSource(it)),
        sourceName: speaker?.name ?? null,
        via: [...(outer && outer !== speaker?.name ? [outer] : []), ...relaysOf(doc, it, rules, speaker?.name ?? '')],
        cueClass: it.cueClass,
        hedged: rules.hedges.test(words) && it.content.type !== 'direct',
        rule: it.rule,
        confidence: RULE_CONFIDENCE[it.rule],
      },
    ]
  })
}

/** Agencies and outlets the words reached the text through: "à l'AFP", "sur Europe 1", "told Reuters". */
function relaysOf(doc: Doc, it: Found, rules: LanguageRules, speaker: string): string[] {
  if (it.outer !== null) return []
  const { tokens } = it.sentence
  const found: string[] = []
  tokens.forEach((token, i) => {
    const inContent = it.content.spans.some(({ start, end }) => token.start >= start && token.start < end)
    if (inContent || token.quote !== null || !/^\p{Lu}/u.test(token.text) || !rules.outlets.has(token.low)) return
    let first = i // "Al Jazeera", "The New York Times"
    while (
      first > 0 &&
      rules.language === 'en' &&
      /^\p{Lu}[\p{L}-]+$/u.test(tokens[first - 1]?.text ?? '') &&
      !rules.determiners.has(tokens[first - 1]?.low ?? '')
    )
      first--
    let from = first - 1
    while (from >= 0 && rules.determiners.has(tokens[from]?.low ?? '')) from--
    if (!/^(?:à|au|aux|sur|par|du|de|via|dans|auprès|avec|told|to|by|on|with)$/.test(tokens[from]?.low ?? '')) return
    let end = token.end
    for (
      let next = tokens[i + 1];
      next && (/^\d+$/.test(next.text) || /^\p{Lu}/u.test(next.text)) && next.start === end + 1;
      next = tokens[tokens.indexOf(next) + 1]
    ) {
      if (/^\p{Lu}[\p{Ll}-]+$/u.test(next.text) && token.text === token.text.toUpperCase() && token.low !== 'france')
        break
      end = next.end
    }
    const name = doc.shadow.slice(tokens[first]?.start, end)
    if (!speaker.includes(name) && !found.includes(name)) found.push(name)
  })
  return found
}
