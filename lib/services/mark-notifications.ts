import 'server-only'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import { markSeen } from '@/lib/data/notifications'
import type { Desk } from '@/lib/domain/desk'
import { permit } from '@/lib/domain/permission'

const lineId = z.string().regex(/^\d{1,18}$/)
export const MarkNotifications = z.union([z.strictObject({ id: lineId }), z.strictObject({ upTo: lineId })])

/** Marks one's own notifications as read: one of them, or all that were shown. Another's are not touched. */
export async function markNotifications({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof MarkNotifications>) {
  const { by } = permit(actor, 'desk:read')
  return { seen: await markSeen(db, by, MarkNotifications.parse(raw)) }
}
