import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { placeKey, placesOf } from '@/lib/data/note-targets'
import { insertNote, noteAsSaved, noteSentTwice, peopleToName } from '@/lib/data/notes'
import { hiddenVerdictIds } from '@/lib/data/reviews'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { oneOf, optionalUuid, prose, readInput, uuid } from '@/lib/domain/input'
import { mentionedIn, NOTE_TARGETS } from '@/lib/domain/note'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const AddNote = z.strictObject({
  targetKind: oneOf(NOTE_TARGETS),
  targetId: uuid(),
  parentId: optionalUuid(),
  body: prose(),
  /** People picked from the list; they count only where the text names them. */
  mentions: z.array(uuid()).max(50).default([]),
})

/** Leaves a note on something, or answers one. Whoever is named in it, and whoever spoke in the thread, is told. */
export async function addNote({ db, actor, now, newId }: Desk<PrismaClient>, raw: z.input<typeof AddNote>) {
  const proof = permit(actor, 'annotation:write')
  const { targetKind, targetId, body, parentId, mentions } = readInput(AddNote, raw)
  const target = { kind: targetKind, id: targetId }
  return transactionAs(db, proof.by, async (tx) => {
    if (!(await placesOf(tx, [target])).has(placeKey(target))) throw new Fault('not_found', targetKind)
    if (targetKind === 'verdict' && (await hiddenVerdictIds(tx, proof.by)).has(targetId))
      throw new Fault('not_found', targetKind)
    if (parentId !== null) {
      const first = await noteAsSaved(tx, parentId)
      if (!first || first.parentId !== null || first.targetId !== targetId || first.targetKind !== targetKind)
        throw invalid({ field: 'parentId', reason: 'unknown_id' })
    }
    const twice = await noteSentTwice(tx, { target, parentId, body, authorId: proof.by }, now)
    if (twice !== null) return added(twice)
    const id = newId()
    await insertNote(tx, proof, {
      id,
      target,
      parentId,
      motivation: parentId === null ? 'commenting' : 'replying',
      body,
      mentions: mentionedIn(body, await peopleToName(tx), mentions),
    })
    await appendAudit(tx, proof.by, {
      action: 'note.added',
      entity: 'annotation',
      id,
      payload: { on: targetKind, target: targetId },
    })
    return added(id)
  })
}

const added = (id: string) => ({ id, undo: { verb: 'withdraw_note', noteId: id, version: 1 } satisfies Undo })
