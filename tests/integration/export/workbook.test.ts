import { beforeEach, describe, expect, test, vi } from 'vitest'
import { GET as claimsCsv } from '@/app/export/claims.csv/route'
import { GET as claims, POST } from '@/app/export/claims.xlsx/route'
import { GET as conflictsCsv } from '@/app/export/conflicts.csv/route'
import { GET as conflicts } from '@/app/export/conflicts.xlsx/route'
import { GET as evidenceCsv } from '@/app/export/evidence.csv/route'
import { GET as evidence } from '@/app/export/evidence.xlsx/route'
import { GET as sourcesCsv } from '@/app/export/sources.csv/route'
import { GET as sources } from '@/app/export/sources.xlsx/route'
import { asRole } from '../../support/as-role'
import { aClaim, aPublishedClaim } from '../../support/factories'
import { readWorkbook } from '../../support/read-workbook'
import { ask, asSomebody, asStranger, expectCutOffMidway, held, textOf } from './reader'
import { parseStrictCsv } from './strict-csv'
import '../../support/with-sample'

vi.mock('next/headers', async () => (await import('./reader')).requestScope)

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer())
const sheetsOf = async (response: Response) => readWorkbook(await bytesOf(response))
/** Cells at the end of a row that are empty are not written. */
const bare = (rows: readonly string[][]) =>
  rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1))

beforeEach(() => asSomebody())

describe('the workbook of the sample', () => {
  test.each([
    ['claims', claims, claimsCsv],
    ['conflicts', conflicts, conflictsCsv],
    ['sources', sources, sourcesCsv],
    ['evidence', evidence, evidenceCsv],
  ] as const)('has the cells of %s.csv, one by one', async (table, workbook, csv) => {
    const query = '?lang=en'
    const [sheet, ...more] = await sheetsOf(await ask(workbook, `/export/${table}.xlsx${query}`))
    const written = parseStrictCsv(await textOf(await ask(csv, `/export/${table}.csv${query}`)))
    expect(more).toEqual([])
    expect(sheet?.name).toBe(table)
    expect(bare(sheet?.rows ?? [])).toEqual(bare(written))
    expect(written.length).toBeGreaterThan(5)
  })

  test('runs nothing: two columns are numbers, all else is words, and no cell is a formula', async () => {
    const [sheet] = await sheetsOf(await ask(claims, '/export/claims.xlsx'))
    expect(new Set([...(sheet?.numbers ?? [])].map((at) => at.replace(/\d+/, '')))).toEqual(new Set(['F', 'G']))
    expect(sheet?.xml).not.toContain('<f>')
  })

  test('keeps its head in sight, bold, over columns one can read', async () => {
    const [sheet] = await sheetsOf(await ask(claims, '/export/claims.xlsx'))
    expect(sheet?.xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(sheet?.xml).toContain('<col min="5" max="5" width="60" customWidth="1"/>')
    expect(sheet?.xml).toMatch(/<c r="A1" s="2" t="inlineStr">/)
  })

  test('is the same bytes twice', async () => {
    const once = await bytesOf(await ask(claims, '/export/claims.xlsx'))
    expect((await bytesOf(await ask(claims, '/export/claims.xlsx'))).equals(once)).toBe(true)
  })
})

test('a stranger gets what is published and nothing else', async () => {
  const open = await aPublishedClaim()
  const closed = await aClaim()
  asStranger()
  const [sheet] = await sheetsOf(await ask(claims, '/export/claims.xlsx'))
  const ids = sheet?.rows.map((row) => row[3])
  expect(ids).toContain(open.occurrenceId)
  expect(ids).not.toContain(closed.occurrenceId)
})

describe('the answer', () => {
  test('is a workbook to keep, that no cache keeps for the desk', async () => {
    const { status, headers, body } = await ask(claims, '/export/claims.xlsx')
    await body?.cancel()
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="recoupe-claims-\d{4}-\d\d-\d\d\.xlsx"$/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect([headers.get('cache-control'), headers.get('vary')]).toEqual(['private, no-store', 'Cookie'])
    expect(headers.get('link')).toBeNull()
    await vi.waitFor(() => expect(held()).toBe(0))
  })

  test('to HEAD is the headers alone, to anything else 405', async () => {
    const head = await ask(claims, '/export/claims.xlsx', { method: 'HEAD' })
    expect([head.status, head.body]).toEqual([200, null])
    expect(POST(new Request('http://localhost:3000/export/claims.xlsx', { method: 'POST' })).status).toBe(405)
  })
})

describe('a long workbook', () => {
  let isBig = false
  beforeEach(async () => {
    if (isBig) return
    isBig = true
    // Words that do not pack well, so that the answer is more than any socket holds.
    const claim = await aClaim()
    await asRole('superuser', 'x', async (it) => {
      await it(`set local session_replication_role = replica`)
      await it(
        `insert into occurrences (id, claim_id, anchor_id, kind, actors) select gen_random_uuid(), claim_id, anchor_id, kind,
           array[(select string_agg(md5(n::text || i), '') from generate_series(1, 30) i)]
         from occurrences, generate_series(1, 20000) n where id = $1`,
        [claim.occurrenceId],
      )
    })
  }, 60_000)

  test('frees the connection when the reader goes away', async () => {
    const response = await ask(claims, '/export/claims.xlsx')
    const reader = response.body?.getReader()
    for (let i = 0; i < 3; i++) await reader?.read()
    expect(held()).toBe(1)
    await reader?.cancel()
    await vi.waitFor(() => expect(held()).toBe(0), 5_000)
  })

  test('that fails midway is cut off, never short and quiet', () => expectCutOffMidway(claims, '/export/claims.xlsx'))
})
