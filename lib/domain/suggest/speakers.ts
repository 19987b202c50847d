import type { Doc, Span } from './document'
import { type Found, isFirstPerson, spanOfSource } from './found'
import { type Agreement, agreement, agrees, headsOf } from './gender-and-number'
import { mentioned } from './mentions'
import { spanOf } from './noun-phrases'
import type { People } from './people'
import { looksLikePerson, properName, withoutDeterminer } from './proper-names'
import type { LanguageRules } from './rules'
import { mainSubject } from './subjects'
import { englishMainSubject } from './subjects-en'

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
  const known = mentioned(doc, rules)
  const active: Active[] = []
  const topics = topicsOf(doc, known, rules)
  const answers: Named[] = []
  /** Who speaks each quotation. "I" inside it is them; outside of any it is nobody the text names. */
  const inside = new Map<number, Speaker>()
  // In the order in which the source is read: a floating quotation takes the one before it.
  const order = found.map((it, i) => ({ it, i, at: placeOf(it) })).sort((a, b) => a.at - b.at)
  for (const { it, i, at } of order) {
    const isOwn = rules.language === 'en' && isFirstPerson(it)
    const named = isOwn
      ? { speaker: inside.get(it.outer ?? -1) ?? null, span: spanOfSource(it) }
      : it.source
        ? ofPhrase(doc, it, known, active, topics, inside.get(it.outer ?? -1), rules)
        : ofFloating(it, active)
    answers[i] = named
    if (it.outer === null && named.speaker) for (const quote of it.content.quotes) inside.set(quote, named.speaker)
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
  known: People,
  active: readonly Active[],
  topics: readonly Active[],
  outer: Speaker | undefined,
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
    return { speaker: byPronoun(pronoun, inverted ?? first, before, active, topics, known, outer), span: shown }
  }
  const words = clean(doc.shadow.slice(span.start, span.end))
  const lows = tokens.map(({ low }) => low)
  const heads = headsOf(lows, rules)
  const agreeing = agreement(first, lows, rules)
  const name = properName(words, rules)
  if (name) {
    const same = known.byName(name)
    const isPerson = looksLikePerson(name, heads, rules)
    const number = rules.language === 'en' ? 's' : agreeing.number
    if (!same) return { speaker: known.add({ name, heads, isPerson, ...agreeing, number, span }), span }
    for (const head of heads) same.heads.add(head)
    if (same.name.length < name.length && same.isPerson) known.rename(same, name)
    same.gender ??= agreeing.gender
    return { speaker: same, span }
  }
  // "le ministre", "le même chercheur", "le quotidien": somebody named before, if anybody fits.
  const earlier = it.outer === null ? lately(active).map(({ speaker }) => speaker) : []
  const isDefinite = /^(?:le|la|l'|les|ce|cet|cette|ces|the|this|these)$/.test(first)
  const hasHead = (one: Speaker) => [...heads].some((head) => one.heads.has(head))
  const byHead = isDefinite && (earlier.find(hasHead) ?? known.all.find(hasHead))
  if (byHead) return { speaker: byHead, span }
  const isAnaphoric = isDefinite && tokens.length <= 3 && [...heads].some((head) => ANAPHORIC.has(head))
  const fitting = isAnaphoric && earlier.find((one) => agrees(one, agreeing))
  if (fitting) return { speaker: fitting, span }
  return { speaker: known.add({ name: withoutDeterminer(words), heads, isPerson: false, ...agreeing, span }), span }
}

/** Functions that mean whoever was just speaking. */
const ANAPHORIC = new Set(
  'journaliste responsable universitaire chercheur chercheuse scientifique homme femme dernier dernière derniers intéressé documentaire élu élue politicien dirigeant quotidien journal rapport texte communiqué leader médecin expert officiel ministre président présidente auteur organisation association groupe parti spokesman official report newspaper man woman minister president group agency researcher scientist professor author'.split(
    ' ',
  ),
)

/** The last ones of a list in the order of the text, the latest first: nobody is meant from further back. */
function lately(list: readonly Active[], before = Number.POSITIVE_INFINITY): Active[] {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.at ?? 0) < before) low = middle + 1
    else high = middle
  }
  return list.slice(Math.max(0, low - MEMORY), low).reverse()
}
const MEMORY = 30

function byPronoun(
  wanted: Agreement,
  word: string,
  here: { paragraph: number; at: number },
  active: readonly Active[],
  topics: readonly Active[],
  known: People,
  /** Who says "he": somebody else is meant. */
  self: Speaker | undefined,
): Speaker | null {
  const isPersonal = /^(?:il|elle|lui|he|she)$/.test(word)
  const may = (one: Speaker) => one !== self && agrees(one, wanted)
  const fits = ({ speaker }: { speaker: Speaker }) => may(speaker) && (!isPersonal || speaker.isPerson)
  // In its own paragraph: whoever spoke or was the subject last. Else whoever spoke last, else whoever was named last.
  const near = [...lately(active, here.at), ...lately(topics, here.at)]
    .filter(({ paragraph }) => paragraph === here.paragraph)
    .sort((a, b) => b.at - a.at)
  const spoke = lately(active)
  const isNamed = (one: Speaker) => one.isPerson && may(one)
  return (
    near.find(fits)?.speaker ??
    spoke.find(fits)?.speaker ??
    spoke.find(({ speaker }) => may(speaker))?.speaker ??
    known.all.findLast((one) => isNamed(one) && one.span.end <= here.at) ??
    known.all.find(isNamed) ??
    null
  )
}

/** The people who are subjects of sentences. */
function topicsOf(doc: Doc, known: People, rules: LanguageRules): Active[] {
  return doc.sentences.flatMap((sentence) => {
    const mainOf = rules.language === 'en' ? englishMainSubject : mainSubject
    const range = mainOf(sentence, sentence.tokens.length, rules)
    if (!range) return []
    const span = spanOf(sentence, range)
    const words = clean(doc.shadow.slice(span.start, span.end))
    const name = properName(words, rules)
    const tokens = sentence.tokens.slice(range.from, range.to).map(({ low }) => low)
    const isMany = rules.language === 'en' && tokens.some((low) => /s$/.test(low) && rules.roles.has(low.slice(0, -1)))
    const isSomebody =
      isMany || (/^(?:un|une|a|an)$/.test(tokens[0] ?? '') && tokens.some((low) => rules.roles.has(low)))
    const speaker = name
      ? known.byName(name)
      : isSomebody
        ? known.add({
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
