import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { FETCH_BUDGET, limitKey, takeTry } from '@/lib/data/rate-limits'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit } from '@/lib/domain/permission'

/** Whether this editor may have a page fetched now: our server asks in their place, so it asks seldom. Throws when not. */
export async function allowPageFetch({ db, actor }: Desk<PrismaClient>): Promise<void> {
  const { by } = permit(actor, 'source:manage')
  if (!(await takeTry(db, limitKey('page', by), FETCH_BUDGET))) throw new Fault('too_many', 'pages fetched')
}
