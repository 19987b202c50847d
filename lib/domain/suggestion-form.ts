import { z } from 'zod'
import type { AcceptedClaim } from './suggested-claim'
import { DATE_BASES, HOP_ROLES, MODALITIES, OCCURRENCE_KINDS, QUOTE_SCOPES, SOURCE_KINDS } from './vocabulary'

const text = z.string().default('')
/** A box that may be ticked with others: nothing, one, or a list. */
const ticked = z
  .union([z.enum(QUOTE_SCOPES), z.array(z.enum(QUOTE_SCOPES))])
  .optional()
  .transform((scopes) => (scopes === undefined ? [] : [scopes].flat()))
/** The form in which a suggested claim is changed before it is accepted. A hop without a role is left out. */
export const SuggestedClaimForm = z.strictObject({
  exact: text,
  original: text,
  start: z.coerce.number().int().min(0),
  statementFr: text,
  statementEn: text,
  kind: z.enum(OCCURRENCE_KINDS),
  quoteScopes: ticked,
  modality: z.enum(MODALITIES),
  isCheckable: z.enum(['yes', 'no']).default('yes'),
  eventId: text,
  whenWords: text,
  whenEdtf: text,
  whenBasis: z.enum(DATE_BASES).default('unknown'),
  placeWords: text,
  chain: z
    .array(
      z.strictObject({
        role: z.union([z.literal(''), z.enum(HOP_ROLES)]),
        sourceId: text,
        name: text,
        kind: z.enum(SOURCE_KINDS).default('unspecified'),
        verb: text,
        medium: text,
      }),
    )
    .default([]),
})

/** The claim as it was typed. Words that were not touched stay where they were found; others are looked up in the text. */
export function typedClaimOf({
  exact: sent,
  original,
  start,
  isCheckable,
  whenWords,
  whenEdtf,
  whenBasis,
  chain,
  ...claim
}: z.output<typeof SuggestedClaimForm>): AcceptedClaim {
  // A browser sends every line break of a text area as CR LF; the text has LF.
  const exact = sent.replaceAll('\r\n', '\n')
  return {
    ...claim,
    quote: exact === original.replaceAll('\r\n', '\n') ? { exact, start } : { exact },
    quoteScopes: claim.kind === 'narration' ? [] : claim.quoteScopes,
    isCheckable: isCheckable === 'yes',
    when: { words: whenWords, edtf: whenEdtf, basis: whenBasis, note: null },
    chain: chain.flatMap(({ role, ...hop }) => (role === '' ? [] : [{ ...hop, role }])),
  }
}
