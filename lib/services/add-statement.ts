import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { occurrenceAsSaved } from '@/lib/data/occurrences'
import { insertStatements } from '@/lib/data/statements'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { line, optionalQuoted, optionalUuid, readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { isPropertyCode } from '@/lib/domain/property'
import { MAX_LINE_LENGTH } from '@/lib/domain/text'
import type { Undo } from '@/lib/domain/undo'

export const AddStatement = z.strictObject({
  occurrenceId: uuid(),
  property: z.string(),
  value: line(),
  words: optionalQuoted(MAX_LINE_LENGTH),
  eventId: optionalUuid().optional(),
})

/** One more cell of the matrix: what an occurrence says about one property of its event. */
export async function addStatement({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof AddStatement>) {
  const proof = permit(actor, 'claim:edit')
  const input = readInput(AddStatement, raw)
  const { property } = input
  if (!isPropertyCode(property))
    throw invalid({ field: 'property', reason: 'unknown_property', values: { found: property } })
  return transactionAs(db, proof.by, async (tx) => {
    const occurrence = await occurrenceAsSaved(tx, input.occurrenceId)
    if (!occurrence) throw new Fault('not_found', 'occurrence')
    const eventId = input.eventId ?? occurrence.claim.eventId
    if (!eventId) throw invalid({ field: 'eventId', reason: 'required' })
    if (input.words !== null && !occurrence.anchor.exact.includes(input.words))
      throw invalid({ field: 'words', reason: 'quote_not_in_text' })
    const id = newId()
    await insertStatements(tx, proof, [
      { id, occurrenceId: input.occurrenceId, eventId, propertyCode: property, value: input.value, words: input.words },
    ])
    await appendAudit(tx, proof.by, { action: 'statement.added', entity: 'statement', id, payload: { property } })
    return { id, undo: { verb: 'deprecate_statement', statementId: id, version: 1 } satisfies Undo }
  })
}
