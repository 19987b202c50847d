import 'server-only'
import { labelsInUse } from './claim-lists'
import type { Db } from './db'
import { sourceChoices } from './desk-lists'
import { eventBriefs } from './events'
import { assignablePeople } from './users'

/** What the filters of the lists offer to choose from. */
export async function listChoices(db: Db) {
  const [events, people, labels, sources, dispatches] = await Promise.all([
    eventBriefs(db),
    assignablePeople(db),
    labelsInUse(db),
    sourceChoices(db),
    db.dispatch.findMany({
      where: { discardedAt: null },
      select: { slug: true, title: true },
      orderBy: [{ title: 'asc' }, { id: 'asc' }],
      take: 1_000,
    }),
  ])
  return { events, people, labels, sources, dispatches }
}
export type ListChoices = Awaited<ReturnType<typeof listChoices>>
