import 'server-only'
import { Fault } from '@/lib/domain/fault'
import { textOfFile, type Unreadable } from '@/lib/domain/import-format'
import type { Permit } from '@/lib/domain/permission'
import { type ReviewFile, reviewsInFile } from '@/lib/domain/review-file'
import type { ReviewOutcome } from '@/lib/domain/review-outcome'
import type { TableColumn } from '@/lib/domain/table-columns'
import {
  type CellPlace,
  type FileFormat,
  type KeptState,
  type TableAddition,
  type TableChange,
  type TableCounts,
  type TableImport,
  type TableProblem,
  toldState,
} from '@/lib/domain/table-import'
import type { Db } from './db'
import { Prisma } from './generated/client'

export type NewTableImport = { id: string; name: string; format: FileFormat; sender: string; createdById: string }

/** Begins an import: its bytes follow. */
export const insertTableImport = async (db: Db, _proof: Permit<'claim:add'>, it: NewTableImport): Promise<void> => {
  await db.tableImport.create({ data: it, select: { id: true } })
}

/** Keeps some of the bytes, in their order. */
export const insertTableChunk = async (db: Db, importId: string, n: number, bytes: Uint8Array): Promise<void> => {
  await db.$executeRaw`insert into table_chunks (import_id, n, bytes) values (${importId}::uuid, ${n}, ${bytes})`
}

/** Says that all the bytes are here, and which they are. */
export const sealTableImport = async (
  db: Db,
  _proof: Permit<'claim:add'>,
  id: string,
  whole: { bytes: number; sha256: string },
): Promise<void> => {
  await db.tableImport.update({ where: { id }, data: { ...whole, state: 'received' }, select: { id: true } })
}

const columns = {
  ...{ id: true, name: true, format: true, sender: true, state: true, bytes: true, sha256: true, sheet: true },
  ...{
    columns: true,
    baseAt: true,
    leavesOut: true,
    addsSources: true,
    movedOn: true,
    jobId: true,
    read: true,
    added: true,
  },
  ...{ changed: true, unchanged: true, rejected: true, conflicts: true, undone: true, left: true, reviews: true },
  ...{ createdById: true, createdAt: true, finishedAt: true, version: true, createdBy: { select: { name: true } } },
} as const satisfies Prisma.TableImportSelect
type Row = Prisma.TableImportGetPayload<{ select: typeof columns }>

const shown = ({ createdBy, bytes, ...row }: Row): TableImport => ({
  ...row,
  bytes: Number(bytes),
  format: row.format as FileFormat, // held by a CHECK, as is the state
  state: toldState(row.state as KeptState, row.sha256),
  columns: row.columns as TableColumn[] | null,
  left: row.left as TableImport['left'],
  reviews: row.reviews as TableImport['reviews'],
  createdBy: createdBy.name,
})

export async function tableImportById(db: Db, id: string): Promise<TableImport | null> {
  const row = await db.tableImport.findUnique({ where: { id }, select: columns })
  return row && shown(row)
}

/** The import, held until the end of the transaction: two people never write it at once. */
export async function holdTableImport(db: Db, id: string): Promise<TableImport> {
  await db.$queryRaw`select id::text from table_imports where id = ${id}::uuid for update`
  const held = await tableImportById(db, id)
  if (!held) throw new Fault('not_found', 'imported table')
  return held
}

/** The latest imports. One whose bytes did not all come is told to whoever sent it: nobody else can send it again. */
export async function latestTableImports(db: Db, take: number, readerId: string): Promise<TableImport[]> {
  const where = {
    OR: [
      { state: { notIn: ['receiving', 'cancelled'] } },
      { state: 'cancelled', OR: [{ sha256: { not: null } }, { createdById: readerId }] },
    ],
  }
  const rows = await db.tableImport.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    select: columns,
  })
  return rows.map(shown)
}

export type TableImportChange = Partial<
  TableCounts & {
    state: KeptState
    sender: string
    sheet: string | null
    columns: TableColumn[]
    baseAt: Date | null
    leavesOut: boolean
    addsSources: boolean
    movedOn: boolean
    jobId: string | null
    undone: number
    left: TableImport['left']
    reviews: ReviewOutcome
    finishedAt: Date
  }
>
/** Changes what is known of an import. What may follow what is held by PostgreSQL. */
export const updateTableImport = async (
  db: Db,
  _proof: Permit<'claim:add'>,
  id: string,
  { left, ...change }: TableImportChange,
): Promise<void> => {
  const data = { ...change, ...(left ? { left } : {}) }
  await db.tableImport.update({ where: { id }, data, select: { id: true } })
}

/** The bytes of an import in their order, a few parts at a time. */
export async function* tableBytes(db: Db, importId: string): AsyncGenerator<Uint8Array> {
  const MANY = 8
  for (let from = 0; ; from += MANY) {
    const rows = await db.$queryRaw<{ bytes: Uint8Array }[]>`
      select bytes from table_chunks where import_id = ${importId}::uuid and n >= ${from} and n < ${from + MANY} order by n`
    for (const { bytes } of rows) yield bytes
    if (rows.length < MANY) return
  }
}

