import { expect, type Page, test } from '@playwright/test'
import { colleague, expectAccessible, signIn } from './support/desk'

test.describe.configure({ mode: 'serial' })

/** A claim the other walks of the desk leave alone. */
const CLAIM = '/fr/desk/claims/kona-porte-du-nord-desertique-du-mali'
/** Another name when it is tried again: the first stays in the list of people. */
const person = () => (test.info().retry === 0 ? 'Oumou' : 'Oulimata')
const talk = (page: Page) => page.getByRole('region', { name: 'Discussion sur cette affirmation' })

test('two people see each other on a claim; one names the other by keyboard, who hears of it, opens it, answers and settles it', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  await signIn(page)
  const other = await colleague(browser, page, person(), 'reviewer')
  await other.page.goto(CLAIM)
  await page.goto(CLAIM)
  await expect(page.getByText(`${person()} a cette page ouverte.`)).toBeVisible()
  await expect(other.page.getByText(/a cette page ouverte/)).toBeVisible()

  // Something is being typed there: what comes from here must not touch it.
  await other.page.getByLabel('Résumé en français', { exact: false }).fill('Un début de résumé.')

  // By keyboard alone: @, the list of people, Enter, then Ctrl+Enter.
  const note = talk(page).getByLabel('Votre note', { exact: true })
  await note.focus()
  await page.keyboard.type(`@${person().slice(0, 3)}`)
  await expect(page.getByRole('listbox').getByRole('option', { name: person() })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('d’où vient cette phrase ? https://example.org/afp')
  // Slow enough for the draft's pause to end while the note is on its way: what was sent must not come back as a draft.
  await page.route('**/desk/claims/**', async (route) => {
    if (route.request().method() === 'POST') await new Promise((later) => setTimeout(later, 1_000))
    await route.continue()
  })
  await page.keyboard.press('Control+Enter')
  await expect(talk(page).getByRole('link', { name: 'https://example.org/afp' }).last()).toHaveAttribute(
    'rel',
    /nofollow/,
  )
  await expect(note).toHaveValue('')
  await page.unrouteAll({ behavior: 'wait' })
  await page.reload()
  await expect(talk(page).getByRole('link', { name: 'https://example.org/afp' }).last()).toBeVisible()
  await expect(note).toHaveValue('')
  await expect(page.getByText(/^Brouillon repris/)).toHaveCount(0)
  await expectAccessible(page, 'a claim with a discussion')

  // There: the bell moves, the note is announced, and the words being typed are still there.
  await expect(other.page.getByText(/^Nouvelle note, par/)).toBeVisible()
  await expect(other.page.getByRole('link', { name: '1 notification non lue' })).toBeVisible()
  await expect(other.page.getByLabel('Résumé en français', { exact: false })).toHaveValue('Un début de résumé.')
  await expect(other.page.getByRole('link', { name: /Montrer dans un autre onglet/ })).toBeVisible()

  const second = await other.context.newPage()
  await second.goto('/fr/desk/notifications')
  await expectAccessible(second, 'notifications')
  await second
    .getByRole('button', { name: /^Ouvrir/ })
    .first()
    .click()
  await second.waitForURL(/#note-/)
  await expect(second.getByRole('link', { name: '0 notification non lue' })).toBeVisible()
  await talk(second).getByText('Répondre', { exact: true }).first().click()
  await talk(second)
    .getByLabel(/^Votre réponse à/)
    .fill('De l’AFP.')
  await talk(second).getByRole('button', { name: 'Envoyer la réponse' }).click()
  await expect(talk(second).getByText('De l’AFP.').first()).toBeVisible()
  await talk(second)
    .getByRole('button', { name: /Marquer comme réglé/ })
    .click()
  await expect(talk(second).getByText('1 fil réglé').first()).toBeVisible()
  await other.context.close()
  await expect(page.getByText(`${person()} a cette page ouverte.`)).toBeHidden({ timeout: 20_000 })
})

test('without JavaScript a note is left, a name typed by hand tells that person, and work is taken and given back', async ({
  browser,
  page,
}) => {
  await signIn(page)
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const plain = await context.newPage()
  await plain.goto(CLAIM)
  await talk(plain).getByLabel('Votre note', { exact: true }).fill(`Sans script, @${person()}.`)
  await talk(plain).getByRole('button', { name: 'Laisser la note' }).click()
  await expect(talk(plain).locator('.mention').last()).toHaveText(`@${person()}`)
  const who = plain.getByRole('region', { name: 'Qui s’en occupe' })
  await who.getByRole('button', { name: 'M’en occuper' }).click()
  await expect(who.getByText('Vous vous en occupez.')).toBeVisible()
  await who.getByRole('button', { name: 'Le rendre' }).click()
  await expect(who.getByText('Personne pour l’instant.')).toBeVisible()
  await context.close()
})

test('nobody outside reads a note, and a stranger hears nothing', async ({ request }) => {
  const { status, text } = await request
    .get('/api/desk/live')
    .then(async (it) => ({ status: it.status(), text: await it.text() }))
  expect(status).toBe(401)
  expect(text).not.toContain('items')
  const page = await request.get(CLAIM.replace('/desk', ''))
  expect(await page.text()).not.toMatch(/Sans script|d’où vient cette phrase/)
})
