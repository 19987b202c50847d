import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { statementAsSaved, updateStatement } from '@/lib/data/statements'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { line, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const DeprecateStatement = z.strictObject({ statementId: uuid(), version: version(), reason: line() })

/** Sets a statement aside with a reason: it stays in the record and no longer counts. Also the undo of adding one. */
export async function deprecateStatement({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof DeprecateStatement>) {
  const proof = permit(actor, 'claim:edit')
  const { statementId, version, reason } = readInput(DeprecateStatement, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await statementAsSaved(tx, statementId)
    if (!saved) throw new Fault('not_found', 'statement')
    const change = { rank: 'deprecated' as const, rankReason: reason }
    if (!(await updateStatement(tx, proof, statementId, version, change)))
      throw new Fault('stale', 'statement', [], {
        entity: 'statement',
        id: statementId,
        version: saved.version,
        theirs: { value: saved.value, words: saved.words, rank: saved.rank },
      })
    await appendAudit(tx, proof.by, {
      action: 'statement.deprecated',
      entity: 'statement',
      id: statementId,
      payload: { version: version + 1 },
    })
    const undo: Undo = { verb: 'restore_revision', entity: 'statements', id: statementId, version: version + 1 }
    return { version: version + 1, undo }
  })
}
