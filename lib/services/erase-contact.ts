import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import { reportAsSaved, updateReport } from '@/lib/data/desk-reports'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault, staleState } from '@/lib/domain/fault'
import { readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const EraseContact = z.strictObject({ reportId: uuid(), version: version() })

/** Erases how a reader may be reached, for good, and leaves the rest. No history holds it. */
export async function eraseContact({ db, actor, now }: Desk<PrismaClient>, raw: z.input<typeof EraseContact>) {
  const proof = permit(actor, 'report:decide')
  const { reportId, version: seen } = readInput(EraseContact, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await reportAsSaved(tx, { id: reportId })
    if (!saved) throw new Fault('not_found', 'report')
    if (!(await updateReport(tx, proof, reportId, seen, { contact: null, contactErasedAt: now })))
      throw staleState('report', saved)
    await appendAudit(tx, proof.by, {
      action: 'report.contact_erased',
      entity: 'report',
      id: reportId,
      payload: { version: seen + 1 },
    })
    return { version: seen + 1 }
  })
}
