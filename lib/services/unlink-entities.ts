import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import { endEntityLink } from '@/lib/data/entities'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { prose, readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const UnlinkEntities = z.strictObject({ linkId: uuid(), reason: prose() })

/** Ends a decision about two entities; it stays in the record with the reason it ended. */
export async function unlinkEntities({ db, actor, now }: Desk<PrismaClient>, raw: z.input<typeof UnlinkEntities>) {
  const proof = permit(actor, 'entity:link')
  const input = readInput(UnlinkEntities, raw)
  return transactionAs(db, proof.by, async (tx) => {
    if (!(await endEntityLink(tx, proof, input.linkId, now, input.reason)))
      throw new Fault('not_found', 'link in force')
    await appendAudit(tx, proof.by, { action: 'entity.unlinked', entity: 'entity_link', id: input.linkId, payload: {} })
    return { undo: { verb: 'relink_entities', linkId: input.linkId } satisfies Undo }
  })
}
