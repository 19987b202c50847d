import 'server-only'
import { Fault, type FieldFault } from '@/lib/domain/fault'
import { env } from '@/lib/env'
import { faultSentence } from '@/lib/i18n/faults'
import { isProblemCode, type ProblemCode, problemText } from '@/lib/i18n/problems'
import { httpStatus } from './http-status'
import { isUnavailable, logUnexpected, newRequestId } from './unexpected'

/** When a reader may try again. */
const RETRY_SECONDS = 60
/** The type IANA keeps for a quota that is used up; every other type is an address of ours that says what it means. */
const QUOTA_EXCEEDED = 'https://iana.org/assignments/http-problem-types#quota-exceeded'

type Status = 400 | 401 | 403 | 404 | 405 | 409 | 411 | 412 | 413 | 415 | 422 | 428 | 429
type Extras = {
  fields?: readonly FieldFault[]
  /** What kind of refusal this is; `http_404` and the like when nothing better is known. */
  code?: ProblemCode
  headers?: Record<string, string>
  /** More members of the answer. */
  members?: Record<string, unknown>
}

/** A refusal that has a status of its own: too large, wrong kind of body, unreadable, an address that asks for what is not there. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal'
  constructor(
    readonly status: Status,
    readonly sentences: { fr: string; en: string },
    readonly extras: Extras = {},
  ) {
    super(sentences.en)
  }
}

/** Where in what was sent a field stands: `{ pointer }`, `{ parameter }` or `{ header }`. */
export type Locate = (field: string) => Record<string, string>

/** French or English: the page's choice (`?lang=`), else the reader's browser. */
export function languageOf(request: Request): 'fr' | 'en' {
  const asked = new URL(request.url).searchParams.get('lang')
  if (asked === 'fr' || asked === 'en') return asked
  const wanted = /\b(fr|en)\b/i.exec(request.headers.get('accept-language') ?? '')
  return wanted?.[1]?.toLowerCase() === 'fr' ? 'fr' : 'en'
}

/** A failure as problem+json. What went wrong inside is in the log under the same id, never in the answer. */
export function problemOf(error: unknown, lang: 'fr' | 'en', locate: Locate = () => ({})): Response {
  const requestId = newRequestId()
  const say = (status: number, code: ProblemCode, more: Extras & { detail?: string } = {}) =>
    problem(status, code, lang, requestId, locate, more)
  if (error instanceof Fault)
    return say(httpStatus[error.code], error.code, {
      fields: error.fields,
      members: error.collision ? { collision: error.collision } : {},
    })
  if (error instanceof HttpRefusal)
    return say(error.status, error.extras.code ?? plainCode(error.status), {
      ...error.extras,
      detail: error.sentences[lang],
    })
  logUnexpected(requestId, 'route', error)
  return isUnavailable(error)
    ? say(503, 'unavailable')
    : say(500, 'unexpected', { detail: `${problemText(lang, 'unexpected').meaning} ${requestId}` })
}

const plainCode = (status: Status): ProblemCode => {
  const code = `http_${status}`
  return isProblemCode(code) ? code : 'http_400'
}

/** What a reader who follows the type finds is the page of the refusals, under the same code. */
const typeOf = (code: ProblemCode): string =>
  code === 'quota_exceeded' ? QUOTA_EXCEEDED : `${env().RECOUPE_URL.replace(/\/+$/, '')}/api/problems#${code}`

function problem(
  status: number,
  code: ProblemCode,
  lang: 'fr' | 'en',
  requestId: string,
  locate: Locate,
  { fields = [], headers: extra = {}, members = {}, detail }: Extras & { detail?: string },
): Response {
  const errors = fields.map((fault) => ({
    field: fault.field,
    reason: fault.reason,
    detail: faultSentence(lang, fault),
    ...locate(fault.field),
  }))
  const { title, meaning } = problemText(lang, code)
  const body = {
    type: typeOf(code),
    title,
    status,
    detail: detail ?? meaning,
    code,
    ...(errors.length > 0 ? { errors } : {}),
    ...members,
    requestId,
  }
  const headers = new Headers({ 'Content-Type': 'application/problem+json; charset=utf-8', 'Content-Language': lang })
  if (status === 429 || status === 503) headers.set('Retry-After', String(RETRY_SECONDS))
  for (const [name, value] of Object.entries(extra)) headers.set(name, value)
  return closed(new Response(JSON.stringify(body), { status, headers }))
}

/** What the desk answers is for this reader, now: no cache keeps it, no browser guesses its kind. A handler that said otherwise is left alone. */
export function closed(response: Response): Response {
  const { headers } = response
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
  if (!headers.has('X-Content-Type-Options')) headers.set('X-Content-Type-Options', 'nosniff')
  if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'same-origin')
  return response
}
