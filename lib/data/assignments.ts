import 'server-only'
import type { AssignableKind, Candidate } from '@/lib/domain/assignment'
import type { Db } from './db'

/** Who holds a thing now, at which version, and who made it. */
export type Held = {
  version: number
  authorId: string
  holder: { id: string; name: string } | null
  isClosed: boolean
}
const person = { select: { id: true, name: true } } as const

/** Who works on a claim or a conflict, or was asked to read a verdict; null when there is no such thing. */
export async function heldBy(db: Db, kind: AssignableKind, id: string): Promise<Held | null> {
  if (kind === 'claim') {
    const row = await db.claim.findUnique({
      where: { id },
      select: { version: true, createdById: true, assignee: person, discardedAt: true },
    })
    return (
      row && {
        version: row.version,
        authorId: row.createdById,
        holder: row.assignee,
        isClosed: row.discardedAt !== null,
      }
    )
  }
  if (kind === 'conflict') {
    const row = await db.conflict.findUnique({
      where: { id },
      select: { version: true, createdById: true, assignee: person },
    })
    return row && { version: row.version, authorId: row.createdById, holder: row.assignee, isClosed: false }
  }
  const row = await db.verdict.findUnique({
    where: { id },
    select: { version: true, authorId: true, askedReader: person, state: true },
  })
  return (
    row && {
      version: row.version,
      authorId: row.authorId,
      holder: row.askedReader,
      // Read and published: nobody is asked to read it before it is worked on again.
      isClosed: row.state === 'published' || row.state === 'corrected' || row.state === 'withdrawn',
    }
  )
}

/** People who can sign in, with what they may do. */
export const candidates = (db: Db): Promise<Candidate[]> =>
  db.user.findMany({
    where: { disabledAt: null },
    select: { id: true, name: true, role: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 2_000,
  })
