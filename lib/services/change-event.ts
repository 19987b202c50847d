import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import { entityById } from '@/lib/data/entities'
import { eventAsSaved, updateEvent } from '@/lib/data/events'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { line, oneOf, optionalLine, optionalUuid, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'
import { readVagueDate } from '@/lib/domain/vague-date'
import { DATE_BASES } from '@/lib/domain/vocabulary'

export const ChangeEvent = z.strictObject({
  eventId: uuid(),
  version: version(),
  titleFr: line(),
  titleEn: line(),
  when: z.strictObject({ words: optionalLine(), edtf: optionalLine(), basis: oneOf(DATE_BASES).default('unknown') }),
  placeId: optionalUuid(),
})

/** Changes what an event is called, when and where it was. A stale write gets what the other person saved. */
export async function changeEvent({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof ChangeEvent>) {
  const proof = permit(actor, 'event:edit')
  const { eventId, version: seen, when, ...change } = readInput(ChangeEvent, raw)
  const date = readVagueDate('when', when)
  if ('reason' in date) throw invalid(date)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await eventAsSaved(tx, eventId)
    if (!saved || saved.isDiscarded) throw new Fault('not_found', 'event')
    if (change.placeId && (await entityById(tx, change.placeId))?.kind !== 'place')
      throw invalid({ field: 'placeId', reason: 'unknown_id' })
    if (!(await updateEvent(tx, proof, eventId, seen, { ...change, date })))
      throw new Fault('stale', 'event', [], {
        entity: 'event',
        id: eventId,
        version: saved.version,
        theirs: {
          titleFr: saved.titleFr,
          titleEn: saved.titleEn,
          'when.words': saved.date.words ?? '',
          'when.edtf': saved.date.edtf ?? '',
          'when.basis': saved.date.basis,
          placeId: saved.placeId ?? '',
        },
      })
    await appendAudit(tx, proof.by, {
      action: 'event.changed',
      entity: 'event',
      id: eventId,
      payload: { version: seen + 1 },
    })
    const undo: Undo = { verb: 'restore_revision', entity: 'events', id: eventId, version: seen + 1 }
    return { version: seen + 1, undo }
  })
}
