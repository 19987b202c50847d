import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signIn } from './support/desk'

test.setTimeout(180_000)

const TEXT = `Selon RFI, le gouverneur de Tessalit a quitté la ville avant le combat.
Selon l’AFP, avant le combat, le gouverneur de Tessalit a quitté la ville.
Selon Reuters, l’attaque de Tessalit a fait 12 morts parmi les soldats.
Selon le Figaro, l’attaque de Tessalit a fait 30 morts parmi les soldats.`
const pairs = (page: Page) => page.getByRole('region', { name: 'Affirmations qui se rencontrent' })
const cards = (page: Page, words: string | RegExp) => pairs(page).getByRole('article').filter({ hasText: words })
const match = (page: Page) => cards(page, 'disent peut-être la même chose').filter({ hasText: 'Tessalit' })
const clash = (page: Page) => cards(page, 'ne sont peut-être pas d’accord').filter({ hasText: 'Tessalit' })

test('two claims that meet in the archive are tied, dismissed and taken back by keyboard', async ({ page }) => {
  await signIn(page, undefined, '/fr/desk/dispatches/new')
  await page.locator('input[name=title]').fill('Tessalit, deux fois')
  await page.locator('textarea[name=text]').fill(TEXT)
  await page.locator('main button[type=submit]').last().click()
  await page.waitForURL(/dispatches\/tessalit-deux-fois/)
  const panel = page.getByRole('region', { name: 'Suggestions', exact: true })
  await panel.getByRole('button', { name: 'Proposer' }).click()
  const claims = panel.getByRole('article', { name: /^Affirmation proposée/ })
  await expect(claims).toHaveCount(4)
  for (const left of [3, 2, 1, 0]) {
    await claims
      .first()
      .getByRole('button', { name: /^Accepter/ })
      .click()
    await expect(claims).toHaveCount(left)
  }

  // The comparison is a matter of the background: the list has them soon after.
  await expect(async () => {
    await page.goto('/fr/desk/similar-claims')
    await expect(match(page)).toHaveCount(1, { timeout: 1_000 })
    await expect(clash(page)).toHaveCount(1, { timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await expect(clash(page)).toContainText('Un autre chiffre dans les archives')
  await expect(clash(page).locator('ins')).toContainText(['12', '30'])
  await expectAccessible(page, 'pairs')

  // Dismissed with one key, and taken back.
  const own = await match(page).getAttribute('data-pair')
  await match(page).focus()
  await page.keyboard.press('d')
  await expect(match(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Annuler la décision' }).click()
  await expect(match(page)).toHaveAttribute('data-pair', own ?? '')

  // Enter ties the two, as the newer that repeats the older.
  await match(page).focus()
  await page.keyboard.press('Enter')
  await expect(match(page)).toHaveCount(0)

  // The disagreement opens the form that marks a conflict, with both passages in it.
  await clash(page).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/conflicts\/new\?.*suggestion=/)
  // Nobody said yet what these claims are about: no form is offered that would be refused for it.
  await expect(page.getByRole('status').filter({ hasText: 'rattachées à aucun événement' })).toBeVisible()
  await expect(page.locator('select[name=type]')).toHaveCount(0)
  await page.getByLabel('Événement').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Montrer cette propriété' }).click()
  await expect(page.locator('select[name=type]')).toHaveValue('number')
  await expect(page.locator('textarea[name=explanationFr]')).toHaveValue(/12 morts/)
  await expect(page.locator('.faces > .face')).toHaveCount(2)
  await expect(page.locator('input[name="rows.0.value"]')).toHaveValue('12 morts')
  await expect(page.locator('select[name="rows.1.position"]')).toHaveValue('2')
})

test('without JavaScript a pair is decided with plain forms', async ({ browser, page }) => {
  await signIn(page, undefined, '/fr/desk/similar-claims')
  const storageState = await page.context().storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, storageState })
  const plain = await context.newPage()
  await plain.goto('/fr/desk/similar-claims')
  await clash(plain)
    .getByRole('button', { name: /^Écarter/ })
    .click()
  await expect(clash(plain)).toHaveCount(0)
  await context.close()
})
