import { robotsText } from '@/lib/present/sitemap'
import { documentContext, publicDocument } from '@/lib/web/public-document'

export const dynamic = 'force-dynamic'

export const GET = (request: Request): Promise<Response> =>
  publicDocument(request, '/robots.txt', 'en', async () => ({
    kind: 'text',
    html: robotsText(documentContext('en').baseUrl),
  }))
export const HEAD = GET
