import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { installed } from './bin/parts/chromium.mjs'

const PORT = Number(process.env.RECOUPE_E2E_PORT ?? 3456)
/** Workers read this file again: the folder is made once, by the first. */
process.env.RECOUPE_E2E_DATA ??= mkdtempSync(join(tmpdir(), 'recoupe-e2e-'))
const chromium: string | undefined = installed()
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // The tests share one installation, as a newsroom does.
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  // A busy machine may lose a key before a page listens: once more, and the summary says so.
  retries: 1,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    baseURL: `http://localhost:${PORT}`,
    navigationTimeout: 45_000,
    actionTimeout: 30_000,
    // A trace of every test takes a good part of the processor: what failed is traced when it is tried again.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    timezoneId: 'Asia/Kathmandu',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet,
    },
  },
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } },
      testIgnore: /\.mobile\.spec\.ts$/,
    },
    { name: 'phone', use: { ...devices['Pixel 7'] }, testMatch: /\.mobile\.spec\.ts$/ },
  ],
  webServer: {
    command: 'node bin/recoupe.mjs start',
    url: `http://localhost:${PORT}/readyz`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'pipe',
    env: {
      PORT: String(PORT),
      RECOUPE_DATA_DIR: process.env.RECOUPE_E2E_DATA,
      RECOUPE_URL: `http://localhost:${PORT}`,
      RECOUPE_ADMIN_EMAIL: 'admin@example.org',
      RECOUPE_ADMIN_PASSWORD: 'une longue phrase de passe',
      DATABASE_URL: '',
    },
  },
})
