import type { Role } from './permission'

/** What one person may be asked to take on: a claim or a conflict to work on, a verdict to read a second time. */
export const ASSIGNABLE = ['claim', 'conflict', 'verdict'] as const
export type AssignableKind = (typeof ASSIGNABLE)[number]

/** A person who may be asked. */
export type Candidate = { id: string; name: string; role: Role }

/** Who may be asked: whoever may do the work. Nobody reads their own verdict a second time. */
export const mayBeAsked = (
  kind: AssignableKind,
  candidate: Pick<Candidate, 'id' | 'role'>,
  authorId: string,
): boolean => candidate.role !== 'reader' && (kind !== 'verdict' || candidate.id !== authorId)
