import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { addDispatch } from '@/lib/services/add-dispatch'
import { aClaim, aPerson, aSource, deskOf } from '@/tests/support/factories'
import { TYPESCRIPT } from '../../../bin/parts/first-time.mjs'

const folder = mkdtempSync(join(tmpdir(), 'recoupe-table-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const db = deskDb()

/** The program itself, as `recoupe import` runs it. */
function program(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...TYPESCRIPT, 'bin/import.ts', ...args], {
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}
function fileOf(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
async function emailOf({ id }: { id: string }): Promise<string> {
  return (await db.user.findUniqueOrThrow({ where: { id } })).email
}

test('a table is imported in the name of a person, and the report says cell by cell what changed', async () => {
  const as = await emailOf(await aPerson())
  const { ref, id } = await aClaim({ statementFr: 'Avant', statementEn: null })
  const path = fileOf('table.csv', `Réf,statement_fr,Commentaire\r\n${ref},Après,rien\r\n,Une nouvelle,\r\n`)
  const map = fileOf('map.json', '{"Réf": "claim_id"}')
  const dry = program(path, '--as', as, '--map', map, '--json', '--dry-run')
  expect(dry.stderr).not.toContain('Error')
  const report = {
    ...{ format: 'csv', read: 2, added: 1, changed: 1, unchanged: 0, absent: 0, rejected: 0 },
    changes: [{ key: ref, field: 'statement_fr', before: 'Avant', after: 'Après' }],
    problems: [],
  }
  expect(JSON.parse(dry.stdout)).toEqual(report)
  expect(await db.claim.findUnique({ where: { id } })).toMatchObject({ statementFr: 'Avant' })

  const real = program(path, '--as', as, '--map', map, '--json')
  expect(real.status).toBe(0)
  expect(JSON.parse(real.stdout)).toEqual(report)
  expect(await db.claim.findUnique({ where: { id } })).toMatchObject({ statementFr: 'Après', version: 2 })
  const again = program(path, '--as', as, '--map', map, '--json')
  expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, changed: 0, unchanged: 2, changes: [] })
})

test('a bad value far down names its row, column, value and fix, and nothing has changed', async () => {
  const as = await emailOf(await aPerson())
  const rows = Array.from({ length: 3_000 }, (_, i) => `k${i},Affirmation numéro ${i},`)
  rows[2_997] = `k2997,Affirmation de trop,${'x'.repeat(10)} siège inconnu`
  const path = fileOf('long.csv', `key,statement_fr,event\n${rows.join('\n')}\n`)
  const before = await db.claim.count()
  const { status, stdout } = program(path, '--as', as, '--json')
  expect(status).toBe(1)
  const { problems, ...counts } = JSON.parse(stdout)
  expect(counts).toMatchObject({ read: 3_000, rejected: 1 })
  expect(problems).toEqual([
    {
      ...{ row: 2_999, column: 'event', code: 'unknown_event' },
      message:
        'row 2999, column event: “xxxxxxxxxx siège inconnu” – no event is called so. Use its slug or its title, or add the event first.',
    },
  ])
  expect(await db.claim.count()).toBe(before)
  expect(program(path, '--as', as, '--json', '--leave-out').status).toBe(0)
  expect(await db.claim.count()).toBe(before + 2_999)
})

test('a file cut off inside a quotation is refused with its line, and a stranger imports nothing', async () => {
  const as = await emailOf(await aPerson())
  const cut = program(fileOf('cut.csv', 'statement_fr,statement_en\nUn,"One\nDeux'), '--as', as)
  expect(cut.status).toBe(1)
  expect(cut.stderr).toMatch(/quotation mark .* never closed/)
  const path = fileOf('one.csv', 'statement_fr,statement_en\nUn,One\n')
  expect(program(path, '--as', 'nobody@example.org')).toMatchObject({ status: 2 })
  const reader = await emailOf(await aPerson({ role: 'reader' }))
  expect(program(path, '--as', reader).status).toBe(1)
})

test('a chain with a name nobody knows is refused with the fix; with --add-sources its source is told and added', async () => {
  const person = await aPerson()
  const as = await emailOf(person)
  const publisher = await aSource({ name: 'Le Courrier du Nord', kind: 'outlet' })
  const text = 'Le bac est à quai, dit un pêcheur de Diré.'
  const { slug } = await addDispatch(await deskOf(person), { title: 'Le bac', text, publisherId: publisher.id })
  const path = fileOf(
    'chains.csv',
    `statement_fr,kind,dispatch_slug,quote,attribution_chain\nLe bac est à quai,indirect,${slug},Le bac est à quai,un pêcheur de Diré (witness)\n`,
  )
  const refused = program(path, '--as', as, '--json')
  expect(refused.status).toBe(1)
  expect(JSON.parse(refused.stdout).problems).toEqual([
    {
      ...{ row: 2, column: 'attribution_chain', code: 'unknown_source' },
      message:
        'row 2, column attribution_chain: “un pêcheur de Diré (witness)” – no source is called so: “un pêcheur de Diré”. Correct the name, add the source on the page Sources, or have the import add the sources we do not know (--add-sources).',
    },
  ])
  const dry = program(path, '--as', as, '--add-sources', '--dry-run')
  expect(dry.stdout).toContain('Sources that would be added: un pêcheur de Diré')
  expect(await db.source.count({ where: { name: 'un pêcheur de Diré' } })).toBe(0)
  const real = program(path, '--as', as, '--add-sources', '--json')
  expect(JSON.parse(real.stdout)).toMatchObject({ added: 1, rejected: 0, sources: ['un pêcheur de Diré'] })
  const hops = await db.hop.findMany({
    where: { source: { name: { in: ['un pêcheur de Diré', 'Le Courrier du Nord'] } } },
    orderBy: { position: 'asc' },
    select: { role: true, source: { select: { name: true, kind: true } } },
  })
  expect(hops).toEqual([
    { role: 'witness', source: { name: 'un pêcheur de Diré', kind: 'anonymous_person' } },
    { role: 'outlet', source: { name: 'Le Courrier du Nord', kind: 'outlet' } },
  ])
  expect(JSON.parse(program(path, '--as', as, '--json').stdout)).toMatchObject({ added: 0, unchanged: 1 })
  expect(program('--help').stdout).toContain('--add-sources')
})
