import { LANGUAGES, type Language } from '@/lib/domain/vocabulary'

/** A public page in every language, and when it last changed. */
export type SitemapEntry = { pathOf: (lang: Language) => string; changedAt: string | null }

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

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

/** The desk is for those who work there; everything public may be read by anyone and anything. */
export const robotsText = (baseUrl: string): string =>
  `User-agent: *\n${LANGUAGES.flatMap((lang) => [`Disallow: /${lang}/desk`, `Disallow: /${lang}/sign-in`, `Disallow: /${lang}/invitation`, `Disallow: /${lang}/search`]).join('\n')}\nDisallow: /api/\n\nSitemap: ${baseUrl}/sitemap.xml\n`
