import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { noteAsSaved, peopleToName, replaceMentions, updateNote } from '@/lib/data/notes'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { asId, type UserId } from '@/lib/domain/ids'
import { prose, readInput, uuid, version } from '@/lib/domain/input'
import { mentionedIn } from '@/lib/domain/note'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const ChangeNote = z.strictObject({
  noteId: uuid(),
  version: version(),
  body: prose(),
  mentions: z.array(uuid()).max(50).default([]),
})

/** Changes the words of one's own note; nobody changes another's. What it said before stays in its history. */
export async function changeNote({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof ChangeNote>) {
  permit(actor, 'annotation:write')
  const input = readInput(ChangeNote, raw)
  return transactionAs(db, actor?.id ?? '', async (tx) => {
    const saved = await noteAsSaved(tx, input.noteId)
    if (!saved || saved.discardedAt) throw new Fault('not_found', 'note')
    if (saved.author.id !== actor?.id) throw new Fault('forbidden', 'the words of a note are its author’s')
    const proof = permit(actor, 'annotation:edit', { authorId: asId<UserId>(saved.author.id) })
    if (!(await updateNote(tx, proof, saved.id, input.version, { body: input.body })))
      throw new Fault('stale', 'note', [], {
        entity: 'note',
        id: saved.id,
        version: saved.version,
        theirs: { body: saved.body },
      })
    await replaceMentions(tx, proof, saved.id, mentionedIn(input.body, await peopleToName(tx), input.mentions))
    const version = input.version + 1
    await appendAudit(tx, proof.by, {
      action: 'note.changed',
      entity: 'annotation',
      id: saved.id,
      payload: { version },
    })
    return { version, undo: { verb: 'put_note_back', noteId: saved.id, version } satisfies Undo }
  })
}
