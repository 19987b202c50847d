import 'server-only'
import { eventRecord } from '@/lib/data/events'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { originsOf } from '@/lib/domain/origins'
import { permit, permits } from '@/lib/domain/permission'

/** The matrix of an event for whoever works on it: all that is said, by how many origins, and what may be done. */
export async function loadDeskEvent({ db, actor }: Desk<PrismaClient>, slug: string) {
  permit(actor, 'desk:read')
  const record = await eventRecord(db, slug)
  if (!record) throw new Fault('not_found', 'event')
  return {
    record,
    origins: originsOf(record.rows.map(({ occurrence }) => occurrence)),
    may: { edit: permits(actor, 'claim:edit'), mark: permits(actor, 'conflict:mark') },
  }
}
export type DeskEvent = Awaited<ReturnType<typeof loadDeskEvent>>
