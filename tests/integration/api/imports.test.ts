import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { deskDb } from '@/lib/data/db'
import type { Scope } from '@/lib/domain/api-token'
import type { Role } from '@/lib/domain/permission'
import { addDispatch } from '@/lib/services/add-dispatch'
import { addToken } from '@/lib/services/add-token'
import { runNextJob } from '@/lib/services/run-next-job'
import { tableWork } from '@/lib/web/table-work'
import { asRole } from '../../support/as-role'
import { aClaim, aPerson, aSource, deskOf } from '../../support/factories'
import { type Answer, call, withToken } from './caller'

vi.mock('next/headers', async () => (await import('./caller')).requestScope)
const db = deskDb()

type Method = Parameters<typeof call>[0]
/** A program of somebody that takes tables in. */
async function aProgram(role: Role = 'reviewer', scopes: Scope[] = ['read', 'write']) {
  const me = withToken((await addToken(await deskOf(await aPerson({ role })), { name: 'Un script', scopes })).token)
  const ask = (method: Method, path: string, body?: object, more: Record<string, string> = {}) =>
    call(method, `/v1/imports${path}`, { headers: { ...me, ...more }, ...(body ? { body } : {}) })
  const send = (file: string | Uint8Array<ArrayBuffer>, more: Record<string, string> = {}, name = 'claims.csv') =>
    call('POST', `/v1/imports?name=${name}`, {
      headers: { ...me, 'content-type': 'text/csv', 'content-digest': digestOf(file), ...more },
      raw: file,
    })
  return { me, ask, send }
}
const sha256 = (file: string | Uint8Array) => createHash('sha256').update(file)
const digestOf = (file: string | Uint8Array) => `sha-256=:${sha256(file).digest('base64')}:`
const everything = async () => {
  while ((await runNextJob(db, 'this test', { import_table: tableWork })) !== null);
}
const uploads = () => db.tableImport.count({ where: { state: { not: 'cancelled' } } })
const refusal = ({ status, body }: Answer) => [status, body.code, body.errors?.map(({ reason }) => reason)]

