import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import { endEvidenceLinks as endLinks } from '@/lib/data/evidence'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const EndEvidenceLinks = z.strictObject({ evidenceId: uuid(), linkIds: z.array(uuid()).min(1) })

/** Says that a piece of evidence no longer bears on these claims or conflicts: all of them, or none when one has ended already. */
export async function endEvidenceLinks({ db, actor, now }: Desk<PrismaClient>, raw: z.input<typeof EndEvidenceLinks>) {
  const proof = permit(actor, 'evidence:add')
  const { evidenceId, linkIds } = readInput(EndEvidenceLinks, raw)
  await transactionAs(db, proof.by, async (tx) => {
    if ((await endLinks(tx, proof, evidenceId, linkIds, now)) !== linkIds.length)
      throw new Fault('stale', 'evidence link in force')
    await appendAudit(tx, proof.by, {
      action: 'evidence.unlinked',
      entity: 'evidence',
      id: evidenceId,
      payload: { links: linkIds.length },
    })
  })
}
