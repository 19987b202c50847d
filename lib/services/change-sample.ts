import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { discardSample, restoreSample, sampleDispatches, sampleLoadedAt } from '@/lib/data/sample'
import { resetSampleRows } from '@/lib/data/sample-reset'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { oneOf, optionalQuoted, readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { SAMPLE_DELETED, SAMPLE_RESET, SAMPLE_RESTORED } from '@/lib/domain/sample'

export const ChangeSample = z.strictObject({
  act: oneOf(['reset', 'delete', 'restore'] as const),
  /** The title of the dispatch, typed again: nobody does this by a slip. Bringing it back needs none. */
  confirm: optionalQuoted(1_000),
})
const REASONS = { reset: SAMPLE_RESET, delete: SAMPLE_DELETED, restore: SAMPLE_RESTORED } as const

/**
 * Resets the sample to what was loaded, takes it away, or brings it back. History has no delete: each row gets a new version,
 * and what was taken away can be brought back. Published verdicts of a deleted sample are found by nobody.
 */
export async function changeSample({ db, actor, now }: Desk<PrismaClient>, raw: z.input<typeof ChangeSample>) {
  const proof = permit(actor, 'settings:manage')
  const { act, confirm } = readInput(ChangeSample, raw)
  return transactionAs(
    db,
    proof.by,
    async (tx) => {
      const [dispatch] = await sampleDispatches(tx)
      const loadedAt = await sampleLoadedAt(tx)
      if (!dispatch || !loadedAt) throw new Fault('not_found', 'sample')
      if (act !== 'restore' && confirm?.trim() !== dispatch.title)
        throw invalid({ field: 'confirm', reason: 'not_a_choice', values: { choices: dispatch.title } })
      const done =
        act === 'delete'
          ? { back: 0, aside: await discardSample(tx, proof, now) }
          : act === 'restore'
            ? { back: await restoreSample(tx, proof), aside: 0 }
            : await resetSampleRows(tx, proof, { loadedAt, now })
      await appendAudit(tx, proof.by, {
        action: 'sample.changed',
        entity: 'dispatch',
        id: dispatch.id,
        payload: { act, ...done },
      })
      return done
    },
    REASONS[act],
  )
}
