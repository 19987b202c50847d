import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { GET as claims } from '@/app/export/claims.csv/route'
import { deskDb } from '@/lib/data/db'
import { aClaim } from '../../support/factories'
import { readWorkbook } from '../../support/read-workbook'
import { ask, asSomebody, textOf } from './reader'
import '../../support/with-sample'

vi.mock('next/headers', async () => (await import('./reader')).requestScope)

const folder = mkdtempSync(join(tmpdir(), 'recoupe-export-'))
/** The program as `recoupe export` starts it, standing in a folder of its own. */
const recoupe = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', './bin/typescript.mjs', 'bin/export.ts', ...args],
    { env: { ...process.env, RECOUPE_CALLED_FROM: folder, LANG: 'en_GB.UTF-8' }, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('recoupe export', () => {
  test('writes the bytes that the address answers to who is signed in', async () => {
    asSomebody()
    expect(recoupe('claims', '--lang', 'fr')).toEqual({
      status: 0,
      stdout: await textOf(await ask(claims, '/export/claims.csv')),
      stderr: '',
    })
  })

  test('writes a file at its place, and says how large it is', () => {
    const { status, stdout } = recoupe('conflicts', '--format', 'xlsx', '--out', 'c.xlsx', '--json')
    const bytes = readFileSync(join(folder, 'c.xlsx'))
    expect([status, JSON.parse(stdout)]).toEqual([0, { file: 'c.xlsx', bytes: bytes.length }])
    expect(readWorkbook(bytes)[0]?.rows).toHaveLength(29)
  })

  test('gives with a stranger’s eyes what is published and nothing else', async () => {
    const { ref } = await deskDb().claim.findUniqueOrThrow({ where: { id: (await aClaim()).id } })
    expect(recoupe('claims').stdout).toContain(`\r\n${ref},`)
    expect(recoupe('claims', '--public').stdout).not.toContain(`\r\n${ref},`)
  })

  test('writes the verdicts as a feed of ClaimReviews', () => {
    const { status, stdout } = recoupe('claims', '--format', 'claimreview')
    expect(status).toBe(0)
    const { dataFeedElement } = JSON.parse(stdout) as { dataFeedElement: { item: { '@type': string }[] }[] }
    expect(dataFeedElement[0]?.item[0]?.['@type']).toBe('ClaimReview')
  })

  test.each([
    [['claims', '--where', 'colour=red'], 2, 'colour: '],
    [['conflicts', '--format', 'jsonl'], 2, 'Only claims are written as jsonl.'],
    [['claims', '--out', 'no/such/folder.csv'], 1, 'could not be written (ENOENT)'],
  ])('%j leaves no file, and says what is wrong', (args, status, words) => {
    const before = readdirSync(folder)
    const done = recoupe(...args)
    expect(done.status).toBe(status)
    expect(done.stderr).toContain(words)
    expect(readdirSync(folder)).toEqual(before)
    expect(existsSync(join(folder, 'no'))).toBe(false)
  })
})
