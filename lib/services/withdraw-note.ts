import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { noteAsSaved, updateNote } from '@/lib/data/notes'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { asId, type UserId } from '@/lib/domain/ids'
import { oneOf, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const WithdrawNote = z.strictObject({
  noteId: uuid(),
  version: version(),
  to: oneOf(['withdrawn', 'restored'] as const),
})

/** Takes a note out of sight, or brings it back: its author may, and an editor may. Nothing is deleted. */
export async function withdrawNote({ db, actor, now }: Desk<PrismaClient>, raw: z.input<typeof WithdrawNote>) {
  permit(actor, 'annotation:write')
  const input = readInput(WithdrawNote, raw)
  const isWithdrawn = input.to === 'withdrawn'
  return transactionAs(db, actor?.id ?? '', async (tx) => {
    const saved = await noteAsSaved(tx, input.noteId)
    if (!saved) throw new Fault('not_found', 'note')
    const proof = permit(actor, 'annotation:edit', { authorId: asId<UserId>(saved.author.id) })
    if (!(await updateNote(tx, proof, saved.id, input.version, { discardedAt: isWithdrawn ? now : null })))
      throw new Fault('stale', 'note', [], {
        entity: 'note',
        id: saved.id,
        version: saved.version,
        theirs: { body: saved.body },
      })
    const version = input.version + 1
    await appendAudit(tx, proof.by, {
      action: isWithdrawn ? 'note.withdrawn' : 'note.restored',
      entity: 'annotation',
      id: saved.id,
      payload: { version },
    })
    const undo: Undo = { verb: isWithdrawn ? 'restore_note' : 'withdraw_note', noteId: saved.id, version }
    return { version, undo }
  })
}
