import 'server-only'
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Enough of the hash to tell two stylesheets apart. */
const HASH_LENGTH = 8
type Known = { changedAt: number; address: string }
const known = new Map<string, Known>()

/**
 * The address of a stylesheet with the hash of its bytes, so that a cache may keep it for ever and a change is seen at once.
 * Worked out again only when the file changes.
 */
export function assetAddress(name: string): string {
  const file = join(process.cwd(), 'public', 'assets', name)
  const { mtimeMs } = statSync(file)
  const before = known.get(name)
  if (before?.changedAt === mtimeMs) return before.address
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, HASH_LENGTH)
  const address = `/assets/${name}?v=${hash}`
  known.set(name, { changedAt: mtimeMs, address })
  return address
}

export const stylesheetAddress = (): string => assetAddress('recoupe.css')
export const deskStylesheetAddress = (): string => assetAddress('desk.css')
