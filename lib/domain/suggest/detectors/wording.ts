import { type Detector, quoted } from '../conflict-suggestion'
import type { Span } from '../document'

const KINDS = {
  fr: /(?<![\p{L}])(localité|ville|cité|village|bourg|commune|bourgade|hameau|capitale)(?: [\p{Ll}]+)? de (\p{Lu}[\p{L}-]+)/gu,
  en: /(?<![\p{L}])(town|city|village|locality|hamlet|settlement) of (\p{Lu}[\p{L}-]+)/gu,
}

/** One place called a town here and a village there. */
export const placeKind: Detector = ({ doc, names, language }) => {
  const byPlace = new Map<string, Map<string, Span[]>>()
  const first = new Map<string, string>()
  for (const { rule, surfaces } of names)
    if (rule === 'gazetteer' || rule === 'fold_key')
      for (const { text } of surfaces) if (!first.has(text)) first.set(text, surfaces[0]?.text ?? text)
  const canonical = (name: string) => first.get(name) ?? name
  for (const match of doc.shadow.matchAll(KINDS[language])) {
    const kinds = byPlace.get(canonical(match[2] ?? '')) ?? new Map<string, Span[]>()
    const kind = (match[1] ?? '').toLowerCase()
    kinds.set(kind, [...(kinds.get(kind) ?? []), { start: match.index, end: match.index + match[0].length }])
    byPlace.set(canonical(match[2] ?? ''), kinds)
  }
  return [...byPlace].flatMap(([place, kinds]) =>
    kinds.size < 2
      ? []
      : [
          {
            type: 'place' as const,
            class: 'variant' as const,
            spans: [...kinds.values()].flat(),
            why: {
              fr: `${place} est dit « ${[...kinds.keys()].join(' », « ')} » : de quoi parle-t-on, et de quelle étendue ?`,
              en: `${place} is called “${[...kinds.keys()].join('”, “')}”: what is meant, and how large?`,
            },
            rule: 'place_kind',
          },
        ],
  )
}

/** Labels for one side that list nobody: they hide who is meant. Three different ones are worth a look. */
export const actorLabels: Detector = ({ doc, frames, language }) => {
  const labels =
    language === 'fr'
      ? /(?<![\p{L}])(?:les |des )(?:groupes? islamistes? armés|rebelles (?:djihadistes|islamistes)|islamistes|djihadistes|jihadistes|rebelles|insurgés|terroristes|combattants)(?![\p{L}])/giu
      : /(?<![\p{L}])(?:the )?(?:islamist (?:rebels|fighters|groups)|jihadist (?:rebels|fighters)|islamists|jihadists|rebels|insurgents|militants|terrorists)(?![\p{L}])/giu
  if (frames.every(({ frameClass }) => frameClass !== 'capture')) return []
  const kinds = new Map<string, Span>()
  for (const match of doc.shadow.matchAll(labels)) {
    const key = match[0].toLowerCase().replace(/^(?:les|des|the) /, '')
    if (!kinds.has(key)) kinds.set(key, { start: match.index, end: match.index + match[0].length })
  }
  if (kinds.size < 3) return []
  return [
    {
      type: 'actor',
      class: 'variant',
      spans: [...kinds.values()],
      why: {
        fr: `Un même camp porte ici ${kinds.size} noms qui ne nomment personne : « ${[...kinds.keys()].join(' », « ')} ».`,
        en: `One side has ${kinds.size} labels here that name nobody: “${[...kinds.keys()].join('”, “')}”.`,
      },
      rule: 'actor_labels',
    },
  ]
}

const COLLECTIVE = {
  fr: /^(?:les|des) (?:rebelles|islamistes|djihadistes|autorités|militaires|insurgés|combattants|manifestants)/iu,
  en: /^(?:the )?(?:rebels|islamists|authorities|militants|protesters|insurgents)/iu,
}
const MEMBER = {
  fr: /un(?:e)? (?:responsable|porte-parole|membre|chef|cadre|dirigeant|commandant)/iu,
  en: /an? (?:official|spokesman|spokesperson|member|commander|leader)/iu,
}

/** "Les rebelles ont annoncé", and the only one quoted is one official: a single voice became a whole side. */
export const generalisedSource: Detector = ({ doc, attributions, language }) => {
  const whole = attributions.find(
    ({ source, cueClass }) =>
      source && cueClass === 'announce' && COLLECTIVE[language].test(doc.shadow.slice(source.start, source.end)),
  )
  if (!whole?.source) return []
  const members = attributions.filter(
    ({ source }) => source && MEMBER[language].test(doc.shadow.slice(source.start, source.end)),
  )
  const names = new Set(members.map(({ sourceName }) => sourceName))
  const [one] = members
  if (names.size !== 1 || !one?.source) return []
  return [
    {
      type: 'attribution_scope',
      class: 'tension',
      spans: [
        { start: whole.source.start, end: whole.content.at(-1)?.end ?? whole.source.end },
        one.source,
        ...one.content,
      ],
      why: {
        fr: `« ${quoted(doc, whole.source)} » parlent d’une seule voix dans le texte : celle de ${one.sourceName ?? quoted(doc, one.source)}.`,
        en: `“${quoted(doc, whole.source)}” have one voice in the text: that of ${one.sourceName ?? quoted(doc, one.source)}.`,
      },
      rule: 'generalised_source',
    },
  ]
}
