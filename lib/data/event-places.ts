import 'server-only'
import type { LocatedPlace } from '@/lib/domain/locator'
import type { Db } from './db'

/** The places of an event that have coordinates: its own, those of its passages, and those that these name. */
export const placesOfEvent = (db: Db, eventId: string): Promise<LocatedPlace[]> =>
  db.$queryRaw<LocatedPlace[]>`
    with passage as (
      select o.place_id, a.dispatch_version_id, a.start, a."end" from occurrences o
      join claims c on c.id = o.claim_id and c.event_id = ${eventId}::uuid and c.discarded_at is null
      join anchors a on a.id = o.anchor_id where o.discarded_at is null
    ), place as (
      select place_id as id from events where id = ${eventId}::uuid
      union select place_id from passage
      union select n.entity_id from names n join anchors a on a.id = n.anchor_id
        join passage p on p.dispatch_version_id = a.dispatch_version_id and p.start < a."end" and a.start < p."end"
    )
    select e.slug, e.label_fr as "labelFr", e.label_en as "labelEn", e.latitude, e.longitude, e.geonames_id as "geonamesId"
    from place p join entities e on e.id = p.id
    where e.kind = 'place' and e.latitude is not null and e.longitude is not null
    order by e.label_fr, e.id limit 40`
