import 'server-only'
import { dispatchRecord } from '@/lib/data/dispatches'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit, permits } from '@/lib/domain/permission'

/** What publishing a whole reading would open, before it is done. */
export async function loadDeskVerdictReading({ db, actor }: Desk<PrismaClient>, slug: string) {
  permit(actor, 'desk:read')
  const dispatch = await dispatchRecord(db, 'desk', slug)
  if (!dispatch) throw new Fault('not_found', 'dispatch')
  const claims = new Map(dispatch.occurrences.map(({ claim }) => [claim.ref, claim]))
  const hops = dispatch.occurrences.flatMap(({ chain }) => chain)
  const sources = new Map(hops.map((hop) => [hop.sourceSlug, { name: hop.sourceName, isProtected: hop.isProtected }]))
  return {
    dispatch: {
      id: dispatch.id,
      slug: dispatch.slug,
      title: dispatch.title,
      language: dispatch.language,
      isPublic: dispatch.isPublic,
    },
    claims: claims.size,
    newClaims: [...claims.values()].filter(({ isPublic }) => !isPublic).length,
    conflicts: dispatch.conflicts.filter(({ status }) => status !== 'suggested' && status !== 'dismissed').length,
    keptInside: dispatch.conflicts.filter(({ status }) => status === 'suggested' || status === 'dismissed').length,
    sources: [...sources.values()].sort((a, b) => a.name.localeCompare(b.name)),
    mayPublish: permits(actor, 'dispatch:publish'),
  }
}
