import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { GET as claims, POST } from '@/app/export/claims.csv/route'
import { GET as conflicts } from '@/app/export/conflicts.csv/route'
import { GET as evidence } from '@/app/export/evidence.csv/route'
import { GET as sources } from '@/app/export/sources.csv/route'
import { deskDb, publicDb } from '@/lib/data/db'
import { chainLine } from '@/lib/domain/chain'
import { loadOccurrences } from '@/lib/services/load-public-feeds'
import { ask, asSomebody, asStranger, textOf } from './reader'
import { parseStrictCsv, rowsOf } from './strict-csv'
import '../../support/with-sample'

vi.mock('next/headers', async () => (await import('./reader')).requestScope)

const letters = readFileSync('seeds/mali-2013/dispatch.fr.txt', 'utf8')
const points = [...letters]
const COLUMNS =
  'claim_id,claim_slug,dispatch_slug,occurrence_id,quote,start,end,statement_fr,statement_en,kind,quote_scope,modality,source,source_kind,attribution_chain,event,event_date,event_date_basis,place,actors,conflict_ids,verdict,verdict_label_fr,verdict_label_en,published_at,url'
const machine = async () => rowsOf(await textOf(await ask(claims, '/export/claims.csv')))

beforeEach(() => asSomebody())

describe('claims.csv of the sample, signed in', () => {
  test('has exactly the columns of the contract and 49 rows', async () => {
    const text = await textOf(await ask(claims, '/export/claims.csv'))
    expect(text.slice(0, text.indexOf('\r\n'))).toBe(COLUMNS)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(parseStrictCsv(text)).toHaveLength(50)
  })

  test('quotes the text letter for letter, in its order, with both spellings', async () => {
    const rows = await machine()
    for (const { quote, start, end } of rows) expect(quote).toBe(points.slice(Number(start), Number(end)).join(''))
    const places = rows.map(({ start, end }) => [Number(start), -Number(end)] as const)
    expect(places).toEqual([...places].sort((a, b) => a[0] - b[0] || a[1] - b[1]))
    expect(rows.some(({ quote }) => /\bKona\b/.test(quote ?? ''))).toBe(true)
    expect(rows.some(({ quote }) => /\bKonna\b/.test(quote ?? ''))).toBe(true)
  })

  test('keeps chain, ambiguity, conflicts and address', async () => {
    const rows = await machine()
    const dardar = rows.find(({ claim_id }) => claim_id === 'C14')
    expect(dardar).toMatchObject({
      claim_slug: 'ansar-dine-controle-kona-presque-en-totalite',
      attribution_chain:
        'Abdou Dardar (speaker) > interprète nigérien (interpreter) > AFP (agency) > FRANCE 24 (outlet)',
      source: 'Abdou Dardar',
      source_kind: 'person',
      url: 'http://localhost:3000/fr/claims/ansar-dine-controle-kona-presque-en-totalite',
    })
    const chain = rows.find(({ claim_id }) => claim_id === 'C29')?.attribution_chain
    expect(chain).toContain('Le Figaro (outlet, ambiguous)')
  })

  test('says what the records for programs say', async () => {
    const rows = new Map((await machine()).map((row) => [row.occurrence_id, row]))
    const { items } = await loadOccurrences(null)
    expect(items).toHaveLength(49)
    for (const it of items)
      expect(rows.get(it.id)).toMatchObject({
        attribution_chain: chainLine(it.chain),
        conflict_ids: it.conflicts.map(({ ref }) => ref).join(' '),
        event: it.claim.event?.slug ?? '',
        event_date: it.date.edtf ?? '',
        event_date_basis: it.date.basis,
        actors: it.actors.join(' | '),
        place: it.placeWords ?? '',
        verdict: it.claim.verdict?.rating ?? '',
        published_at: it.claim.verdict?.publishedAt ?? '',
      })
  })

  test('shows no verdict that is only drafted or being read', async () => {
    const rows = await machine()
    for (const ref of ['C09', 'C47'])
      expect(rows.find(({ claim_id }) => claim_id === ref)).toMatchObject({ verdict: '', published_at: '' })
    const read = rows.filter(({ verdict }) => verdict !== '')
    expect(read).toHaveLength(await publicDb().verdict.count())
    for (const row of read) expect(row.published_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  test('has the same values for Excel, behind a mark and semicolons', async () => {
    const text = await textOf(await ask(claims, '/export/claims.csv?profile=excel&lang=fr'))
    expect(text.startsWith('\ufeff"claim_id";"claim_slug"')).toBe(true)
    const rows = rowsOf(text.slice(1), ';')
    const back = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value.replace(/^'(?=[\s"'«]*[=+@-])/, '')])),
    )
    expect(back).toEqual(await machine())
  })

  test('is the same bytes twice', async () => {
    expect(await textOf(await ask(claims, '/export/claims.csv'))).toBe(
      await textOf(await ask(claims, '/export/claims.csv')),
    )
  })
})

