import '@/tests/support/with-sample'
import { execFile } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { aClaim, aDispatch, aPublishedClaim } from '@/tests/support/factories'

/** The program as `recoupe search` starts it. */
const recoupe = (...args: string[]) =>
  new Promise<{ status: number; stdout: string; stderr: string; lines: string[] }>((resolve) => {
    const program = ['--import', './bin/typescript.mjs', 'bin/search.ts', ...args]
    const env = { ...process.env, LANG: 'en_GB.UTF-8' }
    const child = execFile(process.execPath, program, { env }, (_, stdout, stderr) =>
      resolve({ status: child.exitCode ?? -1, stdout, stderr, lines: stdout.split('\n').filter(Boolean) }),
    )
  })
type Answer = {
  query: string
  total: number
  notUnderstood: { text: string; why: string }[]
  variants: string[]
  claims: { ref: string; verdict: string | null; statement: string; address: string; foundBy: string }[]
}
const answerTo = async (...args: string[]) => JSON.parse((await recoupe(...args, '--json')).stdout) as Answer

describe('recoupe search', () => {
  test('prints a claim a line: number, verdict, words, address; and says how many there are beside them', async () => {
    const { slug, ref } = await aPublishedClaim({ statementFr: 'Le moulin\tdu quai tourne.' })
    const { status, stdout, stderr } = await recoupe('moulin', 'quai')
    expect(status).toBe(0)
    expect(stdout).toBe(`${ref}\tContesté\tLe moulin du quai tourne.\thttp://localhost:3000/fr/claims/${slug}\n`)
    expect(stderr).toBe('1 affirmation\n')
  })

  test('finds drafts, at their address on the desk; with --public only what readers find', async () => {
    const { versionId } = await aDispatch()
    const draft = await aClaim({ dispatchVersionId: versionId, statementFr: 'Le beffroi sonne encore.' })
    const [all, open] = await Promise.all([recoupe('beffroi'), recoupe('beffroi', '--public')])
    expect(all.stdout).toContain(`/fr/desk/claims/${draft.slug}\n`)
    expect(open).toMatchObject({ status: 1, stdout: '' })
  })

  test('--lang en speaks English, to the address of the English page', async () => {
    const { lines, stderr } = await recoupe('Kona', '--lang', 'en', '--public', '--limit', '3')
    expect(lines).toHaveLength(3)
    for (const line of lines) expect(line).toContain('http://localhost:3000/en/claims/')
    expect(stderr).toMatch(/^\d+ claims\n$/)
  })

  test('--limit goes on over pages, each claim once and no more than that', async () => {
    const { versionId } = await aDispatch()
    for (let n = 1; n <= 52; n++)
      await aClaim({ dispatchVersionId: versionId, statementFr: `Le phare ${n} est éteint.`, slug: `phare-${n}` })
    const [{ total, claims }, fewer] = await Promise.all([
      answerTo('phare', '--limit', '1000'),
      answerTo('phare', '--limit', '51'),
    ])
    expect([total, new Set(claims.map(({ ref }) => ref)).size]).toEqual([52, 52])
    expect(fewer.claims).toEqual(claims.slice(0, 51))
  })

  test('--json says what was found under another name, and how', async () => {
    const { query, variants, claims } = await answerTo('Konna', '--public', '--limit', '1000')
    expect(query).toBe('Konna')
    expect(variants).toContain('Kona')
    expect(new Set(claims.map(({ foundBy }) => foundBy))).toContain('form')
  })

  test('what is not understood is said beside the results, which are those of the rest', async () => {
    const [{ status, stderr }, { notUnderstood }] = await Promise.all([
      recoupe('Kona', 'colour:red', '--lang', 'en'),
      answerTo('Kona', 'before:soon'),
    ])
    expect([status === 0 || status === 1, stderr]).toEqual([true, expect.stringContaining('colour:red')])
    expect(notUnderstood).toEqual([{ text: 'before:soon', why: 'bad_date' }])
  })

  test.concurrent.each([
    [[], 2, '', ''],
    [['--help'], 0, '', ''],
    [['Kona', '--lang', 'de'], 2, '--lang is “de”. It is fr or en.', '--help'],
    [['Kona', '--limit', '0'], 2, '--limit is “0”. It is 1 to 1000.', '--help'],
    [['Kona', '--sort', 'age'], 2, '--sort', '--help'],
    [['--public'], 2, 'WORDS are missing.', '--help'],
    [['x'.repeat(2_000)], 2, 'The question is longer than', '--help'],
  ])('%j ends with %d and says what is wrong', async (args, status, words, help) => {
    const done = await recoupe(...args)
    expect(done.status).toBe(status)
    expect(done.stderr).toContain(words)
    expect(done.stderr).toContain(help)
    expect(done.stdout.startsWith('Usage: recoupe search')).toBe(words === '')
  })
})
