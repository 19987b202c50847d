import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { Db } from './db'
import { Prisma } from './generated/client'

/** What is taken back as a whole by whoever has just added it. */
export type MadeKind = 'source' | 'event' | 'dispatch'
type MadeProof = Permit<'source:add' | 'event:add' | 'dispatch:add'>
type Made = { version: number; createdById: string; isPublic: boolean; isDiscarded: boolean }

const TABLE = {
  source: Prisma.sql`sources`,
  event: Prisma.sql`events`,
  dispatch: Prisma.sql`dispatches`,
} satisfies Record<MadeKind, Prisma.Sql>

/** What was added, held until the transaction ends: nobody builds on it meanwhile (triggers stands_on_what_is_there). */
export async function holdMade(db: Db, kind: MadeKind, id: string): Promise<Made | null> {
  const rows = await db.$queryRaw<Made[]>`
    select version, created_by_id as "createdById", public_at is not null as "isPublic", discarded_at is not null as "isDiscarded"
    from ${TABLE[kind]} where id = ${id}::uuid for update`
  return rows[0] ?? null
}

/** Whether anything stands on it, or stood on it and may come back: what is set aside still counts. */
export async function isBuiltOn(db: Db, kind: MadeKind, id: string): Promise<boolean> {
  const it = Prisma.sql`${id}::uuid`
  const on = {
    source: Prisma.sql`
      exists (select from hops where source_id = ${it}) or exists (select from dispatches where publisher_id = ${it})
      or exists (select from names where writer_id = ${it}) or exists (select from assessments where source_id = ${it})
      or exists (select from evidence where publisher_id = ${it}) or exists (select from verdict_dependencies where source_id = ${it})
      or exists (select from comment_requests where source_id = ${it}) or exists (select from source_identities where source_id = ${it})
      or exists (select from revisions where entity in ('chains', 'verdict_dependencies')
        and content @> jsonb_build_array(jsonb_build_object('source_id', ${it})))`,
    event: Prisma.sql`
      exists (select from claims where event_id = ${it}) or exists (select from statements where event_id = ${it})
      or exists (select from conflicts where event_id = ${it}) or exists (select from events where parent_id = ${it} and discarded_at is null)`,
    dispatch: Prisma.sql`
      exists (select from anchors a join dispatch_versions v on v.id = a.dispatch_version_id where v.dispatch_id = ${it})`,
  } satisfies Record<MadeKind, Prisma.Sql>
  const [row] = await db.$queryRaw<{ isUsed: boolean }[]>`
    select (${on[kind]}) or exists (select from annotations where target_id = ${it} and discarded_at is null) as "isUsed"`
  return row?.isUsed === true
}

/** Marks it as taken back under the version the writer saw; false when somebody saved in between. */
export async function discardMade(
  db: Db,
  _proof: MadeProof,
  kind: MadeKind,
  id: string,
  version: number,
  at: Date,
): Promise<boolean> {
  const count = await db.$executeRaw`
    update ${TABLE[kind]} set discarded_at = ${at}, version = version + 1
    where id = ${id}::uuid and version = ${version} and discarded_at is null`
  return count === 1
}
