import { expect, test } from '@playwright/test'
import { expectAccessible, signIn } from './support/desk'

const EVENT = '/fr/desk/events/prise-de-kona-konna'

test('an event is read as a matrix, a cell is filled, and two cells become a conflict', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page, undefined, EVENT)
  const matrix = page.locator('table.desk-matrix')
  await expect(matrix.locator('tbody tr')).not.toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Ce que couvre chaque confirmation' })).toBeVisible()
  await expectAccessible(page, 'the matrix')

  // Arrows move, Enter opens the silent cell, and words that are not in the passage are refused by name.
  const row = matrix.locator('tbody tr', { has: page.locator('th#C20') })
  await row.locator('td.c-nil').first().focus()
  await page.keyboard.press('Enter')
  const editor = page.locator('.cell-editor')
  await editor.getByRole('textbox', { name: 'Ce qu’il dit' }).fill('une lecture')
  await editor.getByRole('textbox', { name: 'Les mots qui le disent' }).fill('des mots absents')
  await editor.getByRole('button', { name: 'Ajouter' }).click()
  await expect(editor.getByRole('alert')).toBeVisible()
  // What the sticky bar of the desk half covers is no smaller for it.
  await page.evaluate(() => scrollTo(0, 0))
  await expectAccessible(page, 'an open cell')

  await page.goto(`${EVENT}?conflict=X02`)
  const boxes = page.locator('input[name=statements][data-property=actor]')
  await boxes.nth(0).check()
  await boxes.nth(2).check()
  await expect(page.locator('input[name=statements][data-property=extent]').first()).toBeDisabled()
  await page.getByRole('button', { name: 'Marquer ces cases comme conflit' }).click()
  await page.waitForURL(/conflicts\/new/)
  await expect(page.locator('select[name=type]')).toHaveValue('actor')
})

test('a source says what falls with it, and a side that is not heard is put in the ledger', async ({ page }) => {
  await signIn(page, undefined, '/fr/desk/sources/abdou-dardar')
  await expect(page.getByRole('heading', { name: 'Si cette source tombe' })).toBeVisible()
  await expectAccessible(page, 'a source')
  await page.goto('/fr/desk/missing-sides?dispatch=mali-kona-france-24')
  await expectAccessible(page, 'missing sides')
  await page
    .getByRole('button', { name: /^Mettre au registre/ })
    .first()
    .click()
  await expect(page.getByText('Enregistré.')).toBeVisible()
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(EVENT)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