test('a table goes the whole way by the API: sent, mapped, looked at, mended, written and taken back', async () => {
  const { ask, send } = await aProgram()
  const { ref, id: claimId } = await aClaim({ statementFr: 'Avant', statementEn: null })
  const file = `N°,Énoncé,statement_en\n${ref},Après,After\n,Un fait nouveau,\nX9,Perdu,\n`
  const sent = await send(file)
  expect(sent).toMatchObject({
    status: 201,
    body: { sha256: sha256(file).digest('hex'), bytes: Buffer.byteLength(file) },
  })
  const at = `/${sent.body.id}`
  expect(sent.headers.get('location')).toBe(`/api/v1/imports${at}`)
  expect((await ask('GET', `${at}/columns`)).body).toMatchObject({
    columns: [{ field: null }, { field: 'statement_fr' }, { field: 'statement_en' }],
    samples: [
      [ref, 'Après', 'After'],
      ['', 'Un fait nouveau', ''],
      ['X9', 'Perdu', ''],
    ],
  })
  const queued = await ask('POST', `${at}/comparison`, { columns: { 'N°': 'claim_id' } })
  expect((await ask('GET', at)).body).toMatchObject({
    state: 'received',
    job: { id: queued.body.jobId, state: 'waiting' },
  })
  await everything()
  expect((await ask('GET', at)).body).toMatchObject({
    state: 'compared',
    isOwn: true,
    counts: { read: 3, added: 1, changed: 1, rejected: 1, unchanged: 0, conflicts: 0 },
    job: { state: 'done' },
  })
  const first = await ask('GET', `${at}/changes?limit=1`)
  expect(first.body.items).toMatchObject([{ row: 2, key: ref, field: 'statement_en', before: null, after: 'After' }])
  expect(first.headers.get('link')).toContain(`cursor=${encodeURIComponent(first.body.next ?? '')}`)
  const second = await ask('GET', `${at}/changes?limit=1&cursor=${first.body.next}`)
  expect(second.body).toMatchObject({ items: [{ field: 'statement_fr', before: 'Avant', after: 'Après' }], next: null })
  expect((await ask('GET', `${at}/additions`)).body.items).toMatchObject([{ row: 3, statementFr: 'Un fait nouveau' }])
  const [problem] = (await ask('GET', `${at}/problems`, undefined, { 'accept-language': 'en' })).body.items
  expect(problem).toMatchObject({ row: 4, column: 'N°', code: 'unknown_claim', value: 'X9' })
  expect(JSON.stringify(problem)).toContain('row 4, column N°: “X9”')
  const refused = await ask('GET', `${at}/refused.csv?lang=en`)
  expect(refused.headers.get('content-type')).toMatch(/^text\/csv/)
  expect(refused.body.said).toContain('"X9","Perdu"')

  const shown = (await ask('GET', at)).headers.get('etag') ?? ''
  const confirm = (body: object, tag: string) => ask('POST', `${at}/confirmation`, body, { 'if-match': tag })
  expect(refusal(await confirm({}, shown))).toEqual([422, 'invalid', ['required']])
  expect((await confirm({ leavesOut: true }, shown)).status).toBe(200)
  await everything()
  expect((await ask('GET', at)).body).toMatchObject({ state: 'written', job: { state: 'done' } })
  expect(await db.claim.findUnique({ where: { id: claimId } })).toMatchObject({ statementFr: 'Après', version: 2 })
  expect((await ask('GET', `${at}/additions`)).body.items[0]).toMatchObject({ slug: 'un-fait-nouveau' })

  expect((await ask('POST', `${at}/undo`)).status).toBe(200)
  await everything()
  expect((await ask('GET', at)).body).toMatchObject({ state: 'undone', undone: 2, left: [] })
  expect(await db.claim.findUnique({ where: { id: claimId } })).toMatchObject({ statementFr: 'Avant', version: 3 })
  expect((await ask('GET', '')).body.items[0]).toMatchObject({ id: sent.body.id, state: 'undone' })
  expect(refusal(await ask('GET', `${at}/columns`))).toEqual([422, 'invalid', ['wrong_state']])
})

test('a yes names the comparison that was seen: for another one it is refused, and nothing is written', async () => {
  const { ask, send } = await aProgram()
  const { id } = (await send('statement_fr,statement_en\nUn convoi est parti,A convoy left\n')).body
  const compare = async (columns: object) => {
    await ask('POST', `/${id}/comparison`, { columns })
    await everything()
    const { headers, body } = await ask('GET', `/${id}`)
    return { tag: headers.get('etag') ?? '', version: body.version }
  }
  const confirm = (body: object, more: Record<string, string> = {}) => ask('POST', `/${id}/confirmation`, body, more)
  const first = await compare({})
  const second = await compare({ statement_en: null })
  expect(second.tag).toBe(`"${second.version}"`)
  expect(refusal(await confirm({}))).toEqual([428, 'precondition_required', undefined])
  const late = await confirm({}, { 'if-match': first.tag })
  expect([...refusal(late), late.headers.get('etag')]).toEqual([412, 'precondition_failed', undefined, second.tag])
  expect(refusal(await confirm({ version: first.version }))).toEqual([409, 'stale', undefined])
  await everything()
  expect((await ask('GET', `/${id}`)).body).toMatchObject({ state: 'compared' })
  // Work that waits for a comparison writes no other one.
  expect((await confirm({}, { 'if-match': second.tag })).status).toBe(200)
  const { jobId } = await db.tableImport.findUniqueOrThrow({ where: { id } })
  await asRole('superuser', 'a test', (it) =>
    it(`update jobs set payload = payload || '{"version": 1}' where id = $1`, [jobId]),
  )
  await everything()
  expect((await ask('GET', `/${id}`)).body).toMatchObject({ state: 'compared', job: { state: 'done' } })
  expect((await confirm({ version: second.version })).status).toBe(200)
  await everything()
  expect((await ask('GET', `/${id}`)).body).toMatchObject({ state: 'written', counts: { added: 1 } })
})

