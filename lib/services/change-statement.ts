import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { type Db, transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import {
  insertPositionStatements,
  insertStatements,
  standingInCell,
  statementInPlace,
  updateStatement,
} from '@/lib/data/statements'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { line, optionalQuoted, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { PropertyCode } from '@/lib/domain/property'
import { MAX_LINE_LENGTH } from '@/lib/domain/text'
import type { Undo } from '@/lib/domain/undo'

export const ChangeStatement = z.strictObject({
  statementId: uuid(),
  version: version(),
  value: line(),
  words: optionalQuoted(MAX_LINE_LENGTH),
  reason: line(),
  /** Whether the new reading takes the old one's place in conflicts that are not settled. */
  keepsSides: z.boolean().default(true),
})

/** What stands in the cell now, after somebody else saved: their reading, and why they set the one before aside. */
async function staleCell(db: Db, statementId: string): Promise<Fault> {
  const now = await statementInPlace(db, statementId)
  if (!now) return new Fault('not_found', 'statement')
  const { occurrenceId, eventId, propertyCode } = now
  const [standing] = await standingInCell(db, { occurrenceId, eventId, propertyCode })
  return new Fault('stale', 'statement', [], {
    entity: 'statement',
    id: now.id,
    version: now.version,
    theirs: { value: standing?.value ?? '', words: standing?.words ?? '', reason: now.rankReason ?? '' },
  })
}

/**
 * Reads a cell of the matrix otherwise: the statement there is set aside with a reason and another one takes its place.
 * Whoever comes second gets both texts; saving again then sets aside what stands there now.
 */
export async function changeStatement({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof ChangeStatement>) {
  const proof = permit(actor, 'claim:edit')
  const input = readInput(ChangeStatement, raw)
  return transactionAs(
    db,
    proof.by,
    async (tx) => {
      const saved = await statementInPlace(tx, input.statementId)
      if (!saved || saved.occurrence.discardedAt) throw new Fault('not_found', 'statement')
      if (input.words !== null && !saved.occurrence.anchor.exact.includes(input.words))
        throw invalid({ field: 'words', reason: 'quote_not_in_text' })
      const { occurrenceId, eventId, propertyCode } = saved
      const standing = await standingInCell(tx, { occurrenceId, eventId, propertyCode })
      const setAside = { rank: 'deprecated' as const, rankReason: input.reason }
      const replaced = saved.rank === 'deprecated' ? (standing[0] ?? null) : saved
      const isSeen = input.version === saved.version
      if (
        !isSeen ||
        (replaced !== null && !(await updateStatement(tx, proof, replaced.id, replaced.version, setAside)))
      )
        throw await staleCell(tx, saved.id)
      const id = newId()
      await insertStatements(tx, proof, [
        {
          id,
          occurrenceId,
          eventId,
          propertyCode: propertyCode as PropertyCode,
          value: input.value,
          words: input.words,
        },
      ])
      const sides = replaced && replaced.id !== saved.id ? await statementInPlace(tx, replaced.id) : saved
      if (input.keepsSides && sides)
        await insertPositionStatements(
          tx,
          proof,
          id,
          sides.positions.map(({ positionId }) => positionId),
        )
      await appendAudit(tx, proof.by, {
        action: 'statement.replaced',
        entity: 'statement',
        id: replaced?.id ?? saved.id,
        payload: { by: id },
      })
      const undo: Undo = replaced
        ? {
            verb: 'put_statement_back',
            statementId: id,
            replacedId: replaced.id,
            replacedVersion: replaced.version + 1,
          }
        : { verb: 'deprecate_statement', statementId: id, version: 1 }
      return { id, undo }
    },
    input.reason,
  )
}
