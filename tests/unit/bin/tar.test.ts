import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { END, entriesOf, header, padding } from '../../../bin/parts/tar.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recoupe-tar-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const archiveOf = (files: Record<string, string>): Buffer =>
  Buffer.concat([
    ...Object.entries(files).flatMap(([name, text]) => {
      const bytes = Buffer.from(text)
      return [header(name, bytes.length, 1_357_862_400), bytes, padding(bytes.length)]
    }),
    END,
  ])

async function read(bytes: Buffer) {
  const path = join(folder, 'a.tar')
  writeFileSync(path, bytes)
  const file = await open(path, 'r')
  try {
    return await entriesOf(file)
  } finally {
    await file.close()
  }
}

const FILES = { 'tables/a.copy': 'é'.repeat(300), 'tables/empty.copy': '', 'manifest.json': 'x'.repeat(512) }

test('what is written is found again, at its place', async () => {
  const bytes = archiveOf(FILES)
  const entries = await read(bytes)
  for (const [name, text] of Object.entries(FILES)) {
    const { start, size } = entries.get(name) ?? { start: 0, size: -1 }
    expect(bytes.toString('utf8', start, start + size)).toBe(text)
  }
})

test.skipIf(process.platform === 'win32')('any tar opens it', async () => {
  await read(archiveOf(FILES))
  const listed = execFileSync('tar', ['-tf', join(folder, 'a.tar')], { encoding: 'utf8' })
  expect(listed.trim().split('\n')).toEqual(Object.keys(FILES))
})

test('a damaged header, or no archive at all, holds nothing', async () => {
  const bytes = archiveOf(FILES)
  bytes[3] = 0x21
  expect((await read(bytes)).size).toBe(0)
  expect((await read(Buffer.from('not an archive'))).size).toBe(0)
})

test('a file larger than eight gigabytes keeps its size', async () => {
  const size = 9_000_000_000
  const entries = await read(header('tables/large.copy', size))
  expect(entries.get('tables/large.copy')).toEqual({ start: 512, size })
})
