import 'server-only'
import { type TourPlace, type TourSights, tourPlace } from '@/lib/domain/tour'
import type { Db } from './db'

export const tourPlaceOf = async (db: Db, userId: string): Promise<TourPlace> =>
  tourPlace((await db.user.findUnique({ where: { id: userId }, select: { tourStep: true } }))?.tourStep ?? null)

export async function putTourStep(db: Db, userId: string, tourStep: number): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { tourStep }, select: { id: true } })
}

/**
 * What the tour shows: the first dispatch in which two spellings of a name are in conflict, a claim of it that reached us
 * through several people, its event, that conflict, and a published verdict. On the sample: Kona and Konna.
 */
export async function tourSights(db: Db): Promise<TourSights> {
  const rows = await db.$queryRaw<TourSights[]>`
    with told as (
      select c.slug, c.ref, d.id as dispatch_id, d.slug as dispatch, e.slug as event, e.id as event_id,
        (select count(*) from hops h where h.occurrence_id = o.id) as hops, v.state
      from claims c join occurrences o on o.claim_id = c.id and o.discarded_at is null join anchors a on a.id = o.anchor_id
        join dispatch_versions dv on dv.id = a.dispatch_version_id join dispatches d on d.id = dv.dispatch_id
        left join events e on e.id = c.event_id and e.discarded_at is null left join verdicts v on v.claim_id = c.id
      where c.discarded_at is null and d.discarded_at is null),
    spelled as (
      select x.slug, t.dispatch_id, t.dispatch, x.event_id from conflicts x join told t on t.event_id = x.event_id
      where x.type = 'name_spelling' and x.status not in ('suggested', 'dismissed') order by x.created_at, x.ref, t.dispatch limit 1)
    select s.dispatch, s.slug as conflict, (select e.slug from events e where e.id = s.event_id) as event,
      (select t.slug from told t where t.dispatch_id = s.dispatch_id and t.event_id = s.event_id order by t.hops desc, t.ref limit 1) as claim,
      (select t.slug from told t where t.dispatch_id = s.dispatch_id and t.state in ('published', 'corrected', 'needs_rereview') order by t.ref limit 1) as verdict
    from spelled s`
  return rows[0] ?? { dispatch: null, claim: null, event: null, conflict: null, verdict: null }
}
