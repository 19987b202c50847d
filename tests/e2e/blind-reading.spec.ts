import { expect, type Page, test } from '@playwright/test'
import { colleague, expectAccessible, signIn } from './support/desk'

/** A claim the other walks of the desk leave alone. */
const CLAIM = '/fr/desk/claims/le-nord-du-mali-occupe-depuis-neuf-mois'
const SUMMARY = 'Rien dans la dépêche ne permet de dater le début de l’occupation.'
const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click()

test('a verdict is read blind: its rating, its words and its author show once the second reader has given their own', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  await signIn(page)
  const author = await colleague(browser, page, 'Fatoumata', 'reviewer')
  const draft = author.page
  await draft.goto(CLAIM)
  await draft.getByRole('radio', { name: /^Contexte manquant/ }).check()
  await draft.getByLabel('Résumé en français', { exact: false }).fill(SUMMARY)
  await draft.getByLabel('Résumé en anglais', { exact: false }).fill('Nothing in the dispatch dates it.')
  await draft.getByLabel('Pourquoi il n’y a pas de pièce, en français', { exact: false }).fill('Aucune pièce trouvée.')
  await press(draft, 'Enregistrer le brouillon')
  await draft.waitForURL(/done=saved/)
  await draft.getByLabel(/^Lecture à l’aveugle/).check()
  await press(draft, 'Envoyer en seconde lecture')
  await draft.waitForURL(/done=submitted/)

  // The words are nowhere in what the second reader's browser is sent, on this page or in the lists, not even unseen.
  for (const path of [CLAIM, '/fr/desk/verdicts', '/fr/desk/claims?q=neuf+mois'])
    expect(await (await page.request.get(path)).text(), path).not.toContain(SUMMARY)
  await page.goto(CLAIM)
  const verdict = page.locator('#verdict')
  await expect(verdict).toContainText('Cette lecture est à l’aveugle')
  await expect(verdict).not.toContainText(SUMMARY)
  await expect(verdict).not.toContainText('Fatoumata')
  await expect(page.getByRole('radio', { name: /^Approuver/ })).toHaveCount(0)
  await expectAccessible(page, 'a blind reading')

  await verdict.getByRole('radio', { name: /^Non étayé/ }).check()
  await press(page, 'Donner mon avis')
  await page.waitForURL(/done=rated/)

  // Now both, side by side, and only now the decision.
  await expect(verdict).toContainText(SUMMARY)
  await expect(verdict).toContainText('Fatoumata')
  const both = verdict.getByRole('region', { name: 'Les deux avis, côte à côte' })
  await expect(both).toContainText('Contexte manquant')
  await expect(both).toContainText('Non étayé')
  await expect(both).toContainText('donné à l’aveugle')
  await page.getByRole('radio', { name: /^Approuver/ }).check()
  await press(page, 'Rendre ma lecture')
  await page.waitForURL(/done=approved/)
  await expect(page.getByRole('button', { name: 'Publier ce verdict' })).toBeVisible()

  // It counts among the independent readings.
  await page.goto('/fr/desk/agreement')
  await expect(page.getByRole('region', { name: 'Lectures indépendantes' })).not.toContainText('Personne n’a encore lu')
  await author.context.close()
})