/** The documents of a file of ClaimReviews, each with where it stands; or why it is no text. */
export async function reviewsOfImport(db: Db, importId: string): Promise<ReviewFile | Unreadable> {
  const parts: Uint8Array[] = []
  for await (const part of tableBytes(db, importId)) parts.push(part)
  const read = textOfFile(Buffer.concat(parts))
  return read.ok ? reviewsInFile(read.text) : read.reason
}

/** Forgets the bytes: what the import is about is over. */
export const dropTableChunks = async (db: Db, importId: string): Promise<void> => {
  await db.$executeRaw`delete from table_chunks where import_id = ${importId}::uuid`
}
/** Forgets the bytes of uploads that never came to their end. */
export const dropBrokenUploads = async (db: Db): Promise<void> => {
  await db.$executeRaw`
    delete from table_chunks where import_id in (
      select id from table_imports where state = 'receiving' and created_at < clock_timestamp() - interval '1 day')`
}

/** Cells that differ from ours, in the order of the file. */
export const tableChanges = (
  db: Db,
  importId: string,
  { after, take, areConflicts }: { after?: CellPlace; take: number; areConflicts?: boolean },
): Promise<TableChange[]> =>
  db.$queryRaw<TableChange[]>`
    select "row", field, ref, before, base, after, is_conflict as "isConflict", takes_theirs as "takesTheirs"
    from table_changes where import_id = ${importId}::uuid
      ${after === undefined ? Prisma.empty : Prisma.sql`and ("row", field) > (${after.row}::int, ${after.field}::text)`}
      ${areConflicts === undefined ? Prisma.empty : Prisma.sql`and is_conflict = ${areConflicts}`}
    order by "row", field limit ${take}`

/** What is wrong with the rows, in the order of the file. */
export const tableProblems = (
  db: Db,
  importId: string,
  take: number,
  after = 0,
): Promise<(TableProblem & { n: number })[]> =>
  db.$queryRaw<(TableProblem & { n: number })[]>`
    select n, "row", line, "column", field, code, value, told from table_problems
    where import_id = ${importId}::uuid and n > ${after} order by n limit ${take}`

/** Claims a table would add, or added, in the order of the file. */
export const tableAdditions = (db: Db, importId: string, take: number, after = 0): Promise<TableAddition[]> =>
  db.$queryRaw`
    select r."row", r.statement_fr as "statementFr", r.statement_en as "statementEn", r.exact, c.ref, c.slug,
      coalesce(chain.hops, '[]') as chain
    from table_rows r left join claims c on c.id = r.claim_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('source', coalesce(s.name, x.name), 'role', h.role, 'scope', h.scope, 'isNew', coalesce(x.is_new, false)) order by h.position) as hops
      from (
        select * from unnest(r.hop_sources, r.hop_roles, r.hop_scopes) with ordinality said (source_id, role, scope, position)
        union all select r.publisher_id, 'outlet', 'explicit', 1 where r.occurrence_id is not null and r.hop_sources = '{}'::uuid[]) h
      left join sources s on s.id = h.source_id
      left join table_sources x on x.import_id = r.import_id and x.source_id = h.source_id) chain on true
    where r.import_id = ${importId}::uuid and not r.is_refused and r."row" > ${after} order by r."row" limit ${take}`

/** Names of the sources a table would add, or added, in their order; all of them, unless only the first are asked for. */
export const tableNewSources = async (db: Db, importId: string, take: number | null): Promise<string[]> =>
  (
    await db.$queryRaw<{ name: string }[]>`
      select name from table_sources where import_id = ${importId}::uuid and is_new order by slug limit ${take}::int`
  ).map(({ name }) => name)

/** Refused rows as they came, some at a time. */
export const refusedRows = (
  db: Db,
  importId: string,
  after: number,
  take: number,
): Promise<{ row: number; cells: string[] }[]> =>
  db.$queryRaw`
    select "row", cells from table_rows where import_id = ${importId}::uuid and is_refused and "row" > ${after} order by "row" limit ${take}`

/** Says of which conflicts theirs is taken: all of these, and no others. */
export const takeTheirs = async (
  db: Db,
  _proof: Permit<'claim:edit'>,
  importId: string,
  cells: readonly { row: number; field: string }[] | 'all',
): Promise<void> => {
  await db.$executeRaw`
    update table_changes set takes_theirs = ${
      cells === 'all'
        ? Prisma.sql`true`
        : Prisma.sql`(("row", field) in (select * from unnest(${cells.map(({ row }) => row)}::int[], ${cells.map(({ field }) => field)}::text[])))`
    }
    where import_id = ${importId}::uuid and is_conflict`
}
