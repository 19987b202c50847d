import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, expect, test } from '@playwright/test'
import { expectAccessible, TEXT } from './support/desk'

const CLAIM = 'ansar-dine-controle-kona-presque-en-totalite'
const TODAY = new Date().toISOString().slice(0, 10)
const PAGES = [
  '',
  '/claims',
  '/events',
  '/conflicts',
  '/dispatches',
  '/corrections',
  '/methodology',
  '/statistics',
  '/suggestions',
  '/validate',
  `/claims/${CLAIM}`,
  `/claims/${CLAIM}?version=1`,
  `/claims/${CLAIM}?at=${TODAY}`,
  `/events/prise-de-kona-konna?at=${TODAY}`,
  `/conflicts/kona-ou-konna?at=${TODAY}`,
  `/search?q=Konna&at=${TODAY}`,
  `/statistics?at=2020-01-01`,
  '/dispatches/mali-kona-france-24',
  '/events/prise-de-kona-konna',
  '/conflicts/kona-ou-konna',
  '/sources/abdou-dardar',
  '/search?q=Konna',
]

/** Each page of one language, as a stranger whose system is light (French) or dark (English): the colours are the same in both. */
async function walk(browser: Browser, baseURL: string, lang: string): Promise<void> {
  const context = await browser.newContext({ colorScheme: lang === 'fr' ? 'light' : 'dark', baseURL })
  const page = await context.newPage()
  const said: string[] = []
  const foreign: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL)) foreign.push(request.url())
  })
  for (const path of PAGES) {
    const answer = await page.goto(`/${lang}${path}`)
    expect(answer?.status(), path).toBe(200)
    expect(answer?.headers()['content-security-policy'], path).toContain("default-src 'none'")
    expect(answer?.headers()['set-cookie'], path).toBeUndefined()
    expect(await page.locator('script:not([type="application/ld+json"])').count(), path).toBe(0)
    expect(await page.locator('[style]').count(), path).toBe(0)
    await expectAccessible(page, `${lang} ${path}`)
  }
  expect(said).toEqual([])
  expect(foreign).toEqual([])
  expect(await context.cookies()).toEqual([])
  await context.close()
}

test('every public page, in French and light, in English and dark: accessible, silent, without script, cookie or foreign request', async ({
  browser,
  baseURL,
}) => {
  // Looking at a page keeps one core busy: the two languages beside each other use both.
  test.setTimeout(900_000)
  await Promise.all(['fr', 'en'].map((lang) => walk(browser, baseURL ?? '', lang)))
})

test('the verdict page says what its ClaimReview says', async ({ page }) => {
  await page.goto(`/fr/claims/${CLAIM}`)
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
  const review = JSON.stringify(data)
  expect(review).toContain('ClaimReview')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const word = (
    data.reviewRating ?? data['@graph']?.find((it: { reviewRating?: object }) => it.reviewRating)?.reviewRating
  )?.alternateName
  expect(word).toBe('Contesté')
  await expect(page.getByText('Contesté').first()).toBeVisible()
})

test('the dispatch page shows the whole text, letter for letter', async ({ page }) => {
  await page.goto('/fr/dispatches/mali-kona-france-24')
  const shown = await page
    .locator('article.whole .text')
    .evaluateAll((parts) =>
      parts
        .map((part) =>
          [...part.childNodes]
            .map((node) => (node instanceof Element && node.matches('a.n') ? '' : node.textContent))
            .join(''),
        )
        .join('\n'),
    )
  for (const line of TEXT.split('\n').filter((it) => it.trim() !== '')) expect(shown).toContain(line)
})

test('the matrix shows both spellings, both actors and silence', async ({ page }) => {
  await page.goto('/fr/events/prise-de-kona-konna')
  for (const words of ['Kona', 'Konna', 'presque en totalité', 'se sont emparés'])
    await expect(page.getByText(words).first()).toBeAttached()
})

test('an unknown address is 404, and a language is chosen by the reader’s browser', async ({ request }) => {
  expect((await request.get('/fr/claims/nothing-here')).status()).toBe(404)
  expect((await request.get('/de')).status()).toBe(404)
  const front = await request.get('/', { headers: { 'accept-language': 'en-GB,fr;q=0.5' }, maxRedirects: 0 })
  expect(front.status()).toBe(307)
  expect(front.headers().location).toMatch(/\/en$/)
})

test('a page known by its tag is not sent twice', async ({ request }) => {
  const first = await request.get(`/fr/claims/${CLAIM}`)
  const second = await request.get(`/fr/claims/${CLAIM}`, { headers: { 'if-none-match': first.headers().etag ?? '' } })
  expect(second.status()).toBe(304)
})

for (const lang of ['fr', 'en'])
  test(`in ${lang}, no public page scrolls sideways at 320 px, nor in forced colours`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000)
    const context = await browser.newContext({
      ...(baseURL ? { baseURL } : {}),
      viewport: { width: 320, height: 640 },
      forcedColors: 'active',
    })
    const page = await context.newPage()
    for (const path of PAGES) {
      await page.goto(`/${lang}${path}`)
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(tooWide, path).toBeLessThanOrEqual(0)
      await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    }
    await context.close()
  })

test('the verdict page prints, with its links and without what only a screen can use', async ({ page }) => {
  await page.goto(`/fr/claims/${CLAIM}`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const hidden of await page.locator('.no-print').all()) await expect(hidden).toBeHidden()
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(pdf).toContain('/URI')
})

