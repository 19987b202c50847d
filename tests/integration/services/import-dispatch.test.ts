import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { aPerson } from '../../support/factories'

const folder = mkdtempSync(join(tmpdir(), 'recoupe-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const TEXT = 'Diabali : les hommes armés partis\n\nIls ont quitté la ville dans la nuit, a dit un conseiller municipal.'
const recoupe = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', './bin/typescript.mjs', 'bin/import.ts', ...args, '--lang', 'fr'],
    { env: { ...process.env, RECOUPE_CALLED_FROM: folder }, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

describe('recoupe import of a dispatch', () => {
  let email = ''
  beforeAll(async () => {
    const { id } = await aPerson({ role: 'editor' })
    ;({ email } = await deskDb().user.findUniqueOrThrow({ where: { id } }))
    writeFileSync(join(folder, 'diabali.txt'), TEXT)
    writeFileSync(join(folder, 'photo.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]))
  })

  test('shows what it would take and writes nothing; then takes it in letter for letter, once', async () => {
    const counts = { format: 'text', read: 1, added: 1, changed: 0, unchanged: 0, absent: 0, rejected: 0 }
    const dry = recoupe('diabali.txt', '--as', email, '--json', '--dry-run')
    expect([dry.status, JSON.parse(dry.stdout)]).toEqual([0, { ...counts, changes: [], problems: [] }])
    expect(await deskDb().dispatch.count()).toBe(0)

    expect(recoupe('diabali.txt', '--as', email)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /«\u00a0Diabali : les hommes armés partis\u00a0» est ajoutée\u00a0: .*\/fr\/dispatches\/diabali/,
      ),
    })
    const [kept] = await deskDb().dispatch.findMany({ include: { versions: true, createdBy: true } })
    expect(kept).toMatchObject({ title: 'Diabali : les hommes armés partis', language: 'fr', createdBy: { email } })
    expect(kept?.versions[0]?.text).toBe(TEXT)

    const again = recoupe('diabali.txt', '--as', email, '--json')
    expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, unchanged: 1 })
    expect(await deskDb().dispatch.count()).toBe(1)
  })

  test('refuses what is no text, and a person nobody knows, by name and with what to do', () => {
    expect(recoupe('photo.png', '--format', 'pdf', '--as', email)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('photo.png\u00a0: Ce n’est ni du texte, ni une page web, ni un DOCX, ni un PDF.'),
    })
    expect(recoupe('diabali.txt', '--as', 'nobody@example.org')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nobody@example.org'),
    })
  })
})
