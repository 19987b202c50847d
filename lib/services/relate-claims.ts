import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { insertClaimRelation } from '@/lib/data/claims'
import { refusedBy, transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { decideSuggestion, suggestionById } from '@/lib/data/suggestions'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { oneOf, optionalLine, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { decidedFault } from '@/lib/domain/suggestion'
import type { Undo } from '@/lib/domain/undo'
import { CLAIM_RELATION_KINDS } from '@/lib/domain/vocabulary'

export const RelateClaims = z.strictObject({
  kind: oneOf(CLAIM_RELATION_KINDS),
  fromId: uuid(),
  toId: uuid(),
  noteFr: optionalLine(),
  noteEn: optionalLine(),
  /** The suggestion this is the answer to: accepted with it, or nothing is written. */
  suggestion: z.strictObject({ id: uuid(), version: version() }).optional(),
})

/** Says that one claim repeats, supports or is part of another. */
export async function relateClaims({ db, actor, newId, now }: Desk<PrismaClient>, raw: z.input<typeof RelateClaims>) {
  const proof = permit(actor, 'claim:edit')
  const { suggestion, ...input } = readInput(RelateClaims, raw)
  if (input.fromId === input.toId) throw invalid({ field: 'toId', reason: 'not_a_choice' })
  try {
    return await transactionAs(db, proof.by, async (tx) => {
      const id = newId()
      await insertClaimRelation(tx, proof, { id, ...input })
      await appendAudit(tx, proof.by, {
        action: 'claim.related',
        entity: 'claim',
        id: input.fromId,
        payload: { to: input.toId, kind: input.kind },
      })
      if (!suggestion) return { id, undo: { verb: 'end_claim_relation', relationId: id } as Undo }
      const saved = await suggestionById(tx, suggestion.id)
      if (saved?.value.kind !== 'match' || ![input.fromId, input.toId].every((it) => saved.claims?.includes(it)))
        throw new Fault('not_found', 'suggested match')
      // What was proposed is that they say the same; which repeats the other is for a person to say.
      const status = input.kind === 'repeats' ? 'accepted' : 'edited'
      const made = { kind: 'claim_relation' as const, id }
      if (!(await decideSuggestion(tx, proof, { ...suggestion, at: now, status, made })))
        throw decidedFault(await suggestionById(tx, suggestion.id))
      await appendAudit(tx, proof.by, {
        action: 'suggestion.accepted',
        entity: 'suggestion',
        id: suggestion.id,
        payload: { kind: 'match', status, made: id },
      })
      const undo: Undo = { verb: 'take_back_suggestion', suggestionId: suggestion.id, version: suggestion.version + 1 }
      return { id, undo }
    })
  } catch (error) {
    if (refusedBy(error)?.includes('kind'))
      throw new Fault('conflicting', 'already related', [{ field: 'toId', reason: 'already_taken' }])
    throw error
  }
}
