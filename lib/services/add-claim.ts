import 'server-only'
import type { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { writeClaim } from '@/lib/data/new-claim'
import { AddClaim, claimParts } from '@/lib/domain/claim-input'
import type { Desk } from '@/lib/domain/desk'
import { readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

/** Takes a claim from a passage: who said it, through whom, and what is said of the event. The passage is the text, letter for letter. */
export async function addClaim({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof AddClaim>) {
  const proof = permit(actor, 'claim:add')
  const input = readInput(AddClaim, raw)
  claimParts(input)
  return transactionAs(db, proof.by, async (tx) => {
    const { span, ...made } = await writeClaim(tx, proof, newId, input)
    await appendAudit(tx, proof.by, {
      action: 'claim.added',
      entity: 'claim',
      id: made.id,
      payload: { occurrence: made.occurrenceId, ...span },
    })
    return { ...made, undo: { verb: 'discard_claim', claimId: made.id, version: 1 } satisfies Undo }
  })
}
