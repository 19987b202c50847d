import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checksumOf, pending } from '../../../bin/migrations.mjs'
import { COMMANDS, helpOf, overview } from '../../../bin/parts/commands.mjs'
import { withoutPassword } from '../../../bin/parts/config.mjs'

const CLI = fileURLToPath(new URL('../../../bin/recoupe.mjs', import.meta.url))

/** Runs the command line as a person would. */
const recoupe = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const { PATH = '' } = process.env
    execFile(
      process.execPath,
      [CLI, ...args],
      { env: { NODE_ENV: 'test' as const, PATH, ...env } },
      (error, stdout, stderr) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })

test('every command is listed, and its help has an example and the exit codes', () => {
  for (const [name, command] of Object.entries(COMMANDS) as [string, Parameters<typeof helpOf>[1]][]) {
    expect(overview()).toContain(`  ${name}`)
    expect(helpOf(name, command)).toMatch(/Examples\n {2}\S/)
    expect(helpOf(name, command)).toContain('Exit codes: 0')
  }
})

test('help is an answer, nothing at all is a mistake', async () => {
  expect(await recoupe(['--help'])).toMatchObject({ code: 0, stderr: '' })
  expect(await recoupe(['backup', '--help'])).toMatchObject({ code: 0, stderr: '' })
  expect(await recoupe([])).toMatchObject({ code: 2 })
})

test.each([
  [['nonsense'], 'There is no command "nonsense".'],
  [['backup'], 'FILE is missing.'],
  [['backup', 'a', 'b'], '"b" is one word too many.'],
  [['migrate', '--nope'], "Unknown option '--nope'"],
])('%j is refused with a sentence and exit code 2', async (args, sentence) => {
  const { code, stdout, stderr } = await recoupe(args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(sentence)
  expect(stderr).not.toContain('    at ')
})

test('who has read enough may close the pipe', async () => {
  const long = join(mkdtempSync(join(tmpdir(), 'recoupe-pipe-')), 'long.txt')
  writeFileSync(long, readFileSync('seeds/mali-2013/dispatch.fr.txt', 'utf8').repeat(30))
  const heard = await new Promise((resolve) =>
    execFile(
      'sh',
      ['-c', '"$0" "$1" suggest "$2" --json | head -c 9', process.execPath, CLI, long],
      (_, stdout, stderr) => resolve({ stdout, stderr }),
    ),
  )
  expect(heard).toEqual({ stdout: '{"lang":"', stderr: '' })
}, 30_000)

test('a mistyped command is guessed', async () => {
  expect((await recoupe(['back'])).stderr).toContain('Did you mean "backup"?')
})

test('errors are JSON when JSON was asked for', async () => {
  const { code, stdout } = await recoupe(['config', '--json'], { PORT: 'many' })
  expect(code).toBe(2)
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'usage', message: 'PORT is "many".' } })
})

test('config shows where a setting comes from and no secret', async () => {
  const { code, stdout } = await recoupe(['config'], {
    DATABASE_URL: 'postgres://awa:hidden@db.example/recoupe?password=hidden',
    NEXTAUTH_SECRET: 'hidden'.repeat(8),
  })
  expect(code).toBe(0)
  expect(stdout).not.toContain('hidden')
  expect(stdout).toContain('postgres://awa:•••@db.example/recoupe')
  expect(stdout).toMatch(/PORT +3000 {2}\(default\)/)
})

test('an address without a password is shown as it is', () => {
  expect(withoutPassword('postgres://awa@db.example/recoupe')).toBe('postgres://awa@db.example/recoupe')
})

const disk = [
  { name: '1_a', sql: 'select 1' },
  { name: '2_b', sql: 'select 2' },
]
const row = (name: string, sql: string, isFinished = true) => ({ name, checksum: checksumOf(sql), isFinished })

test('only migrations the database does not have are applied', () => {
  expect(pending(disk, [])).toEqual(['1_a', '2_b'])
  expect(pending(disk, [row('1_a', 'select 1')])).toEqual(['2_b'])
  expect(pending(disk, [row('1_a', 'select 1'), row('2_b', 'select 2')])).toEqual([])
})

test('one that was interrupted is applied again', () => {
  expect(pending(disk, [row('1_a', 'select 1'), row('2_b', 'select 2', false)])).toEqual(['2_b'])
})

test.each([
  ['edited after it was applied', [row('1_a', 'select 9')], 'was changed after'],
  ['of another version', [row('3_c', 'select 3')], 'another version of Recoupe'],
])('a migration that is %s stops everything', (_, applied, sentence) => {
  expect(() => pending(disk, applied)).toThrow(sentence)
})
