import type { Attribution } from './attribution'
import { type Doc, type Sentence, type Span, spanAt } from './document'
import { holdersOf } from './holders'
import { nounPhraseAt, spanOf } from './noun-phrases'
import { rulesOf } from './rules'
import { subjectBefore } from './subjects'

/** Classes of events that are compared; statements of different classes never are (suggestions.md part 3). */
export const FRAME_CLASSES = ['capture', 'advance', 'deployment', 'request', 'killing', 'retreat'] as const
export type FrameClass = (typeof FRAME_CLASSES)[number]

/** One mention of an event: the trigger and what the clause says of it. `actors` are names, `generic` labels such as "les islamistes". */
export type Frame = {
  frameClass: FrameClass
  trigger: Span
  clause: Span
  paragraph: number
  actors: string[]
  generic: string[]
  actorSpan: Span | null
  places: { text: string; span: Span }[]
  degree: Span | null
  time: Span | null
  /** In a heading, in the writer's own voice, or inside somebody's words. */
  attribution: Attribution | null
  isHeading: boolean
  modality: 'fact' | 'intention' | 'possibility'
}

type Trigger = { frameClass: FrameClass; words: RegExp; passive?: boolean }
/** Triggers by class. `\b` does not know accents, so word edges are spelled out. */
const L = '(?<![\\p{L}\\p{M}])'
const R = '(?![\\p{L}\\p{M}])'
const trigger = (frameClass: FrameClass, words: string): Trigger => ({
  frameClass,
  words: new RegExp(`${L}(?:${words})${R}`, 'giu'),
})
const TRIGGERS: Record<'fr' | 'en', readonly Trigger[]> = {
  fr: [
    trigger(
      'capture',
      "(?:s'est|se sont|s'était|s'étaient) (?:à nouveau )?emparée?s?|s'empar(?:e|ent|er|ait|aient)|(?:a|ont|avait|avaient) (?:pris|conquis|capturé|investi|occupé)(?! (?:position|part|la parole|acte|fin|soin))|(?:la|cette) (?:prise|capture|conquête|chute) d(?:e|u)|contrôl(?:e|ent|ons|ait|aient)|occup(?:e|ent|ait|aient)|occupant|(?:est|sont) tombée?s? aux mains d(?:e|u|es)|(?:sommes|sont|est) (?:actuellement |désormais |entrée?s? )?(?:à|dans)(?= \\p{Lu})",
    ),
    trigger(
      'retreat',
      "(?:retrait|repli|retraite) d(?:e|u|es)|se (?:retire|retirent|replie|replient)|(?:s'est|se sont) (?:retirée?s?|repliée?s?)",
    ),
    trigger(
      'advance',
      'progress(?:e|ent|er|ait|aient|ion)|avanc(?:e|ent|ée|er|aient|ait)|poursuivre (?:leur (?:progression|avancée)|vers)|continuer(?:" à progresser)?',
    ),
    trigger(
      'deployment',
      '(?:a|ont|avait|avaient) pris position|en position|(?:ont été |a été |est |sont )?déployée?s?|(?:ce |le |un )déploiement',
    ),
    trigger(
      'request',
      "(?:a |ont )?demand(?:e|ent|é|ait)(?= l'aide| une intervention| un appui| un soutien| de l'aide)|(?:a|ont) (?:appelé|sollicité|réclamé)(?= l'aide| une intervention| à l'aide)|appel(?:le|lent) à l'aide",
    ),
    trigger('killing', '(?:a|ont) (?:été )?tuée?s?|(?:morts|tués|victimes|décès)'),
  ],
  en: [
    trigger(
      'capture',
      '(?:have |has |had )?(?:seized|captured|overran|retaken|taken)|took(?: control of)?(?= the | \\p{Lu})|(?:take|taken|took|in) control of|controls?|occup(?:y|ies|ied)|fell to|(?:capture|seizure|fall) of',
    ),
    trigger('retreat', 'withdrew|withdrawal of|retreat(?:ed)?|pulled out'),
    trigger('advance', 'advanc(?:e|ed|ing)|push(?:ed|ing)? (?:on|south|north)'),
    trigger('deployment', '(?:have |has |had )?(?:taken|took) up positions?|deploy(?:ed|ment)|in position'),
    trigger('request', '(?:asked|appealed|called|requested)(?: for)?(?= help| military| intervention| assistance)'),
    trigger('killing', '(?:were |was )?killed|dead|deaths'),
  ],
}

