import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { discardMade as discard, holdMade, isBuiltOn, type MadeKind } from '@/lib/data/just-made'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { oneOf, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const DiscardMade = z.strictObject({
  kind: oneOf(['source', 'event', 'dispatch'] as const satisfies readonly MadeKind[]),
  id: uuid(),
  version: version(),
})

/**
 * Takes back a source, an event or a dispatch: by whoever added it, while nothing stands on it and nobody changed it. It
 * leaves the desk and stays in the record.
 */
export async function discardMade({ db, actor, now }: Desk<PrismaClient>, raw: z.input<typeof DiscardMade>) {
  const input = readInput(DiscardMade, raw)
  const { kind, id } = input
  const proof = permit(actor, `${kind}:add`)
  await transactionAs(db, proof.by, async (tx) => {
    const made = await holdMade(tx, kind, id)
    if (!made || made.isDiscarded) throw new Fault('not_found', kind)
    if (made.createdById !== proof.by) throw new Fault('forbidden', 'taken back by whoever added it')
    if (made.version !== input.version)
      throw new Fault('stale', kind, [], { entity: kind, id, version: made.version, theirs: {} })
    if (made.isPublic || (await isBuiltOn(tx, kind, id))) throw invalid({ field: 'id', reason: 'in_use' })
    await discard(tx, proof, kind, id, input.version, now)
    const trace = { id, payload: { version: input.version + 1 } }
    if (kind === 'source') await appendAudit(tx, proof.by, { action: 'source.discarded', entity: kind, ...trace })
    if (kind === 'event') await appendAudit(tx, proof.by, { action: 'event.discarded', entity: kind, ...trace })
    if (kind === 'dispatch') await appendAudit(tx, proof.by, { action: 'dispatch.discarded', entity: kind, ...trace })
  })
}
