import { sitemapPartPath } from '@/lib/present/sitemap'
import { machineFile, refusal } from '@/lib/web/machine-file'
import { sitemapPart } from '@/lib/web/sitemap'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ part: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [, n] = /^([1-9]\d{0,3})\.xml$/.exec((await params).part) ?? []
  if (n === undefined) return refusal(request, 404, 'There is nothing at this address.')
  const file = { path: sitemapPartPath(Number(n)), type: 'application/xml; charset=utf-8', isWhole: true }
  return machineFile(request, file, async () => {
    const body = await sitemapPart(Number(n))
    return body === null ? null : { body }
  })
}
export const HEAD = GET
