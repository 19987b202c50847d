import { expect, test } from '@playwright/test'
import { expectAccessible, signIn } from './support/desk'

test.describe.configure({ mode: 'serial' })

/** What an earlier try may have left is not taken for this one's. */
const run = Date.now().toString(36)
const SCRIPT = `Script du soir ${run}`
const HOOK = `http://93.184.216.34/${run}`

test('a token is made, read once, used by a program, and revoked', async ({ page, playwright, baseURL }) => {
  await signIn(page, undefined, '/fr/desk/account')
  await page.getByRole('link', { name: /Jetons pour programmes/ }).click()
  await page.getByRole('textbox', { name: /À quoi il sert/ }).fill(SCRIPT)
  await page.getByRole('checkbox', { name: /écrire sur le bureau/ }).check()
  await page.getByRole('button', { name: 'Créer un jeton' }).click()
  const token = await page.locator('.side code.api-word').textContent()
  expect(token).toMatch(/^recoupe_pat_/)
  await expectAccessible(page, 'tokens')

  // A program: no cookie, no page.
  const program = await playwright.request.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: { Authorization: `Bearer ${token}`, 'Accept-Language': 'fr' },
  })
  const made = await program.post('/api/v1/sources', {
    headers: { 'Idempotency-Key': `"${run}"` },
    data: { name: 'Le Journal du script', kind: 'outlet' },
  })
  expect(made.status()).toBe(201)
  const read = await program.get(made.headers().location ?? '')
  expect(await read.json()).toMatchObject({ name: 'Le Journal du script', version: 1 })
  expect(read.headers().etag).toBe('"1"')
  const refused = await program.post('/api/v1/sources', { data: { kind: 'ministry' } })
  expect(refused.status()).toBe(422)
  expect(refused.headers()['content-language']).toBe('fr')
  expect((await program.delete('/api/v1/sources')).headers().allow).toContain('POST')

  await page.reload()
  await expect(page.getByText(SCRIPT)).toBeVisible()
  await page.getByRole('button', { name: `Révoquer ${SCRIPT}` }).click()
  await expect(page.getByText(SCRIPT)).toHaveCount(0)
  expect((await program.get('/api/v1/claims')).status()).toBe(401)
  await program.dispose()
})

test('the address of a webhook is refused when it is one of the house, and its secret is shown once', async ({
  page,
}) => {
  await signIn(page, undefined, '/fr/desk/webhooks')
  const address = page.getByRole('textbox', { name: /Adresse/ })
  await address.fill('http://127.0.0.1/hook')
  await page.getByRole('button', { name: 'Ajouter cette adresse' }).click()
  await expect(page.getByRole('link', { name: /ne peut pas être prévenue/ })).toBeVisible()
  await address.fill(HOOK)
  await page.getByRole('button', { name: 'Ajouter cette adresse' }).click()
  await expect(page.locator('.side code.api-word')).toHaveText(/^whsec_/)
  await expectAccessible(page, 'webhooks')
  await page.getByRole('button', { name: `Arrêter ${HOOK}` }).click()
  await expect(page.getByRole('button', { name: `Remettre en service ${HOOK}` })).toBeVisible()
})

test('the description is there for machines', async ({ request }) => {
  const description = await (await request.get('/api/openapi.json')).json()
  expect(description.openapi).toMatch(/^3\.1/)
  expect(Object.keys(description.paths).length).toBeGreaterThan(60)
})
