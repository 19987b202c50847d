import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { binaries15 } from '../../../bin/parts/postgres-15.mjs'

const root = mkdtempSync(join(tmpdir(), 'recoupe-binaries-'))
afterAll(() => rmSync(root, { recursive: true }))

/** A folder with the two programs, which say they are of this version. */
function folderOf(version: string): string {
  const folder = join(root, version)
  mkdirSync(folder)
  for (const name of ['initdb', 'postgres']) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} (PostgreSQL) ${version}"\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

test('the first folder with PostgreSQL 15 is taken, whatever other versions stand before it', () => {
  const [newer, right] = [folderOf('18.1'), folderOf('15.14')]
  expect(binaries15([join(root, 'nowhere'), '', newer, right])).toBe(right)
  expect(binaries15([newer])).toBeNull()
})
