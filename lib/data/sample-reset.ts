import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import { SAMPLE_RESET, SAMPLE_SIGNERS } from '@/lib/domain/sample'
import type { Db } from './db'
import { Prisma } from './generated/client'
import { forgetPublications, sampleClaims } from './sample'

const signers = Prisma.sql`(select u.id from users u where u.email = any(${[...SAMPLE_SIGNERS]}))`
const dispatches = Prisma.sql`(select d.id from dispatches d where d.created_by_id in ${signers})`
const events = Prisma.sql`(select e.id from events e where e.created_by_id in ${signers})`
const occurrences = Prisma.sql`(select o.id from occurrences o join anchors a on a.id = o.anchor_id
  join dispatch_versions v on v.id = a.dispatch_version_id where v.dispatch_id in ${dispatches})`

/**
 * Puts each row of the sample back to what it was when the sample was loaded, as a new version, and sets aside what people
 * added to it. A verdict published since stays: it changes only with a correction. Returns how many rows.
 */
export async function resetSampleRows(
  db: Db,
  _proof: Permit<'settings:manage'>,
  { loadedAt, now }: { loadedAt: Date; now: Date },
): Promise<{ back: number; aside: number }> {
  const then = (entity: string) => Prisma.sql`
    (select distinct on (r.entity_id) r.entity_id, r.n, r.content from revisions r
      where r.entity = ${entity} and r.at <= ${loadedAt} order by r.entity_id, r.n desc)`
  const was = (entity: string, id: Prisma.Sql) => Prisma.sql`
    exists (select from revisions r where r.entity = ${entity} and r.entity_id = ${id} and r.at <= ${loadedAt})`
  const differs = Prisma.sql`(to_jsonb(t) - '{version,updated_at}'::text[]) is distinct from (f.content - '{version,updated_at}'::text[])`
  let back = 0
  back += await db.$executeRaw`
    update dispatches t set (title, url, public_at, discarded_at) = (select p.title, p.url, p.public_at, p.discarded_at from jsonb_populate_record(null::dispatches, f.content) p), version = t.version + 1
    from ${then('dispatches')} f where f.entity_id = t.id and t.id in ${dispatches} and f.n < t.version and ${differs}`
  back += await db.$executeRaw`
    update events t set (title_fr, title_en, time_words, time_edtf, time_from, time_to, time_basis, place_id, parent_id, public_at, discarded_at)
      = (select p.title_fr, p.title_en, p.time_words, p.time_edtf, p.time_from, p.time_to, p.time_basis, p.place_id, p.parent_id, p.public_at, p.discarded_at from jsonb_populate_record(null::events, f.content) p), version = t.version + 1
    from ${then('events')} f where f.entity_id = t.id and t.id in ${events} and f.n < t.version and ${differs}`
  back += await db.$executeRaw`
    update claims t set (statement_fr, statement_en, is_checkable, event_id, work_state, labels, assignee_id, public_at, discarded_at)
      = (select p.statement_fr, p.statement_en, p.is_checkable, p.event_id, p.work_state, p.labels, p.assignee_id, p.public_at, p.discarded_at from jsonb_populate_record(null::claims, f.content) p), version = t.version + 1
    from ${then('claims')} f where f.entity_id = t.id and t.id in ${sampleClaims} and f.n < t.version and ${differs}`
  back += await db.$executeRaw`
    update occurrences t set (kind, quote_scopes, modality, modality_note, time_words, time_edtf, time_from, time_to, time_basis, time_note, place_words, place_id, actors, discarded_at)
      = (select p.kind, p.quote_scopes, p.modality, p.modality_note, p.time_words, p.time_edtf, p.time_from, p.time_to, p.time_basis, p.time_note, p.place_words, p.place_id, p.actors, p.discarded_at from jsonb_populate_record(null::occurrences, f.content) p), version = t.version + 1
    from ${then('occurrences')} f where f.entity_id = t.id and t.id in ${occurrences} and f.n < t.version and ${differs}`
  back += await db.$executeRaw`
    update statements t set (value, words, qualifiers, rank, rank_reason) = (select p.value, p.words, p.qualifiers, p.rank, p.rank_reason from jsonb_populate_record(null::statements, f.content) p), version = t.version + 1
    from ${then('statements')} f where f.entity_id = t.id and t.occurrence_id in ${occurrences} and f.n < t.version and ${differs}`
  back += await db.$executeRaw`
    update conflicts t set (type, class, severity, status, title_fr, title_en, explanation_fr, explanation_en, assignee_id, public_at)
      = (select p.type, p.class, p.severity, p.status, p.title_fr, p.title_en, p.explanation_fr, p.explanation_en, p.assignee_id, p.public_at from jsonb_populate_record(null::conflicts, f.content) p), version = t.version + 1
    from ${then('conflicts')} f where f.entity_id = t.id and t.event_id in ${events} and f.n < t.version and ${differs}`
  for (const [entity, table] of [
    ['sources', Prisma.sql`sources`],
    ['evidence', Prisma.sql`evidence`],
  ] as const)
    back += await db.$executeRaw`
      update ${table} t set public_at = (f.content ->> 'public_at')::timestamptz, version = t.version + 1 from ${then(entity)} f
      where f.entity_id = t.id and t.created_by_id in ${signers} and t.public_at is null and f.content ->> 'public_at' is not null
        and to_jsonb(t) ->> 'is_protected' is distinct from 'true'`
  back += await db.$executeRaw`
    update entities t set public_at = (f.content ->> 'public_at')::timestamptz, version = t.version + 1 from ${then('entities')} f
    where f.entity_id = t.id and t.public_at is null and f.content ->> 'public_at' is not null`
  back += await db.$executeRaw`
    update verdicts t set (state, rating_code, summary_fr, summary_en, rationale_fr, rationale_en, would_change_fr, would_change_en, author_id, second_reader_id, is_blind, changes_requested)
      = (select p.state, p.rating_code, p.summary_fr, p.summary_en, p.rationale_fr, p.rationale_en, p.would_change_fr, p.would_change_en, p.author_id, p.second_reader_id, p.is_blind, p.changes_requested from jsonb_populate_record(null::verdicts, f.content) p), version = t.version + 1
    from ${then('verdicts')} f where f.entity_id = t.id and t.claim_id in ${sampleClaims} and f.n < t.version and ${differs}
      and not exists (select from verdict_versions w where w.verdict_id = t.id and w.published_at > ${loadedAt})`
  back += await putChainsBack(db, then('chains'), loadedAt)

  let aside = 0
  aside += await db.$executeRaw`
    update claims t set discarded_at = ${now}, version = t.version + 1 where t.discarded_at is null and t.id in ${sampleClaims} and not ${was('claims', Prisma.sql`t.id`)}
      and not exists (select from verdicts v join verdict_versions w on w.verdict_id = v.id where v.claim_id = t.id)`
  aside += await db.$executeRaw`
    update occurrences t set discarded_at = ${now}, version = t.version + 1 where t.discarded_at is null and t.id in ${occurrences} and not ${was('occurrences', Prisma.sql`t.id`)}
      and ${was('claims', Prisma.sql`t.claim_id`)}`
  aside += await db.$executeRaw`
    update statements t set rank = 'deprecated', rank_reason = ${SAMPLE_RESET}, version = t.version + 1
    where t.rank <> 'deprecated' and t.occurrence_id in ${occurrences} and not ${was('statements', Prisma.sql`t.id`)}`
  aside += await db.$executeRaw`
    update conflicts t set status = 'dismissed', public_at = null, version = t.version + 1
    where t.status <> 'dismissed' and t.event_id in ${events} and not ${was('conflicts', Prisma.sql`t.id`)}`
  aside += await db.$executeRaw`
    update evidence_links set ended_at = ${now} where ended_at is null and created_at > ${loadedAt} and claim_id in ${sampleClaims}`
  aside += await db.$executeRaw`
    update claim_relations set ended_at = ${now} where ended_at is null and created_at > ${loadedAt} and (from_id in ${sampleClaims} or to_id in ${sampleClaims})`
  await forgetPublications(db)
  return { back, aside }
}

