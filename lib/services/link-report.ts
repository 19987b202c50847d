import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import { claimNamed, correctionsSince, reportAsSaved, updateReport } from '@/lib/data/desk-reports'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { optionalLine, optionalUuid, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const LinkReport = z.strictObject({
  reportId: uuid(),
  version: version(),
  /** Its ref or its slug. */
  claim: optionalLine(),
  correctionId: optionalUuid(),
})

/** Says what an accepted report led to: a correction, with its claim, or a claim. Readers see it once that is public. */
export async function linkReport({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof LinkReport>) {
  const proof = permit(actor, 'report:work')
  const { reportId, version: seen, claim, correctionId } = readInput(LinkReport, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await reportAsSaved(tx, { id: reportId })
    if (!saved) throw new Fault('not_found', 'report')
    if (saved.state !== 'accepted')
      throw invalid({ field: 'claim', reason: 'wrong_state', values: { state: saved.state } })
    const correction = correctionId
      ? (await correctionsSince(tx, saved.receivedAt)).find(({ id }) => id === correctionId)
      : null
    if (correction === undefined) throw invalid({ field: 'correctionId', reason: 'unknown_id' })
    const named = claim === null ? null : await claimNamed(tx, claim)
    if (claim !== null && named === null) throw invalid({ field: 'claim', reason: 'unknown_id' })
    const claimId = correction?.claimId ?? named?.id ?? null
    if (!(await updateReport(tx, proof, reportId, seen, { claimId, correctionId })))
      throw new Fault('stale', 'report', [], {
        entity: 'report',
        id: reportId,
        version: saved.version,
        theirs: { claim: saved.claim?.ref ?? '', correctionId: saved.correctionId ?? '' },
      })
    await appendAudit(tx, proof.by, {
      action: 'report.linked',
      entity: 'report',
      id: reportId,
      payload: { claim: claimId, correction: correctionId },
    })
    return { version: seen + 1 }
  })
}
