import type { Attribution } from './attribution'
import type { Doc } from './document'
import { findAttributions } from './find-attributions'
import { spanOfSource } from './found'
import { contactsOf, relaysOf } from './relays'
import { startingConfidence } from './rule-starts'
import { rulesOf } from './rules'
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
  const names = speakers.map(({ speaker }) => speaker?.name ?? '')
  const contacts = contactsOf(doc, found, names, rules)
  return found.flatMap((it, i) => {
    const { speaker = null, span = null } = speakers[i] ?? {}
    if (it.rule === 'floating' && !speaker) return []
    const words = it.content.spans.map(({ start, end }) => doc.shadow.slice(start, end)).join(' ')
    const outer = it.outer === null ? '' : (nameInside.get(it.outer) ?? '')
    const relays = relaysOf(doc, it, rules, speaker?.name ?? '')
    return [
      {
        content: it.content.spans,
        type: it.content.type,
        cue: it.cue,
        source: it.rule === 'floating' ? span : (span ?? spanOfSource(it)),
        sourceName: speaker?.name ?? null,
        via: [...new Set([...(outer && outer !== speaker?.name ? [outer] : []), ...(contacts[i] ?? []), ...relays])],
        cueClass: it.cueClass,
        hedged: rules.hedges.test(words) && it.content.type !== 'direct',
        rule: it.rule,
        confidence: startingConfidence('claim', it.rule),
      },
    ]
  })
}
