import { expect, test } from '@playwright/test'
import { expectFitInBothLooks, signIn } from './support/desk'

test('two names are linked for a reason, the link is ended for another, and both stay as they were written', async ({
  page,
}) => {
  await signIn(page)
  await page.goto('/fr/desk/names')
  const konna = page.getByRole('article', { name: 'Konna', exact: true })
  await expect(konna).toContainText('identique à')
  await konna.getByRole('link', { name: /Lier à un autre nom/ }).click()
  await page.waitForURL(/from=konna/)
  await page.getByLabel('est', { exact: true }).selectOption('different')
  await page.getByLabel('ce second nom').selectOption({ label: 'Mopti (lieu)' })
  await page.getByRole('button', { name: /^Lier ces noms/ }).click()
  await expect(page.locator('[role=alert].side')).toContainText('Rien n’est indiqué ici')
  await page.getByLabel('Pourquoi, en français').fill('La ville et le chef-lieu de sa région.')
  await page.getByRole('button', { name: /^Lier ces noms/ }).click()
  await page.waitForURL(/done=linked/)
  const mopti = page.getByRole('article', { name: 'Mopti', exact: true })
  await expect(konna).toContainText('La ville et le chef-lieu de sa région.')
  await expect(mopti).toContainText('La ville et le chef-lieu de sa région.')

  await mopti.getByText('Mettre fin à ce lien').first().click()
  await mopti.getByLabel('Pourquoi il ne tient plus').fill('Ce n’était pas une question.')
  await mopti.getByRole('button', { name: /Mettre fin à ce lien/ }).click()
  await page.waitForURL(/done=ended/)
  await mopti.getByText('1 lien qui ne tient plus').click()
  await expect(mopti.getByText('Ce n’était pas une question.')).toBeVisible()
  await expect(mopti).toContainText('Lié à aucun autre nom.')
})

test('a written form leads to its place in the text', async ({ page }) => {
  await signIn(page)
  await page.goto('/fr/desk/names?q=Konna')
  const konna = page.getByRole('article', { name: 'Konna', exact: true })
  await konna.getByText('1 endroit').click()
  await konna.locator('.places a').click()
  await page.waitForURL(/\/desk\/dispatches\//)
  await expect(page.locator('#text-C29')).toBeInViewport()
})

test('the names are accessible in both languages and themes, and fit a phone', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page)
  await expectFitInBothLooks(page, '/fr/desk/names', () =>
    page.locator('details').evaluateAll((all) => {
      for (const it of all) it.setAttribute('open', '')
    }),
  )
})
