/** A Chromium for the browser tests: one that is here, else one the platform installs. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Problem } from './problem.mjs'
import { ROOT } from './settings.mjs'

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Playwright's own, if it was installed. @returns {string | undefined} */
function playwrights() {
  try {
    const path = createRequire(import.meta.url)('playwright-core').chromium.executablePath()
    return existsSync(path) ? path : undefined
  } catch {
    return undefined // not installed: an installation without the tools of development
  }
}

/** One that is here, Playwright's own included. @returns {string | undefined} */
export const installed = () =>
  [process.env.RECOUPE_CHROMIUM, ...USUAL].find((path) => path && existsSync(path)) ?? playwrights()

/** Where it is, installed first if it must be. @returns {Promise<string>} */
export async function chromium() {
  const here = installed()
  if (here) return here
  console.log('no Chromium here: installing one')
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  } else
    spawnSync(process.execPath, [join(ROOT, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], {
      stdio: 'inherit',
    })
  const path = installed()
  if (!path)
    throw new Problem(
      'No Chromium could be found or installed.',
      'Install one (Debian: apt-get install chromium) or give its path in RECOUPE_CHROMIUM.',
    )
  return path
}
