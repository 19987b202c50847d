import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import { SAMPLE_DELETED, SAMPLE_SIGNERS, type SampleCounts } from '@/lib/domain/sample'
import type { Db } from './db'
import { Prisma } from './generated/client'

const signers = Prisma.sql`(select u.id from users u where u.email = any(${[...SAMPLE_SIGNERS]}))`
const dispatches = Prisma.sql`(select d.id from dispatches d where d.created_by_id in ${signers})`
const events = Prisma.sql`(select e.id from events e where e.created_by_id in ${signers})`
const inSample = (occurrence: Prisma.Sql) =>
  Prisma.sql`exists (select from anchors a join dispatch_versions v on v.id = a.dispatch_version_id
    where a.id = ${occurrence}.anchor_id and v.dispatch_id in ${dispatches})`
/** Claims taken from the sample and from nowhere else. */
export const sampleClaims = Prisma.sql`(select o.claim_id from occurrences o where o.discarded_at is null or ${inSample(Prisma.sql`o`)}
  group by o.claim_id having bool_and(${inSample(Prisma.sql`o`)}))`

/** The dispatches of the sample, deleted or not. */
export const sampleDispatches = (db: Db) =>
  db.dispatch.findMany({
    where: { createdBy: { email: { in: [...SAMPLE_SIGNERS] } } },
    select: { id: true, title: true, discardedAt: true },
    orderBy: { createdAt: 'asc' },
  })

/** When the sample was loaded to its end; null when it was not. */
export const sampleLoadedAt = async (db: Db): Promise<Date | null> =>
  (
    await db.setting.findFirst({
      where: { key: { startsWith: 'sample.' } },
      orderBy: { updatedAt: 'asc' },
      select: { updatedAt: true },
    })
  )?.updatedAt ?? null

/** What the sample holds and what was done to it since it was loaded, in one statement. */
export async function sampleCounts(db: Db, loadedAt: Date): Promise<SampleCounts> {
  const rows = await db.$queryRaw<SampleCounts[]>`
    with rows as (
      select 'claims' as entity, c.id, to_jsonb(c) as now from claims c where c.id in ${sampleClaims}
      union all select 'events', e.id, to_jsonb(e) from events e where e.id in ${events}
      union all select 'occurrences', o.id, to_jsonb(o) from occurrences o where ${inSample(Prisma.sql`o`)}
      union all select 'conflicts', x.id, to_jsonb(x) from conflicts x where x.event_id in ${events}),
    dated as (select rows.*, (select r.content from revisions r where r.entity = rows.entity and r.entity_id = rows.id
      and r.at <= ${loadedAt} order by r.n desc limit 1) as loaded from rows)
    select (select count(*)::int from dispatches d where d.id in ${dispatches}) as dispatches,
      (count(*) filter (where entity = 'claims'))::int as claims, (count(*) filter (where entity = 'events'))::int as events,
      (count(*) filter (where entity = 'conflicts'))::int as conflicts,
      (select count(distinct v.id)::int from verdicts v join verdict_versions w on w.verdict_id = v.id where v.claim_id in ${sampleClaims}) as published,
      (count(*) filter (where loaded is not null and (now - '{version,updated_at}'::text[]) is distinct from (loaded - '{version,updated_at}'::text[])))::int as changed,
      (count(*) filter (where loaded is null and now ->> 'discarded_at' is null and now ->> 'status' is distinct from 'dismissed'))::int as added,
      (select count(distinct v.id)::int from verdicts v join verdict_versions w on w.verdict_id = v.id
        where v.claim_id in ${sampleClaims} and w.published_at > ${loadedAt}) as kept
    from dated`
  return rows[0] ?? { dispatches: 0, claims: 0, events: 0, conflicts: 0, published: 0, changed: 0, added: 0, kept: 0 }
}

