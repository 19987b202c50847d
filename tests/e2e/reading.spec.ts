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

  const source = page.getByLabel('Source du maillon 1')
  await source.focus()
  await source.press('ArrowDown')
  await source.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/C50 ajoutée\./)).toBeVisible()
  const card = page.getByRole('article', { name: /C50/ })
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
  await expect(page.getByText('Le texte porte d’autres guillemets', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Prendre ce passage' }).click()
  await expect(page.getByText("Passage choisi : l'aide militaire de la France", { exact: false })).toBeVisible()
  await page.getByLabel('Coller une citation pour la trouver').fill('la prise de Gao')
  await page.getByRole('button', { name: 'Trouver' }).click()
  await expect(page.getByText('Ces mots ne sont pas dans le texte.')).toBeVisible()
})

test('two people change one claim: the second gets both texts, and nothing is lost', async ({ page, browser }) => {
  await signIn(page)
  const second = await colleague(browser, page, 'Amina', 'reviewer')
  const open = async (of: typeof page) => {
    await of.goto(`/fr/desk/dispatches/${DISPATCH}`)
    const card = of.getByRole('article', { name: /C45/ })
    await card.hover()
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

for (const lang of ['fr', 'en'])
  test(`the pages of the desk are accessible in ${lang}, light and dark, wide and at 320 px`, async ({ page }) => {
    test.setTimeout(180_000)
    await signIn(page)
    for (const path of [
      '',
      '/dispatches',
      '/dispatches/new',
      `/dispatches/${DISPATCH}`,
      '/claims',
      '/sources',
      '/events',
      '/people',
      '/account',
    ])
      for (const [colorScheme, width] of [
        ['light', 1280],
        ['dark', 320],
      ] as const) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 900 })
        await page.goto(`/${lang}/desk${path}`)
        await expectAccessible(page, `${lang} ${path} ${colorScheme} ${width}`)
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          `${path} at ${width}`,
        ).toBeLessThanOrEqual(0)
      }
  })
