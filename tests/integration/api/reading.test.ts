import { beforeAll, describe, expect, test, vi } from 'vitest'
import { POST as postSearch } from '@/app/api/v1/claims-search/route'
import { GET as claimsCsv } from '@/app/export/claims.csv/route'
import { deskDb } from '@/lib/data/db'
import { RECORD_ANSWERS, type RecordKind } from '@/lib/domain/api-answers'
import { discardClaim } from '@/lib/services/discard-claim'
import { aClaim, aConflict, aDispatch, aPerson, aSource, deskOf } from '../../support/factories'
import { aSession, somebody } from '../auth/newsroom'
import { ask, textOf } from '../export/reader'
import { rowsOf as rowsIn } from '../export/strict-csv'
import { call, withSession } from './caller'
import '../../support/with-sample'

vi.mock('next/headers', async () => (await import('./caller')).requestScope)

const KINDS = Object.keys(RECORD_ANSWERS) as RecordKind[]
let desk: Record<string, string>
beforeAll(async () => {
  desk = withSession(await aSession(await somebody('reader')))
})

describe('reading', () => {
  test.each(KINDS)(
    '%s: a list and each of its records are as described, for the desk and for a stranger',
    async (kind) => {
      for (const headers of [desk, {}]) {
        const { body } = await call('GET', `/v1/${kind}?limit=100`, { headers })
        expect(body.items.length, `${kind} in the sample`).toBeGreaterThan(0)
        expect(body.total).toBeGreaterThanOrEqual(body.items.length)
        for (const it of body.items.slice(0, 5)) {
          const one = await call('GET', `/v1/${kind}/${it.id}`, { headers })
          expect(one.body).toMatchObject(kind === 'dispatches' ? { id: it.id } : it)
          expect(one.headers.get('etag')).toBe(one.body.version === undefined ? null : `"${one.body.version}"`)
          if (it.slug !== undefined)
            expect((await call('GET', `/v1/${kind}/${it.slug}`, { headers })).body).toEqual(one.body)
        }
      }
    },
  )

  test('a stranger is shown nothing of the work on a claim or a verdict, and finds no draft', async () => {
    const draft = await aClaim()
    const [published] = (await call('GET', '/v1/claims?limit=1')).body.items
    expect(published).not.toHaveProperty('work')
    for (const it of (await call('GET', '/v1/verdicts')).body.items) {
      expect(it).not.toHaveProperty('work')
      expect(it).not.toHaveProperty('version')
    }
    const [hidden, nothing] = [
      await call('GET', `/v1/claims/${draft.id}`),
      await call('GET', '/v1/claims/01985c50-7b6e-7c1a-9f43-2d6a1c0e5b11'),
    ]
    expect([hidden.status, nothing.status]).toEqual([404, 404])
    const withoutId = ({ requestId: _, ...rest }: Record<string, unknown>) => rest
    expect(withoutId(hidden.body)).toEqual(withoutId(nothing.body))
    expect((await call('GET', `/v1/claims/${draft.id}`, { headers: desk })).status).toBe(200)
  })

  test('the source of a protected identity and one that is not public are not named in a chain', async () => {
    const hidden = await aSource({ name: 'Personne à ne pas nommer' })
    const all = JSON.stringify((await call('GET', '/v1/claims?limit=100')).body)
    expect(all).not.toContain(hidden.id)
  })
})

