import { expect, test } from '@playwright/test'
import { expectAccessible, TEXT } from './support/desk'

const CLAIM = 'ansar-dine-controle-kona-presque-en-totalite'
const PAGES = [
  '',
  '/claims',
  '/events',
  '/conflicts',
  '/dispatches',
  '/corrections',
  '/methodology',
  `/claims/${CLAIM}`,
  '/dispatches/mali-kona-france-24',
  '/events/prise-de-kona-konna',
  '/conflicts/kona-ou-konna',
  '/sources/abdou-dardar',
  '/search?q=Konna',
]

for (const lang of ['fr', 'en'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`every public page in ${lang}, ${colorScheme}: accessible, silent, without script, cookie or foreign request`, async ({
      browser,
      baseURL,
    }) => {
      test.setTimeout(180_000)
      const context = await browser.newContext({ colorScheme, ...(baseURL ? { baseURL } : {}) })
      const page = await context.newPage()
      const said: string[] = []
      const foreign: string[] = []
      page.on('console', (message) => said.push(message.text()))
      page.on('pageerror', (error) => said.push(error.message))
      page.on('request', (request) => {
        if (!request.url().startsWith(baseURL ?? '')) foreign.push(request.url())
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
