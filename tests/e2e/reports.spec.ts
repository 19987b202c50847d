import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signIn } from './support/desk'

const CLAIM = 'ansar-dine-controle-kona-presque-en-totalite'
const WORDS = 'La ville s’écrit Konna : voyez le journal officiel du 3 mars.'
const CONTACT = 'Canari, 66 00 00 00'
const SAID = 'Le préfet de Léré a promis du mil à chaque famille.'
const REASON = 'Vous aviez raison : les deux graphies sont désormais données.'

/** The same page, looked at by axe in a browser that runs its script, on a narrow dark screen too. */
async function expectReadable(page: Page, path: string): Promise<void> {
  await page.goto(path)
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 320],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    await expectAccessible(page, `${path} ${colorScheme} ${width}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
}

test('a reader reports an error without script or account, and reads what became of it', async ({ page, browser }) => {
  test.setTimeout(180_000)
  const stranger = await browser.newContext({ javaScriptEnabled: false })
  const reader = await stranger.newPage()

  // From the verdict page to the form, which knows what it is about.
  await reader.goto(`/fr/claims/${CLAIM}`)
  await reader.getByRole('link', { name: 'Signaler une erreur ou répondre' }).click()
  await expect(reader).toHaveURL(`/fr/report?about=claims/${CLAIM}`)
  await expect(reader.getByRole('main').locator(`a[href="/fr/claims/${CLAIM}"]`)).toBeVisible()
  await expect(reader.getByRole('radio', { name: 'Une erreur' })).toBeChecked()

  // A refusal names the field and keeps everything typed.
  const words = reader.getByLabel('Ce que vous avez à dire')
  await words.fill('x'.repeat(5_001))
  await reader.getByLabel('Comment vous joindre').fill(CONTACT)
  await reader.getByRole('button', { name: 'Envoyer' }).click()
  await expect(reader.getByRole('alert')).toContainText('Trop long')
  await expect(words).toHaveAttribute('aria-invalid', 'true')
  await expect(reader.getByLabel('Comment vous joindre')).toHaveValue(CONTACT)

  // The other language takes the words along, and no address does; nothing is sent by it.
  await words.fill(WORDS)
  await reader.getByRole('button', { name: 'English' }).click()
  await expect(reader).toHaveURL('/en/report')
  await expect(reader.getByRole('status')).toContainText('Not sent yet')
  await expect(reader.getByLabel('What you have to say')).toHaveValue(WORDS)
  await expect(reader.getByLabel('How to reach you')).toHaveValue(CONTACT)
  await expect(reader.getByRole('main').locator(`a[href="/en/claims/${CLAIM}"]`)).toBeVisible()
  await reader.getByRole('button', { name: 'Français' }).click()
  await expect(reader.getByRole('radio', { name: 'Une erreur' })).toBeChecked()
  await expect(words).toHaveValue(WORDS)

  // Enter in a line sends; it does not change the language.
  await reader.getByLabel('Comment vous joindre').press('Enter')
  const ticket = (await reader.locator('#ticket').textContent()) ?? ''
  expect(ticket).toMatch(/^R(-[0-9A-Z]{4}){3}$/)
  await reader.getByRole('link', { name: ticket }).click()
  await expect(reader.locator('#state')).toContainText('Reçu')
  await expect(reader.locator('body')).not.toContainText(WORDS)
  await expect(reader.locator('body')).not.toContainText(CONTACT)
  expect(await stranger.cookies()).toEqual([])

  // The desk is told, looks into it, and decides.
  await signIn(page)
  await expect(page.getByRole('navigation').getByRole('link', { name: /^Lecteurs .*messages? attend/ })).toBeVisible()
  await page.goto('/fr/desk/notifications')
  await expect(page.getByText(`Un lecteur a écrit\u202f: le message ${ticket}.`)).toBeVisible()
  await page.goto('/fr/desk/reports?kind=error')
  await expectAccessible(page, 'the queue of messages')
  await page.getByRole('link', { name: ticket }).click()
  await expect(page.getByRole('main')).toContainText(WORDS)
  await expect(page.getByRole('main')).toContainText(CONTACT)
  await expectAccessible(page, 'a message')
  await page.getByRole('button', { name: 'Je m’en occupe' }).click()
  await page.waitForURL(/done=yes/)
  await reader.reload()
  await expect(reader.locator('#state')).toContainText('Quelqu’un s’en occupe')

  await page.getByRole('radio', { name: 'Accepter' }).check()
  await page.getByRole('button', { name: /^Décider et le montrer/ }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Il manque la raison publique')
  await page.getByLabel('Raison publique, en français').fill(REASON)
  await page.getByRole('button', { name: /^Décider et le montrer/ }).click()
  await expect(page.getByRole('heading', { name: 'Ce qui en est sorti' })).toBeVisible()
  await page.getByLabel(/^Affirmation/).fill('c14')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('main').getByRole('link', { name: 'C14', exact: true })).toBeVisible()

  // The outcome is public to whoever has the number; the contact can go.
  await reader.reload()
  await expect(reader.locator('#state')).toContainText('Accepté')
  await expect(reader.getByRole('main')).toContainText('les deux graphies')
  await expect(reader.getByRole('link', { name: 'Lire l’affirmation' })).toHaveAttribute('href', `/fr/claims/${CLAIM}`)
  await page.getByText('L’effacer').first().click()
  await page.getByRole('button', { name: 'L’effacer' }).click()
  await expect(page.getByText(/^Effacé le/)).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(CONTACT)
  await expect(page.getByRole('main')).toContainText(WORDS)

  const looker = await (await browser.newContext()).newPage()
  for (const path of [
    `/fr/report?about=claims/${CLAIM}`,
    '/en/report',
    `/fr/reports/${ticket}`,
    `/en/reports/${ticket}`,
  ])
    await expectReadable(looker, path)
})

test('what a reader asks to have checked goes into the form of a new text, and back to the message', async ({
  page,
  browser,
}) => {
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await reader.goto('/fr/report')
  await reader.getByRole('radio', { name: 'Une affirmation à vérifier' }).check()
  await reader.getByLabel('Quelle page').fill('Radio Klédu, mardi matin')
  await reader.getByLabel('Ce que vous avez à dire').fill(`${SAID}\nLe pont de Léré est coupé.`)
  await reader.getByRole('button', { name: 'Envoyer' }).click()
  const ticket = (await reader.locator('#ticket').textContent()) ?? ''

  await signIn(page)
  await page.goto(`/fr/desk/reports/${ticket}`)
  await page.getByRole('link', { name: /^En faire une affirmation/ }).click()
  await expect(page.getByLabel('Texte', { exact: true })).toHaveValue(`${SAID}\nLe pont de Léré est coupé.`)
  await expect(page.getByRole('main')).toContainText('Radio Klédu, mardi matin')
  await expectAccessible(page, 'a new text out of a message')
  await page.getByLabel('Texte', { exact: true }).fill(SAID)
  await page.getByLabel('Titre', { exact: true }).fill('Radio Klédu, mardi')
  await page.getByRole('button', { name: 'Ajouter' }).click()
  await expect(page).toHaveURL(new RegExp(`/fr/desk/dispatches/radio-kledu-mardi\\?report=${ticket}$`))
  await expect(page.getByText(SAID).first()).toBeVisible()
  await page.getByRole('link', { name: `D’après le message ${ticket}` }).click()
  await expect(page).toHaveURL(`/fr/desk/reports/${ticket}`)
})