test('a passage brings its chain by the API; sources nobody knew are added where that was asked', async () => {
  const { ask, send } = await aProgram()
  const publisher = await aSource({ name: 'Le Phare du Niger', kind: 'outlet' })
  const { slug } = await addDispatch(await deskOf(await aPerson()), {
    title: 'Le bac',
    text: 'Le bac est à quai, dit le passeur.',
    publisherId: publisher.id,
  })
  const cells = ['Le bac de Diré est à quai', 'indirect', slug, 'Le bac est à quai', 'Sidi Touré > Radio Diré (agency)']
  const { id } = (await send(`statement_fr,kind,dispatch_slug,quote,speaker\n${cells.join(',')}\n`)).body
  await ask('POST', `/${id}/comparison`, {})
  await everything()
  expect((await ask('GET', `/${id}`)).body).toMatchObject({ addsSources: false, counts: { rejected: 1 } })
  expect((await ask('GET', `/${id}/problems`)).body.items).toMatchObject([
    { column: 'speaker', code: 'unknown_source' },
  ])
  await ask('POST', `/${id}/comparison`, { addsSources: true })
  await everything()
  expect((await ask('GET', `/${id}`)).body).toMatchObject({ addsSources: true, counts: { added: 1 } })
  expect((await ask('GET', `/${id}/additions`)).body.items).toMatchObject([
    {
      exact: 'Le bac est à quai',
      chain: [
        { source: 'Sidi Touré', role: 'speaker', scope: 'explicit', isNew: true },
        { source: 'Radio Diré', role: 'agency', scope: 'explicit', isNew: true },
        { source: 'Le Phare du Niger', role: 'outlet', scope: 'explicit', isNew: false },
      ],
    },
  ])
})

