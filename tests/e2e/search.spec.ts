import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/desk'

/** Nothing here may need a script. */
test.use({ javaScriptEnabled: false })

test('a reader finds both spellings, narrows, takes the filter away again', async ({ page }) => {
  await page.goto('/fr/search')
  await page.getByRole('searchbox').fill('Konna')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await expect(page).toHaveURL(/q=Konna/)
  await expect(page.getByText('Aussi écrit Kona')).toBeVisible()
  const results = page.locator('ol.vl > li')
  const all = await results.count()
  expect(all).toBeGreaterThan(5)
  await expect(page.locator('ol.vl .tag', { hasText: 'autre graphie' }).first()).toBeVisible()
  // The claims that are written so stand before those that are found by the other spelling.
  await expect(results.first().locator('.tag')).toHaveCount(0)

  await page.locator('details.narrow > summary').click()
  const facet = page.locator('.facets li', { has: page.locator('a[href*="source%3A"]') }).first()
  const n = Number((await facet.locator('.dim').textContent())?.trim())
  await facet.getByRole('link').click()
  await expect(results).toHaveCount(n)
  await expect(page.getByRole('searchbox')).toHaveValue(/^Konna source:/)
  const chosen = page.getByRole('navigation', { name: 'Filtres en cours' })
  await chosen.getByRole('link', { name: /^Retirer source:/ }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('Konna')
  await expect(results).toHaveCount(all)
})

test('what is not understood is said, and the rest is searched', async ({ page }) => {
  await page.goto(`/en/search?${new URLSearchParams({ q: 'Kona before:yesterday source:nobody-of-this-name "' })}`)
  const remarks = page.locator('.remarks')
  await expect(remarks).toContainText('before:yesterday')
  await expect(remarks).toContainText('Nothing here is called “nobody-of-this-name”')
  await page.goto(`/en/search?${new URLSearchParams({ q: 'Kona before:yesterday' })}`)
  expect(await page.locator('ol.vl > li').count()).toBeGreaterThan(0)
})

test('a place in the results of another question is the first page, and says so', async ({ page }) => {
  for (const after of ['1.2.3', 'x', '1.1.00000000-0000-7000-8000-000000000001.abc']) {
    const answer = await page.goto(`/en/search?${new URLSearchParams({ q: 'Kona', after })}`)
    expect(answer?.status()).toBe(200)
    await expect(page.locator('.remarks')).toContainText('this is the first page')
  }
})

test('no question is an error of the server', async ({ request }) => {
  for (const q of [
    '"',
    "';--",
    '\\',
    ':*',
    '& | !',
    '<->',
    '%',
    '(',
    'source:',
    'year:99999',
    '\u0000',
    'é'.repeat(1_000),
    '-'.repeat(200),
    '😀',
  ])
    expect((await request.get(`/fr/search?${new URLSearchParams({ q })}`)).status(), q.slice(0, 20)).toBe(200)
  expect((await request.get('/fr/search?q=%FF%FE%')).status()).toBe(200)
  expect(await (await request.get(`/en/search?q=${'x'.repeat(300)}`)).text()).toContain(
    'Two hundred characters at most',
  )
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`narrowing is accessible and fits a small phone, ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      viewport: { width: 320, height: 640 },
      javaScriptEnabled: true, // what looks at the page is a script
      colorScheme,
      ...(baseURL ? { baseURL } : {}),
    })
    const page = await context.newPage()
    for (const path of ['/fr/search', '/fr/search?q=Konna+source%3Aafp+avant%3Ax', '/en/search?q=Kona']) {
      await page.goto(path)
      const closed = page.locator('details:not([open]) > summary')
      while ((await closed.count()) > 0) await closed.first().click()
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
      await expectAccessible(page, path)
    }
    await context.close()
  })
