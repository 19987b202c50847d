import { existsSync, writeFileSync } from 'node:fs'
import { NextRequest } from 'next/server'
import { expect } from 'vitest'

/** What Next would find in its own request scope. */
let scope = new Headers()
export const requestScope = {
  headers: async () => scope,
  cookies: async () => ({
    get: (name: string) => {
      const value = new RegExp(`(?:^|; )${name}=([^;]*)`).exec(scope.get('cookie') ?? '')?.[1]
      return value === undefined ? undefined : { name, value }
    },
  }),
}
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Refused = { field: string; reason: string; detail: string; pointer?: string; parameter?: string; header?: string }
/** What answers hold, under the names the tests look at. */
type Body = {
  id: string
  slug: string
  version: number
  items: { id: string; slug?: string }[]
  total: number
  exportRows: number
  prev: string | null
  next: string | null
  code: string
  errors: Refused[]
} & Record<string, unknown>
export type Answer = { status: number; headers: Headers; body: Body }

/** A program with this token. */
export const withToken = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` })

/** Headers of a browser that has this session, on one of our pages. */
export const withSession = (token: string): Record<string, string> => ({
  host: 'localhost:3000',
  origin: 'http://localhost:3000',
  'sec-fetch-site': 'same-origin',
  cookie: `recoupe.session=${token}`,
})

/** Keeps the first answer of each operation, when `npm run api-examples` asks for them. */
function keep(operation: string, body: object): void {
  const folder = process.env.RECOUPE_ANSWERS
  if (folder === undefined || existsSync(`${folder}/${operation}.json`)) return
  writeFileSync(`${folder}/${operation}.json`, JSON.stringify(body))
}

/** Asks the API. Every 2xx is checked against what the operation says it answers, and every other answer against RFC 9457. */
export async function call(
  method: Method,
  path: string,
  {
    headers = {},
    body,
    raw,
  }: { headers?: Record<string, string>; body?: unknown; raw?: string | Uint8Array<ArrayBuffer> } = {},
): Promise<Answer> {
  scope = new Headers(headers)
  if ((body !== undefined || raw !== undefined) && !scope.has('content-type'))
    scope.set('content-type', 'application/json')
  const url = `http://localhost:3000/api${path}`
  const handlers = await import('@/app/api/[...path]/route')
  const response = await handlers[method](
    new NextRequest(url, { method, headers: scope, body: raw ?? (body === undefined ? null : JSON.stringify(body)) }),
  )
  const said = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const answer: Answer = {
    status: response.status,
    headers: response.headers,
    body: said === '' ? {} : isJson ? JSON.parse(said) : { said },
  }
  if (response.ok && said !== '' && isJson) {
    const { findOperation } = await import('@/lib/web/api/routing')
    const found = findOperation(method, new URL(url).pathname)
    if (!('operation' in found)) throw new Error(`${path} answered without an operation`)
    const parsed = found.operation.answer.safeParse(answer.body)
    expect(parsed.success ? [] : parsed.error.issues, `${method} ${path}`).toEqual([])
    // Nothing is answered that the description does not name.
    expect(parsed.data, `${method} ${path}`).toEqual(answer.body)
    keep(found.operation.id, answer.body)
  }
  if (!response.ok) {
    expect(response.headers.get('content-type'), path).toMatch(/^application\/problem\+json/)
    expect(response.headers.get('content-language'), path).toMatch(/^(fr|en)$/)
    expect(answer.body).toMatchObject({
      status: response.status,
      type: expect.stringMatching(/^https?:\/\//),
      title: expect.any(String),
      detail: expect.any(String),
    })
  }
  return answer
}
