import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { protectedSource } from '@/lib/data/source-identities'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit } from '@/lib/domain/permission'

/** Whether an identity is kept of a source, and who looked at it and why. For source keepers; the identity itself is not here. */
export async function loadProtectedSource({ db, actor }: Desk<PrismaClient>, slug: string) {
  permit(actor, 'source:reveal')
  const source = await protectedSource(db, slug)
  if (!source) throw new Fault('not_found', 'source')
  return source
}
