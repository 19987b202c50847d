import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { documentMemory } from '@/lib/web/document-memory'
import { publicDocument } from '@/lib/web/public-document'
import { languageOfReader, publicPageOf } from '@/lib/web/public-route'

process.env.DATABASE_URL ??= 'postgres://nobody@127.0.0.1:1/none'

const HTML = `<!doctype html><p>${'Kona, Konna. '.repeat(200)}</p>`
const ask = (headers: Record<string, string> = {}, method = 'GET', url = 'http://localhost/fr/x'): Request =>
  new Request(url, { headers, method })
let made = 0
const build = async () => {
  made++
  await new Promise((resolve) => setTimeout(resolve, 5))
  return { html: HTML }
}
const answer = (headers: Record<string, string> = {}, method = 'GET', url?: string) =>
  publicDocument(ask(headers, method, url), '/fr/x', 'fr', build)
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer())

beforeEach(() => {
  made = 0
  documentMemory().isListening = true
  documentMemory().forget('*')
})
afterEach(() => {
  documentMemory().isListening = false
  documentMemory().forget('*')
})

describe('a public document', () => {
  test('comes as plain bytes, with no length and no encoding of ours: Next drops them and compresses by itself', async () => {
    const response = await answer({ 'accept-encoding': 'gzip, br' })
    expect(await response.text()).toBe(HTML)
    expect([response.headers.get('content-encoding'), response.headers.get('content-length')]).toEqual([null, null])
    expect(response.headers.get('vary')).toBe('Accept-Encoding')
  })
  test('is not sent again to who has it, from here or from the front', async () => {
    const weak = (await answer()).headers.get('etag') ?? ''
    expect(weak).toMatch(/^W\/"/)
    const strong = weak.slice(2)
    for (const known of [weak, strong, `"other", ${weak}`, strong.replace(/"$/, '-br"')]) {
      const again = await answer({ 'if-none-match': known })
      expect(again.status).toBe(304)
      expect((await bytesOf(again)).length).toBe(0)
    }
    expect((await answer({ 'if-none-match': '"other"' })).status).toBe(200)
  })
  test('answers HEAD with the same headers and no body', async () => {
    const head = await answer({}, 'HEAD')
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries((await answer()).headers))
    expect((await bytesOf(head)).length).toBe(0)
  })
  test('lets no script run, sets no cookie, and says how long it may be kept', async () => {
    const { headers } = await answer()
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=30, stale-while-revalidate=60')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
  test('is made once for all who ask at the same time, then remembered', async () => {
    await Promise.all(Array.from({ length: 20 }, () => answer()))
    await answer()
    expect(made).toBe(1)
  })
  test('is one document whatever the query string', async () => {
    await answer()
    await answer({}, 'GET', 'http://localhost/fr/x?utm_source=y')
    expect(made).toBe(1)
  })
  test('is made again for who asks after something changed, even while an older one is being made', async () => {
    const before = answer()
    documentMemory().forget('*')
    const after = answer()
    await Promise.all([before, after])
    expect(made).toBe(2)
    await answer()
    expect(made).toBe(2)
  })
  test('is made each time while nobody listens', async () => {
    documentMemory().isListening = false
    await answer()
    await answer()
    expect(made).toBe(2)
  })
})

describe('what is not there', () => {
  test('answers 404 in the language of the address and is not remembered', async () => {
    const response = await publicDocument(ask(), '/fr/x', 'fr', async () => null)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Il n’y a rien à cette adresse')
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=5')
    expect(documentMemory().size).toBe(0)
  })
  test('answers 404 for an unknown language or an impossible slug, without a question to the database', async () => {
    const page = publicPageOf(
      (lang, slug) => `/${lang}/${slug}`,
      async () => {
        throw new Error('asked')
      },
    )
    const at = (lang: string, slug: string) => page(ask(), { params: Promise.resolve({ lang, slug }) })
    expect((await at('de', 'x')).status).toBe(404)
    for (const slug of ['../x', 'X', 'é', 'a--b', '%61', 'a'.repeat(161), "a'b"])
      expect((await at('fr', slug)).status).toBe(404)
  })
})

describe('what goes wrong', () => {
  test('is a sentence and a number, kept by no cache', async () => {
    const shown = console.error
    const logged: string[] = []
    console.error = (line: string) => logged.push(line)
    try {
      const response = await publicDocument(ask(), '/en/x', 'en', async () => {
        throw new Error('secret detail')
      })
      const html = await response.text()
      expect(response.status).toBe(500)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(html).not.toContain('secret detail')
      const { requestId } = JSON.parse(logged[0] ?? '{}') as { requestId: string }
      expect(html).toContain(requestId)
    } finally {
      console.error = shown
    }
  })
})

describe('the language of a reader', () => {
  test.each([
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['de, fr;q=0.5, en;q=0.7', 'en'],
    ['fr-ML', 'fr'],
    ['en;q=0, fr', 'fr'],
    ['', 'fr'],
    ['ar', 'fr'],
  ])('who sends %s is %s', (header, lang) => expect(languageOfReader(ask({ 'accept-language': header }))).toBe(lang))
})
