import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { revisionAt } from '@/lib/data/revisions'
import { statementAsSaved, updateStatement } from '@/lib/data/statements'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { line, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { StatementRank } from '@/lib/domain/vocabulary'

export const PutStatementBack = z.strictObject({
  /** The reading that took its place, as it was written. */
  statementId: uuid(),
  replacedId: uuid(),
  replacedVersion: version(),
  reason: line(),
})

/** Puts the former reading of a cell back in its place; the one that had taken it is set aside. Both stay in the record. */
export async function putStatementBack({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof PutStatementBack>) {
  const proof = permit(actor, 'claim:edit')
  const { statementId, replacedId, replacedVersion, reason } = readInput(PutStatementBack, raw)
  await transactionAs(
    db,
    proof.by,
    async (tx) => {
      const saved = await statementAsSaved(tx, statementId)
      const former = await revisionAt(tx, 'statements', replacedId, replacedVersion - 1)
      if (!saved || !former) throw new Fault('not_found', 'statement before its change')
      const aside = { rank: 'deprecated' as const, rankReason: reason }
      const again = { rank: former.rank as StatementRank, rankReason: (former.rank_reason as string | null) ?? null }
      if (
        !(await updateStatement(tx, proof, statementId, 1, aside)) ||
        !(await updateStatement(tx, proof, replacedId, replacedVersion, again))
      )
        throw new Fault('stale', 'statement', [], {
          entity: 'statement',
          id: statementId,
          version: saved.version,
          theirs: { value: saved.value, words: saved.words, rank: saved.rank },
        })
      await appendAudit(tx, proof.by, {
        action: 'statement.replaced',
        entity: 'statement',
        id: statementId,
        payload: { by: replacedId },
      })
    },
    reason,
  )
}
