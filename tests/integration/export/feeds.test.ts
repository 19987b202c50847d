import { beforeAll, expect, test } from 'vitest'
import { GET as older } from '@/app/feeds/[lang]/verdicts/before/[before]/route'
import { GET as newest } from '@/app/feeds/[lang]/verdicts.json/route'
import { GET as news } from '@/app/news-sitemap.xml/route'
import { publicDb } from '@/lib/data/db'
import { type FeedPlace, latestVerdicts, verdictsSince } from '@/lib/data/public-feeds'
import { wholeSitemap } from '@/lib/web/sitemap'
import { aClaim, aPublishedClaim } from '@/tests/support/factories'

beforeAll(async () => {
  for (let i = 0; i < 5; i++) await aPublishedClaim()
})

test('walking to the older entries ends, and yields each once while verdicts are published', async () => {
  const before = await latestVerdicts(publicDb(), 100)
  const seen: string[] = []
  for (let place: FeedPlace | null = null, part = 0; part < 10; part++) {
    const items: Awaited<ReturnType<typeof latestVerdicts>> = await latestVerdicts(publicDb(), 2, place)
    seen.push(...items.map(({ id }) => id))
    if (part === 0) await aPublishedClaim()
    place = items.at(-1)?.place ?? null
    if (items.length < 2) break
  }
  expect(seen).toEqual(before.map(({ id }) => id))
})

test('the older entries have an address of their own; one that names no place is nothing', async () => {
  const at = async (before: string) =>
    older(new Request('http://host/x'), { params: Promise.resolve({ lang: 'fr', before }) })
  const all = (await (
    await newest(new Request('http://host/x'), { params: Promise.resolve({ lang: 'fr' }) })
  ).json()) as { items: { id: string }[] }
  const [first] = await latestVerdicts(publicDb(), 1)
  const rest = (await (await at(`${first?.place.at}_${first?.place.id}`)).json()) as typeof all
  expect(rest.items).toEqual(all.items.slice(1))
  for (const wrong of ['x', '2026-13-45T00:00:00.000000Z_x', `${first?.place.at}_`])
    expect((await at(wrong)).status).toBe(404)
})

test('the news sitemap is nowhere until a newsroom wants it; what is new is known by its first publication', async () => {
  expect((await news(new Request('http://host/news-sitemap.xml'))).status).toBe(404)
  const all = await verdictsSince(publicDb(), new Date(Date.now() - 3_600_000), 100)
  expect(all).toHaveLength((await latestVerdicts(publicDb(), 100)).length)
  expect(await verdictsSince(publicDb(), new Date(Date.now() + 3_600_000), 100)).toEqual([])
})

test('the sitemap lists every published page in both languages once, no draft, no card and no API', async () => {
  const draft = await aClaim()
  const [latest] = await latestVerdicts(publicDb(), 1)
  const xml = await wholeSitemap()
  const places = [...xml.matchAll(/<loc>([^<]*)</g)].map(([, place]) => new URL(place ?? '').pathname)
  expect(new Set(places).size).toBe(places.length)
  for (const lang of ['fr', 'en']) expect(places).toContain(`/${lang}/claims/${latest?.claim.slug}`)
  expect(places.filter((place) => place.includes('/claims/'))).toHaveLength(
    2 * (await latestVerdicts(publicDb(), 100)).length,
  )
  expect(xml).not.toContain(draft.slug)
  expect(places.filter((place) => !/^\/(fr|en)(\/|$)/.test(place))).toEqual([])
})
