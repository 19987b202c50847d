import { expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import type { Actor } from '@/lib/domain/permission'
import { streamCsv } from '@/lib/services/stream-csv'
import { aPerson } from '@/tests/support/factories'
import { compared, written } from '@/tests/support/tables'
import { rowsOf } from '../export/strict-csv'
import '../../support/with-sample'

const db = deskDb()
async function exported(actor: Actor): Promise<string> {
  const asked = { table: 'claims', lang: 'fr', baseUrl: 'http://localhost', filter: {} as never } as const
  const how = { ...asked, profile: 'machine', signal: new AbortController().signal } as const
  const { head, records } = streamCsv(actor, how)
  const found = [Buffer.from(head)]
  for await (const part of records) found.push(Buffer.from(part))
  return Buffer.concat(found).toString('utf8')
}
const hopsOf = (occurrenceId: string) =>
  db.hop.findMany({
    where: { occurrenceId },
    orderBy: { position: 'asc' },
    select: { position: true, sourceId: true, role: true, scope: true },
  })

test('every chain of the sample, exported and brought in with a new claim, is the same chain; the export itself changes nothing', async () => {
  const actor = await aPerson()
  const file = await exported(actor)
  expect((await compared(actor, file)).table).toMatchObject({ read: 49, unchanged: 49, rejected: 0 })

  const rows = rowsOf(file)
  const cell = (text = '') => `"${text.replaceAll('"', '""')}"`
  const copies = rows.map((it) =>
    [`Copie de ${it.occurrence_id}`, it.kind, it.dispatch_slug, it.quote, it.attribution_chain].map(cell).join(','),
  )
  const copy = `statement_fr,kind,dispatch_slug,quote,attribution_chain\n${copies.join('\n')}\n`
  const { id, table, problems } = await compared(actor, copy)
  // Words that stand in the text twice are not found by themselves; of the others every chain is.
  expect(problems.filter(({ code }) => code !== 'quote_ambiguous')).toEqual([])
  expect(table.added).toBeGreaterThan(40)
  expect(await written(actor, id, { leavesOut: true })).toBe('written')
  const made = await db.tableRow.findMany({ where: { importId: id, isRefused: false } })
  expect(made).toHaveLength(table.added)
  for (const { statementFr, occurrenceId } of made)
    expect(await hopsOf(occurrenceId ?? '')).toEqual(await hopsOf(statementFr?.replace('Copie de ', '') ?? ''))
})
