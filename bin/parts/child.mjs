/** Runs a program of ours and keeps what it said until somebody needs it. */
import { spawn } from 'node:child_process'

/** Enough of a failed build to see why; not so much that it scrolls away. */
const KEPT_CHARACTERS = 20_000

/** Children that run now: a Ctrl-C ends them before the database they use. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * @param {string} command @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string, stdout: string }>} code 1 when it could not be started
 */
export const run = (command, args, { onLine, ...options } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    let output = ''
    let stdout = ''
    let rest = ''
    const hear = (/** @type {string} */ text) => {
      output = (output + text).slice(-KEPT_CHARACTERS)
      if (!onLine) return
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    }
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
      hear(text)
    })
    child.stderr.setEncoding('utf8').on('data', hear)
    child.once('error', (error) => {
      running.delete(child)
      resolve({ code: 1, output: `${output}${error.message}`, stdout })
    })
    child.once('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, output, stdout })
    })
  })

/** Asks every running child to end. @param {NodeJS.Signals} [signal] */
export function endChildren(signal = 'SIGTERM') {
  for (const child of running) child.kill(signal)
}
