import 'server-only'
import { z } from 'zod'
import { candidates, heldBy } from '@/lib/data/assignments'
import { appendAudit } from '@/lib/data/audit-log'
import { updateClaim } from '@/lib/data/claims'
import { updateConflict } from '@/lib/data/conflicts'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { updateVerdict } from '@/lib/data/verdicts'
import { ASSIGNABLE, mayBeAsked } from '@/lib/domain/assignment'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid, unreachable } from '@/lib/domain/fault'
import { oneOf, optionalUuid, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const Assign = z.strictObject({
  kind: oneOf(ASSIGNABLE),
  id: uuid(),
  version: version(),
  /** Nobody: it is given back. */
  personId: optionalUuid(),
})

/** Gives a claim or a conflict to somebody, asks somebody to read a verdict, or gives it back. The database tells them. */
export async function assign({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof Assign>) {
  const input = readInput(Assign, raw)
  const { kind, id, personId } = input
  permit(actor, kind === 'claim' ? 'claim:edit' : kind === 'conflict' ? 'conflict:edit' : 'verdict:draft')
  return transactionAs(db, actor?.id ?? '', async (tx) => {
    const held = await heldBy(tx, kind, id)
    if (!held || (held.isClosed && kind === 'claim')) throw new Fault('not_found', kind)
    if (held.isClosed) throw invalid({ field: 'personId', reason: 'wrong_state', values: { state: 'published' } })
    if (personId !== null) {
      if (kind === 'verdict' && personId === held.authorId)
        throw invalid({ field: 'personId', reason: 'second_reader_is_author' })
      const person = (await candidates(tx)).find((it) => it.id === personId)
      if (!person || !mayBeAsked(kind, person, held.authorId))
        throw invalid({ field: 'personId', reason: 'unknown_id' })
    }
    const isKept = await write()
    if (!isKept)
      throw new Fault('stale', kind, [], {
        entity: kind,
        id,
        version: held.version,
        theirs: { personId: held.holder?.id ?? null, name: held.holder?.name ?? null },
      })
    const payload = { to: personId }
    if (kind === 'claim') await appendAudit(tx, by(), { action: 'claim.assigned', entity: kind, id, payload })
    if (kind === 'conflict') await appendAudit(tx, by(), { action: 'conflict.assigned', entity: kind, id, payload })
    if (kind === 'verdict') await appendAudit(tx, by(), { action: 'verdict.reader_asked', entity: kind, id, payload })
    const version = input.version + 1
    const undo: Undo = { verb: 'assign', kind, id, version, personId: held.holder?.id ?? null }
    return { version, undo }

    function write(): Promise<boolean> {
      switch (kind) {
        case 'claim':
          return updateClaim(tx, permit(actor, 'claim:edit'), id, input.version, { assigneeId: personId })
        case 'conflict':
          return updateConflict(tx, permit(actor, 'conflict:edit'), id, input.version, { assigneeId: personId })
        case 'verdict':
          return updateVerdict(tx, permit(actor, 'verdict:draft'), id, input.version, { askedReaderId: personId })
        default:
          return unreachable(kind)
      }
    }
  })
  function by(): string {
    return actor?.id ?? ''
  }
}
