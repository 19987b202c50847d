/**
 * `npm test`: everything, in the order that fails soonest. `npm test -- unit lint` runs some of it.
 * The last line is `N passed, N failed`; what passed only when tried again is counted apart. It exits non-zero when anything failed or a step could not be run.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install } from './install.mjs'
import { run } from './parts/child.mjs'
import { chromium } from './parts/chromium.mjs'
import { ROOT } from './parts/settings.mjs'
import { seconds } from './parts/steps.mjs'

process.chdir(ROOT)
const reports = mkdtempSync(join(tmpdir(), 'recoupe-reports-'))
const bin = (/** @type {string} */ path) => join('node_modules', path)
const totals = { passed: 0, failed: 0, skipped: 0, flaky: 0 }
/** @typedef {{ passed: number, failed: number, skipped: number, flaky?: number }} Count */

/** "3 passed, 0 failed", and what else there is to say. @param {Count} count */
const said = ({ passed, failed, skipped, flaky }) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}${flaky ? `, ${flaky} flaky (passed when tried again)` : ''}`

/** A tool that says by its exit code alone whether all is well counts as one. @param {string[]} args */
const tool = (args) => async () => {
  const { code } = await show(args)
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** Runs Node with these arguments, its output shown as it comes. @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
const show = (args, env = {}) =>
  run(process.execPath, args, { env: { ...process.env, ...env }, onLine: (line) => console.log(line) })

/** One or more vitest projects, counted from their JSON report. @param {string[]} projects @param {{ env?: NodeJS.ProcessEnv, only?: string[] }} [how] */
const vitest =
  (projects, { env = {}, only = [] } = {}) =>
  async () => {
    const report = join(reports, `${projects.join('-')}-${Math.random().toString(36).slice(2)}.json`)
    const { code } = await show(
      [
        bin('vitest/vitest.mjs'),
        'run',
        ...projects.flatMap((name) => ['--project', name]),
        ...only,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      env,
    )
    const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
    // A file that could not even be loaded has no test that failed: it counts as one.
    const broken =
      result?.testResults.filter(
        (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
      ).length ?? 1
    const count = {
      passed: result?.numPassedTests ?? 0,
      failed: (result?.numFailedTests ?? 0) + broken,
      skipped: (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0),
    }
    return code === 0 || count.failed > 0 ? count : { ...count, failed: count.failed + 1 }
  }

/** The browser tests, against a server of their own. */
async function e2e() {
  const report = join(reports, 'e2e.json')
  const data = mkdtempSync(join(tmpdir(), 'recoupe-e2e-'))
  const { code } = await show([bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    RECOUPE_CHROMIUM: await chromium(),
    RECOUPE_E2E_DATA: data,
  })
  rmSync(data, { recursive: true, force: true })
  const stats = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).stats : null
  const count = {
    passed: stats?.expected ?? 0,
    flaky: stats?.flaky ?? 0,
    failed: stats?.unexpected ?? 1,
    skipped: stats?.skipped ?? 0,
  }
  return code === 0 || count.failed > 0 ? count : { ...count, failed: count.failed + 1 }
}

/** The rules and verbs once more on PostgreSQL 15, the oldest we promise. */
async function onPostgres15() {
  const { postgres15 } = await import('./parts/postgres-15.mjs') // needs packages, which may not be there when this file is read
  const server = await postgres15()
  if (server === null) {
    console.log('no PostgreSQL 15 server on this machine: skipped (Debian: apt-get install postgresql-15)')
    return { passed: 0, failed: 0, skipped: 1 }
  }
  try {
    return await vitest(['integration'], {
      env: { RECOUPE_TEST_DATABASE_URL: server.url },
      only: [
        'tests/integration/runtime/migrations',
        'tests/integration/runtime/backup',
        'tests/integration/rules',
        // Of the verbs, those with SQL of their own; what Prisma writes is the same for every version.
        ...[
          'as-known',
          'bulk',
          'calibration',
          'claims-search',
          'desk-find',
          'digest',
          'import-reviews',
          'import-snapshots',
          'jobs',
          'lists',
        ],
        ...[
          'matching',
          'pairs',
          'pairs-by-event',
          'queues',
          'reports',
          'search',
          'suggestions',
          'agreement',
          'history',
        ],
      ].map((name) => (name.includes('/') ? name : `tests/integration/services/${name}.test`)),
    })()
  } finally {
    await server.stop()
  }
}

/** @type {Record<string, { says: string, run: () => Promise<Count> }>} */
const STEPS = {
  types: {
    says: 'types',
    run: async () => {
      await show([bin('next/dist/bin/next'), 'typegen'])
      return tool([bin('typescript/bin/tsc'), '--noEmit'])()
    },
  },
  lint: {
    says: 'lint and format',
    run: tool([bin('@biomejs/biome/bin/biome'), 'check', '--diagnostic-level=error', '.']),
  },
  unit: { says: 'unit tests', run: vitest(['unit', 'unit-environment']) },
  architecture: { says: 'walls between rooms', run: vitest(['architecture']) },
  integration: { says: 'integration, on the embedded PostgreSQL', run: vitest(['integration']) },
  postgres15: { says: 'integration, on PostgreSQL 15', run: onPostgres15 },
  e2e: { says: 'end to end, in Chromium', run: e2e },
}

if (process.argv.includes('--help')) {
  console.log('Usage: npm test [-- STEP …]\n\nSteps, in this order; all of them when none is named:')
  for (const [name, { says }] of Object.entries(STEPS)) console.log(`  ${name.padEnd(14)} ${says}`)
  process.exit(0)
}
const asked = process.argv.slice(2).filter((name) => !name.startsWith('-'))
const unknown = asked.filter((name) => !STEPS[name])
if (unknown.length > 0) {
  console.error(`No step is called ${unknown.join(', ')}. There are: ${Object.keys(STEPS).join(', ')}.`)
  process.exit(2)
}

await install({ onWork: () => console.log('packages: installing (once)') })
const { generateClient } = await import('./prisma-generate.mjs')
await generateClient()
const summary = []
for (const [name, step] of Object.entries(STEPS)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n── ${step.says}`)
  const startedAt = performance.now()
  const count = await step.run().catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  })
  for (const key of /** @type {const} */ (['passed', 'failed', 'skipped', 'flaky'])) totals[key] += count[key] ?? 0
  summary.push(
    `${count.failed > 0 ? '✗' : '✓'} ${step.says.padEnd(42)} ${said(count)} (${seconds(performance.now() - startedAt)})`,
  )
}
rmSync(reports, { recursive: true, force: true })
console.log(`\n${summary.join('\n')}\n`)
console.log(said(totals))
process.exitCode = totals.failed > 0 || totals.passed + totals.flaky === 0 ? 1 : 0
