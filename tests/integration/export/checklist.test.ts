import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { GET as claims } from '@/app/export/claims.csv/route'
import { GET as claimsMetadata } from '@/app/export/claims.csv-metadata.json/route'
import { GET as conflicts } from '@/app/export/conflicts.csv/route'
import { GET as conflictsMetadata } from '@/app/export/conflicts.csv-metadata.json/route'
import { GET as dataPackage } from '@/app/export/datapackage.json/route'
import { GET as evidence } from '@/app/export/evidence.csv/route'
import { GET as evidenceMetadata } from '@/app/export/evidence.csv-metadata.json/route'
import { GET as sources } from '@/app/export/sources.csv/route'
import { GET as sourcesMetadata } from '@/app/export/sources.csv-metadata.json/route'
import { deskDb } from '@/lib/data/db'
import { asRole } from '../../support/as-role'
import { aConflict, aPublishedClaim, aSource, someEvidence } from '../../support/factories'
import { ask, asSomebody, asStranger, textOf } from './reader'
import { parseStrictCsv } from './strict-csv'

vi.mock('next/headers', async () => (await import('./reader')).requestScope)

const TABLES = [
  ['claims', claims, claimsMetadata],
  ['conflicts', conflicts, conflictsMetadata],
  ['sources', sources, sourcesMetadata],
  ['evidence', evidence, evidenceMetadata],
] as const
const BAIT = '=HYPERLINK("http://x")'
/** What a spreadsheet runs, behind whatever it does not show. */
const DANGEROUS = /^[\s\u200b-\u200d\ufeff]*[=+@\t\r\n＝＋－＠-]/

/** Words that would run in every column that people fill in. */
beforeAll(async () => {
  const source = await aSource({ name: BAIT })
  const claim = await aPublishedClaim({
    chain: [{ sourceId: source.id, role: 'speaker' }],
    statementFr: BAIT,
    statementEn: BAIT,
    actors: [BAIT],
  })
  await someEvidence(claim.id, { title: BAIT, excerpt: BAIT })
  const conflict = await aConflict()
  await asRole('superuser', 'x', async (it) => {
    await it(`set local session_replication_role = replica`)
    await it(
      `update occurrences set place_words = $2, time_edtf = '2013-01-10?', time_basis = 'stated' where id = $1`,
      [claim.occurrenceId, BAIT],
    )
    await it(`update sources set affiliation = $2, role_words = $2 where id = $1`, [source.id, BAIT])
    await it(`update conflicts set explanation_fr = $2, explanation_en = $2 where id = $1`, [conflict.id, BAIT])
    await it(`update evidence set note_fr = $1, note_en = $1`, [BAIT])
  })
}, 60_000)
beforeEach(() => asSomebody())

describe.each(TABLES)('%s.csv', (table, csv, metadata) => {
  test('for Excel begins with the mark, and no field of any column would run', async () => {
    const answer = await ask(csv, `/export/${table}.csv?profile=excel&lang=en`)
    const text = await textOf(answer)
    expect([...Buffer.from(text).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const cells = parseStrictCsv(text.slice(1)).flat()
    expect(cells.filter((cell) => DANGEROUS.test(cell))).toEqual([])
    expect(cells).toContain(`'${BAIT}`)
  })

  test('has the columns that its metadata and the package name, in small ASCII letters', async () => {
    const [head = []] = parseStrictCsv(await textOf(await ask(csv, `/export/${table}.csv`)))
    const path = `http://localhost:3000/export/${table}.csv-metadata.json`
    const { tableSchema } = await (await metadata(new Request(path))).json()
    expect(tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(head)
    const { resources } = await (await dataPackage(new Request('http://localhost:3000/export/datapackage.json'))).json()
    const { schema } = resources.find(({ name }: { name: string }) => name === table)
    expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(head)
    for (const name of head) expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/)
  })

  test('names nobody of the newsroom by mail address, to the desk or to a stranger', async () => {
    const people = await deskDb().user.findMany({ select: { email: true } })
    expect(people.length).toBeGreaterThan(2)
    for (const as of [() => asSomebody(), asStranger]) {
      await as()
      const text = await textOf(await ask(csv, `/export/${table}.csv`))
      expect(people.filter(({ email }) => text.includes(email))).toEqual([])
    }
  })
})

test('a date one is not sure of is a text, in both profiles', async () => {
  for (const [profile, cell] of [
    ['machine', ',2013-01-10?,'],
    ['excel', '"2013-01-10?"'],
  ] as const)
    expect(await textOf(await ask(claims, `/export/claims.csv?profile=${profile}&lang=en`))).toContain(cell)
})
