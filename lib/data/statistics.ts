import 'server-only'
import { isOpenConflict } from '@/lib/domain/conflict'
import { RATING_CODES } from '@/lib/domain/rating'
import type { Statistics, VoiceFigures } from '@/lib/domain/statistics'
import { CONFLICT_CLASSES, CONFLICT_STATUSES, CORRECTION_SEVERITIES } from '@/lib/domain/vocabulary'
import type { Db } from './db'
import { Prisma } from './generated/client'

/** How many voices are listed: those on whom most verdicts were published. */
const VOICES = 100

/** The version in force of each verdict that the role that asks may see. */
const IN_FORCE = Prisma.sql`
  select distinct on (d.id) d.id, d.claim_id, v.rating_code, v.is_withdrawal or d.state = 'withdrawn' as is_withdrawn
  from verdicts d join verdict_versions v on v.verdict_id = d.id
  join claims c on c.id = d.claim_id and c.public_at is not null and c.discarded_at is null
  order by d.id, v.n desc`

const count = <K extends string>(rows: readonly { key: string; n: number }[], keys: readonly K[]) =>
  keys.map((key) => ({ key, n: rows.find((it) => it.key === key)?.n ?? 0 }))

/** What the public record adds up to; every member of a closed list is there, be it with a nought. */
export async function statistics(db: Db): Promise<Statistics> {
  const [ratings, voices, conflicts, corrections, [delay]] = await Promise.all([
    db.$queryRaw<{ key: string | null; n: number }[]>`
      with in_force as (${IN_FORCE})
      select case when not is_withdrawn then rating_code end as key, count(*)::int as n from in_force group by 1`,
    voicesOf(db),
    db.conflict.groupBy({ by: ['class', 'status'], where: { publicAt: { not: null } }, _count: true }),
    db.correction.groupBy({
      by: ['severity'],
      where: { verdictVersionId: { not: null }, verdict: { claim: { publicAt: { not: null }, discardedAt: null } } },
      _count: { id: true },
    }),
    db.$queryRaw<{ verdicts: number; shortest: number; median: number; longest: number }[]>`
      with first as (
        select d.claim_id, min(v.published_at) as at from verdicts d join verdict_versions v on v.verdict_id = d.id
        join claims c on c.id = d.claim_id and c.public_at is not null and c.discarded_at is null
        group by d.claim_id
      ), taken as (
        select f.claim_id, f.at, min(t.retrieved_at) as taken_in from first f
        join live_passages o on o.claim_id = f.claim_id and o.is_public
        join anchors a on a.id = o.anchor_id join dispatch_versions t on t.id = a.dispatch_version_id
        group by f.claim_id, f.at
      ), span as (select extract(epoch from at - taken_in)::float8 as s from taken where at >= taken_in)
      select count(*)::int as verdicts, min(s) as shortest, max(s) as longest,
        percentile_cont(0.5) within group (order by s) as median from span`,
  ])
  const rated = ratings.flatMap(({ key, n }) => (key === null ? [] : [{ key, n }]))
  const severities = corrections.map(({ severity, _count }) => ({ key: severity, n: _count.id }))
  const statusIs = (open: boolean): readonly string[] =>
    CONFLICT_STATUSES.filter((it) => (open ? isOpenConflict(it) : it === 'resolved'))
  const conflictsOf = (kind: string, open: boolean): number =>
    conflicts.reduce((n, it) => (it.class === kind && statusIs(open).includes(it.status) ? n + it._count : n), 0)
  return {
    verdicts: count(rated, RATING_CODES).map(({ key, n }) => ({ rating: key, n })),
    withdrawn: ratings.find(({ key }) => key === null)?.n ?? 0,
    voices,
    conflicts: CONFLICT_CLASSES.map((it) => ({
      class: it,
      open: conflictsOf(it, true),
      settled: conflictsOf(it, false),
    })),
    corrections: count(severities, CORRECTION_SEVERITIES).map(({ key, n }) => ({ severity: key, n })),
    delay: delay && delay.verdicts > 0 ? delay : null,
  }
}

/**
 * Who made the claims that were ruled on: the voice a chain begins with, as ClaimReview names it. A protected source is not
 * counted at all, nor is a voice without a name: with few verdicts, a figure could tell who it is.
 */
async function voicesOf(db: Db): Promise<Statistics['voices']> {
  const rows = await db.$queryRaw<(Omit<VoiceFigures, 'ratings'> & { ratings: Record<string, number> })[]>`
    with in_force as (${IN_FORCE}), origin as (
      select distinct on (o.occurrence_id) o.claim_id, h.source_id, h.role
      from live_passages o join hops h on h.occurrence_id = o.occurrence_id
      where o.is_public and o.claim_id in (select claim_id from in_force where not is_withdrawn)
      order by o.occurrence_id, (h.role in ('speaker', 'witness', 'correspondent')) desc, h.position
    ), rated as (
      select s.id, f.rating_code, count(distinct f.id)::int as n
      from in_force f join origin o on o.claim_id = f.claim_id join sources s on s.id = o.source_id
      where not f.is_withdrawn and o.role <> 'unattributed' and s.is_named and not s.is_protected
        and s.discarded_at is null and s.public_at is not null and s.kind not in ('unspecified', 'anonymous_person')
      group by s.id, f.rating_code
    )
    select s.slug, s.name, s.language, s.affiliation, sum(r.n)::int as verdicts, json_object_agg(r.rating_code, r.n) as ratings
    from rated r join sources s on s.id = r.id
    group by s.id, s.slug, s.name, s.language, s.affiliation
    order by verdicts desc, s.name limit ${VOICES}`
  return rows.map(({ ratings, ...voice }) => ({
    ...voice,
    ratings: RATING_CODES.flatMap((rating) => (ratings[rating] ? [{ rating, n: ratings[rating] }] : [])),
  }))
}
