import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import { insertEvent } from '@/lib/data/events'
import type { PrismaClient } from '@/lib/data/generated/client'
import { freeSlug, nextRef } from '@/lib/data/slugs'
import type { Desk } from '@/lib/domain/desk'
import { invalid } from '@/lib/domain/fault'
import { line, oneOf, optionalLine, optionalUuid, readInput, slug } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { slugOf } from '@/lib/domain/text'
import type { Undo } from '@/lib/domain/undo'
import { readVagueDate } from '@/lib/domain/vague-date'
import { DATE_BASES } from '@/lib/domain/vocabulary'

export const AddEvent = z.strictObject({
  titleFr: line(),
  titleEn: line(),
  when: z
    .strictObject({ words: optionalLine(), edtf: optionalLine(), basis: oneOf(DATE_BASES).default('unknown') })
    .default({ words: null, edtf: null, basis: 'unknown' }),
  placeId: optionalUuid(),
  parentId: optionalUuid(),
  slug: slug().optional(),
  ref: z
    .string()
    .regex(/^E\d+$/)
    .optional(),
})

/** What claims are about. */
export async function addEvent({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof AddEvent>) {
  const proof = permit(actor, 'event:add')
  const input = readInput(AddEvent, raw)
  const date = readVagueDate('when', input.when)
  if ('reason' in date) throw invalid(date)
  return transactionAs(db, proof.by, async (tx) => {
    const id = newId()
    const address = await freeSlug(tx, 'events', input.slug ?? slugOf(input.titleFr))
    await insertEvent(tx, proof, {
      id,
      ref: await nextRef(tx, 'event', input.ref ?? null),
      slug: address,
      titleFr: input.titleFr,
      titleEn: input.titleEn,
      date,
      placeId: input.placeId,
      parentId: input.parentId,
    })
    await appendAudit(tx, proof.by, { action: 'event.added', entity: 'event', id, payload: {} })
    return { id, slug: address, undo: { verb: 'discard_event', id, version: 1 } satisfies Undo }
  })
}
