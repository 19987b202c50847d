import 'server-only'
import type { KeptDraft } from '@/lib/domain/draft'
import type { Db } from './db'
import type { Prisma } from './generated/client'

/** Keeps a draft over the one before it: words not yet submitted have no history. Returns the database's time. */
export async function keepDraft(db: Db, userId: string, key: string, content: Prisma.InputJsonObject): Promise<Date> {
  const [row] = await db.$queryRaw<{ savedAt: Date }[]>`
    insert into drafts (user_id, key, content, saved_at) values (${userId}::uuid, ${key}, ${JSON.stringify(content)}::jsonb, clock_timestamp())
    on conflict (user_id, key) do update set content = excluded.content, saved_at = excluded.saved_at
    returning saved_at as "savedAt"`
  if (!row) throw new Error('a draft that was kept gave no time back')
  return row.savedAt
}

export async function draftOf(db: Db, userId: string, key: string): Promise<KeptDraft | null> {
  const row = await db.draft.findUnique({
    where: { userId_key: { userId, key } },
    select: { content: true, savedAt: true },
  })
  return row && { content: row.content as KeptDraft['content'], savedAt: row.savedAt.toISOString() }
}

export async function deleteDraft(db: Db, userId: string, key: string): Promise<void> {
  await db.draft.deleteMany({ where: { userId, key } })
}
