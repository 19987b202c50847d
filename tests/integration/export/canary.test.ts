import { beforeAll, expect, test, vi } from 'vitest'
import { GET as claimPage } from '@/app/[lang]/claims/[slug]/route'
import { GET as homePage } from '@/app/[lang]/route'
import { GET as searchPage } from '@/app/[lang]/search/route'
import { GET as sourcePage } from '@/app/[lang]/sources/[slug]/route'
import { GET as annotations } from '@/app/annotations/route'
import { GET as claimsSearch } from '@/app/api/v1/claims-search/route'
import { GET as provenance } from '@/app/claims/[slug]/provenance.jsonld/route'
import { GET as card } from '@/app/embed/[lang]/claims/[slug]/route'
import { GET as collection } from '@/app/export/annotations.jsonld/route'
import { GET as reviews } from '@/app/export/claimreview.json/route'
import { GET as claimsCsv } from '@/app/export/claims.csv/route'
import { GET as claimsJsonl } from '@/app/export/claims.jsonl/route'
import { GET as sourcesCsv } from '@/app/export/sources.csv/route'
import { GET as corrections } from '@/app/feeds/[lang]/corrections.json/route'
import { GET as atom } from '@/app/feeds/[lang]/verdicts.atom/route'
import { GET as feed } from '@/app/feeds/[lang]/verdicts.json/route'
import { GET as oembed } from '@/app/oembed/route'
import { GET as sitemap } from '@/app/sitemap.xml/route'
import { GET as log } from '@/app/transparency/log.ndjson/route'
import { deskDb, publicDb } from '@/lib/data/db'
import { shareWords } from '@/lib/present/share-card'
import { loadPublicClaim } from '@/lib/services/load-public'
import { documentContext } from '@/lib/web/public-document'
import { asRole } from '@/tests/support/as-role'
import { aPublishedClaim, aSource } from '@/tests/support/factories'
import { ask, asStranger, textOf } from './reader'

vi.mock('next/headers', async () => (await import('./reader')).requestScope)

const today = new Date().toISOString().slice(0, 10)
const CANARY = /Zébulon|Quetzal/i
let slug: string
let sourceSlug: string
beforeAll(async () => {
  const source = await aSource({ name: 'Un cadre du parti', kind: 'anonymous_person' })
  await asRole('superuser', 'x', (it) =>
    it(
      `update sources set version = version + 1, is_protected = true, affiliation = 'Ministère Zébulon', role_words = 'cousin de Quetzal' where id = $1`,
      [source.id],
    ),
  )
  sourceSlug = source.slug
  slug = (await aPublishedClaim({ chain: [{ sourceId: source.id, role: 'speaker' }] })).slug
  asStranger()
})

/** Every public answer in which the source could be named, by address. */
const answers = async (): Promise<[string, string][]> => {
  const request = (path: string) => new Request(`http://localhost:3000${path}`)
  const found: [string, Promise<Response> | Response][] = []
  for (const lang of ['fr', 'en']) {
    const params = Promise.resolve({ lang, slug })
    found.push([`/${lang}/claims`, claimPage(request('/x'), { params })])
    found.push([`/embed/${lang}`, card(request('/x'), { params })])
    found.push([`/${lang}/sources`, sourcePage(request('/x'), { params: Promise.resolve({ lang, slug: sourceSlug }) })])
    const at = (path: string) => request(`/${lang}/${path}at=${today}`)
    found.push([`/${lang}/claims then`, claimPage(at('claims?'), { params })])
    found.push([
      `/${lang}/sources then`,
      sourcePage(at('sources?'), { params: Promise.resolve({ lang, slug: sourceSlug }) }),
    ])
    found.push([`/${lang}/search then`, searchPage(at('search?q=cadre&'), { params })])
    found.push([`/${lang} then`, homePage(at('?'), { params })])
    found.push([`/${lang}/search`, searchPage(request(`/${lang}/search?q=cadre`), { params })])
    for (const [name, route] of Object.entries({ atom, feed, corrections }))
      found.push([`${lang} ${name}`, route(request('/x'), { params })])
    found.push([`/oembed ${lang}`, oembed(request(`/oembed?url=http://localhost:3000/${lang}/claims/${slug}`))])
  }
  found.push(['provenance', provenance(request('/x'), { params: Promise.resolve({ slug }) })])
  found.push(['claims:search', claimsSearch(request('/x?query=pris'))])
  found.push(['annotations', annotations(request('/annotations/'))], ['collection', collection(request('/x'))])
  found.push(['claimreview', reviews(request('/x'))], ['jsonl', claimsJsonl(request('/x'))])
  found.push(['sitemap', sitemap(request('/x'))], ['log', log(request('/x'))])
  const read = await Promise.all(
    found.map(async ([name, response]): Promise<[string, string]> => [name, await (await response).text()]),
  )
  for (const [name, route] of Object.entries({ claimsCsv, sourcesCsv }))
    read.push([name, await textOf(await ask(route, `/export/${name}`))])
  return read
}

test('what would name a protected source is in the database, and in no byte of any public answer', async () => {
  expect(await deskDb().source.count({ where: { affiliation: 'Ministère Zébulon' } })).toBe(1)
  const read = await answers()
  expect(read.find(([name]) => name === '/fr/claims')?.[1]).toContain('Un cadre du parti')
  expect(read.filter(([, text]) => /Something went wrong|unexpected/.test(text)).map(([name]) => name)).toEqual([])
  expect(read.filter(([, text]) => CANARY.test(text)).map(([name]) => name)).toEqual([])
})

test('a search for it finds nothing, and the share picture does not say it', async () => {
  const { search } = await import('@/lib/data/search')
  for (const q of ['Zébulon', 'Quetzal']) expect(await search(publicDb(), q)).toMatchObject({ claims: [], sources: [] })
  const record = await loadPublicClaim(slug)
  if (!record) throw new Error('the claim is public')
  const said = JSON.stringify(shareWords(record, documentContext('fr'), () => true))
  expect(said).not.toMatch(CANARY)
})
