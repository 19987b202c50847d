import 'server-only'
import type { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { insertClaim } from '@/lib/data/claims'
import { transactionAs } from '@/lib/data/db'
import { versionText } from '@/lib/data/dispatches'
import { eventById } from '@/lib/data/events'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertOccurrence } from '@/lib/data/occurrences'
import { freeSlug, nextRef } from '@/lib/data/slugs'
import { existingSources } from '@/lib/data/sources'
import { insertStatements } from '@/lib/data/statements'
import { AddClaim, claimParts, spanOfQuote } from '@/lib/domain/claim-input'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { CodePoints, quoteAt } from '@/lib/domain/quote'
import { slugOf } from '@/lib/domain/text'
import type { Undo } from '@/lib/domain/undo'

/** Takes a claim from a passage: who said it, through whom, and what is said of the event. The passage is the text, letter for letter. */
export async function addClaim({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof AddClaim>) {
  const proof = permit(actor, 'claim:add')
  const input = readInput(AddClaim, raw)
  const { date, statements } = claimParts(input)
  return transactionAs(db, proof.by, async (tx) => {
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
    if (input.eventId && !(await eventById(tx, input.eventId)))
      strangers.push({ field: 'eventId', reason: 'unknown_id' })
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
    await appendAudit(tx, proof.by, {
      action: 'claim.added',
      entity: 'claim',
      id,
      payload: { occurrence: occurrenceId, ...span },
    })
    return { id, ref, slug, occurrenceId, undo: { verb: 'discard_claim', claimId: id, version: 1 } satisfies Undo }
  })
}
