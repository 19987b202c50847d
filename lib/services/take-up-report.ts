import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import { reportAsSaved, updateReport } from '@/lib/data/desk-reports'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid, staleState } from '@/lib/domain/fault'
import { readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { nextReportStates } from '@/lib/domain/report'

export const TakeUpReport = z.strictObject({ reportId: uuid(), version: version() })

/** Says that somebody is looking into a report: whoever sent it reads so at once. */
export async function takeUpReport({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof TakeUpReport>) {
  const proof = permit(actor, 'report:work')
  const { reportId, version: seen } = readInput(TakeUpReport, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await reportAsSaved(tx, { id: reportId })
    if (!saved) throw new Fault('not_found', 'report')
    if (!nextReportStates(saved.state).includes('looking'))
      throw invalid({ field: 'state', reason: 'wrong_state', values: { state: saved.state } })
    if (!(await updateReport(tx, proof, reportId, seen, { state: 'looking' }))) throw staleState('report', saved)
    await appendAudit(tx, proof.by, {
      action: 'report.moved',
      entity: 'report',
      id: reportId,
      payload: { state: 'looking', version: seen + 1 },
    })
    return { version: seen + 1 }
  })
}