/** Takes the sample out of the desk and of the public. What the newsroom's own work uses of it stays. Returns how many rows. */
export async function discardSample(db: Db, _proof: Permit<'settings:manage'>, now: Date): Promise<number> {
  const out = Prisma.sql`discarded_at = ${now}, version = version + 1`
  const hidden = Prisma.sql`public_at = null, version = version + 1`
  const live = Prisma.sql`o.discarded_at is null and exists (select from claims c where c.id = o.claim_id and c.discarded_at is null)`
  let rows = 0
  rows += await db.$executeRaw`update claims set ${out} where discarded_at is null and id in ${sampleClaims}`
  rows += await db.$executeRaw`update dispatches set ${out} where discarded_at is null and id in ${dispatches}`
  rows += await db.$executeRaw`
    update events set ${out} where discarded_at is null and id in ${events}
      and not exists (select from claims c where c.event_id = events.id and c.discarded_at is null)`
  rows += await db.$executeRaw`
    update conflicts set ${hidden} where public_at is not null
      and event_id in (select e.id from events e where e.discarded_at is not null and e.id in ${events})`
  rows += await db.$executeRaw`
    update evidence set ${hidden} where public_at is not null and created_by_id in ${signers}
      and not exists (select from evidence_links l join claims c on c.id = l.claim_id where l.evidence_id = evidence.id and l.ended_at is null and c.discarded_at is null)`
  rows += await db.$executeRaw`
    update sources set ${hidden} where public_at is not null and created_by_id in ${signers}
      and not exists (select from hops h join occurrences o on o.id = h.occurrence_id where h.source_id = sources.id and ${live})
      and not exists (select from dispatches d where d.publisher_id = sources.id and d.discarded_at is null)`
  rows += await db.$executeRaw`
    update entities set ${hidden} where public_at is not null
      and exists (select from revisions r where r.entity = 'entities' and r.entity_id = entities.id and r.n = 1 and r.actor in (select u.id::text from users u where u.id in ${signers}))
      and not exists (select from events e where e.place_id = entities.id and e.discarded_at is null)
      and not exists (select from occurrences o where o.place_id = entities.id and ${live})
      and not exists (select from sources s where s.entity_id = entities.id and s.public_at is not null)`
  await forgetPublications(db)
  return rows
}

/** Brings back what deleting the sample took away, row by row, unless somebody changed the row since. */
export async function restoreSample(db: Db, _proof: Permit<'settings:manage'>): Promise<number> {
  const former = (entity: string) => Prisma.sql`
    (select r.entity_id, p.content from revisions r join revisions p on p.entity = r.entity and p.entity_id = r.entity_id and p.n = r.n - 1
      where r.entity = ${entity} and r.reason = ${SAMPLE_DELETED})`
  const isLast = (entity: string, id: Prisma.Sql, version: Prisma.Sql) => Prisma.sql`
    exists (select from revisions r where r.entity = ${entity} and r.entity_id = ${id} and r.n = ${version} and r.reason = ${SAMPLE_DELETED})`
  const at = (column: Prisma.Sql) => Prisma.sql`(f.content ->> ${column})::timestamptz`
  const discarded = Prisma.sql`${at(Prisma.sql`'discarded_at'`)}`
  const opened = Prisma.sql`${at(Prisma.sql`'public_at'`)}`
  const t = { id: Prisma.sql`t.id`, version: Prisma.sql`t.version` }
  let rows = 0
  rows +=
    await db.$executeRaw`update dispatches t set discarded_at = ${discarded}, version = t.version + 1 from ${former('dispatches')} f where f.entity_id = t.id and ${isLast('dispatches', t.id, t.version)}`
  rows +=
    await db.$executeRaw`update events t set discarded_at = ${discarded}, version = t.version + 1 from ${former('events')} f where f.entity_id = t.id and ${isLast('events', t.id, t.version)}`
  rows +=
    await db.$executeRaw`update claims t set discarded_at = ${discarded}, version = t.version + 1 from ${former('claims')} f where f.entity_id = t.id and ${isLast('claims', t.id, t.version)}`
  rows +=
    await db.$executeRaw`update conflicts t set public_at = ${opened}, version = t.version + 1 from ${former('conflicts')} f where f.entity_id = t.id and ${isLast('conflicts', t.id, t.version)}`
  rows +=
    await db.$executeRaw`update evidence t set public_at = ${opened}, version = t.version + 1 from ${former('evidence')} f where f.entity_id = t.id and ${isLast('evidence', t.id, t.version)}`
  rows +=
    await db.$executeRaw`update sources t set public_at = ${opened}, version = t.version + 1 from ${former('sources')} f where f.entity_id = t.id and ${isLast('sources', t.id, t.version)} and not t.is_protected`
  rows +=
    await db.$executeRaw`update entities t set public_at = ${opened}, version = t.version + 1 from ${former('entities')} f where f.entity_id = t.id and ${isLast('entities', t.id, t.version)}`
  await forgetPublications(db)
  return rows
}

/** Every process forgets the documents of the sample's verdicts, and what is made on demand. */
export async function forgetPublications(db: Db): Promise<void> {
  await db.$queryRaw`
    select pg_notify('recoupe_public', p.address)::text from publications p join verdict_versions w on w.id = p.verdict_version_id
      join verdicts v on v.id = w.verdict_id where v.claim_id in ${sampleClaims} group by p.address
    union all select pg_notify('recoupe_public', '*')::text`
}
