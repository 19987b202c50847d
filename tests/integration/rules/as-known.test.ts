import { expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'

type Column = { table: string; column: string; type: string }
const columnsOf = (schema: 'public' | 'as_known') => deskDb().$queryRaw<Column[]>`
  select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = ${schema}::regnamespace and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
    and c.relname <> '_prisma_migrations'
  order by 1, a.attnum`
const spelled = (columns: readonly Column[]) => columns.map((it) => `${it.table}.${it.column} ${it.type}`)

/** Migrations are applied with the views taken away before and built again after; in another way, they call build_as_known(). */
test('every table has its view as known at a moment, with every column of the same type', async () => {
  const tables = spelled(await columnsOf('public'))
  expect(tables.length).toBeGreaterThan(200)
  const views = new Set(spelled(await columnsOf('as_known')))
  expect(tables.filter((column) => !views.has(column))).toEqual([])
})

test('no view lets the reader past the policies of the tables, and none is open to a stranger', async () => {
  const open = await deskDb().$queryRaw<{ name: string }[]>`
    select c.relname as name from pg_class c where c.relnamespace = 'as_known'::regnamespace and c.relkind = 'v'
      and (not coalesce('security_invoker=true' = any (c.reloptions), false) or has_table_privilege('app_public', c.oid, 'select'))`
  expect(open).toEqual([])
  const [may] = await deskDb().$queryRaw<{ usage: boolean }[]>`
    select has_schema_privilege('app_public', 'as_known', 'usage') as usage`
  expect(may).toEqual({ usage: false })
})
