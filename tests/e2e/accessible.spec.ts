import { expect, type Page, test } from '@playwright/test'
import { DISPATCH, expectAccessible, signIn } from './support/desk'

type Lang = 'fr' | 'en'
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
 * How each language is looked at: French light on a wide screen, English dark on one of 320 px, so that every page is looked at
 * in both languages, both themes and both widths, each with all rules once. It may be no wider than the screen in any of them.
 */
const LOOKS = { fr: { theme: 'light', width: 1280 }, en: { theme: 'dark', width: 320 } } as const
const WIDTHS = [1280, 320]

/** One page, loaded once. */
async function look(page: Page, lang: Lang, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.locator('main')).toBeVisible()
  const { theme, width } = LOOKS[lang]
  await page.evaluate((it) => document.documentElement.setAttribute('data-theme', it), theme)
  for (const each of WIDTHS) {
    await page.setViewportSize({ width: each, height: 900 })
    if (each === width) await expectAccessible(page, `${path} ${theme} ${width}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at ${each}`).toBeLessThanOrEqual(
      each,
    )
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function lookAtAll(page: Page, lang: Lang): Promise<void> {
  // A colour on its way to another is neither of the two themes.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await look(page, lang, `/${lang}/sign-in`)
  await signIn(page)
  for (const path of PAGES) await look(page, lang, `/${lang}/desk${path}`)
  for (const path of HISTORY_OF) {
    await page.goto(`/${lang}/desk${path}`)
    const history = page.getByRole('main').getByRole('link', { name: /^(Historique|History)/ })
    await look(page, lang, (await history.first().getAttribute('href')) ?? '')
  }
}

test('every page of the desk is accessible in French, light and wide, and in English, dark and at 320 px', async ({
  browser,
}) => {
  // A few seconds a page on a calm machine of two cores; the two languages beside each other use both.
  test.setTimeout(1_200_000)
  await Promise.all(
    (['fr', 'en'] as const).map(async (lang) => {
      const context = await browser.newContext()
      await lookAtAll(await context.newPage(), lang)
      await context.close()
    }),
  )
})
