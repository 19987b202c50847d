import { expect, type Page, test } from '@playwright/test'
import { colleague, expectAccessible, signIn } from './support/desk'

const CLAIM = 'ansar-dine-controle-kona-presque-en-totalite'
const CONFLICT = 'qui-a-pris-la-ville'
const SUMMARY = 'Relu après la réouverture : on ne sait toujours pas qui tient la ville.'
const WRONG = 'Nous disions la question tranchée ; elle est rouverte.'
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

test('a conflict reopened sends a published verdict to another look, and its drafted correction is published', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  await signIn(page)
  const second = await colleague(browser, page, 'Moussa', 'reviewer')
  const stranger = await browser.newContext()
  const reader = await stranger.newPage()
  await reader.goto(`/fr/claims/${CLAIM}`)
  await expect(reader.getByText('À réexaminer')).toHaveCount(0)

  // An editor reopens the conflict, for a reason, having been told what it touches.
  await page.goto(`/fr/desk/conflicts/${CONFLICT}`)
  await expect(page.locator('.touches')).toContainText('C14')
  await page.getByLabel('Pourquoi le rouvrir').fill('Une dépêche de l’AFP nomme un autre groupe.')
  await press(page, /^Rouvrir/)
  await page.waitForURL(/done=reopened/)

  // Readers are warned at once; the verdict itself stays as published.
  await reader.reload()
  await expect(reader.getByText('À réexaminer').first()).toBeVisible()
  await expect(reader.getByText('Contesté').first()).toBeVisible()

  // The correction is drafted, in both languages, from what happened.
  const draft = second.page
  await draft.goto(`/fr/desk/claims/${CLAIM}`)
  const rereview = draft.getByRole('region', { name: 'À réexaminer' })
  await expect(rereview).toContainText('rouvert depuis sa publication')
  await expect(rereview.locator('dd[lang=fr]')).toContainText('Qui a pris la ville')
  await expect(rereview.locator('dd[lang=en]')).toContainText('open again')
  await expectAccessible(draft, 'a verdict to be looked at again')

  // It is written anew and sent; somebody else reads it and publishes it as a correction.
  await draft.getByLabel('Résumé en français', { exact: false }).fill(SUMMARY)
  await press(draft, 'Enregistrer le brouillon')
  await draft.waitForURL(/done=saved/)
  await draft.getByLabel(/^Lecture à l’aveugle/).uncheck()
  await press(draft, 'Envoyer en seconde lecture')
  await draft.waitForURL(/done=submitted/)
  await page.goto(`/fr/desk/claims/${CLAIM}`)
  await page
    .getByRole('radio', { name: /^Contesté/ })
    .first()
    .check()
  await page.getByRole('radio', { name: /^Approuver/ }).check()
  await press(page, 'Rendre ma lecture')
  await page.waitForURL(/done=approved/)
  const wrong = page.getByLabel('Ce qui était faux, en français')
  await expect(wrong).toHaveValue(/Qui a pris la ville/)
  await wrong.fill(WRONG)
  await press(page, 'Publier cette correction')
  await page.waitForURL(/done=published/)

  // A stranger reads the new words, the correction beside them, and finds it among the corrections.
  await reader.reload()
  await expect(reader.getByText(SUMMARY).first()).toBeVisible()
  await expect(reader.getByText(WRONG).first()).toBeVisible()
  await expect(reader.getByText('À réexaminer')).toHaveCount(0)
  await reader.goto('/fr/corrections')
  await expect(reader.getByText(WRONG).first()).toBeVisible()
  await reader.goto('/en/corrections')
  await expect(reader.locator('main')).toContainText('open again')
  await stranger.close()
  await second.context.close()
})
