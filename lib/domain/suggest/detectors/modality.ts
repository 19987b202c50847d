import { type Detector, quoted } from '../conflict-suggestion'
import type { Span } from '../document'

const STEP = { fact: 3, intention: 2, possibility: 1 }
const MAY = { fr: /pourr(?:ait|aient)|devr(?:ait|aient)|risque(?:nt)? de/iu, en: /could|might|may/iu }
const WILL = {
  fr: /(?:allons|vont|va|veulent|veut|entend(?:ent)?|compte(?:nt)?) (?:\p{L}+er|\p{L}+ir|\p{L}+re)/iu,
  en: /(?:going to|plans? to|intends? to|will) \p{L}+/iu,
}

/** The ladder fact > intention > possibility: a heading that stands higher than every sentence that bears it out. */
export const modalityLadder: Detector = ({ doc, language }) => {
  const headings = doc.paragraphs.filter(({ isHeading, end, start }) => isHeading && end - start > 20)
  const moving = doc.sentences.filter(({ start, end }) => TOWARDS.test(doc.shadow.slice(start, end)))
  return headings.flatMap((heading) => {
    const words = doc.shadow.slice(heading.start, heading.end)
    if (MAY[language].test(words) || WILL[language].test(words) || /\?/.test(words)) return []
    const claims = words.split(/[,;:]/)
    return claims.flatMap((claim) => {
      const key = directionOf(claim)
      if (!key) return []
      const below = moving.filter(({ start, end }) => start >= heading.end && key.test(doc.shadow.slice(start, end)))
      const weaker: Span[] = []
      let highest = 0
      for (const sentence of below) {
        const text = doc.shadow.slice(sentence.start, sentence.end)
        const step = MAY[language].test(text)
          ? STEP.possibility
          : WILL[language].test(text)
            ? STEP.intention
            : movesAlready(text, language)
              ? STEP.fact
              : 0
        if (step > 0 && step < STEP.fact) weaker.push({ start: sentence.start, end: sentence.end })
        highest = Math.max(highest, step)
      }
      if (weaker.length === 0 || highest >= STEP.fact) return []
      const at = heading.start + words.indexOf(claim) + (claim.length - claim.trimStart().length)
      const span = { start: at, end: at + claim.trim().length }
      return [
        {
          type: 'modality' as const,
          class: 'tension' as const,
          spans: [span, ...weaker],
          why: {
            fr: `« ${quoted(doc, span)} » est affirmé ; le texte ne dit qu’une intention ou une possibilité.`,
            en: `“${quoted(doc, span)}” is stated as fact; the text only has an intention or a possibility.`,
          },
          rule: 'modality_ladder',
        },
      ]
    })
  })
}

const TOWARDS = /vers|towards?|to the/iu
/** A movement towards somewhere: the words that must come back for a sentence to be about the same. */
function directionOf(claim: string): RegExp | null {
  const found =
    /(?:vers|towards?|to the) (?:le |la |l'|the )?(sud|nord|est|ouest|capitale|frontière|south|north|east|west|capital|border|\p{Lu}[\p{L}-]+)/iu.exec(
      claim,
    )
  return found?.[1] ? new RegExp(`(?:vers|towards?|to the) (?:le |la |l'|the )?${found[1]}`, 'iu') : null
}
const movesAlready = (text: string, language: 'fr' | 'en') =>
  (language === 'fr'
    ? /(?:progressent|avancent|se dirigent|marchent|foncent) vers/iu
    : /(?:are advancing|advanced|are pushing) (?:to|towards)/iu
  ).test(text)

const HEDGED = {
  fr: /(?:attaques?|violences?|incidents?|combats?|exactions?)(?: \p{Ll}+)? (?:signalée?s?|présumée?s?|rapportée?s?)/giu,
  en: /(?:reported|alleged) (?:attacks?|violence|clashes|abuses)/giu,
}

/** "attaques signalées" beside the same event stated as fact: how sure is it? */
export const certainty: Detector = ({ doc, frames, language }) => {
  const fact = frames.find(
    (it) => it.frameClass === 'capture' && it.attribution === null && !it.isHeading && it.modality === 'fact',
  )
  const [hedge] = [...doc.shadow.matchAll(HEDGED[language])]
  if (!fact || !hedge) return []
  const span = { start: hedge.index, end: hedge.index + hedge[0].length }
  return [
    {
      type: 'modality',
      class: 'tension',
      spans: [span, fact.clause],
      why: {
        fr: `« ${hedge[0]} » n’est qu’un signalement ; le texte donne ailleurs la prise comme un fait.`,
        en: `“${hedge[0]}” is only a report; elsewhere the text gives the capture as a fact.`,
      },
      rule: 'certainty',
    },
  ]
}
