import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { atomFeed } from '@/lib/present/atom-feed'
import { csvwMetadata, dataPackage, TABLE_NAMES } from '@/lib/present/datapackage'
import { verdictFeed } from '@/lib/present/feed'
import { jsonFeed } from '@/lib/present/json-feed'
import { newsSitemapXml, sitemapIndex, sitemapParts, sitemapXml } from '@/lib/present/sitemap'
import { tellHub } from '@/lib/web/websub'
import { contextIn } from '../present/mali'

const BASE = 'https://recoupe.example'
const now = new Date('2026-03-14T12:00:00Z')
const news = (secondsAgo: number, slug = 'konna') => ({
  slug,
  statementFr: 'Konna & <b>Sévaré</b>',
  statementEn: null,
  publishedAt: new Date(now.getTime() - secondsAgo * 1000),
})
const sitemap = (...items: ReturnType<typeof news>[]) =>
  newsSitemapXml(items, { baseUrl: BASE, newsroom: 'Recoupe' }, now)

describe('the news sitemap', () => {
  test('keeps a verdict for 48 hours and drops it at 48 hours and one second', () => {
    expect(sitemap(news(48 * 3600))).toContain('<loc>https://recoupe.example/fr/claims/konna</loc>')
    expect(sitemap(news(48 * 3600 + 1))).not.toContain('<url>')
  })
  test('names publication, language, date and title of each page, escaped', () => {
    const xml = sitemap(news(60))
    expect(xml.match(/<news:news>/g)).toHaveLength(2)
    expect(xml).toContain('<news:name>Recoupe</news:name><news:language>en</news:language>')
    expect(xml).toContain('<news:publication_date>2026-03-14T11:59:00.000Z</news:publication_date>')
    expect(xml).toContain('<news:title>Konna &amp; &lt;b&gt;Sévaré&lt;/b&gt;</news:title>')
  })
  test('holds a thousand addresses and no more', () =>
    expect(sitemap(...Array.from({ length: 600 }, (_, i) => news(60, `v-${i}`))).match(/<url>/g)).toHaveLength(1_000))
})

describe('the sitemap', () => {
  const pages = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ pathOf: (lang: string) => `/${lang}/claims/c-${i}`, changedAt: null }))
  test('is one file up to 50,000 addresses, and an index of two above', () => {
    expect(sitemapParts(pages(25_000))).toHaveLength(1)
    expect(sitemapParts([])).toEqual([[]])
    const parts = sitemapParts(pages(25_001))
    expect(parts.map((it) => it.length)).toEqual([25_000, 1])
    expect(sitemapIndex(parts.length, BASE)).toContain('<loc>https://recoupe.example/sitemaps/2.xml</loc>')
  })
  test('lists each page in both languages once, each with its twin', () => {
    const xml = sitemapXml(pages(3), BASE)
    const places = [...xml.matchAll(/<loc>([^<]*)</g)].map(([, place]) => place)
    expect(new Set(places).size).toBe(6)
    expect(xml.match(/hreflang="en"/g)).toHaveLength(6)
  })
})

describe('a hub', () => {
  const feed = verdictFeed([], contextIn('fr'))
  const hub = 'https://hub.example/?a=1&b=2'
  test('is named by the feeds when there is one, and only then', () => {
    expect(atomFeed(feed)).not.toContain('rel="hub"')
    expect(JSON.parse(jsonFeed(feed))).not.toHaveProperty('hubs')
    expect(atomFeed({ ...feed, hub })).toContain('<link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>')
    expect(JSON.parse(jsonFeed({ ...feed, hub })).hubs).toEqual([{ type: 'WebSub', url: hub }])
  })
  test('is told of every feed; one that fails is asked again, one that stays away is left alone', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const heard: URLSearchParams[] = []
    const server = createServer(async (request, response) => {
      let body = ''
      for await (const piece of request) body += piece
      heard.push(new URLSearchParams(body))
      response.writeHead(heard.length === 1 ? 503 : 204).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    expect(await tellHub(address, BASE, [0, 0])).toBe(true)
    expect(heard).toHaveLength(2)
    expect(heard[1]?.get('hub.mode')).toBe('publish')
    expect(heard[1]?.getAll('hub.url')).toContain(`${BASE}/feeds/fr/corrections.atom`)
    expect(heard[1]?.getAll('hub.url')).toHaveLength(8)
    await new Promise((resolve) => server.close(resolve))
    expect(await tellHub(address, BASE, [0])).toBe(false)
  })
  test('a JSON feed says where its older entries are, at another address than its own', () => {
    const older = `${BASE}/feeds/fr/verdicts/before/x`
    const said = JSON.parse(jsonFeed({ ...feed, next: older }))
    expect(said.next_url).toBe(older)
    expect(said.next_url).not.toBe(said.feed_url)
    expect(JSON.parse(jsonFeed(feed))).not.toHaveProperty('next_url')
  })
})

describe('the metadata of the tables (CSVW)', () => {
  test('has the columns of the table in their order, each with its kind', () => {
    const { resources } = JSON.parse(dataPackage(BASE))
    for (const [i, table] of TABLE_NAMES.entries()) {
      const metadata = JSON.parse(csvwMetadata(table, BASE))
      expect(metadata.url).toBe(`${BASE}/export/${table}.csv`)
      expect(metadata.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(
        resources[i].schema.fields.map(({ name }: { name: string }) => name),
      )
    }
    const { tableSchema } = JSON.parse(csvwMetadata('claims', BASE))
    expect(tableSchema.primaryKey).toBe('occurrence_id')
    const of = (name: string) => tableSchema.columns.find((it: { name: string }) => it.name === name)
    expect(of('start').datatype).toEqual({ base: 'integer', minimum: 0 })
    expect(of('url').datatype).toBe('anyURI')
    expect(of('quote').required).toBe(true)
  })
})
