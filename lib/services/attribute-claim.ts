import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { openSourcesOf } from '@/lib/data/claims'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { occurrenceAsSaved, replaceChain } from '@/lib/data/occurrences'
import { existingSources } from '@/lib/data/sources'
import { chainFaults } from '@/lib/domain/chain'
import { HopInput } from '@/lib/domain/claim-input'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const AttributeClaim = z.strictObject({ occurrenceId: uuid(), version: version(), chain: z.array(HopInput) })

/** Replaces the attribution chain of an occurrence as a whole; the one before stays in its history. */
export async function attributeClaim(
  { db, actor, now, newId }: Desk<PrismaClient>,
  raw: z.input<typeof AttributeClaim>,
) {
  const proof = permit(actor, 'claim:edit')
  const input = readInput(AttributeClaim, raw)
  const faults = chainFaults(input.chain.map(({ role }) => role))
  if (faults.length > 0) throw invalid(...faults)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await occurrenceAsSaved(tx, input.occurrenceId)
    if (!saved) throw new Fault('not_found', 'occurrence')
    const known = await existingSources(
      tx,
      input.chain.map(({ sourceId }) => sourceId),
    )
    const strangers = input.chain.flatMap(({ sourceId }, i) =>
      known.has(sourceId) ? [] : [{ field: `chain.${i}.sourceId`, reason: 'unknown_id' as const }],
    )
    if (strangers.length > 0) throw invalid(...strangers)
    if (
      !(await replaceChain(
        tx,
        proof,
        input.occurrenceId,
        input.version,
        input.chain.map((hop) => ({ ...hop, id: newId() })),
      ))
    )
      throw new Fault('stale', 'chain', [], {
        entity: 'occurrence',
        id: saved.id,
        version: saved.version,
        theirs: { chain: saved.hops.map((hop) => ({ ...hop, sourceId: hop.source.id, source: hop.source.name })) },
      })
    if (saved.claim.publicAt) await openSourcesOf(tx, [saved.claim.id], now)
    await appendAudit(tx, proof.by, {
      action: 'chain.changed',
      entity: 'occurrence',
      id: input.occurrenceId,
      payload: { version: input.version + 1, hops: input.chain.length },
    })
    const made = input.version + 1
    const undo: Undo = { verb: 'restore_revision', entity: 'occurrences', id: saved.id, version: made }
    return { version: made, undo }
  })
}
