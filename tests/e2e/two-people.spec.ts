import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { colleague, DISPATCH, signIn } from './support/desk'

test.describe.configure({ mode: 'serial' })

/** A claim nobody has ruled on yet. */
const CLAIM = 'bamako-demande-l-aide-de-paris'
const FR = 'Ce qu’il affirme, en français'
const EN = 'Ce qu’il affirme, en anglais'

/** The page answers to keys: before that, what is typed may meet what the browser is still putting in place. */
const listening = (of: Page) => expect(of.locator('.bar kbd').first()).toBeVisible()

/** Two people, each in a browser of their own, on the same address. */
async function bothOn(browser: Browser, page: Page, name: string, path: string) {
  await signIn(page)
  const second = await colleague(browser, page, name, 'reviewer')
  await Promise.all([page.goto(path), second.page.goto(path)])
  await Promise.all([listening(page), listening(second.page)])
  return { theirs: second.page, leave: () => second.context.close() }
}
/** Written over what was there: while the browser still puts the form in place, the words may land beside it. */
const write = (field: Locator, words: string) =>
  expect(async () => {
    await field.fill(words)
    await expect(field).toHaveValue(words, { timeout: 1_000 })
  }).toPass()
const editWords = async (of: Page, ref: string) => {
  const card = of.getByRole('article', { name: new RegExp(ref) })
  await card.getByRole('checkbox').focus()
  await card.getByRole('button', { name: /Modifier les mots/ }).click()
  return card
}

test('two people edit one claim: one saves, the other gets both texts, and nothing typed is lost', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const { theirs, leave } = await bothOn(browser, page, 'Amina', `/fr/desk/dispatches/${DISPATCH}`)
  const [first, second] = [await editWords(page, 'C43'), await editWords(theirs, 'C43')]
  await second.getByLabel(FR).fill('Ce que la seconde personne écrit.')
  await second.getByLabel(EN).fill('What the second person writes.')
  await first.getByLabel(FR).fill('Ce que la première personne écrit.')
  await first.getByLabel(EN).fill('What the first person writes.')
  await first.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(first.getByLabel(FR)).toHaveCount(0)
  await expect(first).toContainText('Ce que la première personne écrit.')

  // What the second typed is still in the fields, before and after the refusal.
  await expect(second.getByLabel(FR)).toHaveValue('Ce que la seconde personne écrit.')
  await second.getByRole('button', { name: 'Enregistrer' }).click()
  const both = second.getByRole('alert')
  for (const text of [
    'Ce que la première personne écrit.',
    'What the first person writes.',
    'Ce que la seconde personne écrit.',
    'What the second person writes.',
  ])
    await expect(both).toContainText(text)
  await expect(second.getByLabel(FR)).toHaveValue('Ce que la seconde personne écrit.')
  await expect(second.getByLabel(EN)).toHaveValue('What the second person writes.')

  // Kept on purpose, the second text stands, and the first is in the history.
  await both.getByRole('button', { name: 'Garder le mien' }).click()
  await expect(second.getByRole('alert')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('article', { name: /C43/ })).toContainText('Ce que la seconde personne écrit.')
  const card = page.getByRole('article', { name: /C43/ })
  await card.getByRole('checkbox').focus()
  await card.getByRole('link', { name: /Travailler cette affirmation/ }).click()
  await page.waitForURL(/\/desk\/claims\//)
  await page
    .getByRole('link', { name: /^Historique/ })
    .first()
    .click()
  await page.waitForURL(/\/desk\/history\/claims\//)
  for (const word of ['première', 'seconde'])
    await expect(page.locator('.history-changes').filter({ hasText: word }).first()).toBeVisible()
  await leave()
})

test('two people draft one verdict: theirs stands beside mine, field by field, and mine is still in the form', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const { theirs, leave } = await bothOn(browser, page, 'Binta', `/fr/desk/claims/${CLAIM}`)
  const summary = (of: Page) => of.getByLabel('Résumé en français', { exact: false })
  const why = (of: Page) => of.getByLabel('Pourquoi il n’y a pas de pièce, en français', { exact: false })
  const save = (of: Page) => of.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await page.getByRole('radio', { name: /^Non étayé/ }).check()
  await write(summary(page), 'Premier texte.')
  await write(why(page), 'Aucune pièce ne porte sur ce titre.')
  await save(page)
  await page.waitForURL(/done=saved/)

  // Both now edit the same version of it.
  await theirs.reload()
  await listening(theirs)
  await write(summary(theirs), 'Texte de la seconde personne.')
  await write(why(theirs), 'Rien trouvé, dit la seconde.')
  await write(summary(page), 'Texte de la première personne.')
  await save(page)
  await expect(summary(page)).toHaveValue('Texte de la première personne.')
  await expect(page.locator('.verdict-work input[name=version]').first()).toHaveValue('2')

  await save(theirs)
  const both = theirs.getByRole('alert').filter({ hasText: 'Quelqu’un d’autre a enregistré entre-temps' })
  await expect(both).toContainText('Texte de la première personne.')
  await expect(both).toContainText('Texte de la seconde personne.')
  await expect(summary(theirs)).toHaveValue('Texte de la seconde personne.')
  await expect(why(theirs)).toHaveValue('Rien trouvé, dit la seconde.')

  // One field of theirs is taken, the other stays mine, and both are saved.
  await both.getByRole('button', { name: /Reprendre le leur.*Résumé en français/ }).click()
  await expect(summary(theirs)).toHaveValue('Texte de la première personne.')
  await save(theirs)
  await theirs.waitForURL(/done=saved/)
  await page.reload()
  await expect(summary(page)).toHaveValue('Texte de la première personne.')
  await expect(why(page)).toHaveValue('Rien trouvé, dit la seconde.')
  await leave()
})
