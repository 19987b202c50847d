import { publicDocument } from '@/lib/web/public-document'
import { wholeSitemap } from '@/lib/web/sitemap'

export const dynamic = 'force-dynamic'

export const GET = (request: Request): Promise<Response> =>
  publicDocument(request, '/sitemap.xml', 'en', async () => ({ kind: 'xml', html: await wholeSitemap() }))
export const HEAD = GET
