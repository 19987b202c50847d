import { type Quotation, quotationsOf, withoutMarks } from './quotation-marks'
import type { CodePoints, Span } from './quote'
import type { OccurrenceKind, QuoteScope } from './vocabulary'

/** Why something is proposed, each with its own sentence (lib/i18n/desk-chain); `words` are the text's own. */
export type FidelityReason =
  | 'inside'
  | 'outside'
  | 'straddles'
  | 'holds_quotation'
  | 'attributed'
  | 'all_of_it'
  | 'whole_sentence'
  | 'begins_late'
  | 'ends_early'
  | 'continued_outside'
  | 'cut_inside'
  | 'cut_before'
  | 'cut_after'
  | 'translated'
  | 'interpreter'
export type Fidelity = {
  place: 'inside' | 'outside' | 'straddling'
  kind: OccurrenceKind
  scopes: QuoteScope[]
  reasons: { reason: FidelityReason; words?: string }[]
}

const ELISION = /[([]\s?(?:\.{3}|…)\s?[)\]]/
const ELISION_BEFORE = /[([]\s?(?:\.{3}|…)\s?[)\]]\s*$/
const ELISION_AFTER = /^\s*[([]\s?(?:\.{3}|…)\s?[)\]]/
const SENTENCE_END = /[.!?…]\s*$/
/** A sentence that ends at the closing mark goes on with nothing but punctuation: `", a-t-il rapporté`. */
const ENDS_AFTER_MARK = /^\s*(?:[.,;:!?)\]–—-]|$|\n)/
/** How a text says that somebody said it. Whole forms: "une déclaration", "une information confirmée" are nobody's saying. */
const SAYING =
  /(?<![\p{L}’'])(?:selon|d['’]après|(?:a|ont|avait|avaient)(?: \p{L}+){0,2} (?:dit|annoncé|affirmé|déclaré|expliqué|assuré|rapporté|confirmé|indiqué|précisé|estimé|raconté|ajouté|soutenu|demandé)|(?:dit|disent|annonce|affirme|déclare|explique|assure|confirme|indique|précise|estime|raconte|ajoute|soutient|qualifie)(?:nt)?|confirmant|affirmant|according to|said|says|say|told|announced|claimed|claims|confirmed|confirms|added|reported|reports|explained|insisted)(?!\p{L})/iu
const TRANSLATION =
  /(?:propos[^.\n]{0,40}traduits?[^.,;\n]{0,60}|traduite?s?\s+(?:de|d['’]|du|à|par|en)[^.,;\n]{0,60}|translated\s+(?:from|by|into)[^.,;\n]{0,40}|through an? interpreter|par (?:l['’]intermédiaire|le biais) d['’]un interprète)/iu

/**
 * How faithfully a passage gives somebody's words, as far as the text itself shows: inside quotation marks or not, all of what
 * stands between them or a part, cut ("(...)"), translated. A proposal with its reasons; a person accepts it, or not.
 */
export function fidelityOf(text: CodePoints, span: Span, hasInterpreter = false): Fidelity {
  const words = withoutMarks(text, span)
  const touching = quotationsOf(text).filter(({ start, end }) => start < words.end && end > words.start)
  const around = touching
    .filter(({ start, end }) => start <= words.start && words.end <= end)
    .sort((a, b) => b.depth - a.depth)[0]
  if (around) return inside(text, words, around, hasInterpreter)
  const isCrossed = touching.some(({ start, end }) => start < words.start || end > words.end)
  if (isCrossed) return { place: 'straddling', kind: 'indirect', scopes: [], reasons: [{ reason: 'straddles' }] }
  const held = touching[0]
  const reasons: Fidelity['reasons'] = [{ reason: 'outside' }]
  if (held) {
    reasons.push({ reason: 'holds_quotation', words: text.slice(held.start, held.end).trim() })
    return { place: 'outside', kind: 'indirect', scopes: [], reasons }
  }
  const saying = SAYING.exec(sentenceAround(text, words))
  if (saying) reasons.push({ reason: 'attributed', words: saying[0] })
  return { place: 'outside', kind: saying ? 'indirect' : 'narration', scopes: [], reasons }
}

function inside(text: CodePoints, words: Span, around: Quotation, hasInterpreter: boolean): Fidelity {
  const reasons: Fidelity['reasons'] = [{ reason: 'inside' }]
  const exact = text.slice(words.start, words.end)
  const before = text.slice(around.start, words.start)
  const after = text.slice(words.end, around.end)
  const beyond = text.slice(around.end + 1, Math.min(text.length, around.end + 40))
  const uncut = before.replace(ELISION_BEFORE, '')
  const beginsWell = /^\P{Ll}/u.test(exact) && (uncut.trim() === '' || SENTENCE_END.test(uncut))
  // Only punctuation between the passage and the mark: the passage goes to the end of what is quoted.
  const reachesMark = /^[\s.,;:!?…]*$/.test(after)
  const endsWell = SENTENCE_END.test(exact) || /^\s*[.!?]/.test(after) || (reachesMark && ENDS_AFTER_MARK.test(beyond))
  const isWhole = beginsWell && endsWell
  if (isWhole) reasons.push({ reason: reachesMark && before.trim() === '' ? 'all_of_it' : 'whole_sentence' })
  else if (!beginsWell) reasons.push({ reason: 'begins_late' })
  else reasons.push({ reason: reachesMark ? 'continued_outside' : 'ends_early' })
  const cut = ELISION.test(exact)
    ? 'cut_inside'
    : !beginsWell && ELISION_BEFORE.test(before)
      ? 'cut_before'
      : !endsWell && ELISION_AFTER.test(after)
        ? 'cut_after'
        : null
  if (cut) reasons.push({ reason: cut })
  const translation = TRANSLATION.exec(paragraphAround(text, words))
  if (translation) reasons.push({ reason: 'translated', words: translation[0].trim() })
  else if (hasInterpreter) reasons.push({ reason: 'interpreter' })
  return {
    place: 'inside',
    kind: 'direct_quote',
    scopes: [
      isWhole ? 'whole' : 'partial',
      ...(cut ? (['elided'] as const) : []),
      ...(translation || hasInterpreter ? (['translated'] as const) : []),
    ],
    reasons,
  }
}

function paragraphAround(text: CodePoints, { start, end }: Span): string {
  const before = text.slice(0, start)
  const after = text.slice(end, text.length)
  const line = (/\n/.exec(after)?.index ?? after.length) as number
  return before.slice(before.lastIndexOf('\n') + 1) + text.slice(start, end) + after.slice(0, line)
}

/** The sentence around a passage that stands outside the marks; a closing mark before it belongs to the same sentence. */
function sentenceAround(text: CodePoints, { start, end }: Span): string {
  const before =
    text
      .slice(0, start)
      .split(/(?<=[.!?…]["”»]?\s)|\n/)
      .at(-1) ?? ''
  const after = text.slice(end, text.length).split(/(?<=[.!?…])\s|\n/)[0] ?? ''
  return before + text.slice(start, end) + after
}
