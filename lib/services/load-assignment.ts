import 'server-only'
import { candidates, heldBy } from '@/lib/data/assignments'
import type { PrismaClient } from '@/lib/data/generated/client'
import { type AssignableKind, mayBeAsked } from '@/lib/domain/assignment'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit, permits } from '@/lib/domain/permission'

/** Who holds a thing, who may be asked, and whether this person may ask. */
export async function loadAssignment({ db, actor }: Desk<PrismaClient>, kind: AssignableKind, id: string) {
  const { by } = permit(actor, 'desk:read')
  const [held, people] = await Promise.all([heldBy(db, kind, id), candidates(db)])
  if (!held) throw new Fault('not_found', kind)
  const able = people.filter((it) => mayBeAsked(kind, it, held.authorId))
  return {
    version: held.version,
    holder: held.holder?.name ?? null,
    holderId: held.holder?.id ?? null,
    isMine: held.holder?.id === by,
    mayAssign: !held.isClosed && permits(actor, kind === 'verdict' ? 'verdict:draft' : 'claim:edit'),
    mayTake: able.some((it) => it.id === by) && held.holder?.id !== by,
    me: by as string,
    others: able.filter((it) => it.id !== by).map(({ id: person, name }) => ({ id: person, name })),
  }
}
