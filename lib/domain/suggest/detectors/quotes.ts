import { type Detector, quoted } from '../conflict-suggestion'
import { type Doc, type Quotation, type Span, spanAt } from '../document'
import { grouped } from '../grouped'

/** The quotations that stand in a span, or whose words it is. */
function quotationsWithin(doc: Doc, span: Span): Quotation[] {
  const tokens = spanAt(doc.sentences, span.start)?.tokens ?? []
  return tokens.flatMap(({ quote }) => {
    const it = quote === null ? undefined : doc.quotations[quote]
    return it && span.start <= it.inner.start && it.inner.end <= span.end ? [it] : []
  })
}

const ELISION = /\(\s?\.\.\.\s?\)|\[\s?(?:\.\.\.|…)\s?\]|\(…\)/u
const SAYS_TRANSLATED = { fr: /traduit/iu, en: /translated|through an? (?:interpreter|translator)/iu }
const TRANSLATED = { fr: /traduite?s?/iu, en: /(?:translated|through an? (?:interpreter|translator))/iu }
/** How much before the word is shown with it: "dont les propos ont été traduits". */
const LEAD = { fr: 40, en: 0 }

/** A quotation that was translated, cut, or goes on outside its marks: whose words are these? Cuts alone are common and raise nothing. */
export const quoteFidelity: Detector = ({ doc, attributions, language }) =>
  attributions.flatMap((it) => {
    if (it.type === 'indirect') return []
    const quotes = it.content.flatMap((span) => quotationsWithin(doc, span))
    const [quote] = quotes
    if (!quote) return []
    const sentence = spanAt(doc.sentences, quote.start)
    const around = sentence ? doc.shadow.slice(sentence.start, sentence.end) : ''
    const words = quotes.map(({ inner }) => doc.shadow.slice(inner.start, inner.end)).join(' ')
    const isTranslated = SAYS_TRANSLATED[language].test(around.replace(words, ''))
    const isElided = ELISION.test(words)
    const goesOn =
      it.type === 'mixed' && it.content.some(({ end }) => quotes.some((q) => end > q.end && end - q.end < 60))
    if (!isTranslated && !(isElided && goesOn)) return []
    const reasons = {
      fr: [
        isTranslated && 'elle est traduite',
        isElided && 'elle est coupée',
        goesOn && 'elle se poursuit hors des guillemets',
      ]
        .filter(Boolean)
        .join(', '),
      en: [isTranslated && 'it is a translation', isElided && 'it is cut', goesOn && 'it goes on outside the marks']
        .filter(Boolean)
        .join(', '),
    }
    return [
      {
        type: 'quote_fidelity' as const,
        class: 'ambiguity' as const,
        spans: [
          ...it.content,
          ...(isTranslated && sentence ? translatedSpan(doc.shadow, sentence.start, sentence.end, language) : []),
        ],
        why: {
          fr: `Cette citation n’est pas entière : ${reasons.fr}.`,
          en: `This quotation is not whole: ${reasons.en}.`,
        },
        rule: 'quote_fidelity',
      },
    ]
  })

const translatedSpan = (shadow: string, start: number, end: number, language: 'fr' | 'en') => {
  const sentence = shadow.slice(start, end)
  const found = TRANSLATED[language].exec(sentence)
  if (!found) return []
  const stop = sentence.indexOf('.', found.index)
  const from = Math.max(sentence.lastIndexOf('.', found.index) + 1, found.index - LEAD[language])
  return [{ start: start + from, end: stop < 0 ? end : start + stop }]
}

/** Longer words are another thing said, not the same one in another form. */
const LONGEST_FORM = 40
const SAME_WORDS = /[«"“]/u
/** The same speaker's words printed in two forms: the quotation marks say both are exact. */
export const quoteWording: Detector = ({ doc, attributions }) => {
  const quotes = attributions.flatMap((it, n) => {
    const [span] = it.content
    if (it.type !== 'direct' || it.content.length !== 1 || !it.sourceName || !span) return []
    const words = quoted(doc, span)
    return words.length > LONGEST_FORM || SAME_WORDS.test(words) ? [] : [{ it, words, by: it.sourceName, n }]
  })
  const bySource = grouped(quotes, ({ by }) => by)
  for (const { it: a, words: x, by, n } of quotes)
    for (const { it: b, words: y, n: later } of bySource.get(by) ?? []) {
      if (x === y || later < n) continue
      const [short, long] = x.length < y.length ? [x, y] : [y, x]
      const shared = short.split(/[\s-]+/).filter((word) => word.length > 3 && long.includes(word))
      if (shared.length < 1 || shared.length < short.split(/[\s-]+/).length / 2) continue
      return [
        {
          type: 'quote_fidelity',
          class: 'contradiction',
          spans: [...a.content, ...b.content],
          why: {
            fr: `${a.sourceName} est cité en deux formes : « ${x} » et « ${y} ».`,
            en: `${a.sourceName} is quoted in two forms: “${x}” and “${y}”.`,
          },
          rule: 'quote_wording',
        },
      ]
    }
  return []
}
