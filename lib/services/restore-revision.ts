import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { openSourcesOf } from '@/lib/data/claims'
import { transactionAs } from '@/lib/data/db'
import type { Prisma, PrismaClient } from '@/lib/data/generated/client'
import { keepBlind } from '@/lib/data/keep-blind'
import { occurrenceAsSaved, putChain } from '@/lib/data/occurrences'
import { currentVersion, isProtectedSource, listAt, markStandingOn, putBack, revisionAt } from '@/lib/data/revisions'
import { replaceDependencies, updateVerdict, type VerdictWords, verdictById } from '@/lib/data/verdicts'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { optionalLine, readInput, uuid, version } from '@/lib/domain/input'
import { type Permit, permit } from '@/lib/domain/permission'
import { type Content, changedColumns, columnsOf, EDITING, REVISED_KINDS } from '@/lib/domain/revision'
import type { Undo } from '@/lib/domain/undo'
import { applyVerdictEvent } from '@/lib/domain/verdict'

export const RestoreRevision = z.strictObject({
  entity: z.enum(REVISED_KINDS),
  id: uuid(),
  /** The version the person saw. */
  version: version(),
  /** The version whose values come back. */
  n: version(),
  reason: optionalLine(),
})

/**
 * Puts a former state back as a new version: nothing is taken out of history. The columns of lib/domain/revision come back,
 * with the chain of an occurrence and what a verdict stands on; states never do. A published verdict that stands on the
 * thing needs another look.
 */
export async function restoreRevision(desk: Desk<PrismaClient>, raw: z.input<typeof RestoreRevision>) {
  const input = readInput(RestoreRevision, raw)
  const proof = permit(desk.actor, EDITING[input.entity])
  const { entity, id, n } = input
  return transactionAs(
    desk.db,
    proof.by,
    async (tx) => {
      const verdict = entity === 'verdicts' ? await verdictById(tx, id) : null
      if (verdict) await keepBlind(tx, desk.actor, verdict)
      const [former, current] = [await revisionAt(tx, entity, id, n), await currentVersion(tx, entity, id)]
      if (!former || current === null) throw new Fault('not_found', 'revision')
      // A former state of a source protected since would bring its name back into the open.
      if (entity === 'sources' && (await isProtectedSource(tx, id)))
        throw invalid({ field: 'n', reason: 'wrong_state', values: { state: 'protected' } })
      const now = await revisionAt(tx, entity, id, current)
      const isSaved =
        entity === 'verdicts'
          ? await putVerdictBack(tx, desk, permit(desk.actor, 'verdict:draft'), input, former)
          : await putBack(tx, proof, entity, id, input.version, former)
      if (!isSaved)
        throw new Fault('stale', entity, [], { entity, id, version: current, theirs: columnsOf(entity, now ?? {}) })
      if (entity === 'occurrences') await putChainBack(tx, desk, id, n)
      const isChanged = entity === 'occurrences' || (now !== null && changedColumns(entity, now, former).length > 0)
      const rereview = isChanged ? await markStandingOn(tx, proof, entity, id) : []
      await appendAudit(tx, proof.by, {
        action: 'revision.restored',
        entity,
        id,
        payload: { n, version: input.version + 1, rereview },
      })
      const undo: Undo = { verb: 'restore_revision', entity, id, version: input.version + 1 }
      return { version: input.version + 1, rereview, undo }
    },
    input.reason ?? undefined,
  )
}

/** The chain that went with an occurrence; a public claim's chain leads to public sources only. */
async function putChainBack(
  tx: Prisma.TransactionClient,
  { actor, now, newId }: Desk<PrismaClient>,
  id: string,
  n: number,
): Promise<void> {
  const chain = await listAt(tx, 'chains', id, n)
  if (!chain) return
  await putChain(tx, permit(actor, 'claim:edit'), id, chain, newId)
  const saved = await occurrenceAsSaved(tx, id)
  if (saved?.claim.publicAt) await openSourcesOf(tx, [saved.claim.id], now)
}

/** Whoever puts words back is their last hand, and becomes the author; a second reading under way starts again. */
async function putVerdictBack(
  tx: Prisma.TransactionClient,
  { newId }: Desk<PrismaClient>,
  proof: Permit<'verdict:draft'>,
  { id, version, n }: z.output<typeof RestoreRevision>,
  former: Content,
): Promise<boolean> {
  const saved = await verdictById(tx, id)
  const state = saved && applyVerdictEvent(saved.state, { kind: 'edited' })
  if (!state) throw invalid({ field: 'state', reason: 'wrong_state', values: { state: saved?.state ?? '' } })
  const words = columnsOf('verdicts', former) as VerdictWords
  const change = { ...words, state, authorId: proof.by, secondReaderId: null, changesRequested: null }
  if (!(await updateVerdict(tx, proof, id, version, change))) return false
  const stoodOn = (await listAt(tx, 'verdict_dependencies', id, n)) ?? []
  await replaceDependencies(
    tx,
    proof,
    id,
    stoodOn.map((it) => ({
      id: newId(),
      conflictId: it.conflict_id as string | null,
      evidenceId: it.evidence_id as string | null,
      sourceId: it.source_id as string | null,
    })),
  )
  return true
}