/** The chains that were changed since: each is replaced as a whole, under a new version of its occurrence. */
async function putChainsBack(db: Db, then: Prisma.Sql, loadedAt: Date): Promise<number> {
  const changed = (
    await db.$queryRaw<{ id: string }[]>`
      select f.entity_id as id from ${then} f where f.entity_id in ${occurrences}
        and exists (select from revisions r where r.entity = 'chains' and r.entity_id = f.entity_id and r.at > ${loadedAt})
        and (select coalesce(jsonb_agg(to_jsonb(h) - 'id' order by h.position), '[]') from hops h where h.occurrence_id = f.entity_id)
          is distinct from (select coalesce(jsonb_agg(e - 'id' order by (e ->> 'position')::int), '[]') from jsonb_array_elements(f.content) e)`
  ).map(({ id }) => id)
  if (changed.length === 0) return 0
  await db.hop.deleteMany({ where: { occurrenceId: { in: changed } } })
  await db.$executeRaw`update occurrences set version = version + 1 where id = any(${changed}::uuid[])`
  await db.$executeRaw`
    insert into hops select p.* from ${then} f, jsonb_array_elements(f.content) e, jsonb_populate_record(null::hops, e) p
    where f.entity_id = any(${changed}::uuid[])`
  return changed.length
}
