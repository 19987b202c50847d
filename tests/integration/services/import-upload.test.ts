import { beforeEach, expect, test, vi } from 'vitest'
import { GET as refused } from '@/app/api/desk/imports/[id]/refused/route'
import { POST } from '@/app/api/desk/imports/route'
import { deskDb } from '@/lib/data/db'
import { aPerson } from '@/tests/support/factories'
import { compared } from '@/tests/support/tables'
import { ask, asSomebody, asStranger, textOf } from '../export/reader'

vi.mock('next/headers', async () => (await import('../export/reader')).requestScope)
beforeEach(() => asSomebody('reviewer'))
const db = deskDb()

const form = (words: string, end = '\r\n--x--\r\n') =>
  `--x\r\nContent-Disposition: form-data; name="file"; filename="été.csv"\r\n\r\n${words}${end}`
const headers = {
  'Content-Type': 'multipart/form-data; boundary=x',
  Origin: 'http://localhost:3000',
  Host: 'localhost:3000',
}
const send = (body: string, more: Record<string, string> = {}) =>
  ask(POST, '/api/desk/imports?lang=fr', { method: 'POST', body, headers: { ...headers, ...more } })

test('a form of the desk leads to the page of its table, whose bytes are kept as they came', async () => {
  const response = await send(form('statement_fr,b\r\nUn mot,2'))
  expect(response.status).toBe(303)
  const id = /^\/fr\/desk\/import\/([0-9a-f-]{36})$/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
  const kept = await db.tableImport.findUniqueOrThrow({ where: { id }, include: { chunks: true } })
  expect(kept).toMatchObject({ name: 'été.csv', format: 'csv', state: 'received', bytes: 24n })
  expect(Buffer.concat(kept.chunks.map(({ bytes }) => bytes)).toString()).toBe('statement_fr,b\r\nUn mot,2')
})

test('a form that is cut short, empty, or without a file leads back with the reason', async () => {
  expect((await send(form('a,b\r\n1,2', ''))).headers.get('location')).toBe('/fr/desk/import?refused=cut_short')
  expect((await send(form(''))).headers.get('location')).toBe('/fr/desk/import?refused=required')
  expect((await send('--x--\r\n')).headers.get('location')).toMatch(/refused=(required|cut_short)$/)
})

test('another site, a reader and a stranger send nothing', async () => {
  expect((await send(form('a,b\r\n1,2'), { Origin: 'https://elsewhere.example' })).status).toBe(403)
  await asSomebody('reader')
  expect((await send(form('a,b\r\n1,2'))).status).toBe(403)
  asStranger()
  expect((await send(form('a,b\r\n1,2'))).status).toBe(401)
})

test('refused rows come back as they were sent, each with the reason, and nothing a spreadsheet would run', async () => {
  const actor = await aPerson()
  const { id } = await compared(actor, 'statement_fr,event\n=1+1,nulle-part\nJuste,\n')
  const params = { params: Promise.resolve({ id }) }
  const response = await ask((request) => refused(request, params), `/api/desk/imports/${id}/refused?lang=en`)
  expect(response.headers.get('content-disposition')).toContain('attachment')
  expect((await textOf(response)).split('\r\n')).toEqual([
    '\ufeff"statement_fr","event","reason refused"',
    `"'=1+1","nulle-part","row 2, column event: “nulle-part” – no event is called so. Use its slug or its title, or add the event first."`,
    '',
  ])
  asStranger()
  const secret = await ask((request) => refused(request, params), `/api/desk/imports/${id}/refused`)
  expect(secret.status).toBe(401)
})
