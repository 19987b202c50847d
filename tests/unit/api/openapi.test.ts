import { readdirSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { guide } from '@/lib/web/api/guide'
import { ANSWERS, bodyExample, openApi } from '@/lib/web/api/openapi'
import { OPERATIONS } from '@/lib/web/api/operations'
import { findOperation } from '@/lib/web/api/routing'
import { serviceOf, UNREACHABLE } from '@/lib/web/api/unreachable'

const document = openApi('http://localhost:3000')
const paths = document.paths as Record<
  string,
  Record<string, { operationId: string; parameters: { in: string; name: string }[] }>
>
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, it]) => ({ path, method: method.toUpperCase(), ...it })),
)
/** Every value under a key, anywhere in the document. */
const under = (key: string, node: unknown): unknown[] =>
  node !== null && typeof node === 'object'
    ? Object.entries(node).flatMap(([name, value]) => [...(name === key ? [value] : []), ...under(key, value)])
    : []

test('is OpenAPI 3.1 with what every document has', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/)
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
  expect(operations.length).toBe(OPERATIONS.length)
})

test('is valid by the schema that the OpenAPI Initiative publishes for 3.1', async () => {
  const judge = new Validator()
  const { valid, errors } = await judge.validate(structuredClone(document))
  expect(errors ?? []).toEqual([])
  expect([valid, judge.version]).toEqual([true, '3.1'])
  const broken = structuredClone(document) as { paths: Record<string, { get: object }> }
  broken.paths['/claims'] = { get: { responses: { 200: {} } } }
  expect((await judge.validate(broken)).valid).toBe(false)
})

test('every reference leads somewhere, and what 3.1 dropped is not there', () => {
  const references = under('$ref', document).map(String)
  expect(references.length).toBeGreaterThan(50)
  const follow = (reference: string) =>
    reference
      .slice(2)
      .split('/')
      .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document)
  expect(references.filter((it) => !it.startsWith('#/') || follow(it) === undefined)).toEqual([])
  expect(under('nullable', document)).toEqual([])
})

test('every operation has an id of its own and names each field of its path', () => {
  const ids = operations.map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { path, parameters } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(parameters.filter((it) => it.in === 'path').map(({ name }) => name)).toEqual(named)
  }
})

test('every operation is routed to itself, and nothing else is', () => {
  for (const it of OPERATIONS) {
    const address = `/api/v1${it.path.replace(/\{(\w+)\}/g, (_, name: string) => String(it.example[name]))}`
    const found = findOperation(it.method, address)
    expect('operation' in found ? found.operation.id : found.allow).toBe(it.id)
  }
  expect(findOperation('GET', '/api/v1/claim')).toEqual({ allow: [] })
  expect(findOperation('GET', '/api/v1/claims/')).toEqual({ allow: [] })
  expect(findOperation('DELETE', '/api/v1/claims')).toMatchObject({ allow: expect.arrayContaining(['GET', 'POST']) })
})

test('every example is taken by the schema that validates, and no example is missing', () => {
  const refused = OPERATIONS.flatMap((it) => {
    const example = it.guards ? { version: 3, ...it.example } : it.example
    const parsed = it.input.safeParse(example)
    return parsed.success ? [] : [`${it.id}: ${z.prettifyError(parsed.error)}`]
  })
  expect(refused).toEqual([])
  for (const it of OPERATIONS)
    for (const [, name] of it.path.matchAll(/\{(\w+)\}/g)) expect(it.example, it.id).toHaveProperty([name as string])
})

test('every operation shows a real answer, as its schema describes it; no example is of an operation that is gone', () => {
  const odd = OPERATIONS.filter(({ givesFile }) => givesFile === undefined).flatMap(({ id, answer }) => {
    if (!Object.hasOwn(ANSWERS, id)) return [`${id} has none`]
    const parsed = answer.safeParse(ANSWERS[id])
    if (!parsed.success) return [`${id}: ${z.prettifyError(parsed.error)}`]
    return isDeepStrictEqual(parsed.data, ANSWERS[id]) ? [] : [`${id} holds what its schema does not name`]
  })
  expect(odd, 'npm run api-examples').toEqual([])
  expect(Object.keys(ANSWERS).filter((id) => !OPERATIONS.some((it) => it.id === id))).toEqual([])
})

test('what has a version says so, in the table and in the description', () => {
  for (const it of OPERATIONS.filter(({ method }) => method !== 'GET')) {
    const shape = it.input instanceof z.ZodObject ? it.input.shape : {}
    expect(it.guards !== undefined, it.id).toBe('version' in shape)
    expect(bodyExample(it), it.id).not.toHaveProperty('version')
  }
})

test('every verb of the desk is behind an operation, or stands in the list of those that are not, with why', () => {
  const services = readdirSync('lib/services').map((name) => name.replace(/\.ts$/, ''))
  const reached = new Set(OPERATIONS.map(serviceOf).filter(Boolean))
  // What takes no desk has nobody who asks: rounds and jobs of the house.
  const verbs = services.filter((name) => /\bDesk<|permit\(/.test(readFileSync(`lib/services/${name}.ts`, 'utf8')))
  expect(verbs.length).toBeGreaterThan(100)
  expect(verbs.filter((name) => !reached.has(name) && !Object.hasOwn(UNREACHABLE, name))).toEqual([])
  expect(Object.keys(UNREACHABLE).filter((name) => reached.has(name) || !services.includes(name))).toEqual([])
  expect([...reached].filter((name) => !services.includes(name))).toEqual([])
})

test('no verb that needs more than a reader’s role asks for the scope to read only', () => {
  const writes = OPERATIONS.filter(({ method }) => method !== 'GET')
  expect(writes.filter(({ scope, isOpen }) => scope === 'read' || isOpen)).toEqual([])
})

test('docs/api.md says what is there (npm run api-docs writes it anew)', async () => {
  await expect(guide(readFileSync('docs/api-preface.md', 'utf8'))).toMatchFileSnapshot('../../../docs/api.md')
})