describe('the other tables of the sample', () => {
  test('conflicts have sides, parties and their settlement', async () => {
    const rows = rowsOf(await textOf(await ask(conflicts, '/export/conflicts.csv')))
    expect(rows).toHaveLength(28)
    const names = rows.find(({ slug }) => slug === 'kona-ou-konna')
    expect(names).toMatchObject({ positions: 'A: Kona | B: Konna', status: 'resolved' })
    expect(names?.resolution).not.toBe('')
    const row = await deskDb().resolution.findFirstOrThrow({ where: { conflict: { slug: 'kona-ou-konna' } } })
    expect(names?.rationale).toBe(row.rationaleFr)
    const english = rowsOf(await textOf(await ask(conflicts, '/export/conflicts.csv?lang=en')))
    expect(english.find(({ slug }) => slug === 'kona-ou-konna')?.rationale).toBe(row.rationaleEn)
    expect(rows.find(({ conflict_id }) => conflict_id === 'X08')).toMatchObject({ resolution: '', rationale: '' })
  })

  test('conflicts and claims point at each other', async () => {
    const rows = rowsOf(await textOf(await ask(conflicts, '/export/conflicts.csv')))
    const there = new Set(
      rows.flatMap(({ conflict_id, claim_ids }) =>
        claim_ids ? claim_ids.split(' ').map((c) => `${c} ${conflict_id}`) : [],
      ),
    )
    const here = new Set(
      (await machine()).flatMap(({ claim_id, conflict_ids }) =>
        conflict_ids ? conflict_ids.split(' ').map((x) => `${claim_id} ${x}`) : [],
      ),
    )
    expect(here.size).toBeGreaterThan(40)
    expect([...here].filter((pair) => !there.has(pair))).toEqual([])
  })

  test('sources and evidence are all there', async () => {
    expect(rowsOf(await textOf(await ask(sources, '/export/sources.csv')))).toHaveLength(12)
    const rows = rowsOf(await textOf(await ask(evidence, '/export/evidence.csv')))
    expect(new Set(rows.map(({ evidence_id }) => evidence_id)).size).toBe(5)
    for (const { bears_on } of rows) expect(bears_on).toMatch(/^(C\d+|X\d+( [A-Z])?)?$/)
  })
})

describe('the answer', () => {
  test('is a file to keep, that nobody guesses at and no cache keeps for the desk', async () => {
    const { status, headers, body } = await ask(claims, '/export/claims.csv')
    await body?.cancel()
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="recoupe-claims-\d{4}-\d\d-\d\d\.csv"$/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('vary')).toBe('Cookie')
    asStranger()
    const open = await ask(claims, '/export/claims.csv')
    expect(open.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=30')
    await open.body?.cancel()
  })

  test('to HEAD is the headers alone, to anything else 405', async () => {
    const head = await ask(claims, '/export/claims.csv', { method: 'HEAD' })
    expect([head.status, head.body]).toEqual([200, null])
    const post = POST(new Request('http://localhost:3000/export/claims.csv', { method: 'POST' }))
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })

  test('to an unknown choice says which, why and what to do, in the reader’s language', async () => {
    const french = await ask(claims, '/export/claims.csv?profile=pdf&lang=fr')
    expect(french.status).toBe(400)
    expect(french.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect((await french.json()).errors).toEqual([
      { field: 'profile', reason: 'not_a_choice', detail: expect.stringMatching(/machine, excel/) },
    ])
    const english = await ask(claims, '/export/claims.csv?profile=excel&lang=de', {
      headers: { 'accept-language': 'en' },
    })
    expect((await english.json()).errors).toMatchObject([
      { field: 'lang', detail: expect.stringMatching(/Use one of/) },
    ])
  })
})
