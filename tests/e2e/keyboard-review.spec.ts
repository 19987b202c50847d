import { expect, type Locator, type Page, test } from '@playwright/test'
import { ADMIN } from './support/desk'

/** Presses Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 250; presses++) {
    if (await target.evaluate((node) => node === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not reach ${target}`)
}
async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}
async function write(page: Page, label: string | RegExp, words: string): Promise<void> {
  await tabTo(page, page.getByLabel(label).first())
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(words)
}
/** One of several choices: Tab stops at the first of them, the arrows lead to the others. */
async function choose(page: Page, within: Locator, name: RegExp): Promise<void> {
  const radio = within.getByRole('radio', { name })
  await tabTo(page, within.getByRole('radio').first())
  for (let i = 0; i < 12 && !(await radio.isChecked()); i++) await page.keyboard.press('ArrowDown')
  await expect(radio).toBeChecked()
}
/** Opens something by the palette: Ctrl-K, its words, Enter. */
async function open(page: Page, words: string, name: RegExp): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await expect(page.locator('dialog[open]').getByRole('option', { selected: true })).toContainText(name)
  await page.keyboard.press('Enter')
}

const DISPATCH = 'Les islamistes progressent vers le sud, Bamako'

test('one whole review by keyboard alone, from signing in to the second reading', async ({ page }) => {
  test.setTimeout(240_000)
  // No mouse: a click by mistake in this test would be an error.
  await page.addInitScript(() => {
    addEventListener('pointerdown', () => {
      throw new Error('the mouse was used')
    })
  })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))

  await page.goto('/fr/sign-in')
  await tabTo(page, page.getByRole('textbox', { name: /mail/i }))
  await page.keyboard.type(ADMIN.email)
  await tabTo(page, page.getByRole('textbox', { name: 'Mot de passe' }))
  await page.keyboard.type(ADMIN.password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/fr\/desk$/)
  await expect(page.locator('.bar kbd').first()).toBeVisible()

  // To the rooms by letters, to the dispatch by its name.
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.waitForURL(/\/desk\/claims/)
  await open(page, DISPATCH, /progressent vers le sud/)
  await page.waitForURL(/\/desk\/dispatches\/mali-kona-france-24/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('progressent vers le sud')

  // A sentence is chosen, and becomes a claim with a chain that was seen before.
  await page.keyboard.press('j')
  const isThere = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.includes('Le journaliste qualifie'))
  for (let i = 0; i < 60 && !(await isThere()); i++) await page.keyboard.press('j')
  await page.keyboard.press('s')
  await expect(page.getByText(/Passage choisi\s: Le journaliste qualifie/)).toBeVisible()
  await page.keyboard.press('a')
  const statement = page.getByLabel('Ce qu’il affirme, en français')
  await expect(statement).toBeFocused()
  await page.keyboard.type('La prise de Kona ouvre la route du sud.')
  await press(page, page.getByRole('button', { name: /^Accepter/ }))
  await expect(page.getByText('Comme proposé d’après le texte.', { exact: false })).toBeVisible()
  await press(page, page.getByRole('button', { name: /^Reprendre cette chaîne.*Serge Daniel/ }).first())
  await expect(page.getByLabel('Source du maillon 1')).not.toHaveValue('')
  await tabTo(page, page.getByLabel('Événement', { exact: true }))
  await page.keyboard.press('ArrowDown')
  await press(page, page.getByRole('button', { name: 'Ajouter une propriété' }))
  await expect(page.getByLabel('Propriété 1', { exact: true })).toBeFocused()
  await write(page, /^Valeur 1$/, 'le journaliste')
  await page.keyboard.press('Control+Enter')
  const added = page.getByText(/C\d+ ajoutée\./)
  await expect(added).toBeVisible()
  const ref = /C\d+/.exec((await added.textContent()) ?? '')?.[0] ?? ''
  const card = page.getByRole('article', { name: new RegExp(ref) })
  await expect(card).toContainText('La prise de Kona ouvre la route du sud.')

  // Its evidence: e leads straight to the field.
  await page.keyboard.press('e')
  await page.waitForURL(/\/desk\/claims\/.*#evidence-url/)
  await expect(page.getByLabel('Adresse web').first()).toBeFocused()
  await page.keyboard.type('https://example.org/carte')
  await choose(page, page.locator('#evidence'), /éclaire/)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('La pièce est ajoutée.')).toBeVisible()
  const claimPage = page.url().replace(/[?#].*/, '')

  // A conflict: this claim, then another, c and c.
  await open(page, DISPATCH, /progressent vers le sud/)
  await page.waitForURL(/\/desk\/dispatches\//)
  await expect(card).toBeVisible()
  const openCard = () => page.locator('article.card.open').getAttribute('id')
  await page.keyboard.press('.')
  for (let i = 0; i < 60 && (await openCard()) !== `card-${ref}`; i++) await page.keyboard.press('.')
  await page.keyboard.press('c')
  await expect(page.getByText(`${ref} prise.`, { exact: false })).toBeVisible()
  await page.keyboard.press(',')
  await page.keyboard.press('c')
  await page.waitForURL(/\/desk\/conflicts\/new\?claims=/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // The two say different things: the first holds A as it is, the second B.
  for (const [i, letter] of ['A', 'B'].entries()) {
    const side = page.getByRole('combobox', { name: /^Position que tient/ }).nth(i)
    await tabTo(page, side)
    await page.keyboard.press('Home')
    for (let n = 0; n <= i; n++) await page.keyboard.press('ArrowDown')
    await expect(side.locator('option:checked')).toHaveText(letter)
  }
  // The second says nothing of this property yet: it is said with the conflict.
  await write(page, /^Ce qu’il dit de la propriété/, 'les deux camps')
  await write(page, /^Position A, en quelques mots/, 'le sud')
  await write(page, /^Position B, en quelques mots/, 'le verrou')
  await write(page, /Titre en français/, 'Qui ouvre la route ?')
  await write(page, /Titre en anglais/, 'Who opens the road?')
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/desk\/conflicts\/qui-ouvre-la-route/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Qui ouvre la route')

  // The verdict: drafted, saved while it is typed, and sent to somebody else.
  await open(page, ref, new RegExp(ref))
  await page.waitForURL(claimPage)
  await choose(page, page.locator('#verdict'), /^Non étayé/)
  await write(page, /^Résumé en français/, 'Personne ne l’a constaté.')
  await write(page, /^Résumé en anglais/, 'Nobody saw it.')
  await expect(page.locator('#verdict').getByText(/Brouillon enregistré à/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Le brouillon est enregistré.')).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Envoyer en seconde lecture' }))
  await expect(page.getByText('Envoyé en seconde lecture.').first()).toBeVisible()
  expect(errors).toEqual([])
})
