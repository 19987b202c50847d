import 'server-only'
import type { Language } from '@/lib/domain/vocabulary'
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
  suggestionsPath,
} from '@/lib/present/addresses'
import { type SitemapEntry, sitemapIndex, sitemapParts, sitemapXml } from '@/lib/present/sitemap'
import { loadPublicPages } from '@/lib/services/load-public-pages'
import { documentContext } from './public-document'

const PAGES = [
  homePath,
  claimsPath,
  eventsPath,
  conflictsPath,
  dispatchesPath,
  correctionsPath,
  methodologyPath,
  suggestionsPath,
]
const PATHS = { claim: claimPath, event: eventPath, dispatch: dispatchPath, conflict: conflictPath } as const

async function parts(): Promise<SitemapEntry[][]> {
  const pages = await loadPublicPages()
  return sitemapParts([
    ...PAGES.map((pathOf) => ({ pathOf, changedAt: null })),
    ...pages.map(({ kind, slug, changedAt }) => ({
      pathOf: (lang: Language) => PATHS[kind](lang, slug),
      changedAt,
    })),
  ])
}

/** The sitemap, or the index of its parts when one file cannot hold it. */
export async function wholeSitemap(): Promise<string> {
  const { baseUrl } = documentContext('en')
  const all = await parts()
  return all.length === 1 ? sitemapXml(all[0] ?? [], baseUrl) : sitemapIndex(all.length, baseUrl)
}

/** One part of it, from 1; null past the end, and when there are no parts. */
export async function sitemapPart(n: number): Promise<string | null> {
  const all = await parts()
  const entries = all.length > 1 ? all[n - 1] : undefined
  return entries ? sitemapXml(entries, documentContext('en').baseUrl) : null
}
