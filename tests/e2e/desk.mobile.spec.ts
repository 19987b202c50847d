import { expect, type Page, test } from '@playwright/test'
import { DISPATCH, expectAccessible, signInAnew } from './support/desk'

/** Nothing on this page makes a telephone scroll sideways. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wide, screen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }))
  expect(wide).toBeLessThanOrEqual(screen)
}

test('on a telephone one signs in, sees what is to do, reads a dispatch, opens a conflict and leaves a note', async ({
  page,
}) => {
  await signInAnew(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page, 'to do')

  await page
    .getByRole('navigation', { name: 'Bureau' })
    .getByRole('link', { name: /^Dépêches/ })
    .tap()
  await page.waitForURL(/\/desk\/dispatches$/)
  await page.getByRole('main').locator(`a[href="/fr/desk/dispatches/${DISPATCH}"]`).first().tap()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('progressent vers le sud')
  await expectNoSidewaysScroll(page)
  await page.locator('mark').first().tap()
  await expect(page.locator('article.card.open')).toBeInViewport()
  await expectAccessible(page, 'reading')

  await page.goto('/fr/desk/conflicts')
  await expectNoSidewaysScroll(page)
  await page.getByRole('main').locator('a[href="/fr/desk/conflicts/kona-ou-konna"]').first().tap()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Konna')
  await expectNoSidewaysScroll(page)
  const talk = page.getByRole('region', { name: 'Discussion sur ce conflit' })
  await talk.getByLabel('Votre note', { exact: true }).tap()
  await talk.getByLabel('Votre note', { exact: true }).fill('Lu dans le train : à vérifier demain.')
  await talk.getByRole('button', { name: 'Laisser la note' }).tap()
  await expect(talk.getByText('Lu dans le train : à vérifier demain.').first()).toBeVisible()
  await expect(talk.getByLabel('Votre note', { exact: true })).toHaveValue('')
  await expectAccessible(page, 'a conflict')
})
