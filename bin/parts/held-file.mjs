/** Small files of the data folder: secrets only we may read, state written whole or not at all, and a lock. */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from './problem.mjs'

const LOCK_WAIT_MS = 60_000
const LOCK_PAUSE_MS = 50
/** Two processes may find the same dead lock; whoever still holds it after this long really does. */
const TAKEOVER_MS = 40
/** Locks this process holds now. @type {Set<string>} */
const held = new Set()
/** A lock file without a readable pid this old was left by a process that died between making and filling it. */
const EMPTY_LOCK_MS = 5_000
const SECRET_BYTES = 32

/** @param {number} pid @returns {boolean} */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * Writes a file so that a reader sees the old content or the new one, never half of it.
 * @param {string} file @param {string} content @param {number} [mode]
 */
export function writeWhole(file, content, mode = 0o600) {
  const draft = `${file}.${process.pid}.tmp`
  writeFileSync(draft, content, { mode })
  chmodSync(draft, mode)
  renameSync(draft, file)
}

/** @param {string} file @returns {any} the JSON in it, or null when it is missing or broken */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Missing, or cut short by a crash: state is rebuilt, never trusted.
    return null
  }
}

/**
 * A secret made once and kept, readable by its owner only.
 * @param {string} file @returns {string}
 */
export function keptSecret(file) {
  if (existsSync(file)) {
    const kept = readFileSync(file, 'utf8').trim()
    if (kept.length >= SECRET_BYTES) return kept
  }
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  writeWhole(file, `${secret}\n`)
  return secret
}

/**
 * Holds a lock file while `work` runs; a lock whose holder is dead is taken over.
 * @template T @param {string} file @param {() => Promise<T>} work @param {{ waitMs?: number, onWait?: (pid: number) => void }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { waitMs = LOCK_WAIT_MS, onWait = () => undefined } = {}) {
  const until = Date.now() + waitMs
  for (let isFirst = true; !take(file); isFirst = false) {
    const holder = holderOf(file)
    if (holder === 'gone') {
      rmSync(file, { force: true })
      const isTaken = take(file)
      await sleep(TAKEOVER_MS)
      if (isTaken && holderOf(file) === process.pid) break
      held.delete(file)
      continue
    }
    if (isFirst && holder !== null) onWait(holder)
    if (Date.now() > until)
      throw new Problem(
        `Another Recoupe (process ${holder ?? 'unknown'}) has been starting for more than ${Math.round(waitMs / 1000)} s.`,
        `Stop it, or delete ${file} if no Recoupe is running.`,
      )
    await sleep(LOCK_PAUSE_MS)
  }
  try {
    return await work()
  } finally {
    if (holderOf(file) === process.pid) rmSync(file, { force: true })
    held.delete(file)
  }
}

/** @param {string} file @returns {boolean} */
function take(file) {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx', mode: 0o600 })
    held.add(file)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} file @returns {number | 'gone' | null} who holds it; null while it is being written */
function holderOf(file) {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    // Our own number in a lock we did not take: a process of an earlier life of this machine or container had it.
    if (pid === process.pid) return held.has(file) ? pid : 'gone'
    if (pid > 0) return isAlive(pid) ? pid : 'gone'
    return Date.now() - statSync(file).mtimeMs > EMPTY_LOCK_MS ? 'gone' : null
  } catch {
    // Released in the meantime: try again at once.
    return null
  }
}
