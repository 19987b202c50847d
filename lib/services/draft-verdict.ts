import 'server-only'
import type { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { claimAsSaved } from '@/lib/data/claims'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { settingsOf } from '@/lib/data/settings'
import { insertVerdict, verdictOfClaim } from '@/lib/data/verdicts'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { dependencyRows, VerdictInput } from '@/lib/domain/verdict-input'

export const DraftVerdict = VerdictInput.extend({ claimId: uuid() })

/** Starts a verdict on a claim; a claim has one. */
export async function draftVerdict({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof DraftVerdict>) {
  const proof = permit(actor, 'verdict:draft')
  const { dependsOn, ...words } = readInput(DraftVerdict, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const claim = await claimAsSaved(tx, words.claimId)
    if (!claim || claim.discardedAt) throw new Fault('not_found', 'claim')
    const existing = await verdictOfClaim(tx, words.claimId)
    if (existing) throw new Fault('conflicting', 'verdict exists', [{ field: 'claimId', reason: 'already_taken' }])
    const id = newId()
    // Where the newsroom reads blind, the draft is its author's alone from its first word.
    const { blindByDefault } = await settingsOf(tx)
    await insertVerdict(tx, proof, { id, ...words, isBlind: blindByDefault }, dependencyRows(dependsOn, newId))
    await appendAudit(tx, proof.by, {
      action: 'verdict.drafted',
      entity: 'verdict',
      id,
      payload: {},
    })
    return { id, version: 1 }
  })
}
