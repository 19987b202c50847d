import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import { reportAsSaved, updateReport } from '@/lib/data/desk-reports'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { oneOf, optionalProse, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { nextReportStates } from '@/lib/domain/report'

export const DecideReport = z.strictObject({
  reportId: uuid(),
  version: version(),
  decision: oneOf(['accepted', 'refused']),
  outcomeFr: optionalProse(),
  outcomeEn: optionalProse(),
})

/** Accepts a report or refuses it, with a reason whoever sent it can read. It is final. A stale decision gets the other one. */
export async function decideReport({ db, actor, now }: Desk<PrismaClient>, raw: z.input<typeof DecideReport>) {
  const proof = permit(actor, 'report:decide')
  const { reportId, version: seen, decision, outcomeFr, outcomeEn } = readInput(DecideReport, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await reportAsSaved(tx, { id: reportId })
    if (!saved) throw new Fault('not_found', 'report')
    // In the language they wrote in: a reason they cannot read is none.
    const field = saved.language === 'fr' ? 'outcomeFr' : 'outcomeEn'
    if ((saved.language === 'fr' ? outcomeFr : outcomeEn) === null)
      throw invalid({ field, reason: 'rationale_required' })
    if (saved.version === seen && !nextReportStates(saved.state).includes(decision))
      throw invalid({ field: 'decision', reason: 'wrong_state', values: { state: saved.state } })
    const change = { state: decision, outcomeFr, outcomeEn, decidedById: proof.by, decidedAt: now }
    if (saved.version !== seen || !(await updateReport(tx, proof, reportId, seen, change))) {
      const theirs = (await reportAsSaved(tx, { id: reportId })) ?? saved
      throw new Fault('stale', 'report', [], {
        entity: 'report',
        id: reportId,
        version: theirs.version,
        theirs: {
          decision: theirs.state,
          outcomeFr: theirs.outcomeFr ?? '',
          outcomeEn: theirs.outcomeEn ?? '',
        },
      })
    }
    await appendAudit(tx, proof.by, {
      action: 'report.moved',
      entity: 'report',
      id: reportId,
      payload: { state: decision, version: seen + 1 },
    })
    return { version: seen + 1 }
  })
}
