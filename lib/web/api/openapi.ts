import 'server-only'
import { z } from 'zod'
import { PROBLEM_CODES } from '@/lib/i18n/problems'
import examples from './answer-examples.json'
import { asksInQuery, type Operation } from './operation'
import { OPERATIONS } from './operations'
import { BASE } from './routing'
import { type JsonSchema, jsonSchemaOf, without } from './schemas'
import { WEBHOOK_BODIES } from './webhook-operations'

/** What the tests of the API were answered, by operation: `npm run api-examples` writes it. */
export const ANSWERS: Readonly<Record<string, unknown>> = examples

/** Every refusal (RFC 9457). */
const Problem = z
  .object({
    type: z.url().describe('The address of its explanation'),
    title: z.string().describe('The same for every occurrence, in the language of the reader'),
    status: z.int(),
    detail: z.string(),
    code: z.enum(PROBLEM_CODES),
    requestId: z.string().describe('Under which our log has it'),
    errors: z
      .array(
        z.object({
          field: z.string(),
          reason: z.string(),
          detail: z.string(),
          pointer: z.string().optional().describe('JSON Pointer into the body that was sent'),
          parameter: z.string().optional(),
          header: z.string().optional(),
        }),
      )
      .optional(),
    collision: z.looseObject({}).optional().describe('What the other person saved'),
    version: z.int().optional().describe('The present version (412)'),
    scope: z.string().optional().describe('What the token lacks'),
    'violated-policies': z.array(z.string()).optional(),
  })
  .meta({ id: 'Problem' })

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})
const pathNames = ({ path }: Operation): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)

/** The description of one operation; `collect` keeps the named parts of its schemas. */
function described(operation: Operation, collect: (schema: z.ZodType) => JsonSchema): JsonSchema {
  const { method, guards, example } = operation
  const input = collect(operation.input)
  const properties = (input.properties ?? {}) as Record<string, JsonSchema>
  const required = (input.required ?? []) as string[]
  const inPath = pathNames(operation)
  const inQuery = asksInQuery(operation) ? Object.keys(properties).filter((name) => !inPath.includes(name)) : []
  const parameter = (name: string, place: 'path' | 'query') => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: properties[name] ?? { type: 'string' },
    ...(example[name] === undefined ? {} : { example: example[name] }),
  })
  const header = (name: string, description: string, example: string) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
    example,
  })
  const parameters = [
    ...inPath.map((name) => parameter(name, 'path')),
    ...inQuery.map((name) => parameter(name, 'query')),
    ...(guards ? [header('If-Match', 'The ETag of the version you saw; without it, version in the body', '"3"')] : []),
    ...(method === 'POST'
      ? [header('Idempotency-Key', 'Does it once, however often it is sent', '"8e03978e-40d5"')]
      : []),
    ...(operation.takesFile
      ? [
          header(
            'Content-Digest',
            'The SHA-256 of the file (RFC 9530); without it, Content-Length',
            'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:',
          ),
        ]
      : []),
    header('Accept-Language', 'The language of refusals', 'fr'),
  ]
  const hasBody = method !== 'GET'
  const body = without(input, inPath, guards ? ['version'] : [])
  const { properties: fields } = body as { properties?: object }
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    'x-scope': operation.scope,
    security: operation.isOpen ? [{}, { token: [] }, { session: [] }] : [{ token: [] }, { session: [] }],
    parameters,
    ...(operation.takesFile
      ? { requestBody: { required: true, content: Object.fromEntries(operation.takesFile.map((type) => [type, {}])) } }
      : {}),
    ...(hasBody && !operation.takesFile && (fields === undefined || Object.keys(fields).length > 0)
      ? {
          requestBody: {
            required: ((body.required as string[] | undefined) ?? []).length > 0,
            content: { 'application/json': { schema: body, example: bodyExample(operation) } },
          },
        }
      : {}),
    responses: {
      [operation.status]: {
        description: 'Done',
        content: {
          [operation.givesFile ?? 'application/json']: {
            schema: collect(operation.answer),
            ...(operation.givesFile ? {} : { example: ANSWERS[operation.id] }),
          },
        },
      },
      ...(operation.isOpen ? {} : { 401: problem('Nobody is signed in, or the token is not valid') }),
      ...(guards ? { 412: problem('If-Match names another version'), 428: problem('No version was named') } : {}),
      ...(hasBody ? { 422: problem('Some of it was not accepted; nothing was saved') } : {}),
      default: problem('Any other refusal'),
    },
  }
}

/** What one sends in the body, of an example. */
export const bodyExample = (operation: Operation): Record<string, unknown> =>
  Object.fromEntries(Object.entries(operation.example).filter(([name]) => !pathNames(operation).includes(name)))

/** The description of the API (OpenAPI 3.1), made of the table of operations and of the schemas that validate. */
export function openApi(siteUrl: string): JsonSchema {
  const schemas: Record<string, JsonSchema> = {}
  const collect = (schema: z.ZodType): JsonSchema => {
    const { schema: described, named } = jsonSchemaOf(schema)
    Object.assign(schemas, named)
    return described
  }
  collect(Problem)
  const paths: Record<string, JsonSchema> = {}
  for (const operation of OPERATIONS)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: described(operation, collect),
    }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Recoupe',
      version: '1',
      description:
        'Claims, who said them and through whom, where sources disagree, and verdicts. Texts of refusals follow Accept-Language; examples stand in docs/api.md.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${siteUrl}${BASE}` }],
    tags: [...new Set(OPERATIONS.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    webhooks: Object.fromEntries(
      Object.entries(WEBHOOK_BODIES).map(([event, body]) => [
        event,
        {
          post: {
            operationId: `told of ${event}`,
            summary: 'Sent to every address that chose it, signed by Standard Webhooks (v1).',
            parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
              name,
              in: 'header',
              required: true,
              schema: { type: 'string' },
            })),
            requestBody: { content: { 'application/json': { schema: collect(body) } } },
            responses: {
              '2XX': { description: 'Heard' },
              410: { description: 'Gone: nothing more is sent' },
              default: { description: 'Not heard: sent again later, a redirect too' },
            },
          },
        },
      ]),
    ),
    components: {
      schemas,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal token, made on the page of your account' },
        session: { type: 'apiKey', in: 'cookie', name: 'recoupe.session', description: 'The session of our own pages' },
      },
    },
  }
}
