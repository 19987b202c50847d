import { expect, test } from '@playwright/test'
import { signInAnew } from './support/desk'

/** Everything of the desk, as nobody. */
const DESK = [
  '',
  '/dispatches',
  '/dispatches/new',
  '/dispatches/mali-kona-france-24',
  '/claims',
  '/conflicts',
  '/conflicts/new',
  '/verdicts',
  '/sources',
  '/events',
  '/people',
  '/account',
]

test('a stranger is led to the sign-in page from every page of the desk, with nothing of it in the answer', async ({
  request,
}) => {
  for (const path of DESK)
    for (const headers of [
      {},
      { rsc: '1' },
      { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
      { 'x-matched-path': '/fr', 'x-now-route-matches': '1' },
    ]) {
      const answer = await request.get(`/fr/desk${path}`, { headers })
      const body = await answer.text()
      expect(body, path).not.toContain('Nous contrôlons')
      // Next answers its own client with a redirect inside the payload, anyone else with a redirect.
      if ('rsc' in headers) expect(body, path).toContain(`/fr/sign-in?next=${encodeURIComponent(`/fr/desk${path}`)}`)
      else
        expect([new URL(answer.url()).pathname, new URL(answer.url()).searchParams.get('next')], path).toEqual([
          '/fr/sign-in',
          `/fr/desk${path}`,
        ])
    }
})

test('a copied cookie is dead after sign-out', async ({ browser, request }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  // A session of its own: it ends here.
  await signInAnew(page)
  const cookies = (await context.cookies()).filter(({ name }) => name.endsWith('recoupe.session'))
  const header = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  expect((await (await request.get('/api/auth/session', { headers: { cookie: header } })).json()).user).toBeTruthy()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.waitForURL((url) => !url.pathname.includes('/desk'))
  expect(await (await request.get('/api/auth/session', { headers: { cookie: header } })).json()).toEqual({})
  await context.close()
})
