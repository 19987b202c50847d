import { expect, type Page, test } from '@playwright/test'
import { colleague, expectAccessible, signIn } from './support/desk'

test.describe.configure({ mode: 'serial' })

/** A claim nobody has ruled on yet. */
const CLAIM = 'les-islamistes-progressent-vers-le-sud'
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

test('a conflict is marked between two claims, then settled with a public reason by an editor', async ({ page }) => {
  await signIn(page)
  await page.goto('/fr/desk/conflicts/new?claims=C01,C15')
  await page.getByLabel('Propriété').selectOption('direction')
  await press(page, 'Montrer cette propriété')
  await page.waitForURL(/property=direction/)
  await page.getByLabel('Titre en français', { exact: false }).fill('Vers où vont-ils ?')
  await page.getByLabel('Titre en anglais', { exact: false }).fill('Which way are they going?')
  await press(page, 'Marquer le conflit')
  await page.waitForURL(/\/desk\/conflicts\/vers-ou-vont-ils/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Vers où vont-ils')
  await expectAccessible(page, 'a new conflict')

  // Without a reason nothing is settled, and the page says which field and why.
  await page.getByRole('radio', { name: /Les deux tiennent/ }).check()
  await press(page, 'Trancher')
  await expect(
    page
      .getByRole('alert')
      .filter({ hasText: /raison|motif|public/i })
      .first(),
  ).toBeVisible()
  await page.getByRole('radio', { name: /Les deux tiennent/ }).check()
  await page.getByLabel('Raison publique, en français').fill('L’un dit la direction, l’autre ne la dit pas.')
  await press(page, 'Trancher')
  await expect(page.getByText('L’un dit la direction, l’autre ne la dit pas.').first()).toBeVisible()
  await expect(page.getByText('Tranché').first()).toBeVisible()
})

test('a verdict is drafted by one person, read by another, published, and read signed out in both languages', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  await signIn(page)
  const reviewer = await colleague(browser, page, 'Moussa', 'reviewer')

  // The reviewer drafts it and sends it on.
  const draft = reviewer.page
  await draft.goto(`/fr/desk/claims/${CLAIM}`)
  await draft.getByRole('radio', { name: /^Non étayé/ }).check()
  await draft
    .getByLabel('Résumé en français', { exact: false })
    .fill('Le titre l’affirme au présent ; aucune source de la dépêche ne le constate.')
  await draft
    .getByLabel('Résumé en anglais', { exact: false })
    .fill('The headline states it in the present; no source in the dispatch saw it.')
  await draft
    .getByLabel('Pourquoi il n’y a pas de pièce, en français', { exact: false })
    .fill('Aucune pièce extérieure ne porte sur ce titre.')
  await press(draft, 'Enregistrer le brouillon')
  await expect(draft.getByRole('button', { name: 'Envoyer en seconde lecture' })).toBeVisible()
  await press(draft, 'Envoyer en seconde lecture')
  await expect(draft.getByText(/quelqu’un d’autre|autre personne|auteur/i).first()).toBeVisible()
  expect((await page.request.get(`/fr/claims/${CLAIM}`)).status()).toBe(200)

  // The administrator is the second pair of eyes, and publishes.
  await page.goto(`/fr/desk/claims/${CLAIM}`)
  await page
    .getByRole('radio', { name: /^Non étayé/ })
    .first()
    .check()
  await page.getByRole('radio', { name: /^Approuver/ }).check()
  await press(page, 'Rendre ma lecture')
  await expect(page.getByRole('button', { name: 'Publier ce verdict' })).toBeVisible()
  await press(page, 'Publier ce verdict')
  await expect(page.getByRole('link', { name: 'Page publique en français' }).first()).toBeVisible()

  // A stranger, at once.
  const stranger = await browser.newContext()
  const reader = await stranger.newPage()
  await reader.goto(`/fr/claims/${CLAIM}`)
  await expect(reader.getByText('Non étayé').first()).toBeVisible()
  await expect(reader.getByText('aucune source de la dépêche ne le constate', { exact: false }).first()).toBeVisible()
  await reader.goto(`/en/claims/${CLAIM}`)
  await expect(reader.getByText('Unproven').first()).toBeVisible()
  await expect(reader.getByText('no source in the dispatch saw it', { exact: false }).first()).toBeVisible()
  expect(await stranger.cookies()).toEqual([])
  await stranger.close()
  await reviewer.context.close()
})

test('a published verdict is withdrawn, and whoever comes for it reads first that it was, when and why', async ({
  page,
  browser,
}) => {
  await signIn(page)
  await page.goto(`/fr/desk/claims/${CLAIM}`)
  await page.getByText('Retirer ce verdict', { exact: true }).click()
  // Nobody withdraws without a word for readers.
  await press(page, 'Retirer le verdict')
  await expect(
    page
      .getByRole('alert')
      .filter({ hasText: /Ce qui était faux/ })
      .first(),
  ).toBeVisible()
  await page
    .getByLabel('Ce qui était faux, pour les lecteurs (en français)')
    .fill('Le titre n’était pas de cette dépêche.')
  await page
    .getByLabel('Ce qui était faux, pour les lecteurs (en anglais)')
    .fill('The headline was not of this dispatch.')
  await press(page, 'Retirer le verdict')
  await expect(page.getByText('Le verdict est retiré. Sa page le dit.')).toBeVisible()
  await expect(page.getByText('Retirer ce verdict', { exact: true })).toHaveCount(0)

  const stranger = await browser.newContext()
  const reader = await stranger.newPage()
  await reader.goto(`/fr/claims/${CLAIM}`)
  await expect(reader.locator('.banner')).toContainText(
    /Retiré le \d.* UTC\. Pourquoi\s: Le titre n’était pas de cette dépêche\./,
  )
  await expect(reader.locator('.verdict .word')).toContainText('Retiré')
  await reader.goto(`/en/claims/${CLAIM}`)
  await expect(reader.locator('.banner')).toContainText(/Withdrawn on .*Why: The headline was not of this dispatch\./)
  expect(await reader.locator('script[type="application/ld+json"]').count()).toBe(0)
  await reader.goto(`/embed/en/claims/${CLAIM}`)
  await expect(reader.getByText('The headline was not of this dispatch.')).toBeVisible()
  await expect(reader.getByText('no source in the dispatch saw it', { exact: false })).toHaveCount(0)
  await stranger.close()
})
