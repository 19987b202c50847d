import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { claimRecord } from '@/lib/data/claims'
import { asStranger, transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { keepBlind } from '@/lib/data/keep-blind'
import {
  insertCorrection,
  insertVersion,
  keepDocuments,
  NO_CORRECTION,
  standingVersion,
  updateVerdict,
  verdictById,
} from '@/lib/data/verdicts'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid, staleState } from '@/lib/domain/fault'
import { optionalProse, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { RatingCode } from '@/lib/domain/rating'
import { applyVerdictEvent } from '@/lib/domain/verdict'
import type { Press } from '@/lib/present/press'

export const WithdrawVerdict = z.strictObject({
  verdictId: uuid(),
  version: version(),
  /** For readers, in one language at least: what was wrong. */
  whatWasWrongFr: optionalProse(),
  whatWasWrongEn: optionalProse(),
})

/**
 * Withdraws a published verdict: a last version, a correction that says what was wrong, and documents that say so at the same
 * address. Earlier versions stay readable; nothing follows it, and its claim may be neither rated nor made to vanish any more.
 */
export async function withdrawVerdict(
  { db, actor, newId }: Desk<PrismaClient>,
  raw: z.input<typeof WithdrawVerdict>,
  press: Press,
) {
  const proof = permit(actor, 'verdict:publish')
  const input = readInput(WithdrawVerdict, raw)
  const { whatWasWrongFr, whatWasWrongEn } = input
  if (whatWasWrongFr === null && whatWasWrongEn === null)
    throw invalid({ field: 'whatWasWrongFr', reason: 'needs_correction' })
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await verdictById(tx, input.verdictId)
    if (!saved || saved.claim.discardedAt) throw new Fault('not_found', 'verdict')
    await keepBlind(tx, actor, saved)
    const standing = await standingVersion(tx, saved.id)
    const state = applyVerdictEvent(saved.state, { kind: 'withdrawn' })
    if (!state || !standing) throw invalid({ field: 'state', reason: 'wrong_state', values: { state: saved.state } })
    if (!(await updateVerdict(tx, proof, saved.id, input.version, { state, ...NO_CORRECTION })))
      throw staleState('verdict', saved)
    const { n: before, ratingCode, ...rest } = standing
    const versionId = newId()
    const n = before + 1
    const rating = ratingCode as RatingCode
    await insertVersion(tx, proof, {
      id: versionId,
      verdictId: saved.id,
      n,
      isWithdrawal: true,
      ratingCode: rating,
      ...rest,
    })
    await insertCorrection(tx, proof, {
      ...{ id: newId(), verdictId: saved.id, verdictVersionId: versionId, severity: 'retraction' },
      ...{ whatWasWrongFr, whatWasWrongEn, before: rating, after: state },
    })
    const record = await asStranger(tx, () => claimRecord(tx, saved.claim.slug))
    if (!record) throw new Error(`claim ${saved.claim.ref} of a published verdict cannot be seen by a stranger`)
    const documents = await keepDocuments(tx, proof, { versionId, newId }, (language) => press(record, language))
    await appendAudit(tx, proof.by, {
      action: 'verdict.withdrawn',
      entity: 'verdict',
      id: saved.id,
      payload: { n, documents },
    })
    return { n, version: input.version + 1, slug: saved.claim.slug, documents }
  })
}
