import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { insertConflict } from '@/lib/data/conflicts'
import { transactionAs } from '@/lib/data/db'
import { eventById } from '@/lib/data/events'
import type { PrismaClient } from '@/lib/data/generated/client'
import { freeSlug, nextRef } from '@/lib/data/slugs'
import { insertStatements, occurrencesById, statementsById } from '@/lib/data/statements'
import { decideSuggestion, suggestionById } from '@/lib/data/suggestions'
import { positionFaults } from '@/lib/domain/conflict'
import type { Desk } from '@/lib/domain/desk'
import { Fault, type FieldFault, invalid } from '@/lib/domain/fault'
import { line, oneOf, optionalProse, optionalQuoted, readInput, slug, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { isPropertyCode } from '@/lib/domain/property'
import { decidedFault } from '@/lib/domain/suggestion'
import { MAX_LINE_LENGTH, slugOf } from '@/lib/domain/text'
import type { Undo } from '@/lib/domain/undo'
import { CONFLICT_CLASSES, CONFLICT_TYPES, SEVERITIES } from '@/lib/domain/vocabulary'

/** A side holds statements that exist, and may say what an occurrence means about the property when nothing said so yet. */
const PositionInput = z.strictObject({
  value: line(),
  isGeneral: z.boolean().default(false),
  statementIds: z.array(uuid()).default([]),
  newStatements: z
    .array(
      z.strictObject({
        occurrenceId: uuid(),
        value: line(),
        words: optionalQuoted(MAX_LINE_LENGTH),
        eventId: uuid().optional(),
      }),
    )
    .default([]),
})
export const MarkConflict = z.strictObject({
  eventId: uuid(),
  property: z.string(),
  type: oneOf(CONFLICT_TYPES),
  class: oneOf(CONFLICT_CLASSES),
  severity: oneOf(SEVERITIES).default('medium'),
  titleFr: line(),
  titleEn: line(),
  explanationFr: optionalProse(),
  explanationEn: optionalProse(),
  positions: z.array(PositionInput).max(26),
  /** The suggestion this is the answer to: accepted with it, or nothing is written. */
  suggestion: z.strictObject({ id: uuid(), version: version() }).optional(),
  slug: slug().optional(),
  ref: z
    .string()
    .regex(/^X\d+$/)
    .optional(),
})

/** Two or more positions on one property of one event cannot all stand as written; say so, and leave a trace of who said it. */
export async function markConflict({ db, actor, newId, now }: Desk<PrismaClient>, raw: z.input<typeof MarkConflict>) {
  const proof = permit(actor, 'conflict:mark')
  const input = readInput(MarkConflict, raw)
  const { property } = input
  if (!isPropertyCode(property))
    throw invalid({ field: 'property', reason: 'unknown_property', values: { found: property } })
  // A statement that will be made for an occurrence stands for it: the same occurrence on two sides is refused too.
  const faults = positionFaults(
    input.positions.map((it) => ({
      ...it,
      statementIds: [...it.statementIds, ...it.newStatements.map(({ occurrenceId }) => occurrenceId)],
    })),
  )
  if (faults.length > 0) throw invalid(...faults)
  return transactionAs(db, proof.by, async (tx) => {
    const known = new Map(
      (
        await statementsById(
          tx,
          input.positions.flatMap(({ statementIds }) => statementIds),
        )
      ).map((it) => [it.id, it]),
    )
    const occurrences = await occurrencesById(
      tx,
      input.positions.flatMap(({ newStatements }) => newStatements.map(({ occurrenceId }) => occurrenceId)),
    )
    const wrong: FieldFault[] = (await eventById(tx, input.eventId)) ? [] : [{ field: 'eventId', reason: 'unknown_id' }]
    input.positions.forEach((position, i) => {
      for (const id of position.statementIds) {
        const statement = known.get(id)
        if (!statement) wrong.push({ field: `positions.${i}.statements`, reason: 'unknown_id' })
        else if (statement.propertyCode !== property)
          wrong.push({
            field: `positions.${i}.statements`,
            reason: 'statement_on_other_property',
            values: { found: statement.propertyCode },
          })
      }
      for (const { occurrenceId } of position.newStatements)
        if (!occurrences.has(occurrenceId)) wrong.push({ field: `positions.${i}.statements`, reason: 'unknown_id' })
    })
    if (wrong.length > 0) throw invalid(...wrong)

    const positions = input.positions.map((position) => {
      const made = position.newStatements.map((it) => ({
        id: newId(),
        occurrenceId: it.occurrenceId,
        eventId: it.eventId ?? input.eventId,
        propertyCode: property,
        value: it.value,
        words: it.words,
      }))
      return {
        id: newId(),
        value: position.value,
        isGeneral: position.isGeneral,
        made,
        statementIds: [...position.statementIds, ...made.map(({ id }) => id)],
      }
    })
    await insertStatements(
      tx,
      proof,
      positions.flatMap(({ made }) => made),
    )
    const id = newId()
    const ref = await nextRef(tx, 'conflict', input.ref ?? null)
    const address = await freeSlug(tx, 'conflicts', input.slug ?? slugOf(input.titleFr))
    await insertConflict(tx, proof, {
      id,
      ref,
      slug: address,
      type: input.type,
      class: input.class,
      severity: input.severity,
      eventId: input.eventId,
      propertyCode: property,
      titleFr: input.titleFr,
      titleEn: input.titleEn,
      explanationFr: input.explanationFr,
      explanationEn: input.explanationEn,
      positions: positions.map(({ made: _made, ...position }) => position),
    })
    await appendAudit(tx, proof.by, {
      action: 'conflict.marked',
      entity: 'conflict',
      id,
      payload: { positions: positions.length, property },
    })
    if (input.suggestion) {
      const { id: suggestionId, version } = input.suggestion
      const made = { kind: 'conflict' as const, id }
      // The form offers every field; what was proposed was type and class.
      const saved = await suggestionById(tx, suggestionId)
      if (saved?.value.kind !== 'conflict') throw new Fault('not_found', 'suggested conflict')
      const isSame = saved.value.type === input.type && saved.value.class === input.class
      const status = isSame ? 'accepted' : 'edited'
      if (!(await decideSuggestion(tx, proof, { id: suggestionId, version, at: now, status, made })))
        throw decidedFault(await suggestionById(tx, suggestionId))
      await appendAudit(tx, proof.by, {
        action: 'suggestion.accepted',
        entity: 'suggestion',
        id: suggestionId,
        payload: { kind: 'conflict', status, made: id },
      })
    }
    const undo: Undo = input.suggestion
      ? { verb: 'take_back_suggestion', suggestionId: input.suggestion.id, version: input.suggestion.version + 1 }
      : { verb: 'set_conflict_status', conflictId: id, version: 1, status: 'dismissed' }
    return { id, ref, slug: address, undo }
  })
}
