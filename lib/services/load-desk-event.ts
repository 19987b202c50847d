import 'server-only'
import { entityList } from '@/lib/data/entities'
import { eventMatrix } from '@/lib/data/events'
import type { PrismaClient } from '@/lib/data/generated/client'
import { standingInCell } from '@/lib/data/statements'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { originsOf } from '@/lib/domain/origins'
import { permit, permits } from '@/lib/domain/permission'
import { isPropertyCode } from '@/lib/domain/property'

/** The matrix of an event for whoever works on it: all that is said, by how many origins, and what may be done. */
export async function loadDeskEvent(
  { db, actor }: Desk<PrismaClient>,
  slug: string,
  cell: { occurrenceId: string; property: string } | null = null,
) {
  permit(actor, 'desk:read')
  const record = await eventMatrix(db, 'desk', slug)
  if (!record) throw new Fault('not_found', 'event')
  const mayEdit = permits(actor, 'claim:edit')
  const passage = record.rows.find(({ occurrence }) => occurrence.id === cell?.occurrenceId)?.occurrence
  return {
    record,
    places: permits(actor, 'event:edit') ? await entityList(db, 'place') : [],
    editing:
      mayEdit && cell && passage
        ? {
            passage,
            property: isPropertyCode(cell.property) ? cell.property : null,
            standing: await standingInCell(db, {
              occurrenceId: passage.id,
              eventId: record.id,
              propertyCode: cell.property,
            }),
          }
        : null,
    origins: originsOf(record.rows.map(({ occurrence }) => occurrence)),
    may: { edit: mayEdit, editEvent: permits(actor, 'event:edit'), mark: permits(actor, 'conflict:mark') },
  }
}
export type DeskEvent = Awaited<ReturnType<typeof loadDeskEvent>>
