import { type Detector, quoted } from '../conflict-suggestion'
import type { Span } from '../document'
import { WORD_NUMBERS } from '../number-words'

const DURATION = {
  fr: new RegExp(
    `(?:au terme de|après|depuis|pendant) (?:environ |près de |plus de )?(?:\\d+|${WORD_NUMBERS}) (?:jours|semaines|mois|ans|années|heures)`,
    'giu',
  ),
  en: new RegExp(
    `(?:after|for|since) (?:about |nearly |more than )?(?:\\d+|${WORD_NUMBERS}) (?:days|weeks|months|years|hours)`,
    'giu',
  ),
}
const FIGHT = /combats|affrontements|violences|bombardements|siège|fighting|clashes|violence|shelling|siege|occup/iu

/** A figure in the writer's own voice with no source: how long the fighting lasted, since when. */
export const unsourcedFigure: Detector = ({ doc, attributions, language }) => {
  const inNarration = [...doc.shadow.matchAll(DURATION[language])]
    .map((it) => ({ start: it.index, end: it.index + it[0].length }))
    .filter(
      (span) =>
        !attributions.some(({ content }) => content.some(({ start, end }) => start <= span.start && span.end <= end)) &&
        !doc.quotations.some(({ start, end }) => start <= span.start && span.end <= end),
    )
    .filter((span) => FIGHT.test(doc.shadow.slice(Math.max(0, span.start - 80), span.end + 80)))
  if (inNarration.length === 0) return []
  return [
    {
      type: 'other',
      class: 'gap',
      spans: inNarration,
      why: {
        fr: `« ${inNarration.map((it) => quoted(doc, it)).join(' », « ')} » : chiffre sans source ni début.`,
        en: `“${inNarration.map((it) => quoted(doc, it)).join('”, “')}”: a figure with neither source nor start.`,
      },
      rule: 'unsourced_figure',
    },
  ]
}

const SIDES: Record<'fr' | 'en', readonly [label: { fr: string; en: string }, acts: RegExp, speaks: RegExp][]> = {
  fr: [
    [
      { fr: 'l’armée', en: 'the army' },
      /(?<!\p{L})(?:l'armée|les militaires|forces (?:armées|militaires))(?!\p{L})/iu,
      /armée|militaire|colonel|général|ministère de la défense|état-major/iu,
    ],
    [
      { fr: 'la France', en: 'France' },
      /(?:forces|troupes|avions|soldats)[^.,]{0,20} français|(?<![\p{L}-])Paris (?:devrait|a|va|annonce|refuse|promet|envoie)(?!\p{L})/u,
      /français|paris|élysée|quai d'orsay/iu,
    ],
    [{ fr: 'l’Allemagne', en: 'Germany' }, /(?:forces|troupes|soldats)[^.,]{0,30} allemand/u, /allemand|berlin/iu],
    [
      { fr: 'la police', en: 'the police' },
      /(?<!\p{L})(?:la police a|les policiers ont|police est accusée)/iu,
      /polic|préfet|ministère de l'intérieur|parquet|procureur/iu,
    ],
    [
      { fr: 'l’entreprise mise en cause', en: 'the company accused' },
      /mis(?:e|es)? en (?:cause|examen)/iu,
      /avocat|défense|porte-parole|direction/iu,
    ],
  ],
  en: [
    [
      { fr: 'l’armée', en: 'the army' },
      /(?<!\p{L})(?:the army|soldiers|troops|the military)(?!\p{L})/iu,
      /army|military|colonel|general|defen[cs]e/iu,
    ],
    [
      { fr: 'la police', en: 'the police' },
      /(?<!\p{L})police (?:shot|killed|arrested|are accused)/iu,
      /polic|prosecutor|interior/iu,
    ],
    [
      { fr: 'la partie accusée', en: 'the accused' },
      /(?:is|are|was|were) accused of/iu,
      /lawyer|den(?:y|ied|ies)|spokes/iu,
    ],
  ],
}

/** Parties whose acts are reported and who are never quoted, on or off the record. */
export const missingSide: Detector = ({ doc, attributions, language, frames }) => {
  if (
    frames.every(({ frameClass }) => frameClass !== 'capture' && frameClass !== 'deployment') &&
    !/accus|mis(?:e|es)? en (?:cause|examen)/iu.test(doc.shadow)
  )
    return []
  const sources = attributions
    .map(({ source, sourceName }) => `${sourceName ?? ''} ${source ? doc.shadow.slice(source.start, source.end) : ''}`)
    .join('\n')
  const silent = SIDES[language].flatMap(
    ([label, acts, speaks]): { label: { fr: string; en: string }; span: Span }[] => {
      const found = acts.exec(doc.shadow)
      return found && !speaks.test(sources)
        ? [{ label, span: { start: found.index, end: found.index + found[0].length } }]
        : []
    },
  )
  if (silent.length === 0) return []
  return [
    {
      type: 'missing_side',
      class: 'gap',
      spans: silent.map(({ span }) => span),
      why: {
        fr: `Le texte rapporte ce que font ${silent.map(({ label }) => label.fr).join(', ')} et ne les cite jamais.`,
        en: `The text reports what ${silent.map(({ label }) => label.en).join(', ')} do and never quotes them.`,
      },
      rule: 'missing_side',
    },
  ]
}
