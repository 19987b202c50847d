import 'server-only'
import type { Motivation, Named, NoteTarget } from '@/lib/domain/note'
import type { Permit } from '@/lib/domain/permission'
import type { Db } from './db'
import type { Prisma } from './generated/client'

type NoteProof = Permit<'annotation:write' | 'annotation:edit' | 'verdict:second-read'>

export type NewNote = {
  id: string
  target: NoteTarget
  parentId: string | null
  motivation: Motivation
  body: string
  mentions: readonly string[]
}

/** Writes a note and whom it mentions; the database tells them. */
export async function insertNote(db: Db, proof: NoteProof, note: NewNote): Promise<void> {
  const { target, mentions, ...row } = note
  await db.annotation.create({
    data: { ...row, targetKind: target.kind, targetId: target.id, authorId: proof.by },
    select: { id: true },
  })
  await insertMentions(db, note.id, mentions)
}

async function insertMentions(db: Db, annotationId: string, people: readonly string[]): Promise<void> {
  if (people.length > 0)
    await db.mention.createMany({ data: people.map((userId) => ({ annotationId, userId })), skipDuplicates: true })
}

/** Whom a note mentions from now on: who is named anew is told, who is no longer named is not. */
export async function replaceMentions(db: Db, _proof: NoteProof, id: string, people: readonly string[]): Promise<void> {
  await db.mention.deleteMany({ where: { annotationId: id, userId: { notIn: [...people] } } })
  await insertMentions(db, id, people)
}

export type NoteChange = Partial<{
  body: string
  resolvedAt: Date | null
  resolvedById: string | null
  discardedAt: Date | null
}>

/** False when the note is not at that version any more. */
export async function updateNote(
  db: Db,
  _proof: NoteProof,
  id: string,
  version: number,
  change: NoteChange,
): Promise<boolean> {
  const { count } = await db.annotation.updateMany({
    where: { id, version },
    data: { ...change, version: version + 1 },
  })
  return count === 1
}

const columns = {
  id: true,
  targetKind: true,
  targetId: true,
  parentId: true,
  motivation: true,
  body: true,
  createdAt: true,
  resolvedAt: true,
  discardedAt: true,
  version: true,
  author: { select: { id: true, name: true } },
  resolvedBy: { select: { name: true } },
  mentions: { select: { user: { select: { id: true, name: true } } } },
} satisfies Prisma.AnnotationSelect
export type SavedNote = Prisma.AnnotationGetPayload<{ select: typeof columns }>

/** A note as it is saved, withdrawn or not. */
export const noteAsSaved = (db: Db, id: string): Promise<SavedNote | null> =>
  db.annotation.findUnique({ where: { id }, select: columns })

/** What a note said at one of its versions, or null when it never had that version. */
export async function noteWordsAt(db: Db, id: string, n: number): Promise<string | null> {
  const row = await db.revision.findUnique({
    where: { entity_entityId_n: { entity: 'annotations', entityId: id, n } },
    select: { content: true },
  })
  return (row?.content as { body?: string } | undefined)?.body ?? null
}

/** The note by which this reader asked for changes last, unless it was withdrawn; and whether anybody answered it. */
export async function requestNote(
  db: Db,
  verdictId: string,
  by: string,
): Promise<{ id: string; version: number; isAnswered: boolean } | null> {
  const row = await db.annotation.findFirst({
    where: {
      targetKind: 'verdict',
      targetId: verdictId,
      authorId: by,
      motivation: 'requesting_changes',
      parentId: null,
      discardedAt: null,
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, version: true },
  })
  if (!row) return null
  return { ...row, isAnswered: (await db.annotation.count({ where: { parentId: row.id, discardedAt: null } })) > 0 }
}

/** More than anybody reads in one thread; a longer one shows its latest. */
const SHOWN = 500

/** Every note on one thing, oldest first. */
export async function notesOn(db: Db, target: NoteTarget): Promise<SavedNote[]> {
  const rows = await db.annotation.findMany({
    where: { targetKind: target.kind, targetId: target.id },
    select: columns,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
  })
  return rows.reverse()
}

/** The same words by the same person in the same place within a minute: a form that was sent twice. */
export async function noteSentTwice(
  db: Db,
  note: { target: NoteTarget; parentId: string | null; body: string; authorId: string },
  now: Date,
): Promise<string | null> {
  const row = await db.annotation.findFirst({
    where: {
      targetKind: note.target.kind,
      targetId: note.target.id,
      parentId: note.parentId,
      body: note.body,
      authorId: note.authorId,
      discardedAt: null,
      createdAt: { gt: new Date(now.getTime() - 60_000) },
    },
    select: { id: true },
  })
  return row?.id ?? null
}

/** Everybody who can be named or asked: people who can sign in, by name. */
export const peopleToName = (db: Db): Promise<Named[]> =>
  db.user.findMany({
    where: { disabledAt: null },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 2_000,
  })
