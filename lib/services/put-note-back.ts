import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { noteAsSaved, noteWordsAt, peopleToName, replaceMentions, updateNote } from '@/lib/data/notes'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { asId, type UserId } from '@/lib/domain/ids'
import { readInput, uuid, version } from '@/lib/domain/input'
import { mentionedIn } from '@/lib/domain/note'
import { permit } from '@/lib/domain/permission'

export const PutNoteBack = z.strictObject({ noteId: uuid(), version: version() })

/** Gives one's own note the words it had before its version. Whom it names is read from them again. */
export async function putNoteBack({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof PutNoteBack>) {
  const { by } = permit(actor, 'annotation:write')
  const input = readInput(PutNoteBack, raw)
  return transactionAs(db, by, async (tx) => {
    const saved = await noteAsSaved(tx, input.noteId)
    const before = await noteWordsAt(tx, input.noteId, input.version - 1)
    if (!saved || saved.discardedAt || before === null) throw new Fault('not_found', 'note before its change')
    if (saved.author.id !== by) throw new Fault('forbidden', 'the words of a note are its author’s')
    const proof = permit(actor, 'annotation:edit', { authorId: asId<UserId>(saved.author.id) })
    if (!(await updateNote(tx, proof, saved.id, input.version, { body: before })))
      throw new Fault('stale', 'note', [], {
        entity: 'note',
        id: saved.id,
        version: saved.version,
        theirs: { body: saved.body },
      })
    const named = saved.mentions.map(({ user }) => user.id)
    await replaceMentions(tx, proof, saved.id, mentionedIn(before, await peopleToName(tx), named))
    const version = input.version + 1
    await appendAudit(tx, proof.by, {
      action: 'note.changed',
      entity: 'annotation',
      id: saved.id,
      payload: { version },
    })
    return { version }
  })
}
