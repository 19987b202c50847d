import { beforeEach, describe, expect, test, vi } from 'vitest'
import { GET as claims } from '@/app/export/claims.csv/route'
import { GET as workbook } from '@/app/export/claims.xlsx/route'
import { GET as conflicts } from '@/app/export/conflicts.csv/route'
import { GET as evidence } from '@/app/export/evidence.csv/route'
import { GET as sources } from '@/app/export/sources.csv/route'
import { countClaims } from '@/lib/data/claim-lists'
import { countConflicts } from '@/lib/data/conflict-lists'
import { deskDb } from '@/lib/data/db'
import { type FilterKey, readQuery } from '@/lib/domain/desk-filter'
import { loadPublicSearch } from '@/lib/services/load-public'
import { aClaim, aPublishedClaim } from '../../support/factories'
import { readWorkbook } from '../../support/read-workbook'
import { ask, asSomebody, asStranger, textOf } from './reader'
import { rowsOf } from './strict-csv'
import '../../support/with-sample'

vi.mock('next/headers', async () => (await import('./reader')).requestScope)

const NOBODY_ID = '00000000-0000-4000-8000-000000000000'
const claimIds = async (query: string) =>
  new Set(rowsOf(await textOf(await ask(claims, `/export/claims.csv?${query}`))).map(({ claim_id }) => claim_id))
const conflictIds = async (query: string) =>
  rowsOf(await textOf(await ask(conflicts, `/export/conflicts.csv?${query}`))).map(({ conflict_id }) => conflict_id)

beforeEach(() => asSomebody())

describe('a filter of the desk', () => {
  test.each([
    'q=Kona',
    "q=l'armée",
    'q=100%25_\\',
    `q=');drop table claims;--`,
    'status=to_review',
    'assignee=none',
    `assignee=${NOBODY_ID}`,
    'event=none',
    'event=prise-de-kona-konna',
    'label=x',
    'type=place',
    'verdict=none',
    'verdict=mostly_true',
    'source=afp',
    'dispatch=mali-kona-france-24',
    'changed=others',
    'dispatch=mali-kona-france-24&verdict=none&q=Konna',
  ])('claims?%s exports the claims that the list counts', async (query) => {
    const listed = await countClaims(deskDb(), readQuery('claims', query).filter, NOBODY_ID)
    expect((await claimIds(query)).size).toBe(listed)
  })

  test.each(['q=Kona', 'status=unsettled', 'class=contradiction', 'type=place', 'severity=high', 'changed=others'])(
    'conflicts?%s exports the conflicts that the list counts',
    async (query) => {
      const { total } = await countConflicts(deskDb(), readQuery('conflicts', query).filter, NOBODY_ID)
      expect(await conflictIds(query)).toHaveLength(total)
    },
  )

  test.each(['q=Kona', 'event=prise-de-kona-konna', 'verdict=mostly_true', 'source=afp'])(
    'claims?%s finds some',
    async (query) => expect((await claimIds(query)).size).toBeGreaterThan(0),
  )

  test('leaves some rows out and keeps others, in the workbook as in the CSV', async () => {
    const some = await claimIds('verdict=none')
    expect(some.size).toBeGreaterThan(0)
    expect(some.size).toBeLessThan((await claimIds('')).size)
    const [sheet] = readWorkbook(
      Buffer.from(await (await ask(workbook, '/export/claims.xlsx?verdict=none')).arrayBuffer()),
    )
    expect(new Set(sheet?.rows.slice(1).map(([id]) => id))).toEqual(some)
  })
})

describe('a stranger', () => {
  beforeEach(() => asStranger())

  test.each(['Kona', 'Konna', 'Tombouctou', 'armée malienne', "l'armée", '"aucun mot ainsi"'])(
    'who asks for %s gets the claims that the public search finds',
    async (q) => {
      const { claims: found } = await loadPublicSearch(q)
      const ids = await claimIds(new URLSearchParams({ q }).toString())
      expect([...ids].sort()).toEqual(found.map(({ claim }) => claim.ref).sort())
    },
  )

  test('finds nothing that is not published, whatever the words', async () => {
    const open = await aPublishedClaim({ statementFr: 'Zanzibar est une île ouverte.' })
    const closed = await aClaim({ statementFr: 'Zanzibar est une île fermée.' })
    const seen = await textOf(await ask(claims, '/export/claims.csv?q=Zanzibar'))
    expect(seen).toContain(open.occurrenceId)
    expect(seen).not.toContain(closed.occurrenceId)
    const shown = new Set(await conflictIds(''))
    const asked = await conflictIds('q=Kona')
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((id) => !shown.has(id))).toEqual([])
  })

  test('gets the sources whose name holds the words', async () => {
    const names = rowsOf(await textOf(await ask(sources, '/export/sources.csv?q=afp'))).map(({ name }) => name)
    expect(names).toContain('AFP')
    expect(names.every((name) => name?.toLowerCase().includes('afp'))).toBe(true)
  })

  test('may not ask what the desk may, and is told which parameter it was', async () => {
    const answer = await ask(claims, '/export/claims.csv?status=reviewed&q=Kona&lang=fr')
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await answer.json()).toMatchObject({
      detail: expect.stringMatching(/Corrigez chaque paramètre nommé/),
      errors: [{ field: 'status', reason: 'unknown_field', detail: expect.stringMatching(/orthographe/) }],
    })
  })
})

test('a wrong value, an unknown name and a profile for a workbook are each a 400 that names it', async () => {
  const named = async (answer: Promise<Response>) => {
    const { status, errors } = await (await answer).json()
    return [status, ...errors.map(({ field }: { field: FilterKey }) => field)]
  }
  expect(await named(ask(conflicts, '/export/conflicts.csv?status=done&x=1'))).toEqual([400, 'status', 'x'])
  expect(await named(ask(evidence, '/export/evidence.csv?q=Kona'))).toEqual([400, 'q'])
  expect(await named(ask(workbook, '/export/claims.xlsx?profile=excel'))).toEqual([400, 'profile'])
})
