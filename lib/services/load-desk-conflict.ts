import 'server-only'
import { conflictBriefs, conflictRecord } from '@/lib/data/conflicts'
import { resolvedBy } from '@/lib/data/desk-review'
import { evidenceChoices, evidenceOfPositions } from '@/lib/data/evidence'
import type { PrismaClient } from '@/lib/data/generated/client'
import { statementsOnNoSide } from '@/lib/data/positions'
import { isOpenConflict, mayBecome, takesPositions } from '@/lib/domain/conflict'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit, permits } from '@/lib/domain/permission'

/** A conflict for whoever works on it: all it holds, what may be done now, and its neighbours among the open ones. */
export async function loadDeskConflict({ db, actor }: Desk<PrismaClient>, slug: string) {
  permit(actor, 'desk:read')
  const record = await conflictRecord(db, slug)
  if (!record) throw new Fault('not_found', 'conflict')
  const names = await resolvedBy(db, record.id)
  const bearing = await evidenceOfPositions(
    db,
    record.positions.map(({ id }) => id),
  )
  const mayEdit = permits(actor, 'conflict:edit')
  const mayAddEvidence = permits(actor, 'evidence:add')
  const open = (await conflictBriefs(db, {})).filter(({ status, id }) => isOpenConflict(status) || id === record.id)
  const at = open.findIndex(({ id }) => id === record.id)
  const mayResolve = permits(actor, 'conflict:resolve')
  return {
    conflict: { ...record, resolutions: record.resolutions.map((it) => ({ ...it, by: names.get(it.n) ?? null })) },
    /** The evidence that bears on each side, by the side's id. */
    bearing,
    pieces: mayAddEvidence ? await evidenceChoices(db) : [],
    /** What a further side could be made of. */
    unsided: mayEdit ? await statementsOnNoSide(db, { ...record, eventId: record.event.id }) : [],
    previous: open[at - 1] ?? null,
    next: open[at + 1] ?? null,
    /** Published verdicts whose standing a decision changes: they go to another look. */
    touched: record.dependentVerdicts.filter(({ state }) => state === 'published' || state === 'corrected'),
    may: {
      edit: mayEdit,
      addPosition: mayEdit && takesPositions(record.status),
      resolve: mayResolve && mayBecome(record.status, 'resolved'),
      reopen: mayResolve && mayBecome(record.status, 'reopened'),
      addEvidence: mayAddEvidence,
      isEditor: mayResolve,
    },
    statuses: (['open', 'under_review', 'dismissed'] as const).filter((status) => mayBecome(record.status, status)),
  }
}
export type DeskConflict = Awaited<ReturnType<typeof loadDeskConflict>>
