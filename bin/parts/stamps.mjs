/** Stamps: what a step was made from, so that it is not done again when nothing changed. */
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeWhole } from './held-file.mjs'

/** Made by us or by the system; what is in them says nothing about the source. */
const IGNORED = new Set(['node_modules', 'generated', '.next', '.DS_Store'])
const READABLE = 0o644

/**
 * The files below these paths, in an order that does not depend on the system.
 * @param {string} root @param {readonly string[]} paths relative to root @returns {string[]} relative to root
 */
export function filesOf(root, paths) {
  return paths.flatMap((path) => {
    const stat = lstatSync(join(root, path), { throwIfNoEntry: false })
    if (stat === undefined || stat.isSymbolicLink()) return []
    if (!stat.isDirectory()) return [path]
    const names = readdirSync(join(root, path)).filter((name) => !IGNORED.has(name))
    return filesOf(
      root,
      names.sort().map((name) => `${path}/${name}`),
    )
  })
}

/**
 * One hash over names and contents: a renamed, added, removed or changed file changes it.
 * @param {string} root @param {readonly string[]} paths @param {readonly string[]} [also] other things it was made from
 * @returns {string}
 */
export function stampOf(root, paths, also = []) {
  const hash = createHash('sha256')
  for (const word of also) hash.update(`${word}\0`)
  for (const path of filesOf(root, paths)) {
    const content = readFileSync(join(root, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** @param {string} file @returns {string | null} the stamp kept there */
export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null // never done
  }
}

/** @param {string} file @param {string} stamp */
export function writeStamp(file, stamp) {
  mkdirSync(dirname(file), { recursive: true })
  writeWhole(file, `${stamp}\n`, READABLE)
}
