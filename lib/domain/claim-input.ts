import { z } from 'zod'
import { chainFaults } from './chain'
import { Fault, type FieldFault, invalid } from './fault'
import { line, oneOf, optionalLine, optionalQuoted, optionalUuid, quoted, slug, uuid } from './input'
import { isPropertyCode, type PropertyCode } from './property'
import { type CodePoints, foldedOccurrencesOf, occurrencesOf, type Span } from './quote'
import { MAX_LINE_LENGTH, MAX_PROSE_LENGTH } from './text'
import { readVagueDate, type VagueDate } from './vague-date'
import { DATE_BASES, HOP_ROLES, HOP_SCOPES, MODALITIES, OCCURRENCE_KINDS, QUOTE_SCOPES } from './vocabulary'

/** One hop as typed. */
export const HopInput = z.strictObject({
  sourceId: uuid(),
  role: oneOf(HOP_ROLES),
  verb: optionalQuoted(MAX_LINE_LENGTH),
  medium: optionalLine(),
  language: optionalLine(),
  scope: oneOf(HOP_SCOPES).default('explicit'),
  spokenWords: optionalQuoted(MAX_LINE_LENGTH),
  spokenEdtf: optionalLine(),
})

/** What is said of one property, as typed; the property's name is checked against the closed list with its own reason. */
export const StatementInput = z.strictObject({
  property: z.string(),
  value: line(),
  words: optionalQuoted(MAX_LINE_LENGTH),
})

/** A passage as chosen: a place, the words there, or both. Words without a place are looked up and must be unique. */
export const QuoteInput = z.strictObject({ exact: quoted(MAX_PROSE_LENGTH), start: z.int().min(0).optional() })

export const AddClaim = z.strictObject({
  dispatchVersionId: uuid(),
  quote: QuoteInput,
  statementFr: optionalLine(),
  statementEn: optionalLine(),
  isCheckable: z.boolean().default(true),
  eventId: optionalUuid(),
  kind: oneOf(OCCURRENCE_KINDS),
  quoteScopes: z.array(oneOf(QUOTE_SCOPES)).default([]),
  modality: oneOf(MODALITIES).default('asserted'),
  modalityNote: optionalLine(),
  when: z
    .strictObject({
      words: optionalQuoted(MAX_LINE_LENGTH),
      edtf: optionalLine(),
      basis: oneOf(DATE_BASES).default('unknown'),
      note: optionalLine(),
    })
    .default({ words: null, edtf: null, basis: 'unknown', note: null }),
  placeWords: optionalQuoted(MAX_LINE_LENGTH),
  placeId: optionalUuid(),
  actors: z.array(quoted(MAX_LINE_LENGTH)).max(20).default([]),
  chain: z.array(HopInput),
  statements: z.array(StatementInput).max(60).default([]),
  slug: slug().optional(),
  ref: z
    .string()
    .regex(/^C\d+$/)
    .optional(),
})
export type AddClaimInput = z.output<typeof AddClaim>

/** Where the chosen words stand; a fault that says whether they are absent, elsewhere, or in several places. */
export function spanOfQuote(text: CodePoints, quote: z.output<typeof QuoteInput>): Span {
  const missing = (fault: FieldFault) => new Fault('quote_missing', fault.reason, [fault])
  if (quote.exact === '') throw missing({ field: 'quote', reason: 'required' })
  const places = occurrencesOf(text, quote.exact)
  if (quote.start !== undefined) {
    const there = places.find(({ start }) => start === quote.start)
    if (there) return there
    const first = places[0]
    if (first)
      throw missing({
        field: 'quote',
        reason: 'quote_elsewhere',
        values: { found: text.slice(quote.start, quote.start + Array.from(quote.exact).length), start: first.start },
      })
  } else {
    const [only, second] = places
    if (only && !second) return only
    if (only) throw missing({ field: 'quote', reason: 'quote_ambiguous', values: { count: places.length } })
  }
  const folded = foldedOccurrencesOf(text, quote.exact)[0]
  throw missing({
    field: 'quote',
    reason: 'quote_not_in_text',
    ...(folded ? { values: { nearest: text.slice(folded.start, folded.end), start: folded.start } } : {}),
  })
}

/** The parts of a claim that need more than their own shape to be checked; every fault is named at once. */
export function claimParts(input: AddClaimInput): {
  date: VagueDate
  statements: { property: PropertyCode; value: string; words: string | null }[]
} {
  const faults: FieldFault[] = chainFaults(input.chain.map(({ role }) => role))
  if (input.statementFr === null && input.statementEn === null)
    faults.push({ field: 'statementFr', reason: 'required' })
  if (input.kind === 'narration' && input.quoteScopes.length > 0)
    faults.push({ field: 'quoteScopes', reason: 'not_a_choice' })
  const date = readVagueDate('when', input.when)
  if ('reason' in date) faults.push(date)
  const statements = input.statements.flatMap(({ property, value, words }, i) => {
    if (isPropertyCode(property)) return [{ property, value, words }]
    faults.push({ field: `statements.${i}.property`, reason: 'unknown_property', values: { found: property } })
    return []
  })
  if (input.statements.length > 0 && input.eventId === null) faults.push({ field: 'eventId', reason: 'required' })
  if (faults.length > 0 || 'reason' in date) throw invalid(...faults)
  return { date, statements }
}