describe('a list', () => {
  const exported = async (query: string) => {
    const all = rowsIn(await textOf(await ask(claimsCsv, `/export/claims.csv?${query}`)))
    return { rows: all.length, claims: new Set(all.map(({ claim_id }) => claim_id)).size }
  }
  test.each(['', 'q=konna', 'q=Mali', 'q=nothing-at-all'])(
    'of claims counts what the export of "%s" has',
    async (query) => {
      const { body } = await call('GET', `/v1/claims?${query}`)
      const { rows, claims } = await exported(query)
      expect([body.exportRows, body.total]).toEqual([rows, claims])
    },
  )

  test('refuses what it does not know, by name', async () => {
    const { status, body } = await call('GET', '/v1/claims?colour=red&limit=1', { headers: desk })
    expect([status, body.errors[0]?.parameter]).toEqual([422, 'colour'])
    for (const limit of ['-1', '0', '1e9', 'NaN', '1;drop', '101'])
      expect((await call('GET', `/v1/claims?limit=${limit}`)).body.errors[0], limit).toMatchObject({
        parameter: 'limit',
      })
    expect((await call('GET', '/v1/events?q=a&q=b')).status).toBe(422)
    expect((await call('GET', '/v1/verdicts?state=odd')).body.errors[0]).toMatchObject({ parameter: 'state' })
  })

  test('walked while rows come and go shows every row that was there throughout, once', async () => {
    const dispatch = await aDispatch()
    const source = await aSource()
    const chain = [{ sourceId: source.id, role: 'outlet' as const }]
    const make = () => aClaim({ dispatchVersionId: dispatch.versionId, chain })
    const [first, ...others] = [await make(), await make(), await make(), await make(), await make()]
    const before = (await deskDb().claim.findMany({ where: { discardedAt: null }, select: { id: true } })).map(
      ({ id }) => id,
    )
    const editor = await deskOf(await aPerson({ role: 'editor' }))
    const seen: string[] = []
    const gone: string[] = []
    for (let at: string | null = '/v1/claims?limit=7', page = 0; at !== null; page++) {
      const { body, headers } = await call('GET', at, { headers: desk })
      seen.push(...body.items.map(({ id }) => id))
      const link = headers.get('link')
      expect(/rel="next"/.test(link ?? '')).toBe(body.next !== null)
      at = link === null ? null : (/<\/api([^>]+)>; rel="next"/.exec(link)?.[1] ?? null)
      if (page === 0) {
        await discardClaim(editor, { claimId: first?.id ?? '', version: 1 })
        gone.push(first?.id ?? '')
      }
      if (page < 3) await make()
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(before.filter((id) => !gone.includes(id) && !seen.includes(id))).toEqual([])
    expect(others.every(({ id }) => seen.includes(id))).toBe(true)
  })

  test('is walked back the way it was walked on, also when rows have come and gone', async () => {
    const page = async (path: string) => {
      const { body, headers } = await call('GET', path, { headers: desk })
      const to = (rel: string) => new RegExp(`</api([^>]+)>; rel="${rel}"`).exec(headers.get('link') ?? '')?.[1] ?? null
      expect([to('prev') !== null, to('next') !== null]).toEqual([body.prev !== null, body.next !== null])
      return { ids: body.items.map(({ id }) => id), prev: to('prev'), next: to('next') }
    }
    const pages = []
    for (let at: string | null = '/v1/events?limit=2'; at !== null; ) {
      pages.push(await page(at))
      at = pages.at(-1)?.next ?? null
    }
    expect(pages.length).toBeGreaterThan(2)
    expect(pages[0]?.prev).toBe(null)
    const back = []
    for (let at = pages.at(-1)?.prev ?? null; at !== null; ) {
      const turned = await page(at)
      back.unshift(...turned.ids)
      at = turned.prev
    }
    expect(back).toEqual(pages.slice(0, -1).flatMap(({ ids }) => ids))
    expect((await page((await page(pages[1]?.prev ?? '')).next ?? '')).ids).toEqual(pages[1]?.ids)
  })

  test('a search is walked back the same way', async () => {
    // With a share of requests of its own.
    const asReader = { headers: withSession(await aSession(await somebody('reader'))) }
    const page = async (path: string) => {
      const { body, headers } = await call('GET', path, asReader)
      const { claims } = body as unknown as { claims: { claim: { id: string } }[] }
      const to = (rel: string) => new RegExp(`</api([^>]+)>; rel="${rel}"`).exec(headers.get('link') ?? '')?.[1] ?? null
      return { ids: claims.map(({ claim }) => claim.id), prev: to('prev'), next: to('next') }
    }
    const { dispatchVersionId, eventId, chain } = await aClaim({ statementFr: 'Un convoi passe par Diré.' })
    for (let n = 0; n < 52; n++)
      await aClaim({ dispatchVersionId, eventId, chain, statementFr: `Le convoi numéro ${n} passe par Diré.` })
    const first = await page('/v1/search?q=Dir%C3%A9')
    expect([first.ids.length, first.prev]).toEqual([50, null])
    const second = await page(first.next ?? '')
    expect(second.ids.filter((id) => first.ids.includes(id))).toEqual([])
    expect(second.ids.length).toBe(3)
    const back = await page(second.prev ?? '')
    expect([back.ids, back.prev]).toEqual([first.ids, null])
    expect((await page(back.next ?? '')).ids).toEqual(second.ids)
    const of = (q: string) => call('GET', `${second.prev}`.replace(/q=[^&]*/, `q=${q}`), asReader)
    expect((await of('Konna')).status).toBe(422)
  })

  test('takes no cursor that was altered, nor one of another question or reader', async () => {
    const { next } = (await call('GET', '/v1/claims?limit=1', { headers: desk })).body
    const statusOf = async (path: string, headers = desk) => (await call('GET', path, { headers })).status
    expect(await statusOf(`/v1/claims?limit=1&cursor=${next}`)).toBe(200)
    expect(await statusOf(`/v1/claims?cursor=${next?.slice(0, -2)}AA`)).toBe(400)
    expect(await statusOf(`/v1/claims?q=a&cursor=${next}`)).toBe(400)
    expect(await statusOf(`/v1/events?cursor=${next}`)).toBe(400)
    expect(await statusOf(`/v1/claims?cursor=${next}`, {})).toBe(400)
  })
})

describe('what is not an operation', () => {
  test('is refused as problem+json: no such address, no such method, no such kind of body', async () => {
    for (const path of ['/v1', '/v1/nothing', '/v2/claims', '/claims', '/v1/claims/%E9'])
      expect((await call('GET', path)).status, path).toBe(404)
    const { status, headers } = await call('DELETE', '/v1/claims', { headers: desk })
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS, POST'])
    const search = postSearch(new Request('http://localhost:3000/api/v1/claims:search', { method: 'POST' }))
    expect([search.status, search.headers.get('allow'), search.headers.get('content-type')]).toEqual([
      405,
      'GET, HEAD, OPTIONS',
      'application/problem+json; charset=utf-8',
    ])
    const editor = withSession(await aSession(await somebody('editor')))
    const post = (raw: string, more: Record<string, string> = {}) =>
      call('POST', '/v1/claims', { headers: { ...editor, ...more }, raw })
    expect((await post('{}', { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post('{}', { 'content-encoding': 'gzip' })).status).toBe(415)
    expect((await post('{')).status).toBe(400)
    expect((await post('[]')).status).toBe(400)
    expect((await post(JSON.stringify({ statementFr: 'x'.repeat(300_000) }))).status).toBe(413)
    expect(
      (await call('POST', '/v1/claims', { headers: { ...editor, origin: 'https://evil.example' }, raw: '{}' })).status,
    ).toBe(403)
  })

  test('what is refused in a body is pointed at, where it stands or where it is missing', async () => {
    const editor = withSession(await aSession(await somebody('editor')))
    const body = { quote: { exact: 3 }, chain: [{ sourceId: 'x', role: 'king' }], 'a/b~c': 1 }
    const answer = await call('POST', '/v1/claims', { headers: editor, body })
    expect(answer.status).toBe(422)
    const pointers = answer.body.errors.map(({ pointer }) => pointer ?? '')
    expect(pointers).toEqual(
      expect.arrayContaining(['#/quote/exact', '#/chain/0/sourceId', '#/chain/0/role', '#/a~1b~0c', '#']),
    )
    for (const pointer of pointers) {
      const steps = pointer
        .slice(2)
        .split('/')
        .filter((it: string) => it !== '')
      const found = steps.reduce(
        (at: unknown, step: string) =>
          (at as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
        body,
      )
      expect(found, pointer).toBeDefined()
    }
  })
})

test('GET changes nothing', async () => {
  await aConflict()
  const count = () => Promise.all([deskDb().auditEntry.count(), deskDb().revision.count()])
  const before = await count()
  for (const kind of KINDS) await call('GET', `/v1/${kind}`, { headers: desk })
  expect(await count()).toEqual(before)
})
