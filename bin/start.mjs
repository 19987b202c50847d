/** From a fresh clone to a served page, one line per step; what is done already is not done again. */
import { join } from 'node:path'
import { install } from './install.mjs'
import { withLock } from './parts/held-file.mjs'
import { nextFreePort } from './parts/ports.mjs'
import { EXIT, Problem, sentenceOf } from './parts/problem.mjs'
import { checkSecret, childEnv, judgeNode, ownVersion, ROOT, readSettings, rememberAddress } from './parts/settings.mjs'
import { createSteps } from './parts/steps.mjs'

/** One at a time writes into this checkout. */
const BUILD_LOCK = join(ROOT, 'node_modules/.recoupe-build.lock')
const BUILD_WAIT_MS = 900_000
const PARENT_CHECK_MS = 300

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
  const unwatch = watchParent(onSignal)
  try {
    const port = await choosePort(settings, steps)
    await begin({ settings: { ...settings, port }, steps, isDev, undo, stopped: stopped.signal })
    return EXIT.ok
  } catch (error) {
    if (stopped.signal.aborted) return EXIT.interrupted
    throw error
  } finally {
    unwatch()
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
  const { openDatabase } = await import('./parts/database.mjs')
  const { generateClient } = await import('./prisma-generate.mjs')
  const { migrate } = await import('./migrations.mjs')
  const { build } = await import('./parts/build.mjs')
  const { firstAdmin, firstSignIn, loadSample, logKeyOf, secretOf, sourceKeyOf } = await import(
    './parts/first-time.mjs'
  )
  const { PORT_WAS_TAKEN, serve, watchDatabase } = await import('./parts/serving.mjs')

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
  const { url, isEmbedded, forgets } = database
  if (forgets.length > 0)
    steps.warn(
      `This PostgreSQL has ${forgets.join(', ')} off: what is saved can be lost when the power goes. Turn it on.`,
    )
  const facts = {
    databaseUrl: url,
    secret: secretOf(settings),
    sourceKey: sourceKeyOf(settings),
    logKey: logKeyOf(settings),
    isDev,
  }
  const env = childEnv(settings, facts)
  await steps.step('migrations', async (say) => {
    const { applied, total } = await migrate(url, { log: say })
    return applied.length === 0 ? `${total} of ${total} there` : `${applied.length} of ${total} applied`
  })
  await steps.step('client', async () => ((await withLock(BUILD_LOCK, generateClient)) ? 'made' : 'up to date'))
  unlessStopped()
  if (settings.wantsSample)
    await steps.step('sample', async (say) => {
      return (await loadSample(env, say)) ? 'loaded now' : 'loaded'
    })
  unlessStopped()
  if (!isDev)
    await steps.step('build', (say) =>
      withLock(BUILD_LOCK, () => build(env, say), {
        waitMs: BUILD_WAIT_MS,
        onWait: (pid) => say(`waiting for the build of process ${pid}`),
      }),
    )
  unlessStopped()
  const arriving = firstAdmin(env) // while the server starts
  arriving.catch(() => undefined) // told below, where it is awaited
  /** @type {import('./parts/serving.mjs').Serving | undefined} */
  let serving
  let port = settings.port
  await steps.step('server', async () => {
    while (!serving)
      try {
        serving = await serve(childEnv(settings, { ...facts, port }), { isDev })
      } catch (error) {
        // Somebody took it while we built.
        const next =
          /** @type {Problem} */ (error).code === PORT_WAS_TAKEN && !settings.isPortGiven
            ? await nextFreePort(port + 1, settings.host)
            : null
        if (next === null) throw error
        port = next
      }
    undo.push(serving.stop)
    return 'answers'
  })
  const address = String(childEnv(settings, { ...facts, port }).RECOUPE_URL)
  rememberAddress(settings, address)
  if (isEmbedded) undo.push(watchDatabase(settings, steps))
  unlessStopped()
  const signIn = firstSignIn(await arriving, address)
  steps.line(`\n  ${address}\n  Data: ${isEmbedded ? settings.dataDir : 'in your own PostgreSQL'}`, {
    ready: true,
    url: address,
    port,
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
 * npm starts us through a shell, and the shell does not pass a signal on: it ends, and we would stay behind.
 * @param {() => void} onOrphaned @returns {() => void} ends the watch
 */
function watchParent(onOrphaned) {
  if (!process.env.npm_lifecycle_event) return () => undefined
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    onOrphaned()
  }, PARENT_CHECK_MS)
  return () => clearInterval(timer)
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
