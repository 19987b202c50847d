import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signIn } from './support/desk'

const review = (slug: string, label: string, claim: string) => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: `https://verif.example.org/${slug}`,
  datePublished: '2013-01-12',
  author: { '@type': 'Organization', name: 'Vérif', url: 'https://verif.example.org/' },
  claimReviewed: claim,
  reviewRating: { '@type': 'Rating', alternateName: label },
  itemReviewed: { '@type': 'Claim', author: { name: 'Un porte-parole' }, datePublished: '2013-01-10' },
})
const feed = (...items: unknown[]) =>
  Buffer.from(JSON.stringify({ '@type': 'DataFeed', dataFeedElement: items.map((item) => ({ item: [item] })) }))
async function send(page: Page, buffer: Buffer): Promise<void> {
  await page.goto('/fr/desk/import')
  await page
    .getByLabel(/CSV, TSV, XLSX ou/)
    .setInputFiles({ name: 'flux-de-verif.json', mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await page.waitForURL(/\/desk\/import\/[0-9a-f-]{36}$/)
}

test('a feed of others is sent, its labels are given our ratings, it is kept, and a later one shows what changed', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await signIn(page)
  await send(
    page,
    feed(
      review('kona', 'Plutôt faux', 'Les islamistes contrôlent Kona'),
      review('lere', 'À nuancer', 'Les islamistes ont quitté Léré'),
    ),
  )
  await expect(page.getByText('2 enregistrements', { exact: false })).toBeVisible()
  await expect(page.getByRole('heading', { name: '2 libellés de leur part' })).toBeVisible()
  await page.getByLabel(/Note pour .*Plutôt faux/).selectOption('mostly_false')
  const compared = page.url()
  for (const [lang, colorScheme, width] of [
    ['fr', 'light', 1280],
    ['en', 'dark', 320],
  ] as const) {
    const other = await page.context().newPage()
    await other.emulateMedia({ colorScheme })
    await other.setViewportSize({ width, height: 900 })
    await other.goto(compared.replace('/fr/', `/${lang}/`))
    await expectAccessible(other, `reviews ${lang}`, lang === 'en' ? 'looks' : 'everything')
    expect(await other.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await other.close()
  }
  await page.getByRole('button', { name: /^Écrire/ }).click()
  await expect(page.getByText('Gardé. Leur prochain fichier montrera ce qui a changé depuis.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Comment leurs libellés ont été compris' })).toBeVisible()

  await send(page, feed(review('kona', 'Vrai', 'Les islamistes contrôlent Kona')))
  await expect(page.getByRole('heading', { name: '1 vérification qui change' })).toBeVisible()
  await expect(page.getByText(/1 vérification n’y figure/)).toBeVisible()
  const sides = page.locator('.import-sides').last()
  await expect(sides).toContainText('Plutôt faux')
  await expect(sides).toContainText('Vrai')
  await page.getByLabel('Une partie seulement').check()
  await page.getByRole('button', { name: /^Écrire/ }).click()
  await expect(page.getByText('Gardé. Leur prochain fichier montrera ce qui a changé depuis.')).toBeVisible()
})
