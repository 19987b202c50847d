import { provenancePath } from '@/lib/present/addresses'
import { provenanceOf } from '@/lib/present/provenance'
import { loadPublicClaim } from '@/lib/services/load-public'
import { machineFile, refusal } from '@/lib/web/machine-file'
import { siteContext } from '@/lib/web/public-document'
import { isSlug } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ slug: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  if (!isSlug(slug)) return refusal(request, 404, 'There is nothing at this address.')
  const file = { path: provenancePath(slug), type: 'application/ld+json; charset=utf-8', isWhole: true }
  return machineFile(request, file, async () => {
    const record = await loadPublicClaim(slug)
    if (record === null) return null
    const { baseUrl, newsroom } = await siteContext('en')
    return { body: provenanceOf(record, baseUrl, newsroom) }
  })
}
export const HEAD = GET