test('a file that is cut short, changed on its way, of unknown length, a form, or none is refused and forgotten', async () => {
  const { send } = await aProgram()
  const file = 'statement_fr,b\nUn mot,2\n'
  const before = await uploads()
  const cut = { 'content-digest': digestOf(`${file}Encore,3\n`) }
  expect(refusal(await send(file, cut))).toEqual([422, 'invalid', ['cut_short']])
  expect(refusal(await send(file, { 'content-length': '99' }))).toEqual([422, 'invalid', ['cut_short']])
  expect(refusal(await send('', {}))).toEqual([422, 'invalid', ['required']])
  expect((await send(file, { 'content-digest': 'sha-256=abc' })).status).toBe(400)
  expect((await send(file, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
  expect((await send(file, { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(415)
  const { me } = await aProgram()
  const silent = { headers: { ...me, 'content-type': 'text/csv' }, raw: file }
  expect(refusal(await call('POST', '/v1/imports?name=x.csv', silent))).toEqual([411, 'http_411', undefined])
  expect(refusal(await call('POST', '/v1/imports', { ...silent }))).toEqual([422, 'invalid', ['required']])
  expect(await uploads()).toBe(before)
  expect(await db.tableChunk.count({ where: { tableImport: { state: 'cancelled' } } })).toBe(0)
})

test('a file sent twice with one key is one import; another file under it is refused', async () => {
  const { send, ask } = await aProgram()
  const file = 'statement_fr,b\nUne fois,2\n'
  const key = { 'idempotency-key': 'une-fois' }
  const before = await uploads()
  const [one, two] = [await send(file, key), await send(file, key)]
  expect(two.body.id).toBe(one.body.id)
  expect(two.headers.get('idempotency-replayed')).toBe('true')
  const many = await Promise.all(Array.from({ length: 5 }, () => send(file, { 'idempotency-key': 'ensemble' })))
  expect(new Set(many.filter(({ status }) => status === 201).map(({ body }) => body.id)).size).toBe(1)
  expect(many.map(({ status }) => status).filter((it) => it !== 201 && it !== 409)).toEqual([])
  expect(await uploads()).toBe(before + 2)
  expect(refusal(await send('statement_fr,b\nAutre,2\n', key))).toEqual([422, 'idempotency_reused', undefined])
  expect(
    (await send(file, { ...key, 'content-digest': '', 'content-length': String(Buffer.byteLength(file)) })).status,
  ).toBe(400)
  const confirmation = await ask('POST', `/${one.body.id}/comparison`, {}, { 'idempotency-key': 'deux' })
  const again = await ask('POST', `/${one.body.id}/comparison`, {}, { 'idempotency-key': 'deux' })
  expect(again.body).toEqual(confirmation.body)
})

test('a workbook, JSON Lines and annotations are known by their bytes; what is no table says why', async () => {
  const { send, ask } = await aProgram()
  const book = new Uint8Array(Buffer.from('PK\u0003\u0004 and nothing a ZIP has'))
  const sent = await send(book, { 'content-type': 'application/octet-stream' }, 'book.xlsx')
  expect((await ask('GET', `/${sent.body.id}`)).body).toMatchObject({ format: 'xlsx', name: 'book.xlsx' })
  expect((await ask('GET', `/${sent.body.id}/columns`)).status).toBe(422)
  const lines = await send('{"statement_fr":"Une ligne"}\n', { 'content-type': 'application/x-ndjson' }, 'claims.jsonl')
  expect((await ask('GET', `/${lines.body.id}/columns`)).body).toMatchObject({ columns: [{ name: 'statement_fr' }] })
  const saved = await send(new Uint8Array(readFileSync('tests/support/saved-by-libreoffice.xlsx')))
  const notes = `/${saved.body.id}/columns?sheet=${encodeURIComponent('Été & « notes »')}`
  const sheets = ['Faits', 'Été & « notes »']
  expect((await ask('GET', notes)).body).toMatchObject({
    sheets,
    sheet: sheets[1],
    samples: [['n1', 'Une autre feuille', 'rien']],
  })
  expect((await ask('POST', `/${saved.body.id}/comparison`, { sheet: 'Nulle part' })).status).toBe(422)
  expect((await ask('POST', `/${saved.body.id}/comparison`, { sheet: sheets[1] })).status).toBe(200)
  expect((await ask('GET', `/${saved.body.id}`)).body).toMatchObject({ sheet: sheets[1] })
  const none = await send('1;2\n3;4\n')
  for (const answer of [await ask('GET', `/${none.body.id}/columns`), await ask('POST', `/${none.body.id}/comparison`)])
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid'])
})

test('an import is gone on with by whoever began it; a reader sends none, and a token only does what its scopes say', async () => {
  const [mine, other] = [await aProgram(), await aProgram()]
  const { id } = (await mine.send('statement_fr,b\nÀ moi,2\n')).body
  expect((await other.ask('GET', `/${id}`)).body).toMatchObject({ isOwn: false })
  expect((await other.ask('POST', `/${id}/comparison`)).status).toBe(403)
  await mine.ask('POST', `/${id}/comparison`)
  await everything()
  const { version } = (await mine.ask('GET', `/${id}`)).body
  expect((await other.ask('POST', `/${id}/confirmation`, { version })).status).toBe(403)
  expect((await other.ask('POST', `/${id}/stop`, { givesUp: true })).status).toBe(404)
  expect((await mine.ask('POST', `/${id}/stop`, { givesUp: true })).body).toEqual({ isStopped: false })
  expect((await mine.ask('GET', `/${id}`)).body).toMatchObject({ state: 'cancelled' })
  const over = { 'if-match': '*' }
  expect((await mine.ask('POST', `/${id}/confirmation`, undefined, over)).status).toBe(422)
  const reads = await aProgram('reviewer', ['read'])
  expect(refusal(await reads.send('statement_fr,b\nNon,2\n'))).toEqual([403, 'insufficient_scope', undefined])
  expect((await reads.ask('GET', `/${id}/changes`)).status).toBe(200)
  expect((await reads.ask('GET', `/${id}/changes?cursor=2.nothing`)).status).toBe(422)
  expect((await (await aProgram('reader')).send('statement_fr,b\nNon,2\n')).status).toBe(403)
  expect((await call('GET', `/v1/imports/${id}`)).status).toBe(401)
})
