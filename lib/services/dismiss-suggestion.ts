import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { decideSuggestion, suggestionById } from '@/lib/data/suggestions'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { optionalLine, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { decidedFault, PERMISSION_OF_KIND } from '@/lib/domain/suggestion'
import type { Undo } from '@/lib/domain/undo'

export const DismissSuggestion = z.strictObject({ suggestionId: uuid(), version: version(), reason: optionalLine() })

/** Says no to a suggestion. It never comes back, however often the text is read again. */
export async function dismissSuggestion(
  { db, actor, now }: Desk<PrismaClient>,
  raw: z.input<typeof DismissSuggestion>,
) {
  permit(actor, 'desk:read')
  const input = readInput(DismissSuggestion, raw)
  const suggestion = await suggestionById(db, input.suggestionId)
  if (!suggestion) throw new Fault('not_found', 'suggestion')
  const { kind } = suggestion.value
  const proof = permit(actor, PERMISSION_OF_KIND[kind])
  return transactionAs(db, proof.by, async (tx) => {
    const isOurs = await decideSuggestion(tx, proof, {
      id: suggestion.id,
      version: input.version,
      at: now,
      status: 'dismissed',
      reason: input.reason,
    })
    if (!isOurs) throw decidedFault(await suggestionById(tx, suggestion.id))
    await appendAudit(tx, proof.by, {
      action: 'suggestion.dismissed',
      entity: 'suggestion',
      id: suggestion.id,
      payload: { kind },
    })
    const undo: Undo = { verb: 'take_back_suggestion', suggestionId: suggestion.id, version: input.version + 1 }
    return { id: suggestion.id, undo }
  })
}
