import { beforeAll, describe, expect, test } from 'vitest'
import { GET as one } from '@/app/annotations/[id]/route'
import { GET, HEAD, OPTIONS } from '@/app/annotations/route'
import { deskDb } from '@/lib/data/db'
import { aClaim, aPublishedClaim } from '@/tests/support/factories'

type Item = { id: string; target: { selector: { exact?: string }[] } }
type Page = { id: string; items: (Item | string)[]; next?: string; partOf: { total: number } }
type Container = { id: string; type: string[]; total: number; modified: string; first: Page | string; last: string }
const LDP = 'http://www.w3.org/ns/ldp#'
const OA = 'http://www.w3.org/ns/oa#'
const ask = (query = '', headers: Record<string, string> = {}) =>
  GET(new Request(`http://host/annotations/${query}`, { headers }))
const preferring = (...wanted: string[]) => ({ Prefer: `return=representation;include="${wanted.join(' ')}"` })
const containerOf = async (response: Response) => (await response.json()) as Container

let published: Awaited<ReturnType<typeof aPublishedClaim>>
beforeAll(async () => {
  published = await aPublishedClaim()
  await aPublishedClaim()
})

describe('the container of annotations', () => {
  test('ends in a slash, has both links, an ETag, what is allowed, and its own count', async () => {
    const response = await ask()
    const { id, total, type, first, modified } = await containerOf(response)
    expect(new URL(id).pathname).toMatch(/\/annotations\/$/)
    expect(response.headers.get('link')).toContain(`<${LDP}BasicContainer>; rel="type"`)
    expect(response.headers.get('link')).toContain(
      `<http://www.w3.org/TR/annotation-protocol/>; rel="${LDP}constrainedBy"`,
    )
    expect(response.headers.get('etag')).toMatch(/^"[\w-]+"$/)
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect(response.headers.get('vary')).toBe('Accept, Prefer')
    expect(response.headers.get('content-location')).toBe(id)
    expect(type).toEqual(['BasicContainer', 'AnnotationCollection'])
    expect(Date.parse(modified)).not.toBeNaN()
    expect((first as Page).items).toHaveLength(total)
  })

  test('walking the pages gives each annotation once, and total equals the count', async () => {
    const { first, total } = await containerOf(await ask())
    const seen: string[] = []
    for (let page: Page | undefined = first as Page; page; ) {
      seen.push(...page.items.map((it) => (it as Item).id))
      page = page.next ? ((await (await ask(new URL(page.next).search)).json()) as Page) : undefined
    }
    expect(new Set(seen).size).toBe(total)
    expect(seen).toHaveLength(total)
  })

  test('Prefer asks for addresses only, or for nothing of the annotations', async () => {
    const iris = (await containerOf(await ask('', preferring(`${OA}PreferContainedIRIs`)))).first as Page
    for (const item of iris.items) expect(item).toMatch(/\/annotations\/[0-9a-f-]{36}$/)
    const minimal = await containerOf(await ask('', preferring(`${LDP}PreferMinimalContainer`)))
    expect(minimal.first).toMatch(/[?&]page=1$/)
    expect(minimal).not.toHaveProperty('first.items')
    const page = (await (await ask(new URL(String(minimal.first)).search)).json()) as Page
    expect(page.partOf.total).toBe(minimal.total)
  })

  test('asking for both kinds of contents is the mistake of the asker', async () => {
    const response = await ask('', preferring(`${OA}PreferContainedIRIs`, `${OA}PreferContainedDescriptions`))
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })

  test('a page that is not there is a 404 problem, not an empty page', async () => {
    for (const page of ['99', '0', '-1', 'x', '']) {
      const response = await ask(`?page=${page}`)
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toContain('application/problem+json')
    }
  })

  test('private annotations appear neither in it, nor in its total, nor in its ETag', async () => {
    const before = await ask()
    await aClaim()
    const after = await ask()
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'))
    expect(await after.text()).toBe(await before.text())
  })

  test('nothing is sent again to who has it, and nothing but headers to who asks for those', async () => {
    const etag = (await ask()).headers.get('etag') ?? ''
    expect((await ask('', { 'If-None-Match': etag })).status).toBe(304)
    const head = await HEAD(new Request('http://host/annotations/', { method: 'HEAD' }))
    expect([head.body, head.headers.get('etag')]).toEqual([null, etag])
    expect(OPTIONS().headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  })
})

describe('one annotation', () => {
  const at = (id: string) => one(new Request(`http://host/annotations/${id}`), { params: Promise.resolve({ id }) })
  test('is at its address, as a resource, with an ETag', async () => {
    const response = await at(published.occurrenceId)
    expect(response.headers.get('link')).toBe(`<${LDP}Resource>; rel="type"`)
    expect(response.headers.get('etag')).not.toBeNull()
    const { id, target } = (await response.json()) as Item
    expect(id).toMatch(new RegExp(`/annotations/${published.occurrenceId}$`))
    expect(target.selector[1]?.exact).toBe('ont pris Konna')
  })
  test('is not there when it is private, or no annotation', async () => {
    const { occurrenceId } = await aClaim()
    expect(await deskDb().occurrence.count({ where: { id: occurrenceId } })).toBe(1)
    for (const id of [occurrenceId, published.id, 'x']) expect((await at(id)).status).toBe(404)
  })
})
