import { expect, test } from '@playwright/test'
import { expectAccessible, signIn } from './support/desk'

test.describe.configure({ mode: 'serial' })

test('claims are chosen by keyboard, changed together, and come back with one key', async ({ page }) => {
  await signIn(page, undefined, '/fr/desk/claims?type=actor')
  await expectAccessible(page, 'claims')
  await expect(page.locator('.bulk output')).toHaveText('0 choisie')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await expect(page.locator('.bulk output')).toHaveText('3 choisies')
  await page.getByLabel('Travail', { exact: true }).selectOption('in_review')
  await page.getByRole('button', { name: 'Fixer' }).click()
  await page.waitForURL(/done=3\.0/)
  await expect(page.getByText('3 lignes modifiées.')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'en relecture' })).toHaveCount(3)
  await page.keyboard.press('z')
  await expect(page.getByRole('cell', { name: 'en relecture' })).toHaveCount(0)
})

test('a row changed since is named, and the others are done when asked', async ({ page, context }) => {
  await signIn(page, undefined, '/fr/desk/claims?type=actor')
  const other = await context.newPage()
  await other.goto('/fr/desk/claims?type=actor')
  await other.getByRole('checkbox', { name: 'Choisir C03' }).check()
  await other.getByLabel('Étiquette', { exact: true }).last().fill('à voir')
  await other.getByRole('button', { name: 'Ajouter l’étiquette' }).click()
  await other.waitForURL(/done=1/)
  await page.getByRole('checkbox', { name: /de cette page/ }).check()
  await page.locator('#bulk-assigneeId').selectOption('me')
  await page.getByRole('button', { name: 'Confier' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'C03' })).toBeVisible()
  await page.getByRole('button', { name: /Faire les autres/ }).click()
  await page.waitForURL(/done=/)
})

test('without JavaScript the lists are filtered, changed and paged by plain forms', async ({
  browser,
  page,
  context,
}) => {
  await signIn(page, undefined, '/fr/desk/claims')
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() })
  const bare = await plain.newPage()
  await bare.goto('/fr/desk/claims')
  await bare.getByRole('searchbox').fill('SEVARE')
  await bare.getByRole('button', { name: 'Filtrer', exact: true }).click()
  await expect(bare).toHaveURL(/q=SEVARE/)
  await bare.getByRole('checkbox', { name: 'Choisir C26' }).check()
  await bare.locator('#bulk-workState').selectOption('reviewed')
  await bare.getByRole('button', { name: 'Fixer' }).click()
  await expect(bare.getByText('1 ligne modifiée.')).toBeVisible()
  await plain.close()
})

test('the tour leads through five pages and is put away', async ({ page }) => {
  await signIn(page)
  await page.getByRole('button', { name: /Faire la visite|Refaire la visite/ }).click()
  for (const [step, path] of [
    [1, /desk\/dispatches\//],
    [2, /desk\/claims\//],
    [3, /desk\/events\//],
    [4, /desk\/conflicts\//],
    [5, /desk\/claims\//],
  ] as const) {
    await expect(page).toHaveURL(path)
    await expect(page.getByText(`étape ${step} sur 5`)).toBeVisible()
    await page.getByRole('button', { name: step < 5 ? 'Suivant' : 'Finir la visite', exact: true }).click()
  }
  await expect(page.getByRole('complementary', { name: 'Visite' })).toHaveCount(0)
  await expectAccessible(page, 'to do')
})
