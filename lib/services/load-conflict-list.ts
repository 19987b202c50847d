import 'server-only'
import { type ConflictRow, conflictPage, countConflicts } from '@/lib/data/conflict-lists'
import type { PrismaClient } from '@/lib/data/generated/client'
import { listChoices } from '@/lib/data/list-choices'
import type { Desk } from '@/lib/domain/desk'
import type { ListView } from '@/lib/domain/desk-filter'
import { permit, permits } from '@/lib/domain/permission'

export type { ConflictRow }

/** One page of conflicts, how many the filter means in all and how many of them are open, and what this person may do. */
export async function loadConflictList({ db, actor, now }: Desk<PrismaClient>, view: ListView) {
  const { by } = permit(actor, 'desk:read')
  const [page, counts, choices] = await Promise.all([
    conflictPage(db, view, by),
    countConflicts(db, view.filter, by),
    listChoices(db),
  ])
  return {
    ...page,
    ...counts,
    choices,
    now,
    mayMark: permits(actor, 'conflict:mark'),
    mayEdit: permits(actor, 'conflict:edit'),
  }
}
