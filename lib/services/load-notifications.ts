import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { newestId, newsOf, unreadCount } from '@/lib/data/notifications'
import type { Desk } from '@/lib/domain/desk'
import type { NewsCursor } from '@/lib/domain/notification'
import { permit } from '@/lib/domain/permission'

const PAGE = 40

/** What this person was told: a page of it, how much is unread, and where it goes on. */
export async function loadNotifications({ db, actor }: Desk<PrismaClient>, after: NewsCursor | null) {
  const { by } = permit(actor, 'desk:read')
  const [{ news, next }, unread, newest] = await Promise.all([
    newsOf(db, by, PAGE, after),
    unreadCount(db, by),
    newestId(db, by),
  ])
  return { news, next, unread, newest }
}

/** How much is unread, for the bell. */
export async function loadUnread({ db, actor }: Desk<PrismaClient>): Promise<number> {
  const { by } = permit(actor, 'desk:read')
  return unreadCount(db, by)
}
