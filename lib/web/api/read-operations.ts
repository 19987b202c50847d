import 'server-only'
import { z } from 'zod'
import { RECORD_ANSWERS, type RecordKind } from '@/lib/domain/api-answers'
import { EXPORT_TABLES, type ExportTable, exportKeys, readExportFilter } from '@/lib/domain/export-filter'
import { readInput } from '@/lib/domain/input'
import { permits } from '@/lib/domain/permission'
import { VERDICT_STATES } from '@/lib/domain/vocabulary'
import { type ApiFilter, loadRecord, loadRecords } from '@/lib/services/load-records'
import { readCursor, writeCursor } from './cursor'
import { ID, type Operation } from './operation'

/** How many records a page has unless fewer or more are asked for, and at most (trust.md I4). */
const PAGE = 50
export const MAX_PAGE = 100
const paging = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(PAGE).describe('Records on a page'),
  cursor: z.string().max(500).optional().describe('Which page: prev or next of another, or from its Link'),
}
const words = z.string().max(200).optional()

/** What narrows each list. The values of the first three are checked by the rules of their export. */
const FILTERS = {
  claims: Object.fromEntries(exportKeys('claims', true).map((key) => [key, words])),
  conflicts: Object.fromEntries(exportKeys('conflicts', true).map((key) => [key, words])),
  sources: { q: words },
  dispatches: { q: words },
  events: { q: words },
  evidence: { claimId: z.guid().optional() },
  verdicts: { claimId: z.guid().optional(), state: z.enum(VERDICT_STATES).optional() },
} satisfies Record<RecordKind, z.ZodRawShape>

const ONE: Record<RecordKind, string> = {
  dispatches: 'dispatch',
  claims: 'claim',
  events: 'event',
  conflicts: 'conflict',
  sources: 'source',
  evidence: 'piece of evidence',
  verdicts: 'verdict',
}
const camel = (it: string) => it.replace(/(^| )(\w)/g, (_, __, letter: string) => letter.toUpperCase())
const isExported = (kind: RecordKind): kind is ExportTable & RecordKind =>
  kind !== 'evidence' && EXPORT_TABLES.some((it) => it === kind)

/** A page: what it holds, how many there are in all, and where the next one begins. */
const pageOf = (kind: RecordKind) =>
  z.object({
    items: z.array(RECORD_ANSWERS[kind]),
    total: z.int().describe('How many the filter means in all'),
    ...(kind === 'claims'
      ? { exportRows: z.int().describe('Rows of /export/claims.csv under the same filter: one per occurrence') }
      : {}),
    prev: z.string().nullable().describe('The cursor of the page before; the header Link has its address'),
    next: z.string().nullable().describe('The cursor of the next page; the header Link has its address'),
  })

const listOf = (kind: RecordKind): Operation => ({
  id: `list${camel(kind)}`,
  method: 'GET',
  path: `/${kind}`,
  tag: kind,
  summary: `List the ${kind === 'evidence' ? 'evidence' : kind}, oldest first.`,
  scope: 'read',
  isOpen: true,
  input: z.strictObject({ ...FILTERS[kind], ...paging }),
  answer: pageOf(kind),
  status: 200,
  example: { limit: 20 },
  async run(desk, { cursor, limit, ...asked }: Record<string, string>, { url }: { url: URL }) {
    const isDesk = permits(desk.actor, 'desk:read')
    const page = readInput(z.object(paging), { cursor, limit })
    const filter: ApiFilter = isExported(kind)
      ? readExportFilter(kind, isDesk, url.searchParams, ['limit', 'cursor', 'lang'])
      : withoutEmpty(readInput(z.strictObject(FILTERS[kind]), asked))
    const bound = { kind, filter, reader: desk.actor?.id ?? null }
    const { prev, next, ...found } = await loadRecords(desk, kind, {
      filter,
      turn: page.cursor === undefined ? null : readCursor(page.cursor, bound),
      limit: page.limit,
    })
    return { ...found, prev: prev && writeCursor(prev, bound), next: next && writeCursor(next, bound) }
  },
})

const withoutEmpty = (filter: object): ApiFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))

const oneOf = (kind: RecordKind): Operation => ({
  id: `get${camel(kind === 'evidence' ? 'evidence' : ONE[kind])}`,
  method: 'GET',
  path: `/${kind}/{${kind === 'verdicts' ? 'id' : 'idOrSlug'}}`,
  tag: kind,
  summary: `Read one ${ONE[kind]}${kind === 'verdicts' ? '' : ', by id or slug'}.`,
  scope: 'read',
  isOpen: true,
  input: z.strictObject({ [kind === 'verdicts' ? 'id' : 'idOrSlug']: z.string().max(160) }),
  answer: RECORD_ANSWERS[kind],
  status: 200,
  example: { [kind === 'verdicts' ? 'id' : 'idOrSlug']: ID },
  run: (desk, { id, idOrSlug }: Record<string, string>) => loadRecord(desk, kind, id ?? idOrSlug ?? ''),
})

const KINDS = Object.keys(RECORD_ANSWERS) as RecordKind[]
export const READ_OPERATIONS: Operation[] = KINDS.flatMap((kind) => [listOf(kind), oneOf(kind)])
