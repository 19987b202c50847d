import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { noteAsSaved, updateNote } from '@/lib/data/notes'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { oneOf, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const SettleNote = z.strictObject({
  noteId: uuid(),
  version: version(),
  to: oneOf(['settled', 'open'] as const),
})

/** Closes a thread that needs nobody any more, or opens it again. Whoever may comment may do both: both can be undone. */
export async function settleNote({ db, actor, now }: Desk<PrismaClient>, raw: z.input<typeof SettleNote>) {
  const proof = permit(actor, 'annotation:write')
  const input = readInput(SettleNote, raw)
  const isSettled = input.to === 'settled'
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await noteAsSaved(tx, input.noteId)
    if (!saved || saved.discardedAt) throw new Fault('not_found', 'note')
    if (saved.parentId !== null) throw invalid({ field: 'noteId', reason: 'unknown_id' })
    const change = { resolvedAt: isSettled ? now : null, resolvedById: isSettled ? proof.by : null }
    if (!(await updateNote(tx, proof, saved.id, input.version, change)))
      throw new Fault('stale', 'note', [], {
        entity: 'note',
        id: saved.id,
        version: saved.version,
        theirs: { to: saved.resolvedAt === null ? 'open' : 'settled' },
      })
    const version = input.version + 1
    await appendAudit(tx, proof.by, {
      action: isSettled ? 'note.settled' : 'note.reopened',
      entity: 'annotation',
      id: saved.id,
      payload: { version },
    })
    const undo: Undo = { verb: isSettled ? 'reopen_note' : 'settle_note', noteId: saved.id, version }
    return { version, undo }
  })
}
