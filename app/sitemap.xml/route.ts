import {
  claimPath,
  claimsPath,
  conflictPath,
  conflictsPath,
  correctionsPath,
  dispatchesPath,
  dispatchPath,
  eventPath,
  eventsPath,
  homePath,
  methodologyPath,
  statisticsPath,
  suggestionsPath,
} from '@/lib/present/addresses'
import { type SitemapEntry, sitemapXml } from '@/lib/present/sitemap'
import { loadPublicConflicts, loadPublicHome } from '@/lib/services/load-public'
import { documentContext, publicDocument } from '@/lib/web/public-document'

export const dynamic = 'force-dynamic'

const PAGES = [
  homePath,
  claimsPath,
  eventsPath,
  conflictsPath,
  dispatchesPath,
  correctionsPath,
  methodologyPath,
  statisticsPath,
  suggestionsPath,
]

export const GET = (request: Request): Promise<Response> =>
  publicDocument(request, '/sitemap.xml', 'en', async () => {
    const [home, conflicts] = await Promise.all([loadPublicHome(), loadPublicConflicts()])
    const entries: SitemapEntry[] = [
      ...PAGES.map((pathOf) => ({ pathOf, changedAt: null })),
      ...home.verdicts.map(({ claim }) => ({
        pathOf: (lang: 'fr' | 'en') => claimPath(lang, claim.slug),
        changedAt: claim.verdict?.publishedAt ?? null,
      })),
      ...home.events.map(({ slug }) => ({ pathOf: (lang: 'fr' | 'en') => eventPath(lang, slug), changedAt: null })),
      ...home.dispatches.map(({ slug }) => ({
        pathOf: (lang: 'fr' | 'en') => dispatchPath(lang, slug),
        changedAt: null,
      })),
      ...conflicts.map(({ slug, updatedAt }) => ({
        pathOf: (lang: 'fr' | 'en') => conflictPath(lang, slug),
        changedAt: updatedAt,
      })),
    ]
    return { kind: 'xml', html: sitemapXml(entries, documentContext('en').baseUrl) }
  })
export const HEAD = GET
