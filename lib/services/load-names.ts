import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { entityChoices, namedEntities } from '@/lib/data/names'
import type { Desk } from '@/lib/domain/desk'
import { permit, permits } from '@/lib/domain/permission'
import type { EntityKind } from '@/lib/domain/vocabulary'

/** Names as they were written, by whom and where, and what was decided about two of them; nothing is brought together. */
export async function loadNames(
  { db, actor }: Desk<PrismaClient>,
  asked: { text: string; kind: EntityKind | null } = { text: '', kind: null },
) {
  permit(actor, 'desk:read')
  const mayLink = permits(actor, 'entity:link')
  const [entities, choices] = await Promise.all([
    namedEntities(db, { ...asked, text: asked.text.trim() }),
    mayLink ? entityChoices(db) : [],
  ])
  return { entities, choices, mayLink }
}
