import 'server-only'
import { type AddClaimInput, claimParts, spanOfQuote } from '@/lib/domain/claim-input'
import { Fault, invalid } from '@/lib/domain/fault'
import type { Permit } from '@/lib/domain/permission'
import { CodePoints, quoteAt, type Span } from '@/lib/domain/quote'
import { slugOf } from '@/lib/domain/text'
import { insertClaim } from './claims'
import type { Db } from './db'
import { versionText } from './dispatches'
import { eventById } from './events'
import { insertOccurrence } from './occurrences'
import { freeSlug, nextRef } from './slugs'
import { existingSources } from './sources'
import { insertStatements } from './statements'

/** Writes a claim with its occurrence, chain and statements; refuses what is not there. The passage is the text, letter for letter. */
export async function writeClaim(
  tx: Db,
  proof: Permit<'claim:add'>,
  newId: () => string,
  input: AddClaimInput,
): Promise<{ id: string; ref: string; slug: string; occurrenceId: string; span: Span }> {
  const { date, statements } = claimParts(input)
  const version = await versionText(tx, input.dispatchVersionId)
  if (!version) throw new Fault('not_found', 'dispatch version')
  const text = new CodePoints(version.text)
  const span = spanOfQuote(text, input.quote)
  const known = await existingSources(
    tx,
    input.chain.map(({ sourceId }) => sourceId),
  )
  const strangers = input.chain.flatMap(({ sourceId }, i) =>
    known.has(sourceId) ? [] : [{ field: `chain.${i}.sourceId`, reason: 'unknown_id' as const }],
  )
  if (input.eventId && !(await eventById(tx, input.eventId))) strangers.push({ field: 'eventId', reason: 'unknown_id' })
  if (strangers.length > 0) throw invalid(...strangers)

  const id = newId()
  const ref = await nextRef(tx, 'claim', input.ref ?? null)
  const slug = await freeSlug(tx, 'claims', input.slug ?? slugOf(input.statementFr ?? input.statementEn ?? ref))
  await insertClaim(tx, proof, {
    id,
    ref,
    slug,
    statementFr: input.statementFr,
    statementEn: input.statementEn,
    isCheckable: input.isCheckable,
    eventId: input.eventId,
  })
  const occurrenceId = newId()
  await insertOccurrence(tx, proof, {
    id: occurrenceId,
    anchorId: newId(),
    claimId: id,
    dispatchVersionId: version.id,
    span,
    quote: quoteAt(text, span),
    kind: input.kind,
    quoteScopes: input.quoteScopes,
    modality: input.modality,
    modalityNote: input.modalityNote,
    date,
    timeNote: input.when.note,
    placeWords: input.placeWords,
    placeId: input.placeId,
    actors: input.actors,
    hops: input.chain.map((hop) => ({ ...hop, id: newId() })),
  })
  const eventId = input.eventId
  if (eventId)
    await insertStatements(
      tx,
      proof,
      statements.map(({ property, value, words }) => ({
        id: newId(),
        occurrenceId,
        eventId,
        propertyCode: property,
        value,
        words,
      })),
    )
  return { id, ref, slug, occurrenceId, span }
}