const GENERIC: Record<'fr' | 'en', RegExp> = {
  fr: /(?:(?:groupes?|rebelles?|combattants?|militants?|miliciens?) (?:(?:islamistes?|djihadistes?|armés?|radicaux|terroristes?)[ ]?)+|islamistes?(?: armés| radicaux)?|djihadistes?|jihadistes?|rebelles?|insurgés?|miliciens?|assaillants?|terroristes?|combattants?)/giu,
  en: /(?:(?:islamist|jihadist|armed|rebel|militant) (?:groups?|fighters?|rebels?|militants?)|islamists?|jihadists?|rebels?|insurgents?|militants?|gunmen|attackers?|terrorists?)/giu,
}
const DEGREE: Record<'fr' | 'en', RegExp> = {
  fr: /presque (?:en totalité|entièrement|totalement|tout)|en (?:grande )?partie|partiellement|en totalité|entièrement|totalement|la (?:majeure partie|quasi-totalité|moitié)|pas (?:encore )?entièrement/iu,
  en: /almost (?:entirely|all|completely)|partly|partially|most of|entirely|completely|half of|parts of/iu,
}
const WEEKDAY: Record<'fr' | 'en', RegExp> = {
  fr: /(?:ce |dès )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui)(?: (?:matin|midi|après-midi|soir|dernier))?|dans la (?:nuit|soirée|matinée)(?: d(?:e|u) \p{L}+)?/iu,
  en: /(?:on |late |early )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)(?: (?:morning|afternoon|evening|night))?|overnight/iu,
}
const PLACE: Record<'fr' | 'en', RegExp> = {
  fr: /(?<![\p{L}])(?:(?:la |cette )?(?:localité|ville|cité|région|commune|village|bourg|agglomération)(?: [\p{Ll}]+)? de |(?:prise|capture|chute|conquête) de |à |dans |sur |contrôle(?:nt|ons)? )(\p{Lu}[\p{L}\p{M}'-]+)/gu,
  en: /(?<![\p{L}])(?:the (?:town|city|village|region|district) of |(?:capture|seizure|fall) of |in |at |on |seized |captured |took |controls? |to )(\p{Lu}[\p{L}\p{M}'-]+)/gu,
}
const INTENTION =
  /(?:allons|va|vont|compte|comptent|entend|entendent|veut|veulent|prévoit|going to|plans? to|intends? to|will) /iu
const POSSIBILITY = /(?:pourr(?:ait|aient)|devr(?:ait|aient)|risque(?:nt)? de|peut-être|could|might|may) /iu

/** Labels in a few words that name nobody: "les islamistes", "rebel fighters". */
export const genericIn = (words: string, language: 'fr' | 'en'): string[] =>
  [...words.matchAll(GENERIC[language])].map(([text]) => text.trim())

/** The classes of events a sentence speaks of. */
export const classesIn = (text: string, language: 'fr' | 'en'): FrameClass[] =>
  TRIGGERS[language].filter(({ words }) => text.search(words) >= 0).map(({ frameClass }) => frameClass)

/** Every mention of an event of a known class, with what its clause says. */
export function framesOf(doc: Doc, language: 'fr' | 'en', attributions: readonly Attribution[]): Frame[] {
  const found: Frame[] = []
  const holder = holdersOf(attributions)
  for (const { frameClass, words } of TRIGGERS[language])
    for (const match of doc.shadow.matchAll(words)) {
      const span = { start: match.index, end: match.index + match[0].length }
      const sentence = sentenceAround(doc, span)
      if (sentence) found.push(frameOf(doc, language, holder(span), sentence, frameClass, span))
    }
  return found.sort((a, b) => a.trigger.start - b.trigger.start)
}

const sentenceAround = (doc: Doc, { start, end }: Span): (Sentence & { inner: Span }) | null => {
  const sentence = spanAt(doc.sentences, start)
  if (!sentence || end > sentence.end) return null
  // Inside a quotation the clause is the quoted sentence, not the one that reports it.
  const quotation = sentence.tokens
    .flatMap(({ quote }) => (quote === null ? [] : [doc.quotations[quote]]))
    .find((it) => it && it.inner.start <= start && end <= it.inner.end)
  const bounds = quotation?.inner ?? sentence
  const before = doc.shadow.slice(bounds.start, start)
  const breaks = [...before.matchAll(/(?:\(\.\.\.\)|[.;!?]) /gu)].at(-1)
  const from = breaks ? bounds.start + breaks.index + breaks[0].length : bounds.start
  const after = /[.;]\s|[.;]$|\(\.\.\.\)/.exec(doc.shadow.slice(end, bounds.end))
  const to = after ? end + after.index : bounds.end
  return { ...sentence, inner: { start: from, end: to } }
}

function frameOf(
  doc: Doc,
  language: 'fr' | 'en',
  attribution: Attribution | null,
  sentence: Sentence & { inner: Span },
  frameClass: FrameClass,
  span: Span,
): Frame {
  const clause = sentence.inner
  const words = doc.shadow.slice(clause.start, clause.end)
  const { actors, generic, actorSpan } = actorsOf(doc, language, sentence, span, attribution)
  const at = (found: RegExpExecArray | null, from: number): Span | null =>
    found ? { start: from + found.index, end: from + found.index + found[0].length } : null
  const places = [...words.matchAll(PLACE[language])].map((match) => {
    const text = match[1] ?? ''
    const start = clause.start + match.index + match[0].length - text.length
    return { text, span: { start, end: start + text.length } }
  })
  const near = doc.shadow.slice(Math.max(clause.start, span.start - 60), span.start)
  return {
    ...{
      frameClass,
      trigger: span,
      clause,
      paragraph: sentence.paragraph,
      actors,
      generic,
      actorSpan,
      places,
      attribution,
    },
    degree: at(DEGREE[language].exec(words), clause.start),
    time: timeNear(doc, language, sentence, span),
    isHeading: doc.paragraphs[sentence.paragraph]?.isHeading ?? false,
    modality: POSSIBILITY.test(near) ? 'possibility' : INTENTION.test(near) ? 'intention' : 'fact',
  }
}

/** The words of time of the clause: behind the trigger before anything else, then before it. */
function timeNear(doc: Doc, language: 'fr' | 'en', sentence: Sentence, span: Span): Span | null {
  const rest = doc.shadow.slice(span.end, Math.min(sentence.end, span.end + 60)).split(/[,;."]/)[0] ?? ''
  const found = WEEKDAY[language].exec(rest)
  return found ? { start: span.end + found.index, end: span.end + found.index + found[0].length } : null
}

const NOMINAL = /(?:prise|capture|chute|conquête|seizure|fall|retrait|withdrawal|déploiement|deployment)/iu
const FIRST_PERSON = /(?<![\p{L}])(?:nous|we|j'|je|i)(?![\p{L}])/iu

function actorsOf(
  doc: Doc,
  language: 'fr' | 'en',
  sentence: Sentence & { inner: Span },
  span: Span,
  attribution: Attribution | null,
) {
  const rules = rulesOf(language)
  const before = doc.shadow.slice(sentence.inner.start, span.end)
  let area: Span = { start: sentence.inner.start, end: span.start }
  if (NOMINAL.test(doc.shadow.slice(span.start, span.end))) {
    // "la prise de la ville par les islamistes"; else whoever announces it.
    const by = /(?<!\p{L})(?:par|by) ([^,.;"«]{3,80})/u.exec(
      doc.shadow.slice(span.end, Math.min(sentence.inner.end, span.end + 90)),
    )
    const from = by ? span.end + by.index : 0
    if (by) area = { start: from, end: from + by[0].length }
    else if (attribution?.source) area = attribution.source
    else area = { start: span.start, end: span.start }
  } else if (FIRST_PERSON.test(before) && attribution?.source) {
    // "Nous contrôlons": the side the speaker speaks for.
    area = attribution.source
  } else {
    const at = sentence.tokens.findIndex(({ start, quote }) => quote === null && start >= span.start)
    const group = {
      from: at,
      to: at,
      forms: [],
      form: 'finite' as const,
      isReflexive: false,
      isNegated: false,
      inverted: null,
    }
    const subject = at > 0 ? subjectBefore(sentence, group, rules).range : null
    const relative = /(?<!\p{L})(?:qui|who|which|that) (?:\p{L}+ )?$/u.exec(
      doc.shadow.slice(sentence.inner.start, span.start),
    )
    const clitic = at > 0 && subject === null ? nounPhraseAt(sentence, 0, rules) : subject
    // "l'avancée d'Aqmi et du MUJAO qui se sont emparés": everybody named before the relative pronoun may be meant.
    if (relative) area = { start: sentence.inner.start, end: sentence.inner.start + relative.index }
    else if (clitic) area = spanOf(sentence, clitic)
  }
  const words = doc.shadow.slice(area.start, area.end)
  const generic = genericIn(words, language)
  return { actors: organisationsIn(words, generic, attribution?.sourceName ?? ''), generic, actorSpan: area }
}

/** Names of groups in a noun phrase: not the person who speaks, not a place. */
function organisationsIn(words: string, generic: readonly string[], speaker: string): string[] {
  const groups =
    /(?:al-|el-)?\p{Lu}[\p{L}\p{M}-]+(?:(?: (?:de |du |des |d'|la |le |l'|au |aux |en |pour |of |the |in |for )*(?:l'|d')?[\p{L}\p{M}]+){0,7}(?= \()|(?: \p{Lu}[\p{L}\p{M}-]+)*)(?: \((?<short>[\p{L}]{3,8})\))?/gu
  const found: string[] = []
  for (const match of words.matchAll(groups)) {
    const short = match.groups?.short
    const name = short ?? match[0]
    if (speaker && (speaker.includes(name) || name.includes(speaker))) continue
    const led = words.slice(0, match.index)
    const isGroup =
      short !== undefined ||
      /^(?:al-|el-)/.test(name) ||
      /^\p{Lu}{3,}$/u.test(name) ||
      /(?:groupe|mouvement|parti|front|milice|armée|group|movement|party|militia)(?: \p{Ll}+)? $/u.test(led) ||
      (generic.length > 0 && /(?:groupe|du|d'|of) $/.test(led))
    if (isGroup) found.push(name)
  }
  return [...new Set(found)]
}
