import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { readInput } from '@/lib/domain/input'
import type { KeptAnswer } from '@/lib/services/answer-once'
import { misshapen } from '../json-shape'
import { closed, HttpRefusal, type Locate, languageOf, problemOf } from '../problem'
import { bodyBytes, jsonOf, MAX_JSON_BYTES } from '../route'
import { admit, admitScope, type Caller, callerOf, countRequest } from './caller'
import { keyIn, onlyOnce } from './idempotency'
import type { Asked, Operation } from './operation'
import { etagOf, preconditionFailed, versionMeant } from './preconditions'
import { findOperation } from './routing'
import { sentFile } from './sent-file'

/** What was sent: the fields of the path, of the query, and the body, as far as they were read when something went wrong. */
type Sent = { params: Record<string, string>; body?: unknown; isVersionFromHeader?: boolean; isQuery?: boolean }

/** Answers any request below /api, in one place: found, allowed, counted, read, run, and every refusal as problem+json. */
export async function answerApi(request: NextRequest): Promise<Response> {
  const sent: Sent = { params: {} }
  let limits: Record<string, string> = {}
  const refusalOf = (error: unknown) => problemOf(error, languageOf(request), locatorOf(sent))
  try {
    const found = findOperation(request.method, new URL(request.url).pathname)
    if ('allow' in found) return withoutOperation(request, found.allow)
    sent.params = found.params
    const caller = await callerOf(request)
    limits = await countRequest(request, caller)
    admit(caller, found.operation)
    return finished(await run({ request, caller, operation: found.operation, sent, refusalOf }), limits)
  } catch (error) {
    unstable_rethrow(error)
    return finished(refusalOf(error), limits)
  }
}

function finished(response: Response, limits: Record<string, string>): Response {
  const { headers } = response
  for (const [name, value] of Object.entries(limits)) headers.set(name, value)
  headers.set('Vary', 'Cookie, Authorization, Accept-Language')
  return closed(response)
}

/** The refusal of an address outside the table that can only be read. */
export function onlyReads(request: Request): Response {
  try {
    return withoutOperation(request, ['GET', 'HEAD', 'OPTIONS'])
  } catch (error) {
    return problemOf(error, languageOf(request))
  }
}

/** No operation of that method: 405 where there are others, 404 where there are none; OPTIONS says which. */
function withoutOperation(request: Request, allow: readonly string[]): Response {
  const headers = { Allow: allow.join(', ') }
  if (allow.length > 0 && request.method === 'OPTIONS') return closed(new Response(null, { status: 204, headers }))
  throw allow.length > 0
    ? new HttpRefusal(
        405,
        {
          fr: `Cette adresse ne connaît pas ${request.method}. Ses méthodes : ${headers.Allow}.`,
          en: `This address does not know ${request.method}. Its methods: ${headers.Allow}.`,
        },
        { headers },
      )
    : new HttpRefusal(404, {
        fr: 'L’API n’a pas cette adresse. /api/openapi.json donne la liste de celles qu’elle a.',
        en: 'The API has no such address. /api/openapi.json lists those it has.',
      })
}

type Run = {
  request: NextRequest
  caller: Caller
  operation: Operation
  sent: Sent
  refusalOf: (error: unknown) => Response
}

async function run({ request, caller, operation, sent, refusalOf }: Run): Promise<Response> {
  const { desk } = caller
  const url = new URL(request.url)
  const asked = { url, lang: languageOf(request) }
  if (operation.method === 'GET') {
    sent.isQuery = true
    const raw = { ...queryOf(url), ...sent.params }
    const found = await operation.run(desk, raw as never, asked)
    return operation.givesFile ? (found as Response) : respond(request, operation, answerOf(operation, found))
  }
  if (operation.takesFile) return takeFile({ request, caller, operation, sent, refusalOf }, asked)
  const bytes = await bodyBytes(request, operation.limit ?? MAX_JSON_BYTES)
  const body = bytes.byteLength === 0 ? {} : jsonOf(request, bytes)
  // What takes whole files takes as many members as fit into them.
  if (misshapen(body, operation.limit === undefined ? undefined : Number.POSITIVE_INFINITY) !== null)
    throw new HttpRefusal(400, {
      fr: 'Le corps est fait autrement que ce que nous lisons\u202f: 32 niveaux et 1 000 champs au plus, sans noms réservés.',
      en: 'The body is not of a shape we read: 32 levels and 1,000 fields at most, without reserved names.',
    })
  sent.body = body
  if (operation.scopeFor) admitScope(caller.scopes, operation.scopeFor(inputOf(sent)))
  const work = (desk: Desk<PrismaClient>) => write(request, desk, operation, sent)
  const key = operation.method === 'POST' ? keyIn(request.headers.get('idempotency-key')) : null
  if (key === null) return respond(request, operation, answerOf(operation, await work(desk)))
  const route = `${operation.method} ${url.pathname}`
  return onlyOnce({ desk, key, route, bytes, work, answerOf: (value) => answerOf(operation, value), refusalOf })
}

