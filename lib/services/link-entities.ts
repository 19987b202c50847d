import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { refusedBy, transactionAs } from '@/lib/data/db'
import { insertEntityLink } from '@/lib/data/entities'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { oneOf, optionalLine, optionalProse, readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'
import { NAME_RELATIONS } from '@/lib/domain/vocabulary'

/** A decision about two entities: linked, never merged; each keeps its own words. Its reason is given in one language at least. */
export const LinkEntities = z.strictObject({
  fromId: uuid(),
  toId: uuid(),
  relation: oneOf(NAME_RELATIONS),
  authority: optionalLine(),
  reasonFr: optionalProse(),
  reasonEn: optionalProse(),
})

export async function linkEntities({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof LinkEntities>) {
  const proof = permit(actor, 'entity:link')
  const input = readInput(LinkEntities, raw)
  if (input.fromId === input.toId) throw invalid({ field: 'toId', reason: 'not_a_choice' })
  if (input.reasonFr === null && input.reasonEn === null) throw invalid({ field: 'reasonFr', reason: 'required' })
  try {
    return await transactionAs(db, proof.by, async (tx) => {
      const id = newId()
      await insertEntityLink(tx, proof, { id, ...input })
      await appendAudit(tx, proof.by, {
        action: 'entity.linked',
        entity: 'entity_link',
        id,
        payload: { from: input.fromId, to: input.toId, relation: input.relation },
      })
      return { id, undo: { verb: 'unlink_entities', linkId: id } satisfies Undo }
    })
  } catch (error) {
    if (refusedBy(error) === 'entity_links_one_in_force')
      throw new Fault('conflicting', 'already linked', [{ field: 'toId', reason: 'already_taken' }])
    throw error
  }
}
