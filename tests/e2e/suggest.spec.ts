import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signIn, TEXT } from './support/desk'

test.setTimeout(180_000)

const panel = (page: Page) => page.getByRole('region', { name: 'Suggestions', exact: true })
const cardsOf = (page: Page, kind: string) => panel(page).getByRole('article', { name: new RegExp(`^${kind}`) })
const idOf = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-suggestion]')?.getAttribute('data-suggestion') ?? null)

test('a pasted text is read with one button; its suggestions are accepted, changed and dismissed by keyboard', async ({
  page,
}) => {
  await signIn(page, undefined, '/fr/desk/dispatches/new')
  await page.locator('input[name=title]').fill('La prise de Konna, relue')
  // One word is another one: the same text is not taken in twice.
  await page.locator('textarea[name=text]').fill(TEXT.replace('toutefois assuré', 'cependant assuré'))
  await page.locator('main button[type=submit]').last().click()
  await page.waitForURL(/dispatches\/la-prise-de-konna-relue/)
  await expect(panel(page)).toContainText('Rien n’est encore proposé.')

  await panel(page).getByRole('button', { name: 'Proposer' }).click()
  await expect(cardsOf(page, 'Affirmation proposée').first()).toBeVisible()
  await expect(cardsOf(page, 'Nom proposé').first()).toBeVisible()
  await expect(cardsOf(page, 'Conflit proposé').first()).toBeVisible()
  await expectAccessible(page, 'suggestions')
  const all = await panel(page).getByRole('article').count()

  // The first is accepted; the focus goes on to the next.
  await page.keyboard.press('p')
  const first = await idOf(page)
  await page.keyboard.press('Enter')
  await expect(page.locator(`#sug-${first}`)).toHaveCount(0)
  await expect(panel(page)).toContainText(/acceptées\s: 1/)
  await expect.poll(() => idOf(page)).not.toBeNull()

  // The next is changed before it is accepted.
  const second = await idOf(page)
  await page.keyboard.press('i')
  const statement = page.locator(`#sug-${second}`).getByLabel('Ce qu’il affirme, en français')
  await expect(statement).toBeFocused()
  await statement.fill('Dit autrement par une personne.')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator(`#sug-${second}`)).toHaveCount(0)
  await expect(page.getByRole('article').filter({ hasText: 'Dit autrement par une personne.' })).toHaveCount(1)

  // The one after is dismissed, that is taken back, and it is dismissed again.
  await expect.poll(() => idOf(page)).not.toBeNull()
  const third = await idOf(page)
  await page.keyboard.press('d')
  await expect(page.locator(`#sug-${third}`)).toHaveCount(0)
  await page.getByRole('button', { name: 'Annuler la décision' }).click()
  await expect(page.locator(`#sug-${third}`)).toHaveCount(1)
  await page.locator(`#sug-${third}`).getByRole('button', { name: 'Écarter' }).click()
  await expect(page.locator(`#sug-${third}`)).toHaveCount(0)

  // Two spellings are one name, says a person.
  const names = cardsOf(page, 'Nom proposé').filter({ hasText: 'Konna' })
  await expect(names.first()).toBeVisible()
  await names
    .first()
    .getByRole('button', { name: /^Accepter/ })
    .click()
  await expect(names).toHaveCount(0)

  // Asked again: what was decided does not come back.
  await panel(page).getByRole('button', { name: 'Proposer de nouveau' }).click()
  await expect(panel(page).getByRole('status').first()).toContainText('Rien de nouveau')
  await expect(page.locator(`#sug-${third}`)).toHaveCount(0)
  expect(await panel(page).getByRole('article').count()).toBe(all - 4)
})

test('without JavaScript every decision is a plain form', async ({ browser, page }) => {
  await signIn(page, undefined, '/fr/desk/dispatches/la-prise-de-konna-relue')
  const state = await page.context().storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: state })
  const plain = await context.newPage()
  await plain.goto('/fr/desk/dispatches/la-prise-de-konna-relue')
  const before = await panel(plain).getByRole('article').count()
  const card = cardsOf(plain, 'Affirmation proposée').first()
  await card.getByRole('link', { name: /^Modifier/ }).click()
  const open = cardsOf(plain, 'Affirmation proposée').first()
  await open.getByLabel('Ce qu’il affirme, en français').fill('Changée sans programme.')
  await open.getByRole('button', { name: 'Accepter' }).click()
  await expect(plain.getByRole('article').filter({ hasText: 'Changée sans programme.' })).toHaveCount(1)
  await cardsOf(plain, 'Conflit proposé')
    .last()
    .getByRole('button', { name: /^Écarter/ })
    .click()
  await expect(panel(plain).getByRole('article')).toHaveCount(before - 2)
  await context.close()
})