test('no column of a table is cut off by the edge of an A4 sheet', async ({ page }) => {
  // In CSS pixels: the sheet, what is between its margins of 16 mm, and one margin.
  const [sheet, between, margin] = [794, 673, 60]
  await page.setViewportSize({ width: sheet, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  for (const path of [`/claims/${CLAIM}`, '/events/prise-de-kona-konna']) {
    await page.goto(`/fr${path}`)
    await page.evaluate((width) => {
      document.documentElement.style.inlineSize = `${width}px`
    }, between)
    const edges = await page
      .locator('main :is(td, th):visible')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right))
    expect(Math.max(0, ...edges), path).toBeLessThan(between + margin)
  }
})

test('a verdict is read as it was published: on a day, by a form that needs no script, and by its version', async ({
  page,
}) => {
  await page.goto(`/en/claims/${CLAIM}`)
  await page.getByLabel('As published on').fill(new Date().toISOString().slice(0, 10))
  await page.getByRole('button', { name: 'Show that page' }).click()
  await expect(page.getByRole('note')).toContainText('This page is version')
  await page.getByRole('note').getByRole('link', { name: 'The page as it is now' }).click()
  await expect(page.getByRole('note')).toHaveCount(0)
  await page.goto(`/en/claims/${CLAIM}?at=2020-01-01`)
  await expect(page.getByText('Nothing was published here on 1 January 2020')).toBeVisible()
})

test('no page but the card of a verdict lets itself be framed', async ({ request }) => {
  for (const path of [...PAGES, '/report', '/sign-in', '/desk']) {
    const headers = (await request.get(`/fr${path}`, { maxRedirects: 0 })).headers()
    expect(
      headers['content-security-policy']?.includes("frame-ancestors 'none'") || headers['x-frame-options'] === 'DENY',
      path,
    ).toBe(true)
  }
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the card of a verdict reads in a foreign page, ${colorScheme}; the page itself does not`, async ({
    browser,
    baseURL,
    request,
  }) => {
    const site = baseURL ?? ''
    const asked = await request.get(`/oembed?url=${encodeURIComponent(`${site}/fr/claims/${CLAIM}`)}&maxwidth=300`)
    const { html } = await asked.json()
    const theirs = createServer((_, answer) => {
      answer.setHeader('Content-Type', 'text/html; charset=utf-8')
      answer.end(`<!doctype html><html lang="fr"><title>Un autre journal</title><h1>Un autre journal</h1>${html}
        <iframe id="whole" title="page" src="${site}/fr/claims/${CLAIM}"></iframe>`)
    })
    await new Promise<void>((listening) => theirs.listen(0, '127.0.0.1', listening))
    const origin = `http://127.0.0.1:${(theirs.address() as AddressInfo).port}`
    const context = await browser.newContext({ colorScheme })
    try {
      const page = await context.newPage()
      const wanted: { url: string; type: string }[] = []
      page.on('request', (it) => wanted.push({ url: it.url(), type: it.resourceType() }))
      await page.goto(`${origin}/`, { waitUntil: 'networkidle' })
      const card = page.frameLocator('iframe[src*="/embed/"]')
      await expect(card.getByText('Contesté', { exact: true })).toBeVisible()
      await expect(card.getByText(/^Vérifié par/)).toBeInViewport()
      const seen = await card.locator('body').evaluate((body) => ({
        paper: getComputedStyle(body).backgroundColor,
        size: Number.parseFloat(getComputedStyle(body.querySelector('.sum') ?? body).fontSize),
        isTooWide: body.ownerDocument.documentElement.scrollWidth > innerWidth,
      }))
      const [red = 0] = (/\d+/.exec(seen.paper) ?? []).map(Number)
      expect(colorScheme === 'dark' ? red < 60 : red > 240, seen.paper).toBe(true)
      expect(seen.size).toBeGreaterThanOrEqual(13)
      expect(seen.isTooWide).toBe(false)
      for (const { url, type } of wanted) {
        expect([origin, site], url).toContain(new URL(url).origin)
        expect(type, url).not.toBe('script')
      }
      expect(await context.cookies()).toEqual([])
      await expect(page.frameLocator('#whole').locator('h1', { hasText: 'Nous contrôlons' })).toHaveCount(0)
    } finally {
      await context.close()
      theirs.close()
    }
  })

test('an event and a conflict are read as of a day, by a form that needs no script; before, nothing was there', async ({
  page,
}) => {
  for (const path of ['/fr/events/prise-de-kona-konna', '/fr/conflicts/kona-ou-konna']) {
    await page.goto(path)
    await page.getByLabel('Telle que publiée le').fill(TODAY)
    await page.getByRole('button', { name: 'Montrer cette page' }).click()
    await expect(page.getByRole('note')).toContainText('Cette page montre ce qui était publié le')
    await page.getByRole('note').getByRole('link').click()
    await expect(page.getByRole('note')).toHaveCount(0)
    expect((await page.goto(`${path}?at=2020-01-01`))?.status()).toBe(404)
    await expect(page.getByText('Rien n’était publié ici le 1er janvier 2020')).toBeVisible()
    expect((await page.goto(`${path}?at=hier`))?.status()).toBe(400)
    await expect(page.getByText('Ce n’est pas un moment que nous savons lire')).toBeVisible()
  }
})
