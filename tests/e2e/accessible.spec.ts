import { expect, type Page, test } from '@playwright/test'
import { DISPATCH, expectAccessible, signIn } from './support/desk'

const CLAIM = '/claims/ansar-dine-controle-kona-presque-en-totalite'
const CONFLICT = '/conflicts/qui-a-pris-la-ville'

/** Every page of the desk, and some in the states that change them most. */
const PAGES = [
  '',
  '/dispatches',
  `/dispatches/${DISPATCH}`,
  '/dispatches/new',
  '/claims',
  CLAIM,
  `${CLAIM}?at=2099-01-01T10:00`,
  '/conflicts',
  CONFLICT,
  '/conflicts/kona-ou-konna?at=2099-01-01T10:00',
  '/conflicts/new',
  '/conflicts/new?claims=C14,C29',
  '/verdicts',
  `/verdicts/publish-reading?dispatch=${DISPATCH}`,
  '/agreement',
  '/sources',
  '/sources/abdou-dardar',
  '/sources/abdou-dardar/identity',
  '/names',
  '/jobs',
  '/similar-claims',
  '/events',
  '/events/prise-de-kona-konna',
  '/missing-sides',
  `/missing-sides?dispatch=${DISPATCH}`,
  '/reports',
  '/notifications',
  '/people',
  '/account',
  '/settings/sample',
  '/nothing-here',
]
/** Their addresses have an id in them: the link on the page leads there. */
const HISTORY_OF = [CLAIM, CONFLICT]

/**
 * One page, loaded once: light on a wide screen, dark on one of 320 px, which it must not be wider than. The dark is
 * looked at in French, where it is the reader's choice at the desk; that of their system is looked at on the public pages.
 * What only a phone shows has its names and roles looked at in French too; in English it must fit.
 */
async function look(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.locator('main')).toBeVisible()
  for (const [theme, width] of [
    ['light', 1280],
    ['dark', 320],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    if (path.startsWith('/fr'))
      await page.evaluate((it) => document.documentElement.setAttribute('data-theme', it), theme)
    else await page.emulateMedia({ colorScheme: theme })
    if (theme === 'light' || path.startsWith('/fr')) await expectAccessible(page, `${path} ${theme} ${width}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at ${width}`).toBeLessThanOrEqual(
      width,
    )
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function lookAtAll(page: Page, lang: string): Promise<void> {
  // A colour on its way to another is neither of the two themes.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await look(page, `/${lang}/sign-in`)
  await signIn(page)
  for (const path of PAGES) await look(page, `/${lang}/desk${path}`)
  for (const path of HISTORY_OF) {
    await page.goto(`/${lang}/desk${path}`)
    const history = page.getByRole('main').getByRole('link', { name: /^(Historique|History)/ })
    await look(page, (await history.first().getAttribute('href')) ?? '')
  }
}

test('every page of the desk is accessible in French and in English, light and dark, wide and at 320 px', async ({
  browser,
}) => {
  // A few seconds a page on a calm machine of two cores; the two languages beside each other use both.
  test.setTimeout(1_200_000)
  await Promise.all(
    ['fr', 'en'].map(async (lang) => {
      const context = await browser.newContext()
      await lookAtAll(await context.newPage(), lang)
      await context.close()
    }),
  )
})
