import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { NO_CORRECTION, updateVerdict, verdictById } from '@/lib/data/verdicts'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid, staleState } from '@/lib/domain/fault'
import { prose, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { applyVerdictEvent } from '@/lib/domain/verdict'

export const UpholdVerdict = z.strictObject({ verdictId: uuid(), version: version(), reason: prose() })

/**
 * No correction needed: a verdict that was looked at again stands as published, for a reason that history keeps. The draft
 * of its correction goes; the notice on its public page goes with it.
 */
export async function upholdVerdict({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof UpholdVerdict>) {
  const proof = permit(actor, 'verdict:publish')
  const input = readInput(UpholdVerdict, raw)
  return transactionAs(
    db,
    proof.by,
    async (tx) => {
      const saved = await verdictById(tx, input.verdictId)
      if (!saved) throw new Fault('not_found', 'verdict')
      if (!applyVerdictEvent(saved.state, { kind: 'upheld' }))
        throw invalid({ field: 'state', reason: 'wrong_state', values: { state: saved.state } })
      const state = saved.versions.length > 1 ? ('corrected' as const) : ('published' as const)
      if (!(await updateVerdict(tx, proof, saved.id, input.version, { state, ...NO_CORRECTION })))
        throw staleState('verdict', saved)
      await appendAudit(tx, proof.by, {
        action: 'verdict.upheld',
        entity: 'verdict',
        id: saved.id,
        payload: { version: input.version + 1 },
      })
      return { version: input.version + 1, state }
    },
    input.reason,
  )
}
