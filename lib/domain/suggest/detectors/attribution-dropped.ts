import { type Detector, quoted } from '../conflict-suggestion'
import { contentWords, overlap } from '../content-words'

/** A heading that states as fact what the text only gives to somebody: "Des forces … en position" above "Selon le Figaro, …". */
export const attributionDropped: Detector = ({ doc, attributions, language }) => {
  const headings = doc.paragraphs.filter(({ isHeading }) => isHeading)
  return headings.flatMap((heading) => {
    const words = contentWords(doc.shadow.slice(heading.start, heading.end), language)
    if (
      words.size < 3 ||
      attributions.some(({ content }) => content.some(({ start }) => start >= heading.start && start < heading.end))
    )
      return []
    if (/[«"“]|\b(?:selon|d'après|according to|says?)\b/iu.test(doc.shadow.slice(heading.start, heading.end))) return []
    const below = attributions.find(({ content, rule, source }) => {
      const [first] = content
      if (
        !first ||
        !source ||
        first.start < heading.end ||
        first.start - heading.end > 900 ||
        !['according', 'clause', 'postposed'].includes(rule)
      )
        return false
      return overlap(words, contentWords(doc.shadow.slice(first.start, first.end), language)) >= 0.6
    })
    if (!below?.source) return []
    // Said elsewhere in the writer's own voice, it is no longer only that source's.
    return [
      {
        type: 'attribution_dropped' as const,
        class: 'tension' as const,
        spans: [{ start: heading.start, end: heading.end }, ...below.content],
        why: {
          fr: `Le titre affirme ce que le texte attribue à ${quoted(doc, below.source)}.`,
          en: `The heading states what the text gives to ${quoted(doc, below.source)}.`,
        },
        rule: 'attribution_dropped',
      },
    ]
  })
}
