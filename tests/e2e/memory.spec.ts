import { expect, test } from '@playwright/test'
import { expectAccessible, signIn } from './support/desk'

test.describe.configure({ mode: 'serial' })

const CONFLICT = '/fr/desk/conflicts/toute-la-ville-ou-presque'

test('a description is changed, undone with one key, and both are in the history', async ({ page }) => {
  await signIn(page, undefined, CONFLICT)
  const heading = page.getByRole('heading', { level: 1 })
  const before = (await heading.textContent()) ?? ''
  await page.getByText('Changer la description').first().click()
  await page.locator('[name=titleFr]').first().fill(`${before} Ou presque`)
  await page.locator('form:has([name=titleFr]) button[type=submit]').first().click()
  await expect(heading).toContainText('Ou presque')
  const toast = page.getByRole('region', { name: 'Dernière action' })
  await expect(toast.getByRole('status')).toHaveText('Modification enregistrée.')
  await expectAccessible(page, 'the toast')
  await page.locator('h1').click()
  await page.keyboard.press('z')
  await expect(toast.getByRole('status')).toHaveText('C’est annulé.')
  await expect(heading).toHaveText(before)

  await page
    .getByRole('link', { name: /^Historique/ })
    .first()
    .click()
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toContainText('en vigueur')
  await expect(page.getByText('annulé').first()).toBeVisible()
  await expectAccessible(page, 'history')
  await page
    .getByRole('link', { name: /La page avant ce changement/ })
    .first()
    .click()
  await expect(page.getByText(/^Tel qu’on le savait le/)).toBeVisible()
  await expect(heading).toContainText('Ou presque')
  await expectAccessible(page, 'a moment of the past')
})

test('a page of the past offers nothing to write, keeps its moment, and leads back to now', async ({ page }) => {
  await signIn(page, undefined, CONFLICT)
  await page.getByText('Tel qu’on le savait à un moment').click()
  await page.getByLabel('Date et heure (UTC)').fill('2099-01-01T10:00')
  await page.getByRole('button', { name: 'Lire', exact: true }).click()
  await expect(page.getByText(/1er janvier 2099 à 10 h 00 UTC/)).toBeVisible()
  await expect(page.locator('main form[action]')).toHaveCount(0)
  await expect(page.locator('main textarea')).toHaveCount(0)
  await page.getByRole('navigation').getByRole('link', { name: 'Affirmations', exact: true }).click()
  await expect(page).toHaveURL(/desk\/claims\?at=2099/)
  await page.getByRole('link', { name: 'Revenir à maintenant' }).click()
  await expect(page).toHaveURL(/desk\/claims$/)
})

test('what did not exist yet is said to be so, in the frame of the desk', async ({ page }) => {
  await signIn(page, undefined, CONFLICT)
  await page.goto(`${CONFLICT}?at=2020-01-01`)
  await expect(page.getByText('À ce moment, il n’y avait encore rien à cette adresse.')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Bureau' })).toBeVisible()
  await page.getByRole('link', { name: 'Revenir à maintenant' }).click()
  await expect(page).toHaveURL(CONFLICT)
  await page.goto(`${CONFLICT}?at=hier`)
  await expect(page.getByText(/Le moment demandé est illisible/)).toBeVisible()
})
