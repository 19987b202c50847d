import 'server-only'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { RecordKind } from '@/lib/domain/api-answers'
import type { Scope } from '@/lib/domain/api-token'
import type { Desk } from '@/lib/domain/desk'
import { Undo } from '@/lib/domain/undo'
import type { Language } from '@/lib/domain/vocabulary'
import type { SentFile } from './sent-file'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One operation of the API: what routes it, checks it, describes it and runs it. There is no other table. */
export type Operation = {
  /** `operationId`; also the name of the service behind it, when there is one. */
  id: string
  method: Method
  /** Below /api/v1; `{name}` is a field of the input. */
  path: string
  tag: string
  /** One line, in the imperative. */
  summary: string
  scope: Scope
  /** Strangers may ask too, and get what is published. */
  isOpen: boolean
  /** All the service takes: what stands in the path, in the query (GET) and in the body. The very schema that validates. */
  input: z.ZodType
  /** What a 2xx answer holds. */
  answer: z.ZodType
  status: 200 | 201
  /** The largest body, in bytes. */
  limit?: number
  /** The kind of thing whose version the input names: it may come as If-Match, and it must come. */
  guards?: Guarded | ((input: Record<string, unknown>) => Guarded)
  /** The field that names the guarded thing, when it is not the one of its kind. */
  guardField?: string
  /** The scope of one request, where the body decides it. */
  scopeFor?: (input: Record<string, unknown>) => Scope
  /** The file of the service behind it, when it has another name than the operation. */
  service?: string
  /** What one sends, for the description; the path's fields too. */
  example: Record<string, unknown>
  /** The address of what was made. */
  place?: (made: Record<string, unknown>) => string
  /** The body is a file of one of these kinds, taken in as it arrives; the fields stand in the query. The first is the example. */
  takesFile?: readonly string[]
  /** The answer is a file of this kind, and `run` gives the whole response. */
  givesFile?: string
  run: (desk: Desk<PrismaClient>, input: never, context: Asked) => Promise<unknown>
}

/** Its fields stand in the query: there is no body, or the body is a file. */
export const asksInQuery = ({ method, takesFile }: Operation): boolean => method === 'GET' || takesFile !== undefined

/** What an operation may want to know of a request besides its input. */
export type Asked = { url: URL; lang: Language; file?: SentFile }

/** Things with a version that an operation may name, by their table. */
export const GUARDED = {
  claims: 'claimId',
  conflicts: 'conflictId',
  events: 'eventId',
  verdicts: 'verdictId',
  statements: 'statementId',
  occurrences: 'occurrenceId',
  sources: 'sourceId',
  evidence: 'evidenceId',
  dispatches: 'dispatchId',
  annotations: 'noteId',
  comment_requests: 'requestId',
  reports: 'reportId',
  suggestions: 'suggestionId',
  webhooks: 'webhookId',
  table_imports: 'importId',
} as const
export type Guarded = keyof typeof GUARDED

type Verb<S extends z.ZodType> = Omit<Operation, 'isOpen' | 'status' | 'run' | 'input' | 'method' | 'scope'> & {
  method?: Method
  scope?: Scope
  status?: 200 | 201
  input: S
  run: (desk: Desk<PrismaClient>, input: z.input<S>, asked: Asked) => Promise<unknown>
}

/** A verb of the desk. It is handed what was sent, unparsed, because the service checks its own input. */
export const verb = <S extends z.ZodType>({ method = 'POST', scope = 'write', status, ...it }: Verb<S>): Operation => ({
  ...it,
  method,
  scope,
  isOpen: false,
  status: status ?? (it.place ? 201 : 200),
})

type Checked<S extends z.ZodType> = Omit<Verb<S>, 'run'> & {
  run: (desk: Desk<PrismaClient>, input: z.output<S>) => Promise<unknown>
}
/** The same for a service that is handed what was parsed already. */
export const checkedVerb = <S extends z.ZodType>(it: Checked<S>): Operation =>
  verb({ ...it, run: (desk, raw) => it.run(desk, it.input.parse(raw)) })

/** The id of a thing in examples. */
export const ID = '01985c50-7b6e-7c1a-9f43-2d6a1c0e5b11'
/** Another one. */
export const ID_2 = '01985c50-7b6e-7c1a-9f43-2d6a1c0e5b22'

const TakenBack = Undo.meta({ id: 'Undo' })

/** What most verbs answer. */
export const undoable = <T extends z.ZodRawShape>(shape: T) =>
  z.object({ ...shape, undo: TakenBack.nullish().describe('Send it to POST /undo to take this back') })
export const made = { id: z.guid() }
export const Changed = undoable({ version: z.int().describe('The version now') })
export const BatchDone = undoable({ done: z.int(), already: z.int().describe('So before') })
export const Nothing = z.object({}).describe('Done; there is nothing to say')

/** Where a record is read again. */
export const at =
  (kind: RecordKind) =>
  ({ id }: Record<string, unknown>): string =>
    `/api/v1/${kind}/${id}`