/** Runs a verb on a file. Its fields stand in the query; with a key it is known again by its SHA-256, before it is read. */
async function takeFile({ request, caller, operation, sent, refusalOf }: Run, asked: Asked): Promise<Response> {
  sent.isQuery = true
  const raw = { ...queryOf(asked.url), ...sent.params }
  readInput(operation.input, raw)
  const file = sentFile(request)
  const work = (desk: Desk<PrismaClient>) => operation.run(desk, raw as never, { ...asked, file })
  const key = keyIn(request.headers.get('idempotency-key'))
  if (key === null) return respond(request, operation, answerOf(operation, await work(caller.desk)))
  if (file.digest === null)
    throw new HttpRefusal(400, {
      fr: 'Avec Idempotency-Key, envoyez aussi Content-Digest: sha-256=:…: : le fichier est reconnu à son empreinte.',
      en: 'With Idempotency-Key send Content-Digest: sha-256=:…: as well: the file is known again by its hash.',
    })
  const bytes = Buffer.from(`${asked.url.search} ${file.digest}`)
  const route = `${operation.method} ${asked.url.pathname}`
  const answer = (value: unknown) => answerOf(operation, value)
  return onlyOnce({ desk: caller.desk, key, route, bytes, work, answerOf: answer, refusalOf })
}

/** Runs a verb on what was sent, at the version that was seen. */
async function write(
  request: NextRequest,
  desk: Desk<PrismaClient>,
  operation: Operation,
  sent: Sent,
): Promise<unknown> {
  const input = inputOf(sent)
  const ifMatch = request.headers.get('if-match')
  if (operation.guards !== undefined) {
    sent.isVersionFromHeader = ifMatch !== null
    input.version = await versionMeant(desk, operation, ifMatch, input)
  }
  // Checked here too, so that what nobody asked for is refused whatever the service makes of it.
  const { input: schema } = operation
  readInput(schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema, input)
  try {
    return await operation.run(desk, input as never, { url: new URL(request.url), lang: languageOf(request) })
  } catch (error) {
    if (ifMatch !== null && error instanceof Fault && error.code === 'stale')
      throw preconditionFailed(error.collision?.version ?? null, error.collision ?? undefined)
    throw error
  }
}

/** The parameters of a GET; `lang` chooses the language of refusals and is no part of the question. */
function queryOf(url: URL): Record<string, string> {
  const twice = [...new Set(url.searchParams.keys())].filter((name) => url.searchParams.getAll(name).length > 1)
  if (twice.length > 0) throw invalid(...twice.map((field) => ({ field, reason: 'not_a_choice' as const })))
  const { lang: _, ...asked } = Object.fromEntries(url.searchParams)
  return asked
}

/** The fields of the path and of the body as one input; a field of the path is not to be said again in the body. */
function inputOf({ params, body }: Sent): Record<string, unknown> {
  if (body === null || typeof body !== 'object' || Array.isArray(body))
    throw new HttpRefusal(400, {
      fr: 'Le corps doit être un objet JSON, entre accolades.',
      en: 'The body must be a JSON object, in braces.',
    })
  const names = Object.keys(params)
  const again = names.filter((name) => Object.hasOwn(body, name))
  if (again.length > 0) throw invalid(...again.map((field) => ({ field, reason: 'unknown_field' as const })))
  return { ...body, ...params }
}

/** A field by where it stands in what was sent: the longest part of its path that is there. */
function locatorOf({ params, body, isVersionFromHeader, isQuery }: Sent): Locate {
  return (field) => {
    const [first = '', ...rest] = field.split('.')
    if (isQuery || Object.hasOwn(params, first)) return { parameter: first }
    if (first === 'version' && isVersionFromHeader) return { header: 'If-Match' }
    if (body === undefined) return {}
    let here: unknown = body
    let pointer = '#'
    for (const step of [first, ...rest]) {
      if (here === null || typeof here !== 'object' || !Object.hasOwn(here, step)) break
      here = (here as Record<string, unknown>)[step]
      pointer += `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`
    }
    return { pointer }
  }
}

/** What is answered to the value of a verb. */
const answerOf = (operation: Operation, value: unknown): KeptAnswer => ({
  status: operation.status,
  body: JSON.stringify(value ?? {}),
  location: operation.place ? operation.place((value ?? {}) as Record<string, unknown>) : null,
  language: null,
})

/** A 2xx answer with what goes with it: where the next page is, which version this is, where the new thing stands. */
function respond(request: NextRequest, operation: Operation, { status, body, location }: KeptAnswer): Response {
  const headers = new Headers({ 'Content-Type': 'application/json' })
  if (location !== null) headers.set('Location', location)
  const { version, prev, next } = JSON.parse(body) as Record<string, unknown>
  if (typeof version === 'number' && (operation.method === 'GET' || operation.guards))
    headers.set('ETag', etagOf(version))
  const link = (cursor: unknown, rel: string): string[] => {
    if (operation.method !== 'GET' || typeof cursor !== 'string') return []
    const url = new URL(request.url)
    url.searchParams.set('cursor', cursor)
    return [`<${url.pathname}${url.search}>; rel="${rel}"`]
  }
  const links = [...link(prev, 'prev'), ...link(next, 'next')]
  if (links.length > 0) headers.set('Link', links.join(', '))
  return new Response(body, { status, headers })
}
