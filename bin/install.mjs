/**
 * Installs what package-lock.json names, when it is missing or the lockfile changed. No install script of any package runs:
 * nothing here needs one. This file and what it imports use Node alone.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './parts/child.mjs'
import { readJson } from './parts/held-file.mjs'
import { Problem } from './parts/problem.mjs'
import { readStamp, stampOf, writeStamp } from './parts/stamps.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const ARGUMENTS = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']

/**
 * npm, as it was started; or the one beside this Node; or whatever is called npm.
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand() {
  const started = process.env.npm_execpath
  // Another package manager may have started us; only npm reads package-lock.json.
  if (started && /npm-cli\.[cm]?js$/.test(started)) return { command: process.execPath, args: [started], shell: false }
  const isWindows = process.platform === 'win32'
  return { command: isWindows ? 'npm.cmd' : 'npm', args: [], shell: isWindows }
}

/** Is every package of the lockfile there, in its version, by npm's own record? @returns {boolean} */
function matchesLock() {
  const wanted = readJson(join(ROOT, 'package-lock.json'))?.packages ?? {}
  const found = readJson(join(ROOT, 'node_modules/.package-lock.json'))?.packages
  if (!found) return false
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || found[path]?.version === version,
  )
}

/**
 * @param {{ onWork?: () => void }} [options] called when there is something to install
 * @returns {Promise<boolean>} whether something was installed
 */
export async function install({ onWork = () => undefined } = {}) {
  const stampFile = join(ROOT, 'node_modules/.recoupe-lock')
  const stamp = stampOf(ROOT, ['package-lock.json'], [process.platform, process.arch])
  const isThere = existsSync(join(ROOT, 'node_modules/next/package.json'))
  if (isThere && readStamp(stampFile) === stamp) return false
  // Installed by hand a moment ago: npm's own record of the tree is newer than nothing, and says what is there.
  if (isThere && readStamp(stampFile) === null && matchesLock()) {
    writeStamp(stampFile, stamp)
    return false
  }
  onWork()
  const { command, args, shell } = npmCommand()
  const { code, output } = await run(command, [...args, ...ARGUMENTS], { cwd: ROOT, shell })
  if (code !== 0)
    throw new Problem(
      `npm could not install the packages:\n${output.trim().split('\n').slice(-12).join('\n')}`,
      'Check the network and the registry npm uses (`npm config get registry`), then start again.',
    )
  writeStamp(stampFile, stamp)
  return true
}
