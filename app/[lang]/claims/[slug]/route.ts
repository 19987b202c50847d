import { claimPath } from '@/lib/present/addresses'
import { verdictDocument } from '@/lib/present/documents/verdict-document'
import { loadPublication, loadPublicClaim } from '@/lib/services/load-public'
import { earlierAsked, earlierPage } from '@/lib/web/earlier-page'
import { publicPageOf } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

/** A published verdict is the bytes that were published; a claim nobody has ruled on yet is shown as it stands. */
const present = publicPageOf(claimPath, async (slug, ctx) => {
  const published = await loadPublication(claimPath(ctx.lang, slug))
  if (published) return published
  const claim = await loadPublicClaim(slug)
  return claim && verdictDocument(claim, ctx)
})

export const GET: typeof present = async (request, context) => {
  const question = earlierAsked(request.url)
  return question === null ? present(request, context) : earlierPage(request, await context.params, question)
}
export const HEAD = GET
