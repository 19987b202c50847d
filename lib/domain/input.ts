import { z } from 'zod'
import { Fault, type FieldFault, type Reason } from './fault'
import { MAX_REPORT_CONTACT, MAX_REPORT_WORDS } from './report'
import { MAX_LINE_LENGTH, MAX_PROSE_LENGTH, textFault } from './text'

type Found = {
  code: 'custom'
  input: unknown
  params: { reason: Reason; values?: Record<string, string | number> }
  continue: boolean
}

/** A text of at most `max` code points, kept letter for letter; refused, never repaired, when it cannot be kept as it is. */
const words = (max: number) =>
  z
    .string()
    .check((ctx) => {
      const reason = textFault(ctx.value, max)
      if (reason) {
        const issue: Found = { code: 'custom', input: ctx.value, params: { reason, values: { max } }, continue: false }
        ctx.issues.push(issue)
      }
    })
    .meta({ maxLength: max })

/** Text of ours: surrounding white space is not part of what was typed. Never used for quoted words. */
const ours = (max: number) => words(max).transform((text) => text.trim())
const notBlank = <S extends z.ZodType<string>>(schema: S) =>
  schema.check((ctx) => {
    if (ctx.value === '') {
      const issue: Found = { code: 'custom', input: ctx.value, params: { reason: 'required' }, continue: false }
      ctx.issues.push(issue)
    }
  })
const orNull = (schema: z.ZodType<string>) =>
  schema.nullish().transform((text) => (text === undefined || text === null || text === '' ? null : text))

/** A required line: title, value, statement. */
export const line = () => notBlank(ours(MAX_LINE_LENGTH))
/** An optional line; empty means absent. */
export const optionalLine = () => orNull(ours(MAX_LINE_LENGTH))
/** The name of a saved filter: it stands on a button. */
export const filterName = () => notBlank(ours(80))
/** What a reader reports, and how they may be reached; both bounded by the database too. */
export const reportWords = () => notBlank(ours(MAX_REPORT_WORDS))
export const reportContact = () => orNull(ours(MAX_REPORT_CONTACT))
/** A field nobody sees: only a program fills it in. */
export const leftEmpty = () =>
  z.string().check((ctx) => {
    if (ctx.value === '') return
    const issue: Found = { code: 'custom', input: ctx.value, params: { reason: 'leave_empty' }, continue: false }
    ctx.issues.push(issue)
  })
/** A required prose. */
export const prose = () => notBlank(ours(MAX_PROSE_LENGTH))
/** An optional prose; empty means absent. */
export const optionalProse = () => orNull(ours(MAX_PROSE_LENGTH))
/** Somebody else's words: kept with every space. */
export const quoted = (max: number) => words(max)
export const optionalQuoted = (max: number) => orNull(words(max))
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
/** An id of a row. Nothing chosen and something that is no id are two faults. */
export const uuid = () =>
  z
    .string()
    .check((ctx) => {
      if (GUID.test(ctx.value)) return
      const reason: Reason = ctx.value === '' ? 'required' : 'unknown_id'
      const issue: Found = { code: 'custom', input: ctx.value, params: { reason }, continue: false }
      ctx.issues.push(issue)
    })
    .meta({ format: 'uuid' })
/** An optional id; an empty form field means none. */
export const optionalUuid = () =>
  z
    .union([z.literal(''), z.guid()])
    .nullish()
    .transform((id) => id || null)
/** The version the writer saw. */
export const version = () => z.coerce.number().int().min(1)
/** One of a closed list. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values)
/** A web address, http or https only. */
export const webAddress = () => z.url({ protocol: /^https?$/ })
/** A slug chosen by whoever loads data; the interface lets the service make one. */
export const slug = () =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(120)

/** Parses what a verb is given, or throws `invalid` naming every wrong field with its reason. */
export function readInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new Fault('invalid', 'input refused', fieldFaultsOf(parsed.error))
}

/** Zod's issues as field faults: path joined by dots, one reason of the closed list. */
export const fieldFaultsOf = (error: z.ZodError): FieldFault[] =>
  error.issues.flatMap((issue): FieldFault[] => {
    const field = issue.path.join('.')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: field ? `${field}.${key}` : key, reason: 'unknown_field' as const }))
    if (issue.code === 'custom') {
      const params = issue.params as { reason?: Reason; values?: Record<string, string | number> } | undefined
      return [{ field, reason: params?.reason ?? 'not_a_choice', ...(params?.values ? { values: params.values } : {}) }]
    }
    if (issue.code === 'invalid_value')
      return [{ field, reason: 'not_a_choice', values: { choices: issue.values.join(', ') } }]
    if (issue.code === 'invalid_union')
      return [{ field, reason: field.toLowerCase().endsWith('id') ? 'unknown_id' : 'not_a_choice' }]
    if (issue.code === 'too_small')
      return [
        { field, reason: issue.origin === 'string' ? 'too_short' : 'required', values: { min: Number(issue.minimum) } },
      ]
    if (issue.code === 'too_big') return [{ field, reason: 'too_long', values: { max: Number(issue.maximum) } }]
    if (issue.code === 'invalid_format') {
      const reason: Reason =
        issue.format === 'guid' || issue.format === 'uuid'
          ? 'unknown_id'
          : issue.format === 'url'
            ? 'not_a_url'
            : issue.format === 'email'
              ? 'not_an_email'
              : 'not_a_choice'
      return [{ field, reason }]
    }
    if (issue.code === 'invalid_type')
      return [
        {
          field,
          reason: issue.expected === 'number' || issue.expected === 'int' ? 'not_a_number' : 'required',
        },
      ]
    return [{ field, reason: 'not_a_choice' }]
  })
