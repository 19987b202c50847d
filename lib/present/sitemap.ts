import { LANGUAGES, type Language } from '@/lib/domain/vocabulary'
import { claimPath } from './addresses'
import { xmlText as escaped } from './atom-feed'
import { ownText } from './parts/own-words'

/** A public page in every language, and when it last changed. */
export type SitemapEntry = { pathOf: (lang: Language) => string; changedAt: string | null }

/** Every public page, each with its twin in the other language (sitemaps.org, with Google's hreflang links). */
export function sitemapXml(entries: readonly SitemapEntry[], baseUrl: string): string {
  const address = (path: string): string => escaped(baseUrl + path)
  const urls = entries.flatMap(({ pathOf, changedAt }) =>
    LANGUAGES.map((lang) => {
      const twins = LANGUAGES.map(
        (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${address(pathOf(other))}"/>`,
      ).join('')
      const lastmod = changedAt === null ? '' : `<lastmod>${escaped(changedAt)}</lastmod>`
      return `<url><loc>${address(pathOf(lang))}</loc>${lastmod}${twins}</url>\n`
    }),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('')}</urlset>\n`
}

/** A file holds 50,000 addresses (sitemaps.org): as many pages as that in every language. */
const PART_SIZE = 50_000 / LANGUAGES.length
export const sitemapPartPath = (n: number): string => `/sitemaps/${n}.xml`

/** The entries in files of a size that readers take; one file at least. */
export function sitemapParts(entries: readonly SitemapEntry[]): SitemapEntry[][] {
  const count = Math.max(1, Math.ceil(entries.length / PART_SIZE))
  return Array.from({ length: count }, (_, i) => entries.slice(i * PART_SIZE, (i + 1) * PART_SIZE))
}

/** Where the parts are, when there are several. */
export function sitemapIndex(parts: number, baseUrl: string): string {
  const files = Array.from(
    { length: parts },
    (_, i) => `<sitemap><loc>${escaped(baseUrl + sitemapPartPath(i + 1))}</loc></sitemap>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${files.join('')}</sitemapindex>\n`
}

/** A page of the last two days, as news search engines want it. */
export type NewsItem = { slug: string; statementFr: string | null; statementEn: string | null; publishedAt: Date }

const NEWS_MS = 48 * 3_600_000
const NEWS_MOST = 1_000

/** Google's news sitemap: the verdicts first published in the last two days, in each language; none is a valid answer. */
export function newsSitemapXml(
  items: readonly NewsItem[],
  { baseUrl, newsroom }: { baseUrl: string; newsroom: string },
  now: Date,
): string {
  const urls = items
    .filter(({ publishedAt }) => now.getTime() - publishedAt.getTime() <= NEWS_MS)
    .flatMap(({ slug, statementFr, statementEn, publishedAt }) =>
      LANGUAGES.map((lang) => {
        const title = escaped(ownText(lang, statementFr, statementEn))
        const publication = `<news:publication><news:name>${escaped(newsroom)}</news:name><news:language>${lang}</news:language></news:publication>`
        return `<url><loc>${escaped(baseUrl + claimPath(lang, slug))}</loc><news:news>${publication}<news:publication_date>${publishedAt.toISOString()}</news:publication_date><news:title>${title}</news:title></news:news></url>\n`
      }),
    )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${urls.slice(0, NEWS_MOST).join('')}</urlset>\n`
}

/** The desk is for those who work there; everything public may be read by anyone and anything. */
export const robotsText = (baseUrl: string): string =>
  `User-agent: *\n${LANGUAGES.flatMap((lang) => [`Disallow: /${lang}/desk`, `Disallow: /${lang}/sign-in`, `Disallow: /${lang}/invitation`, `Disallow: /${lang}/search`]).join('\n')}\nDisallow: /api/\n\nSitemap: ${baseUrl}/sitemap.xml\n`
