import 'server-only'
import { z } from 'zod'
import { insertAssessment } from '@/lib/data/assessments'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { existingSources } from '@/lib/data/sources'
import { CREDIBILITIES, RELIABILITIES } from '@/lib/domain/assessment'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { oneOf, prose, readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

const orUnset = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.literal('').transform(() => null), oneOf(values)]).nullish()
export const AddAssessment = z.strictObject({
  sourceId: uuid(),
  reliability: orUnset(RELIABILITIES),
  credibility: orUnset(CREDIBILITIES),
  rationale: prose(),
})

/** One more judgement of a source; those before it stay as they are. */
export async function addAssessment({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof AddAssessment>) {
  const proof = permit(actor, 'source:assess')
  const { sourceId, rationale, ...codes } = readInput(AddAssessment, raw)
  const [reliability, credibility] = [codes.reliability ?? null, codes.credibility ?? null]
  if (reliability === null && credibility === null) throw invalid({ field: 'reliability', reason: 'required' })
  return transactionAs(db, proof.by, async (tx) => {
    if (!(await existingSources(tx, [sourceId])).has(sourceId)) throw new Fault('not_found', 'source')
    const id = newId()
    await insertAssessment(tx, proof, { id, sourceId, reliability, credibility, rationale })
    await appendAudit(tx, proof.by, {
      action: 'source.assessed',
      entity: 'source',
      id: sourceId,
      payload: { assessment: id },
    })
    return { id }
  })
}
