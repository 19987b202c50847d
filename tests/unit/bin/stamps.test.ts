import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptSecret, withLock } from '../../../bin/parts/held-file.mjs'
import { filesOf, readStamp, stampOf, writeStamp } from '../../../bin/parts/stamps.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'recoupe é '))
  mkdirSync(join(root, 'lib/generated'), { recursive: true })
  writeFileSync(join(root, 'lib/b.ts'), 'b')
  writeFileSync(join(root, 'lib/a.ts'), 'a')
  writeFileSync(join(root, 'lib/generated/x.ts'), 'x')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('files are found in one order, without what is generated or missing', () => {
  expect(filesOf(root, ['lib', 'none', 'lib/a.ts'])).toEqual(['lib/a.ts', 'lib/b.ts', 'lib/a.ts'])
})

test('a stamp changes with a content, a name, a new file and what else it was made from, and with nothing else', () => {
  const before = stampOf(root, ['lib'])
  expect(stampOf(root, ['lib'])).toBe(before)
  writeFileSync(join(root, 'lib/generated/x.ts'), 'y')
  expect(stampOf(root, ['lib'])).toBe(before)
  const seen = new Set([before, stampOf(root, ['lib'], ['7.10'])])
  writeFileSync(join(root, 'lib/a.ts'), 'aa')
  seen.add(stampOf(root, ['lib']))
  writeFileSync(join(root, 'lib/c.ts'), '')
  seen.add(stampOf(root, ['lib']))
  renameSync(join(root, 'lib/c.ts'), join(root, 'lib/d.ts'))
  seen.add(stampOf(root, ['lib']))
  expect(seen.size).toBe(5)
})

test('content that moves from one file to the next is a change', () => {
  writeFileSync(join(root, 'lib/a.ts'), 'ab')
  writeFileSync(join(root, 'lib/b.ts'), '')
  const one = stampOf(root, ['lib'])
  writeFileSync(join(root, 'lib/a.ts'), 'a')
  writeFileSync(join(root, 'lib/b.ts'), 'b')
  expect(stampOf(root, ['lib'])).not.toBe(one)
})

test('a stamp is read back as it was written; a missing one is null', () => {
  const file = join(root, 'deep/stamp')
  expect(readStamp(file)).toBeNull()
  writeStamp(file, 'abc')
  expect(readStamp(file)).toBe('abc')
})

test('a secret is made once, long, and for its owner only; a cut one is made again', () => {
  const file = join(root, 'secret')
  const secret = keptSecret(file)
  expect(secret.length).toBeGreaterThanOrEqual(43)
  expect(keptSecret(file)).toBe(secret)
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  writeFileSync(file, 'abc')
  expect(keptSecret(file)).not.toBe('abc')
})

test('a lock lets one in at a time, and is given back by one that failed', async () => {
  const file = join(root, 'lock')
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await new Promise((resolve) => setTimeout(resolve, 20))
    inside -= 1
  }
  await Promise.all([withLock(file, work), withLock(file, work), withLock(file, work)])
  expect(most).toBe(1)
  await expect(withLock(file, async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await withLock(file, work)
})

test('a lock of a dead process, or of an earlier process with our number, is taken over', async () => {
  const file = join(root, 'lock')
  for (const pid of [2 ** 22 + 1, process.pid]) {
    writeFileSync(file, `${pid}\n`)
    expect(await withLock(file, async () => 'in', { waitMs: 1_000 })).toBe('in')
  }
})

test('a lock of a living process is waited for, not broken', async () => {
  const file = join(root, 'lock')
  writeFileSync(file, `${process.ppid}\n`)
  await expect(withLock(file, async () => 'in', { waitMs: 150 })).rejects.toThrow(`process ${process.ppid}`)
})
