import { embedPath } from '@/lib/present/addresses'
import { verdictEmbed } from '@/lib/present/documents/verdict-embed'
import { loadPublicClaim } from '@/lib/services/load-public'
import { publicPageOf } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageOf(embedPath, async (slug, ctx) => {
  const claim = await loadPublicClaim(slug)
  return claim && { kind: 'embed', html: verdictEmbed(claim, ctx) }
})
export const HEAD = GET
