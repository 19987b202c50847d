import { expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { tableChanges, tableProblems } from '@/lib/data/table-imports'
import type { Actor } from '@/lib/domain/permission'
import { compareTable } from '@/lib/services/compare-table'
import { confirmTable } from '@/lib/services/confirm-table'
import { loadTable } from '@/lib/services/load-table'
import { prepareTable } from '@/lib/services/prepare-table'
import { receiveTable } from '@/lib/services/receive-table'
import { streamCsv } from '@/lib/services/stream-csv'
import { writeTable } from '@/lib/services/write-table'
import { tableRecords } from '@/lib/web/table-records'
import { aClaim, anEvent, aPerson, deskOf } from '@/tests/support/factories'

const db = deskDb()
const quiet = async () => undefined
async function* parts(text: string | Uint8Array, size = 7) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
type More = Partial<Parameters<typeof prepareTable>[1]>
async function compared(actor: Actor, text: string, more: More = {}) {
  const desk = await deskOf(actor)
  const declared = Buffer.byteLength(text)
  const { id } = await receiveTable(desk, { name: 'claims.csv', format: 'csv', declared }, parts(text, 1_000))
  await prepareTable(await deskOf(actor), { importId: id, isQueued: false, ...more }, tableRecords)
  await compareTable(desk, { importId: id }, tableRecords, quiet)
  const { table } = await loadTable(desk, id, 100)
  const changes = await tableChanges(db, id, { take: 100 })
  const problems = await tableProblems(db, id, 100)
  return { id, table, changes, problems }
}
async function written(actor: Actor, importId: string, more: Partial<Parameters<typeof confirmTable>[1]> = {}) {
  await confirmTable(await deskOf(actor), { importId, isQueued: false, ...more })
  return writeTable(await deskOf(actor), { importId, isQueued: false }, quiet)
}
async function exported(actor: Actor, profile: 'machine' | 'excel' = 'machine'): Promise<string> {
  const asked = { table: 'claims', lang: 'fr', baseUrl: 'http://localhost', filter: {} as never, profile } as const
  const { head, records } = streamCsv(actor, { ...asked, signal: new AbortController().signal })
  const found = [Buffer.from(head)]
  for await (const part of records) found.push(Buffer.from(part))
  return Buffer.concat(found).toString('utf8')
}
const claim = (id: string) => db.claim.findUniqueOrThrow({ where: { id } })

for (const profile of ['machine', 'excel'] as const)
  test(`an export (${profile}), three cells edited, shows exactly these three and writes them`, async () => {
    const actor = await aPerson()
    const mark = `Le pont ${profile} tient`
    const event = await anEvent({ titleFr: `Le siège ${profile}`, titleEn: `The siege ${profile}` })
    const [first, second] = [
      await aClaim({ statementFr: mark, modality: 'asserted' }),
      await aClaim({ statementFr: `=1+1 ${profile}`, statementEn: null }),
    ]
    const file = await exported(actor, profile)
    const again = await compared(actor, file)
    expect(again.problems).toEqual([])
    expect(again.table).toMatchObject({ added: 0, changed: 0, rejected: 0, state: 'compared' })

    const lines = file.split('\r\n').map((line) => {
      if (line.includes(`${first.ref}${profile === 'excel' ? '"' : ','}`))
        return line.replace(mark, `${mark} bon`).replace('asserted', 'hedged')
      return line.includes(`=1+1 ${profile}`) ? line.replace(/(la-prise[^,;"]*)/, `Le siège ${profile}`) : line
    })
    const edited = await compared(actor, lines.join('\r\n'))
    expect(edited.problems).toEqual([])
    expect(edited.changes.map(({ ref, field, after }) => [ref, field, after])).toEqual(
      expect.arrayContaining([
        [first.ref, 'statement_fr', `${mark} bon`],
        [first.ref, 'modality', 'hedged'],
        [second.ref, 'event', event.slug],
      ]),
    )
    expect(edited.changes).toHaveLength(3)
    expect(await written(actor, edited.id)).toBe('written')
    expect(await claim(first.id)).toMatchObject({ statementFr: `${mark} bon`, version: 2 })
    expect(await claim(second.id)).toMatchObject({ eventId: event.id, statementFr: `=1+1 ${profile}` })
    expect((await compared(actor, await exported(actor, profile))).changes).toEqual([])
  })

test('rows without a key of ours are added once, and the same file again adds nothing', async () => {
  const actor = await aPerson()
  const file = 'statement_fr;statement_en\nUn puits est sec;A well is dry\nUne route est coupée;\n'
  const first = await compared(actor, file)
  expect(first.table).toMatchObject({ read: 2, added: 2, rejected: 0 })
  await written(actor, first.id)
  const [made] = await db.claim.findMany({ where: { statementFr: 'Un puits est sec' } })
  expect(made).toMatchObject({ statementEn: 'A well is dry', slug: 'un-puits-est-sec', createdById: actor.id })
  expect((await compared(actor, file)).table).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
})

test('an empty cell erases nothing', async () => {
  const actor = await aPerson()
  const { ref, id } = await aClaim({ statementFr: 'Resté', statementEn: 'Kept' })
  const { table } = await compared(actor, `claim_id,statement_fr,statement_en\n${ref},Resté,\n`)
  expect(table).toMatchObject({ changed: 0, unchanged: 1 })
  expect(await claim(id)).toMatchObject({ statementEn: 'Kept' })
})
