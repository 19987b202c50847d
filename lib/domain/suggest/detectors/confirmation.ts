import type { Attribution } from '../attribution'
import { type Detector, type FoundConflict, quoted, type Reading } from '../conflict-suggestion'
import { contentWords, firstPlaces, overlap } from '../content-words'
import { spanAt } from '../document'

const isAnaphoric = (words: string) =>
  /^(?:une|cette|la|l'|this|the|that)\s?(?:information|nouvelle|annonce|déclaration|news|report|account)/iu.test(words)

/** "Une information confirmée par X": what X's own words confirm may be less than what was said before. */
export const confirmationCoverage: Detector = (reading) => {
  const { doc, attributions } = reading
  return attributions.flatMap((it, i) => {
    const [content] = it.content
    if (it.cueClass !== 'confirm' || !content) return []
    if (!isAnaphoric(doc.shadow.slice(content.start, content.end))) return []
    const before = attributions.findLast(
      (one, at) => at < i && one.sourceName !== it.sourceName && one.type !== 'indirect',
    )
    const own = attributions.find((one, at) => at > i && one.sourceName === it.sourceName && one.type === 'direct')
    if (!before || !own) return []
    return [coverage(reading, it, before, own)].flat()
  })
}

function coverage(
  { doc, language }: Reading,
  confirmed: Attribution,
  said: Attribution,
  own: Attribution,
): FoundConflict[] {
  const textOf = (it: Attribution) => it.content.map(({ start, end }) => doc.shadow.slice(start, end)).join(' ')
  const share = overlap(contentWords(textOf(said), language), contentWords(textOf(own), language))
  if (share >= 0.6) return []
  const who = confirmed.sourceName ?? ''
  return [
    {
      type: 'confirmation_coverage',
      class: 'contradiction',
      spans: [
        ...(confirmed.source
          ? [{ start: confirmed.content[0]?.start ?? 0, end: confirmed.source.end }]
          : confirmed.content),
        ...said.content,
        ...own.content,
      ],
      why: {
        fr: `${who} est dit confirmer, mais ses propres mots ne reprennent qu’une partie de ce qui précède.`,
        en: `${who} is said to confirm, yet their own words cover only a part of what was said before.`,
      },
      rule: 'confirmation_coverage',
    },
  ]
}

/** "Confirmant le retrait de l'armée": nobody had said it before in this text. */
export const confirmationOfNothing: Detector = ({ doc, attributions, language }) => {
  if (attributions.every(({ cueClass }) => cueClass !== 'confirm')) return []
  const firsts = firstPlaces(doc.shadow, language)
  return attributions.flatMap((it) => {
    const [content] = it.content
    if (it.cueClass !== 'confirm' || it.rule === 'passive' || !content || !it.cue) return []
    const words = doc.shadow.slice(content.start, content.end)
    if (isAnaphoric(words) || it.type === 'direct') return []
    const pieces = words.split(/ et | and /u)
    const fresh = pieces.filter((piece) => {
      const head = contentWords(piece.split(/ d[eu]s? | de l'| of /u)[0] ?? piece, language)
      return head.size > 0 && [...head].every((word) => (firsts.get(word) ?? content.start) >= content.start)
    })
    if (fresh.length === 0) return []
    return [
      {
        type: 'confirmation_coverage' as const,
        class: 'tension' as const,
        spans: [...it.content],
        why: {
          fr: `« ${quoted(doc, it.cue)} » : rien dans ce qui précède ne dit « ${fresh.join(' », « ')} ». C’est une première affirmation, pas une confirmation.`,
          en: `“${quoted(doc, it.cue)}”: nothing before says “${fresh.join('”, “')}”. This is a first claim, not a confirmation.`,
        },
        rule: 'confirmation_of_nothing',
      },
    ]
  })
}

const REMOTE = {
  fr: /(?:le |la |notre )?(?:correspondante?|envoyée? spéciale?|journaliste) (?:de |du |d'|à )[^,.;"«]*? à \p{Lu}[\p{L}-]+/u,
  en: /correspondent (?:for|of|in) [^,.;"“]*/u,
}
const ON_THE_SPOT = /sur place|a vu|a pu voir|témoin|saw|on the spot|witness/iu

/** A confirmation by somebody who is elsewhere, whose own source is not said: it may rest on the same origin. */
export const independence: Detector = ({ doc, attributions, language, frames }) =>
  attributions.flatMap((it) => {
    if (it.cueClass !== 'confirm' || !it.source) return []
    const words = doc.shadow.slice(it.source.start, it.source.end)
    const sentence = spanAt(doc.sentences, it.source.start)
    const around = sentence ? doc.shadow.slice(sentence.start, sentence.end) : words
    const remote = REMOTE[language].exec(around)
    if (!remote || ON_THE_SPOT.test(around)) return []
    const place = / à (\p{Lu}[\p{L}-]+)$/u.exec(remote[0])?.[1]
    if (place && frames.some(({ places }) => places.some(({ text }) => text === place))) return []
    const before = attributions.findLast(
      ({ cue, sourceName }) => cue !== null && cue.start < (it.cue?.start ?? 0) && sourceName !== it.sourceName,
    )
    return [
      {
        type: 'independence' as const,
        class: 'gap' as const,
        spans: [sentence ? { start: sentence.start, end: sentence.end } : it.source, ...(before?.content ?? [])],
        why: {
          fr: `Qui confirme est${place ? ` à ${place}` : ' ailleurs'} et ne dit pas d’où il le tient : rien ne montre que ce soit une seconde origine.`,
          en: `Whoever confirms is ${place ? `in ${place}` : 'elsewhere'} and does not say how they know: nothing shows a second origin.`,
        },
        rule: 'independence',
      },
    ]
  })
