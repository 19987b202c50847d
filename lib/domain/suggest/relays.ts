import type { Doc, Sentence, Token } from './document'
import type { Found } from './found'
import type { LanguageRules } from './rules'

const LEADS = /^(?:à|au|aux|sur|par|du|de|via|dans|auprès|avec|told|to|by|on|with)$/
/** "Interrogé par FRANCE 24, le ministre …": through whom all that he says next came. */
const CONTACT =
  /^(?:interrogé|contacté|joint|questionné|sollicité|invité)(?:e|s|es)?$|^(?:contacted|reached|interviewed)$/

/** Agencies and outlets the words reached the text through: "à l'AFP", "sur Europe 1", "told Reuters". */
export function relaysOf(doc: Doc, it: Found, rules: LanguageRules, speaker: string): string[] {
  if (it.outer !== null) return []
  const isInside = (at: number) => it.content.spans.some(({ start, end }) => at >= start && at < end)
  const found = outletsIn(doc, it.sentence, rules).filter(
    ({ start, name }) => !isInside(start) && !speaker.includes(name),
  )
  return [...new Set(found.map(({ name }) => name))]
}

/**
 * For each attribution the outlets its speaker was reached by earlier in the paragraph: "Contacté par FRANCE 24 via
 * Skype, un habitant a raconté la nuit. « … », a-t-il rapporté." It holds for whoever speaks first after it.
 */
export function contactsOf(
  doc: Doc,
  found: readonly Found[],
  names: readonly string[],
  rules: LanguageRules,
): string[][] {
  const contacts = doc.sentences.flatMap((sentence) => {
    if (!CONTACT.test(sentence.tokens[0]?.low ?? '')) return []
    const comma = sentence.tokens.find(({ text }) => text === ',')?.start ?? sentence.end
    const outlets = outletsIn(doc, sentence, rules).filter(({ start }) => start < comma)
    return outlets.length > 0 ? [{ ...sentence, outlets: [...new Set(outlets.map(({ name }) => name))] }] : []
  })
  let next = 0
  let open: { paragraph: number; outlets: string[]; speaker: string | null } | null = null
  return found.map((it, i) => {
    if (it.outer !== null) return []
    const at = it.sentence.start
    for (let contact = contacts[next]; contact && contact.start <= at; contact = contacts[++next])
      open = { paragraph: contact.paragraph, outlets: contact.outlets, speaker: null }
    if (open === null || open.paragraph !== it.sentence.paragraph) return []
    open.speaker ??= names[i] ?? ''
    return open.speaker === names[i] ? open.outlets : []
  })
}

const isName = (token: Token | undefined) => token !== undefined && /^\p{Lu}[\p{L}-]+$/u.test(token.text)

function outletsIn(doc: Doc, { tokens }: Sentence, rules: LanguageRules): { name: string; start: number }[] {
  return tokens.flatMap((token, i) => {
    if (!rules.outlets.has(token.low) || !/^\p{Lu}/u.test(token.text)) return []
    const start = rules.language === 'en' ? nameStart(tokens, i, rules) : i
    let from = start - 1
    while (from >= 0 && rules.determiners.has(tokens[from]?.low ?? '')) from--
    if (!LEADS.test(tokens[from]?.low ?? '')) return []
    return [{ name: doc.shadow.slice(tokens[start]?.start, nameStop(tokens, i)), start: token.start }]
  })
}

/** "Al Jazeera", "The New York Times": the capitals before the word the tables know. */
function nameStart(tokens: readonly Token[], at: number, rules: LanguageRules): number {
  let first = at
  while (first > 0 && isName(tokens[first - 1]) && !rules.determiners.has(tokens[first - 1]?.low ?? '')) first--
  return first
}

/** Names that no word belongs to: "a indiqué à Reuters Seydou Traoré". */
const WHOLE = /^(?:reuters|xinhua|skype|twitter|facebook|telegram|whatsapp)$/
/** "FRANCE 24", "Europe 1", but not the name of somebody behind "AFP". */
function nameStop(tokens: readonly Token[], at: number): number {
  const token = tokens[at] as Token
  const isAcronym = token.text === token.text.toUpperCase() && token.low !== 'france'
  let end = token.end
  for (const next of tokens.slice(at + 1, at + 6)) {
    const goesOn =
      next.start === end + 1 && (/^\d+$/.test(next.text) || (/^\p{Lu}/u.test(next.text) && !WHOLE.test(token.low)))
    if (!goesOn || (isAcronym && /^\p{Lu}[\p{Ll}-]+$/u.test(next.text))) break
    end = next.end
  }
  return end
}
