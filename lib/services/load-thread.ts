import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { notesOn, peopleToName, type SavedNote } from '@/lib/data/notes'
import { hiddenVerdictIds } from '@/lib/data/reviews'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { asId, type UserId } from '@/lib/domain/ids'
import { type NotePiece, type NoteTarget, noteParagraphs } from '@/lib/domain/note'
import { type Actor, permit, permits } from '@/lib/domain/permission'

export type NoteView = {
  id: string
  version: number
  /** Null when it was withdrawn: what it said is shown to nobody. */
  body: string | null
  paragraphs: NotePiece[][]
  asksForChanges: boolean
  author: string
  at: string
  isMine: boolean
  mayWithdraw: boolean
}
export type ThreadView = { first: NoteView; answers: NoteView[]; settled: { by: string; at: string } | null }

/** The notes on one thing, each with its answers, and whom one may name. Withdrawn notes stay as a place, without their words. */
export async function loadThread({ db, actor }: Desk<PrismaClient>, target: NoteTarget) {
  const { by } = permit(actor, 'desk:read')
  // Whoever talks about a verdict that is being read blind may give it, or its author, away.
  if (target.kind === 'verdict' && (await hiddenVerdictIds(db, by)).has(target.id))
    throw new Fault('not_found', 'verdict')
  const [notes, people] = await Promise.all([notesOn(db, target), peopleToName(db)])
  const threads: ThreadView[] = notes
    .filter(({ parentId }) => parentId === null)
    .map((first) => ({
      first: viewOf(actor, first),
      answers: notes.filter(({ parentId }) => parentId === first.id).map((it) => viewOf(actor, it)),
      settled: first.resolvedAt && { by: first.resolvedBy?.name ?? '', at: first.resolvedAt.toISOString() },
    }))
  return {
    threads,
    people: people.filter(({ id }) => id !== actor?.id),
    mayWrite: permits(actor, 'annotation:write'),
    count: notes.filter(({ discardedAt }) => discardedAt === null).length,
    open: threads.filter(({ settled, first }) => settled === null && first.body !== null).length,
  }
}
export type LoadedThread = Awaited<ReturnType<typeof loadThread>>

const viewOf = (actor: Actor, note: SavedNote): NoteView => ({
  id: note.id,
  version: note.version,
  body: note.discardedAt ? null : note.body,
  paragraphs: note.discardedAt
    ? []
    : noteParagraphs(
        note.body,
        note.mentions.map(({ user }) => user),
      ),
  asksForChanges: note.motivation === 'requesting_changes',
  author: note.author.name,
  at: note.createdAt.toISOString(),
  isMine: note.author.id === actor?.id,
  mayWithdraw: permits(actor, 'annotation:edit', { authorId: asId<UserId>(note.author.id) }),
})
