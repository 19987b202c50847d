import { newsSitemapXml } from '@/lib/present/sitemap'
import { loadNews } from '@/lib/services/load-public-feeds'
import { machineFile, refusal } from '@/lib/web/machine-file'
import { hasNewsSitemap } from '@/lib/web/news-sitemap'
import { siteContext } from '@/lib/web/public-document'

export const dynamic = 'force-dynamic'

/** Never kept: an hour later the same verdicts may be no news any more. */
const FILE = { path: '/news-sitemap.xml', type: 'application/xml; charset=utf-8', isWhole: false }

export async function GET(request: Request): Promise<Response> {
  if (!hasNewsSitemap()) return refusal(request, 404, 'There is nothing at this address.')
  const now = new Date()
  return machineFile(request, FILE, async () => ({
    body: newsSitemapXml(await loadNews(now), await siteContext('en'), now),
  }))
}
export const HEAD = GET
