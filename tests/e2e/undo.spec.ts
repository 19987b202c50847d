import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signIn } from './support/desk'

test.describe.configure({ mode: 'serial' })

const toastOf = (page: Page) => page.getByRole('region', { name: 'Dernière action' })

test('a source added by mistake is taken back with one key', async ({ page }) => {
  await signIn(page, undefined, '/fr/desk/sources')
  const line = page.getByRole('row', { name: /Radio de trop/ })
  await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Radio de trop')
  await page.keyboard.press('Enter')
  await expect(line).toBeVisible()
  const said = toastOf(page).getByRole('status')
  await expect(said).toHaveText('Source ajoutée.')
  await expectAccessible(page, 'the toast of a source')
  // In the field, the key is a letter.
  await page.getByRole('textbox', { name: 'Nom', exact: true }).press('Shift+Tab')
  await page.keyboard.press('z')
  await expect(said).toHaveText('C’est annulé.')
  await expect(line).toHaveCount(0)
})

test('a dispatch added by mistake is taken back from the button, by keyboard, and its text can be taken in again', async ({
  page,
}) => {
  const text = `Ils ont pris Konna, dit un habitant. ${Date.now()}`
  const add = async () => {
    await page.goto('/fr/desk/dispatches/new')
    await page.locator('[name=title]').fill('Une dépêche de trop')
    await page.locator('[name=text]').fill(text)
    await page.locator('main form button[type=submit]').last().press('Enter')
    await page.waitForURL(/dispatches\/une-depeche-de-trop/)
  }
  await signIn(page)
  await add()
  await expect(toastOf(page).getByRole('status')).toHaveText('Dépêche ajoutée.')
  await toastOf(page)
    .getByRole('button', { name: /Annuler l’ajout/ })
    .press('Enter')
  await page.waitForURL(/dispatches\?done=undone/)
  await expect(page.getByText('L’ajout de la dépêche est annulé.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Une dépêche de trop' })).toHaveCount(0)
  await expectAccessible(page, 'the list of dispatches after an undo')

  await add()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Une dépêche de trop')
  await page.keyboard.press('ControlOrMeta+z')
  await page.waitForURL(/dispatches\?done=undone/)
})
