import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, type Cookie, expect, type Page } from '@playwright/test'

export const ADMIN = { email: 'admin@example.org', password: 'une longue phrase de passe' }
export const DISPATCH = 'mali-kona-france-24'
export const TEXT = readFileSync('seeds/mali-2013/dispatch.fr.txt', 'utf8')

/** Signs in through the page, as a person does. */
export async function signInAnew(page: Page, { email, password } = ADMIN, next = '/fr/desk'): Promise<void> {
  await page.goto(`/fr/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByRole('textbox', { name: /mail/i }).fill(email)
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${next}`)
}

/** Cookies by e-mail, of who signed in before. */
const known = new Map<string, Cookie[]>()

/** Signed in and at that page: through the form the first time, then with the session it opened, as long as it stands. */
export async function signIn(page: Page, who = ADMIN, next = '/fr/desk'): Promise<void> {
  const cookies = known.get(who.email)
  if (cookies) {
    await page.context().addCookies(cookies)
    await page.goto(next)
    if (!page.url().includes('/sign-in')) return
  }
  await signInAnew(page, who, next)
  known.set(who.email, await page.context().cookies())
}

/** A second person, invited by the administrator, in a browser of their own. */
export async function colleague(
  browser: Browser,
  admin: Page,
  name: string,
  role: 'reviewer' | 'editor',
): Promise<{ context: BrowserContext; page: Page; email: string }> {
  const email = `${name.toLowerCase()}-${Date.now()}@example.org`
  await admin.goto('/fr/desk/people')
  await admin.getByRole('textbox', { name: /mail/i }).first().fill(email)
  await admin.locator('select[name=role]').first().selectOption(role)
  await admin
    .getByRole('button', { name: /inviter|lien/i })
    .first()
    .click()
  const link = await admin.locator('text=/invitation\\//').first().textContent()
  const path =
    /\/(?:fr|en)\/invitation\/[\w-]+/.exec(link ?? '')?.[0] ??
    (await admin.locator('input[value*="/invitation/"]').first().inputValue())
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(path.replace(/^https?:\/\/[^/]+/, ''))
  await page.locator('input[name=name]').fill(name)
  await page.locator('input[name=password]').fill('encore une longue phrase')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/desk/)
  return { context, page, email }
}

/** What of WCAG depends on the theme and on the width; the rest is the same however the same page is dressed. */
const OF_LOOKS = ['color-contrast', 'link-in-text-block', 'target-size']

/**
 * No violation of WCAG 2.2 AA on this page, as it stands now. `looks`: only what another theme or width can change, for a page
 * of which everything was looked at before.
 */
export async function expectAccessible(page: Page, name: string, what: 'everything' | 'looks' = 'everything') {
  // No frame of another site is here, so axe need not open a page of its own for each look.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (what === 'looks'
    ? axe.withRules(OF_LOOKS)
    : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  ).analyze()
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${name}: ${id} ${nodes
          .slice(0, 3)
          .map(({ target }) => target.join(' '))
          .join(' | ')}`,
    ),
  ).toEqual([])
}

/** One page as it is looked at: French light and wide, English dark on a small phone. Accessible in both, and no wider than the screen. */
export async function expectFitInBothLooks(page: Page, path: string, opened = async (): Promise<void> => undefined) {
  for (const [lang, colorScheme, width] of [
    ['fr', 'light', 1280],
    ['en', 'dark', 320],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    await page.goto(path.replace('/fr/', `/${lang}/`))
    await opened()
    await expectAccessible(page, `${path} ${lang} ${colorScheme} ${width}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  }
}
