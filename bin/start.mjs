/** From a fresh clone to a served page, one line per step; what is done already is not done again. */
import { join } from 'node:path'
import { install } from './install.mjs'
import { withLock } from './parts/held-file.mjs'
import { nextFreePort } from './parts/ports.mjs'
import { EXIT, Problem, sentenceOf } from './parts/problem.mjs'
import { checkSecret, childEnv, judgeNode, ownVersion, ROOT, readSettings } from './parts/settings.mjs'
import { createSteps } from './parts/steps.mjs'

const SAMPLE = 'sample.mali-2013'
const BUILD_WAIT_MS = 900_000

/**
 * @param {{ isDev?: boolean, isJson?: boolean }} [options]
 * @returns {Promise<number>} the exit code, once everything is stopped
 */
export async function start({ isDev = false, isJson = false } = {}) {
  const steps = createSteps({ isJson })
  checkNode(steps)
  const settings = readSettings(process.env)
  checkSecret(settings)
  const stopped = new AbortController()
  /** What to undo, last first. @type {(() => Promise<unknown>)[]} */
  const undo = []
  const { endChildren } = await import('./parts/child.mjs')
  const onSignal = () => {
    if (stopped.signal.aborted) process.exit(EXIT.interrupted) // asked twice: now
    stopped.abort()
    endChildren()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
  try {
    const port = await choosePort(settings, steps)
    await begin({ settings: { ...settings, port }, steps, isDev, undo, stopped: stopped.signal })
    return EXIT.ok
  } catch (error) {
    if (stopped.signal.aborted) return EXIT.interrupted
    throw error
  } finally {
    for (const step of undo.reverse()) await step().catch((error) => steps.warn(sentenceOf(error)))
    if (stopped.signal.aborted) steps.line('Stopped. Everything is kept.', { stopped: true })
  }
}

/**
 * @param {{ settings: import('./parts/settings.mjs').Settings, steps: import('./parts/steps.mjs').Steps, isDev: boolean,
 *   undo: (() => Promise<unknown>)[], stopped: AbortSignal }} it
 */
async function begin({ settings, steps, isDev, undo, stopped }) {
  const unlessStopped = () => stopped.throwIfAborted()
  await steps.step('packages', async (say) =>
    (await install({ onWork: () => say('installing (once)') })) ? 'installed' : 'up to date',
  )
  unlessStopped()
  // What needs packages can be loaded only now.
  const { openDatabase, hasRow } = await import('./parts/database.mjs')
  const { generateClient } = await import('./prisma-generate.mjs')
  const { migrate } = await import('./migrations.mjs')
  const { build } = await import('./parts/build.mjs')
  const { firstSignIn, loadSample, secretOf } = await import('./parts/first-time.mjs')
  const { serve, watchDatabase } = await import('./parts/serving.mjs')

  /** @type {import('./parts/database.mjs').Database | undefined} */
  let database
  await steps.step('database', async (say) => {
    database = await openDatabase(settings, { log: say })
    undo.push(database.stop)
    const { version, isEmbedded, attached } = database
    return `PostgreSQL ${version} ${isEmbedded ? `in ${settings.dataDir}${attached ? ', was running' : ''}` : 'of DATABASE_URL'}`
  })
  unlessStopped()
  if (!database) throw new Error('no database')
  const { url, isEmbedded } = database
  const env = childEnv(settings, { databaseUrl: url, secret: secretOf(settings), isDev })
  await steps.step('migrations', async (say) => {
    const { applied, total } = await migrate(url, { log: say })
    return applied.length === 0 ? `${total} of ${total} there` : `${applied.length} of ${total} applied`
  })
  await steps.step('client', async () => ((await generateClient()) ? 'made' : 'up to date'))
  unlessStopped()
  if (settings.wantsSample)
    await steps.step('sample', async (say) => {
      if (await hasRow(url, 'SELECT FROM settings WHERE key = $1', [SAMPLE])) return 'loaded'
      await loadSample(env, say)
      return 'loaded now'
    })
  unlessStopped()
  if (!isDev)
    await steps.step('build', (say) =>
      withLock(join(ROOT, 'node_modules/.recoupe-build.lock'), () => build(env, say), {
        waitMs: BUILD_WAIT_MS,
        onWait: (pid) => say(`waiting for the build of process ${pid}`),
      }),
    )
  unlessStopped()
  /** @type {import('./parts/serving.mjs').Serving | undefined} */
  let serving
  await steps.step('server', async () => {
    serving = await serve(env, { isDev, steps })
    undo.push(serving.stop)
    return 'answers'
  })
  if (isEmbedded) undo.push(watchDatabase(settings, steps))
  unlessStopped()
  const address = String(env.RECOUPE_URL)
  const signIn = await firstSignIn(url, env, address)
  steps.line(`\n  ${address}\n  Data: ${isEmbedded ? settings.dataDir : 'in your own PostgreSQL'}`, {
    ready: true,
    url: address,
    port: settings.port,
    dataDir: settings.dataDir,
    ...(signIn?.facts ?? {}),
  })
  if (signIn) steps.line(`  ${signIn.sentence}`, signIn.facts)
  steps.line('  Ctrl-C stops it; what you wrote is kept.\n', { hint: 'Ctrl-C stops' })
  await serving?.ended(stopped)
}

/** @param {import('./parts/steps.mjs').Steps} steps */
function checkNode(steps) {
  const { node } = process.versions
  steps.line(`Recoupe ${ownVersion()}`, { recoupe: ownVersion(), node })
  const judgement = judgeNode(node)
  if (judgement === 'too old')
    throw new Problem(
      `Node ${node} is too old: Recoupe needs 20.19 or later.`,
      'Install Node 24.22.1 or later from https://nodejs.org',
    )
  if (judgement === 'unpatched')
    steps.warn(
      `Node ${node} has known holes (CVE-2026-111497). Fine to look around; in production run 22.23.4, 24.22.1 or later.`,
    )
}

/**
 * The port we may have. One somebody chose is that one or nothing; the usual one gives way.
 * @param {import('./parts/settings.mjs').Settings} settings @param {import('./parts/steps.mjs').Steps} steps
 */
async function choosePort({ port: wanted, isPortGiven, host }, steps) {
  const port = await nextFreePort(wanted, host)
  if (port === wanted) return port
  if (isPortGiven)
    throw new Problem(
      `Port ${wanted} on ${host} is taken by another program, or may not be used.`,
      `Stop that program, or choose another port: PORT=${port ?? wanted + 1} npm start`,
    )
  if (port === null)
    throw new Problem(`No port from ${wanted} upwards is free on ${host}.`, 'Choose one: PORT=8080 npm start')
  steps.warn(`Port ${wanted} is taken by another program; using ${port}. PORT=${port} npm start asks for it by name.`)
  return port
}
