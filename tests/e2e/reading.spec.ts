import { expect, test } from '@playwright/test'
import { colleague, DISPATCH, expectAccessible, signIn } from './support/desk'

test('a claim is added to the dispatch by keyboard alone, and undone', async ({ page }) => {
  await signIn(page, undefined, `/fr/desk/dispatches/${DISPATCH}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Les islamistes progressent vers le sud')
  // To the sentence with the keyboard: j until the one about Paris.
  await page.keyboard.press('j')
  for (
    let i = 0;
    i < 40 &&
    !(await page.evaluate(() =>
      document.activeElement?.getAttribute('aria-label')?.includes('Paris devrait donner sa réponse'),
    ));
    i++
  )
    await page.keyboard.press('j')
  await page.keyboard.press('s')
  await expect(
    page.getByText('Passage choisi : Paris devrait donner sa réponse ce vendredi.', { exact: false }),
  ).toBeVisible()
  // The full stop first, then the word.
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(page.getByText(/Passage choisi\s: Paris devrait donner sa réponse ce(?! vendredi)/)).toBeVisible()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('a')
  await expect(page.getByLabel('Ce qu’il affirme, en français')).toBeFocused()
  await page.keyboard.type('Paris répondra vendredi.')

  // Submitted too early: the field, the reason, the fix; what was typed stays.
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'acceptée' })).toBeFocused()
  await expect(page.getByLabel('Ce qu’il affirme, en français')).toHaveValue('Paris répondra vendredi.')

  await page.getByRole('button', { name: /^Accepter/ }).press('Enter')
  const source = page.getByLabel('Source du maillon 1')
  await source.focus()
  await source.press('ArrowDown')
  await source.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  const added = page.getByText(/C\d+ ajoutée\./)
  await expect(added).toBeVisible()
  const ref = /C\d+/.exec((await added.textContent()) ?? '')?.[0] ?? ''
  const card = page.getByRole('article', { name: new RegExp(ref) })
  await expect(card).toContainText('Paris répondra vendredi.')
  await page.getByRole('button', { name: 'Annuler l’ajout' }).press('Enter')
  await expect(card).toHaveCount(0)
})

test('a passage chosen with the mouse is the same passage, in code points', async ({ page }) => {
  await signIn(page, undefined, `/fr/desk/dispatches/${DISPATCH}`)
  const words = page.locator('[data-at]', { hasText: "Bamako demande l'aide de la France" })
  await words.evaluate((node) => {
    const range = document.createRange()
    range.setStart(node.firstChild as Text, 0)
    range.setEnd(node.firstChild as Text, 6)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
    node.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
  })
  await expect(page.getByText(/Passage choisi\s: Bamako \(/)).toBeVisible()
})

test('a pasted quotation is found; one with other marks is shown and waits for a click', async ({ page }) => {
  await signIn(page, undefined, `/fr/desk/dispatches/${DISPATCH}`)
  await page.getByLabel('Coller une citation pour la trouver').fill('l’aide militaire de la France')
  await page.getByRole('button', { name: 'Trouver' }).click()
  await expect(page.getByText('Trouvée avec d’autres guillemets', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Prendre ce passage' }).click()
  await expect(page.getByText("Passage choisi : l'aide militaire de la France", { exact: false })).toBeVisible()
  await page.getByLabel('Coller une citation pour la trouver').fill('la prise de Gao')
  await page.getByRole('button', { name: 'Trouver' }).click()
  await expect(page.getByText('Ces mots ne sont pas dans le texte.', { exact: false })).toBeVisible()
  // Near words are looked for only when somebody asks, and each one waits for a click.
  await page.getByLabel('Coller une citation pour la trouver').fill('ont pris leur position jeudi à Sévaré')
  await page.getByRole('button', { name: 'Trouver' }).click()
  await expect(page.getByText('ce qui diffère est marqué', { exact: false })).toHaveCount(0)
  await page.getByRole('button', { name: 'Chercher des mots approchants' }).click()
  await expect(page.locator('.found-places del')).toContainText('leur')
  await page.getByRole('button', { name: 'Prendre ce passage' }).click()
  await expect(page.getByText(/Passage choisi\s: ont pris position jeudi à Sévaré/)).toBeVisible()
})

test('a claim left in the middle is open again on another machine, and can be let go', async ({ page, browser }) => {
  await signIn(page, undefined, `/fr/desk/dispatches/${DISPATCH}`)
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await page.keyboard.press('a')
  await page.getByLabel('Ce qu’il affirme, en français').fill('Écrite à moitié')
  await expect(page.getByText(/Brouillon enregistré à \d\d:\d\d/)).toBeVisible()
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await signIn(other, undefined, `/fr/desk/dispatches/${DISPATCH}`)
  await expect(other.getByLabel('Ce qu’il affirme, en français')).toHaveValue('Écrite à moitié')
  await expect(other.getByText('Brouillon repris', { exact: false })).toBeVisible()
  await other.getByRole('button', { name: 'L’abandonner' }).click()
  await expect(other.getByLabel('Ce qu’il affirme, en français')).toHaveValue('')
  await expect(other.getByText('Brouillon abandonné.', { exact: false })).toBeVisible()
  await other.reload()
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(other.getByLabel('Ce qu’il affirme, en français')).toHaveCount(0)
  await elsewhere.close()
})

test('without a connection a draft stays in the browser, says so, and is sent when it is back', async ({ page }) => {
  await signIn(page, undefined, `/fr/desk/dispatches/${DISPATCH}`)
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await page.keyboard.press('a')
  await expect(page.getByLabel('Ce qu’il affirme, en français')).toBeFocused()
  await page.context().setOffline(true)
  await page.keyboard.type('Hors ligne')
  await expect(page.getByText('Pas de connexion', { exact: false })).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText(/Brouillon enregistré à/)).toBeVisible({ timeout: 20_000 })
  // Cancelling says that it is not wanted: it does not come back.
  await page.locator('form.claim-form').getByRole('button', { name: 'Annuler' }).click()
  await expect(page.locator('form.claim-form')).toHaveCount(0)
})

test('single keys that are switched off do nothing, and Ctrl-K still finds', async ({ page }) => {
  await signIn(page, undefined, '/fr/desk/account')
  const box = page.getByRole('checkbox', { name: /Une lettre seule/ })
  // Leaving before the answer could leave it unsaved.
  const save = () =>
    Promise.all([
      page.waitForResponse((it) => it.request().method() === 'POST' && it.url().includes('/account')),
      page.locator('form', { has: box }).getByRole('button').click(),
    ])
  await box.uncheck()
  await save()
  await page.goto(`/fr/desk/dispatches/${DISPATCH}`)
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await expect(page.getByText(/Passage choisi/)).toHaveCount(0)
  await expect(page.locator('.bar kbd', { hasText: '?' })).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /Un nom/ }).fill('figaro')
  await expect(page.getByRole('option', { name: /figaro/i }).first()).toBeVisible()
  await expectAccessible(page, 'the palette')
  await page.keyboard.press('Escape')
  await page.goto('/fr/desk/account')
  await box.check()
  await save()
})

test('two people change one claim: the second gets both texts, and nothing is lost', async ({ page, browser }) => {
  await signIn(page)
  const second = await colleague(browser, page, 'Amina', 'reviewer')
  const open = async (of: typeof page) => {
    await of.goto(`/fr/desk/dispatches/${DISPATCH}`)
    const card = of.getByRole('article', { name: /C45/ })
    // Its buttons stay while something in it has the focus.
    await card.getByRole('checkbox').focus()
    await card.getByRole('button', { name: /Modifier les mots/ }).click()
    return card
  }
  const [mine, theirs] = [await open(page), await open(second.page)]
  await mine.getByLabel('Ce qu’il affirme, en français').fill('C’est horrible, dit l’habitant.')
  await mine.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(mine).toContainText('C’est horrible, dit l’habitant.')
  await theirs.getByLabel('Ce qu’il affirme, en français').fill('L’habitant juge la scène horrible.')
  await theirs.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(theirs.getByRole('alert')).toContainText('C’est horrible, dit l’habitant.')
  await expect(theirs.getByRole('alert')).toContainText('L’habitant juge la scène horrible.')
  await theirs.getByRole('button', { name: 'Garder le mien' }).click()
  await expect(theirs.getByRole('alert')).toHaveCount(0)
  await expect(theirs).toContainText('L’habitant juge la scène horrible.')
  await second.context.close()
})
