import 'server-only'
import { claimPage, countClaims } from '@/lib/data/claim-lists'
import type { PrismaClient } from '@/lib/data/generated/client'
import { listChoices } from '@/lib/data/list-choices'
import type { Desk } from '@/lib/domain/desk'
import type { ListView } from '@/lib/domain/desk-filter'
import { permit, permits } from '@/lib/domain/permission'

/** One page of claims, how many the filter means in all, and what this person may do with them. */
export async function loadClaimList({ db, actor, now }: Desk<PrismaClient>, view: ListView) {
  const { by } = permit(actor, 'desk:read')
  const [page, total, choices] = await Promise.all([
    claimPage(db, view, by),
    countClaims(db, view.filter, by),
    listChoices(db),
  ])
  return {
    ...page,
    total,
    choices,
    now,
    mayMark: permits(actor, 'conflict:mark'),
    mayEdit: permits(actor, 'claim:edit'),
    mayAdd: permits(actor, 'dispatch:add'),
  }
}
