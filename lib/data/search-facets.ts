import 'server-only'
import type { Facet, Found } from '@/lib/domain/found'
import { SEARCH_KEYS, type SearchKey } from '@/lib/domain/search-query'
import type { Db } from './db'

const NONE = { fr: 'aucun', en: 'none' }

/** The values found, each with its name in both languages, under the filter they belong to; what nobody may see has no name. */
export async function namedFacets(db: Db, counted: readonly { facet: string; n: number }[]): Promise<Found['facets']> {
  const parts = counted.map(({ facet, n }) => {
    const colon = facet.indexOf(':')
    return { key: facet.slice(0, colon), value: facet.slice(colon + 1), n }
  })
  const slugs = (key: SearchKey) => parts.filter((it) => it.key === key).map(({ value }) => value)
  const asked = (key: SearchKey) => ({ where: { slug: { in: slugs(key) } } })
  const [ratings, sources, places, events] =
    counted.length === 0
      ? [[], [], [], []]
      : await Promise.all([
          db.rating.findMany({ select: { code: true, labelFr: true, labelEn: true } }),
          db.source.findMany({ ...asked('source'), select: { slug: true, name: true } }),
          db.entity.findMany({ ...asked('place'), select: { slug: true, labelFr: true, labelEn: true } }),
          db.event.findMany({ ...asked('event'), select: { slug: true, titleFr: true, titleEn: true } }),
        ])
  const names: Record<SearchKey, ReadonlyMap<string, { fr: string; en: string }>> = {
    verdict: new Map([['none', NONE], ...ratings.map((it) => [it.code, { fr: it.labelFr, en: it.labelEn }] as const)]),
    source: new Map(sources.map(({ slug, name }) => [slug, { fr: name, en: name }])),
    place: new Map(places.map((it) => [it.slug, { fr: it.labelFr, en: it.labelEn }])),
    event: new Map(events.map((it) => [it.slug, { fr: it.titleFr, en: it.titleEn }])),
    year: new Map(slugs('year').map((year) => [year, { fr: year, en: year }])),
  }
  const of = (key: SearchKey): Facet[] =>
    parts.flatMap((it) => {
      const name = it.key === key ? names[key].get(it.value) : undefined
      return name ? [{ value: it.value, ...name, n: it.n }] : []
    })
  return Object.fromEntries(SEARCH_KEYS.map((key) => [key, of(key)])) as Record<SearchKey, Facet[]>
}
