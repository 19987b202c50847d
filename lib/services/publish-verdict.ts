import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { claimRecord, dispatchesOfClaim, openClaims } from '@/lib/data/claims'
import { openConflicts } from '@/lib/data/conflicts'
import { asStranger, transactionAs } from '@/lib/data/db'
import { openDispatch } from '@/lib/data/dispatches'
import { openEntities } from '@/lib/data/entities'
import { openEvidence } from '@/lib/data/evidence'
import type { PrismaClient } from '@/lib/data/generated/client'
import { keepBlind } from '@/lib/data/keep-blind'
import { settingsOf } from '@/lib/data/settings'
import {
  evidenceCount,
  insertCorrection,
  insertVersion,
  keepDocuments,
  NO_CORRECTION,
  updateVerdict,
  verdictById,
} from '@/lib/data/verdicts'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { oneOf, optionalProse, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { RatingCode } from '@/lib/domain/rating'
import { applyVerdictEvent, publicationFaults } from '@/lib/domain/verdict'
import { CORRECTION_SEVERITIES } from '@/lib/domain/vocabulary'
import type { Press } from '@/lib/present/press'

export const PublishVerdict = z.strictObject({
  verdictId: uuid(),
  version: version(),
  correction: z
    .strictObject({
      severity: oneOf(CORRECTION_SEVERITIES),
      whatWasWrongFr: optionalProse(),
      whatWasWrongEn: optionalProse(),
    })
    .nullish()
    .transform((it) => it ?? null),
})

/**
 * Publishes a verdict that two people have read: opens to the public what it stands on, keeps the version and its documents
 * for ever, and names their hashes in the log. The documents are made from what a stranger can read in this transaction.
 */
export async function publishVerdict(
  { db, actor, now, newId }: Desk<PrismaClient>,
  raw: z.input<typeof PublishVerdict>,
  press: Press,
) {
  const proof = permit(actor, 'verdict:publish')
  const input = readInput(PublishVerdict, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await verdictById(tx, input.verdictId)
    if (!saved || saved.claim.discardedAt) throw new Fault('not_found', 'verdict')
    await keepBlind(tx, actor, saved)
    const next = applyVerdictEvent(saved.state, { kind: 'published' })
    if (!next) throw invalid({ field: 'state', reason: 'wrong_state', values: { state: saved.state } })
    const { fourEyes } = await settingsOf(tx)
    const latest = saved.versions[0]
    const faults = publicationFaults({
      authorId: saved.authorId,
      secondReaderId: saved.secondReaderId,
      fourEyes,
      evidenceCount: await evidenceCount(tx, saved),
      noEvidenceReasonFr: saved.noEvidenceReasonFr,
      noEvidenceReasonEn: saved.noEvidenceReasonEn,
      summaryFr: saved.summaryFr,
      summaryEn: saved.summaryEn,
      publishedVersions: saved.versions.length,
      correction: input.correction,
    })
    if (faults.length > 0) throw invalid(...faults)

    const n = (latest?.n ?? 0) + 1
    if (
      !(await updateVerdict(tx, proof, saved.id, input.version, {
        state: n > 1 ? 'corrected' : next,
        ...NO_CORRECTION,
      }))
    )
      throw new Fault('stale', 'verdict', [], {
        entity: 'verdict',
        id: saved.id,
        version: saved.version,
        theirs: {
          state: saved.state,
          ratingCode: saved.ratingCode,
          summaryFr: saved.summaryFr,
          summaryEn: saved.summaryEn,
        },
      })
    await openClaims(tx, proof, [saved.claimId], now)
    for (const id of await dispatchesOfClaim(tx, saved.claimId)) await openDispatch(tx, proof, id, now)
    await openConflicts(tx, proof, [saved.claimId], now)
    await openEvidence(tx, proof, [saved.claimId], now)
    await openEntities(tx, proof, now)

    const versionId = newId()
    const words = {
      ratingCode: saved.ratingCode as RatingCode,
      summaryFr: saved.summaryFr,
      summaryEn: saved.summaryEn,
      rationaleFr: saved.rationaleFr,
      rationaleEn: saved.rationaleEn,
      wouldChangeFr: saved.wouldChangeFr,
      wouldChangeEn: saved.wouldChangeEn,
      noEvidenceReasonFr: saved.noEvidenceReasonFr,
      noEvidenceReasonEn: saved.noEvidenceReasonEn,
    }
    const isSelfPublished = saved.secondReaderId === null
    await insertVersion(tx, proof, {
      id: versionId,
      verdictId: saved.id,
      n,
      isWithdrawal: false,
      ...words,
      authorId: saved.authorId,
      secondReaderId: saved.secondReaderId,
      isSelfPublished,
      isBlind: saved.isBlind,
    })
    if (input.correction && latest)
      await insertCorrection(tx, proof, {
        id: newId(),
        verdictId: saved.id,
        verdictVersionId: versionId,
        ...input.correction,
        before: latest.ratingCode,
        after: words.ratingCode,
      })

    const record = await asStranger(tx, () => claimRecord(tx, saved.claim.slug))
    if (!record) throw new Error(`claim ${saved.claim.ref} cannot be seen by a stranger after it was opened`)
    const documents = await keepDocuments(tx, proof, { versionId, newId }, (language) => press(record, language))
    await appendAudit(tx, proof.by, {
      action: 'verdict.published',
      entity: 'verdict',
      id: saved.id,
      payload: { n, rating: words.ratingCode, documents },
    })
    if (input.correction)
      await appendAudit(tx, proof.by, {
        action: 'verdict.corrected',
        entity: 'verdict',
        id: saved.id,
        payload: { n, severity: input.correction.severity, documents },
      })
    return { n, version: input.version + 1, slug: saved.claim.slug, documents }
  })
}
