/** The web server as a child: started, listened to, stopped before its database. */
import { spawn } from 'node:child_process'
import { startPostgres } from '../embedded-postgres.mjs'
import { TYPESCRIPT } from './first-time.mjs'
import { Problem, sentenceOf } from './problem.mjs'
import { ROOT } from './settings.mjs'

/** What the server ends with, and what we call it. */
const PORT_TAKEN = 98
export const PORT_WAS_TAKEN = 'port_taken'
/** A little more than the server itself gives open requests (bin/serve.ts). */
const STOP_MS = 13_000
const WATCH_MS = 1_000
const KEPT_CHARACTERS = 8_000

/** @typedef {{ stop: () => Promise<void>, ended: (stopped: AbortSignal) => Promise<void> }} Serving */

/**
 * @param {NodeJS.ProcessEnv} env @param {{ isDev: boolean }} options
 * @returns {Promise<Serving>} once it answers
 */
export async function serve(env, { isDev }) {
  const child = spawn(process.execPath, [...TYPESCRIPT, 'bin/serve.ts', ...(isDev ? ['--dev'] : [])], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  let isReady = false
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1))
    child.once('error', () => resolve(1))
  })
  await new Promise((resolve, reject) => {
    const hear = (/** @type {NodeJS.WriteStream} */ out) => (/** @type {string} */ text) => {
      if (isReady) return out.write(text)
      said = (said + text).slice(-KEPT_CHARACTERS)
      if (!/^READY /m.test(said)) return
      isReady = true
      resolve(undefined)
    }
    child.stdout?.setEncoding('utf8').on('data', hear(process.stdout))
    child.stderr?.setEncoding('utf8').on('data', hear(process.stderr))
    exited.then((code) =>
      reject(code === PORT_TAKEN ? portTaken(env) : new Problem(`The server did not start:\n${said.trim()}`)),
    )
  })
  return {
    async stop() {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
      await exited
      clearTimeout(timer)
    },
    /** Resolves when we were asked to stop; throws when the server ended by itself. */
    async ended(stopped) {
      const asked = new Promise((resolve) => {
        if (stopped.aborted) resolve(undefined)
        stopped.addEventListener('abort', () => resolve(undefined), { once: true })
      })
      const code = await Promise.race([exited, asked])
      if (!stopped.aborted)
        throw new Problem(
          `The server ended by itself (exit code ${code}).`,
          'Its last lines above say why; start it again.',
        )
    },
  }
}

/** @param {NodeJS.ProcessEnv} env */
const portTaken = ({ PORT, HOST }) =>
  new Problem(`Port ${PORT} on ${HOST} was taken meanwhile.`, `Choose another: PORT=${Number(PORT) + 1} npm start`, {
    code: PORT_WAS_TAKEN,
  })

/**
 * Starts the embedded database again if it dies under us: the pool reconnects by itself, on the same port.
 * @param {import('./settings.mjs').Settings} settings @param {import('./steps.mjs').Steps} steps
 * @returns {() => Promise<void>} ends the watch
 */
export function watchDatabase({ dataDir }, steps) {
  let isBusy = false
  let isOver = false
  let work = Promise.resolve()
  const timer = setInterval(() => {
    if (isBusy || isOver) return
    isBusy = true
    work = look(dataDir, steps).finally(() => {
      isBusy = false
    })
  }, WATCH_MS)
  return async () => {
    isOver = true
    clearInterval(timer)
    await work
  }
}

/** @param {string} dataDir @param {import('./steps.mjs').Steps} steps */
async function look(dataDir, steps) {
  const { isRunning } = await import('./postmaster.mjs')
  if (isRunning(dataDir)) return
  steps.warn('The database ended by itself; starting it again.')
  await startPostgres({ dataDir }).catch((error) => steps.warn(`The database does not start: ${sentenceOf(error)}`))
}
