import 'server-only'
import type { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { keepBlind } from '@/lib/data/keep-blind'
import { replaceDependencies, updateVerdict, verdictById } from '@/lib/data/verdicts'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'
import { applyVerdictEvent } from '@/lib/domain/verdict'
import { dependencyRows, VerdictInput } from '@/lib/domain/verdict-input'

export const ChangeVerdict = VerdictInput.extend({ verdictId: uuid(), version: version() })

/**
 * Changes the words of a verdict. Whoever changes them becomes their author, so that the second reader is always somebody
 * else than the last hand; a second reading under way starts again. What is published stays as it was published.
 */
export async function changeVerdict({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof ChangeVerdict>) {
  const proof = permit(actor, 'verdict:draft')
  const { verdictId, version, dependsOn, ...words } = readInput(ChangeVerdict, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await verdictById(tx, verdictId)
    if (!saved) throw new Fault('not_found', 'verdict')
    await keepBlind(tx, actor, saved)
    const state = applyVerdictEvent(saved.state, { kind: 'edited' })
    if (!state) throw invalid({ field: 'state', reason: 'wrong_state', values: { state: saved.state } })
    if (
      !(await updateVerdict(tx, proof, verdictId, version, {
        ...words,
        state,
        authorId: proof.by,
        secondReaderId: null,
        changesRequested: null,
      }))
    )
      throw new Fault('stale', 'verdict', [], {
        entity: 'verdict',
        id: verdictId,
        version: saved.version,
        theirs: {
          ratingCode: saved.ratingCode,
          summaryFr: saved.summaryFr,
          summaryEn: saved.summaryEn,
          rationaleFr: saved.rationaleFr,
          rationaleEn: saved.rationaleEn,
          wouldChangeFr: saved.wouldChangeFr,
          wouldChangeEn: saved.wouldChangeEn,
          noEvidenceReasonFr: saved.noEvidenceReasonFr,
          noEvidenceReasonEn: saved.noEvidenceReasonEn,
        },
      })
    await replaceDependencies(tx, proof, verdictId, dependencyRows(dependsOn, newId))
    await appendAudit(tx, proof.by, {
      action: 'verdict.changed',
      entity: 'verdict',
      id: verdictId,
      payload: { version: version + 1 },
    })
    const undo: Undo = { verb: 'restore_revision', entity: 'verdicts', id: verdictId, version: version + 1 }
    return { version: version + 1, state, undo }
  })
}
