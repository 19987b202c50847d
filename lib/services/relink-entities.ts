import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { refusedBy, transactionAs } from '@/lib/data/db'
import { endedEntityLink, insertEntityLink } from '@/lib/data/entities'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const RelinkEntities = z.strictObject({ linkId: uuid() })

/**
 * Makes an ended decision about two entities again, in the same words: a new one, the ended one stays as it ended. Refused
 * when the two have another decision in force by now.
 */
export async function relinkEntities({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof RelinkEntities>) {
  const proof = permit(actor, 'entity:link')
  const { linkId } = readInput(RelinkEntities, raw)
  try {
    return await transactionAs(db, proof.by, async (tx) => {
      const ended = await endedEntityLink(tx, linkId)
      if (!ended) throw new Fault('not_found', 'ended link')
      const id = newId()
      await insertEntityLink(tx, proof, { id, ...ended })
      await appendAudit(tx, proof.by, {
        action: 'entity.linked',
        entity: 'entity_link',
        id,
        payload: { from: ended.fromId, to: ended.toId, relation: ended.relation },
      })
      return { id }
    })
  } catch (error) {
    if (refusedBy(error) === 'entity_links_one_in_force')
      throw new Fault('conflicting', 'already linked', [{ field: 'linkId', reason: 'already_taken' }])
    throw error
  }
}
