import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { GET as claims } from '@/app/export/claims.csv/route'
import { GET as conflicts } from '@/app/export/conflicts.csv/route'
import { GET as sources } from '@/app/export/sources.csv/route'
import { asRole } from '../../support/as-role'
import { aClaim, aConflict, aDispatch, anEvent, aPublishedClaim, aReadVerdict, aSource } from '../../support/factories'
import { ask, asSomebody, asStranger, expectCutOff, expectCutOffMidway, held, textOf } from './reader'
import { rowsOf } from './strict-csv'

vi.mock('next/headers', async () => (await import('./reader')).requestScope)

const rows = async (path = '/export/claims.csv', delimiter: ',' | ';' = ',') =>
  rowsOf((await textOf(await ask(claims, path))).replace(/^\ufeff/, ''), delimiter)
const find = (all: Record<string, string>[], id: string) => all.find(({ occurrence_id }) => occurrence_id === id)

beforeEach(() => asSomebody())

describe('what was written comes back', () => {
  const HARD = [
    'Kona\u00a0: «\u00a0prise  hier\u202f!\u00a0»',
    'première ligne\nseconde, "entre" guillemets\r\ntroisième; fin\r',
    '""',
    'été 😀 e\u0301 مدينة',
    ' espaces autour ',
    '\\.',
    '\\N',
    '@AOCPress a dit',
    '-4 blessés',
    '=HYPERLINK("http://x")',
    ' =1+1',
    '＝1+1',
    '«\u00a0=1',
    "'=1",
    "'déjà",
    '+33 6',
    '\t=1',
  ]
  const FORMULAS = new Set(HARD.slice(7).filter((it) => it !== "'déjà"))
  let ids: string[] = []

  beforeEach(async () => {
    if (ids.length > 0) return
    const { versionId, text } = await aDispatch({ text: HARD.map((it) => `[${it}]`).join('|') })
    const eventId = (await anEvent()).id
    const made: string[] = []
    for (const exact of HARD) {
      const start = [...text.slice(0, text.indexOf(`[${exact}]`) + 1)].length
      const claim = await aClaim({ dispatchVersionId: versionId, eventId, quote: { exact, start }, statements: [] })
      made.push(claim.occurrenceId)
    }
    ids = made
  })

  test('for machines, value by value, whatever it holds', async () => {
    const all = await rows()
    expect(ids.map((id) => find(all, id)?.quote)).toEqual(HARD)
  })

  test('for Excel, with an apostrophe before what would run and before nothing else', async () => {
    for (const [lang, delimiter] of [
      ['fr', ';'],
      ['en', ','],
    ] as const) {
      const all = await rows(`/export/claims.csv?profile=excel&lang=${lang}`, delimiter)
      expect(ids.map((id) => find(all, id)?.quote)).toEqual(HARD.map((it) => (FORMULAS.has(it) ? `'${it}` : it)))
      expect(all.every(({ start, end }) => /^\d+$/.test(`${start}${end}`))).toBe(true)
    }
  })

  test('for Excel every field stands between quotation marks, an absent one too', async () => {
    const text = (await textOf(await ask(claims, '/export/claims.csv?profile=excel&lang=fr'))).slice(1)
    const bare = text.replace(/"(?:[^"]|"")*"/g, 'x')
    expect(bare).toMatch(/^(x(;x)*\r\n)+$/)
  })
})

describe('a stranger', () => {
  test('gets what is published and nothing else', async () => {
    const open = await aPublishedClaim()
    const closed = await aClaim()
    const all = await rows()
    expect(find(all, open.occurrenceId)?.verdict).toBe('disputed')
    expect(find(all, closed.occurrenceId)).toBeDefined()
    asStranger()
    const seen = await rows()
    expect(find(seen, open.occurrenceId)).toMatchObject({ verdict: 'disputed', source: 'Le Journal' })
    expect(find(seen, closed.occurrenceId)).toBeUndefined()
    const { id } = await aConflict()
    const shown = rowsOf(await textOf(await ask(conflicts, '/export/conflicts.csv')))
    const { rows: named } = await asRole('superuser', null, (it) => it('select ref from conflicts where id = $1', [id]))
    expect(shown.map(({ conflict_id }) => conflict_id)).not.toContain(named[0].ref)
  })

  test('and the desk read no verdict before it is published', async () => {
    const claim = await aClaim()
    await aReadVerdict(claim.id)
    expect(find(await rows(), claim.occurrenceId)).toMatchObject({
      verdict: '',
      verdict_label_fr: '',
      published_at: '',
    })
  })
})

