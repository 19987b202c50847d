import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { endClaimRelation, updateClaim } from '@/lib/data/claims'
import { updateConflict } from '@/lib/data/conflicts'
import { transactionAs } from '@/lib/data/db'
import { endEntityLink } from '@/lib/data/entities'
import type { PrismaClient } from '@/lib/data/generated/client'
import { reopenSuggestion, suggestionById } from '@/lib/data/suggestions'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { prose, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { decidedFault } from '@/lib/domain/suggestion'

export const TakeBackSuggestion = z.strictObject({ suggestionId: uuid(), version: version(), reason: prose() })

/**
 * Opens a suggestion again and takes back what accepting it made, as it was made: refused when somebody has changed that
 * since. Only whoever decided takes a decision back. Sources and names that came with it stay: others may use them by now.
 */
export async function takeBackSuggestion(
  { db, actor, now }: Desk<PrismaClient>,
  raw: z.input<typeof TakeBackSuggestion>,
): Promise<void> {
  const proof = permit(actor, 'claim:edit')
  const input = readInput(TakeBackSuggestion, raw)
  await transactionAs(db, proof.by, async (tx) => {
    const suggestion = await suggestionById(tx, input.suggestionId)
    if (!suggestion || suggestion.decidedById !== proof.by) throw new Fault('not_found', 'decision')
    const { madeKind, madeId } = suggestion
    if (!(await reopenSuggestion(tx, proof, suggestion.id, input.version)))
      throw decidedFault(await suggestionById(tx, suggestion.id))
    if (madeKind === 'claim' && madeId) {
      if (!(await updateClaim(tx, proof, madeId, 1, { discardedAt: now }))) throw changedSince('claim', madeId)
      await appendAudit(tx, proof.by, {
        action: 'claim.discarded',
        entity: 'claim',
        id: madeId,
        payload: { version: 2 },
      })
    }
    if (madeKind === 'entity_link' && madeId) {
      if (!(await endEntityLink(tx, permit(actor, 'entity:link'), madeId, now, input.reason)))
        throw changedSince('entity_link', madeId)
      await appendAudit(tx, proof.by, { action: 'entity.unlinked', entity: 'entity_link', id: madeId, payload: {} })
    }
    if (madeKind === 'claim_relation' && madeId) {
      if (!(await endClaimRelation(tx, proof, madeId, now))) throw changedSince('claim_relation', madeId)
      await appendAudit(tx, proof.by, {
        action: 'claim.unrelated',
        entity: 'claim_relation',
        id: madeId,
        payload: {},
      })
    }
    if (madeKind === 'conflict' && madeId) {
      if (!(await updateConflict(tx, permit(actor, 'conflict:edit'), madeId, 1, { status: 'dismissed' })))
        throw changedSince('conflict', madeId)
      const payload = { version: 2, status: 'dismissed' }
      await appendAudit(tx, proof.by, { action: 'conflict.changed', entity: 'conflict', id: madeId, payload })
    }
    await appendAudit(tx, proof.by, {
      action: 'suggestion.taken_back',
      entity: 'suggestion',
      id: suggestion.id,
      payload: { kind: suggestion.value.kind },
    })
  })
}

const changedSince = (entity: string, id: string) =>
  new Fault('stale', entity, [], { entity, id, version: 2, theirs: {} })