test('a discarded claim is in no export', async () => {
  const claim = await aClaim()
  await asRole('superuser', 'x', (it) =>
    it('update claims set discarded_at = now(), version = version + 1 where id = $1', [claim.id]),
  )
  expect(find(await rows(), claim.occurrenceId)).toBeUndefined()
})

test('a protected source shows its alias and nothing that could name it', async () => {
  const source = await aSource({ name: 'Un cadre du parti', kind: 'anonymous_person' })
  await asRole('superuser', 'x', (it) =>
    it(
      `update sources set version = version + 1, is_protected = true, affiliation = 'Ministère secret', role_words = 'bras droit' where id = $1`,
      [source.id],
    ),
  )
  const claim = await aClaim({ chain: [{ sourceId: source.id, role: 'speaker' }] })
  expect(find(await rows(), claim.occurrenceId)).toMatchObject({
    source: 'Un cadre du parti',
    attribution_chain: 'Un cadre du parti (speaker)',
  })
  const text = await textOf(await ask(sources, '/export/sources.csv'))
  expect(text).toContain('Un cadre du parti')
  expect(text).not.toMatch(/Ministère secret|bras droit/)
})

describe('a long export', () => {
  const busy = async () =>
    Number(
      (
        await asRole('superuser', null, (it) =>
          it(
            `select count(*) from pg_stat_activity where datname = current_database() and application_name like 'recoupe app%' and (state = 'active' or state like 'idle in%')`,
          ),
        )
      ).rows[0].count,
    )
  /** 25,000 occurrences of one claim, some 20 MB: more than any socket holds. */
  async function many() {
    const claim = await aClaim({ statementFr: 'x'.repeat(600) })
    await asRole('superuser', 'x', async (it) => {
      await it(`set local session_replication_role = replica`)
      await it(
        `insert into occurrences (id, claim_id, anchor_id, kind) select gen_random_uuid(), claim_id, anchor_id, kind from occurrences, generate_series(1, 25000) where id = $1`,
        [claim.occurrenceId],
      )
    })
  }
  let isBig = false
  beforeEach(async () => {
    if (!isBig) await many()
    isBig = true
  }, 60_000)
  afterEach(() => vi.restoreAllMocks())

  test('waits for its reader, and frees the connection when the reader goes away', async () => {
    const response = await ask(claims, '/export/claims.csv')
    const reader = response.body?.getReader()
    for (let i = 0; i < 3; i++) await reader?.read()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect([held(), await busy()]).toEqual([1, 1]) // still there: nobody took the rest
    await reader?.cancel()
    await vi.waitFor(async () => expect([held(), await busy()]).toEqual([0, 0]), 5_000)
    expect((await rows()).length).toBeGreaterThan(25_000) // and the next one is whole
  })

  test('ends with the request that asked for it', async () => {
    const gone = new AbortController()
    const response = await ask(claims, '/export/claims.csv', { signal: gone.signal })
    const reader = response.body?.getReader()
    await reader?.read()
    gone.abort()
    await expectCutOff(reader)
    await vi.waitFor(async () => expect([held(), await busy()]).toEqual([0, 0]), 5_000)
  })

  test('that fails midway is cut off, never short and quiet', () => expectCutOffMidway(claims, '/export/claims.csv'))

  test('is one of three at once: the fourth is asked to come back', async () => {
    const open = await Promise.all([1, 2, 3].map(() => ask(claims, '/export/claims.csv')))
    const fourth = await ask(claims, '/export/claims.csv')
    expect([fourth.status, fourth.headers.get('retry-after')]).toEqual([429, '60'])
    await Promise.all(open.map((it) => it.body?.cancel()))
    await vi.waitFor(async () => expect([held(), await busy()]).toEqual([0, 0]), 5_000)
  })
})
