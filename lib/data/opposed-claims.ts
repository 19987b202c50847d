import 'server-only'
import type { Db } from './db'

/** The claims on another side of a conflict than each of these (lib/domain/opposed.ts says the same of a record). */
export const opposedTo = (db: Db, claimIds: readonly string[]) =>
  db.$queryRaw<{ claimId: string; slug: string; isContradiction: boolean; isReviewed: boolean }[]>`
    select o.claim_id as "claimId", c.slug, bool_or(k.class = 'contradiction') as "isContradiction",
      bool_or(v.id is not null and not v.is_withdrawal and d.state <> 'withdrawn') as "isReviewed"
    from occurrences o
    join statements s on s.occurrence_id = o.id
    join position_statements ps on ps.statement_id = s.id
    join positions p on p.id = ps.position_id and not p.is_general
    join conflicts k on k.id = p.conflict_id and k.status not in ('suggested', 'dismissed')
    join positions q on q.conflict_id = k.id and q.id <> p.id and not q.is_general
    join position_statements qs on qs.position_id = q.id
    join statements t on t.id = qs.statement_id
    join occurrences x on x.id = t.occurrence_id and x.discarded_at is null
    join claims c on c.id = x.claim_id and c.discarded_at is null and c.id <> o.claim_id
    left join verdicts d on d.claim_id = c.id
    left join verdict_versions v on v.verdict_id = d.id
      and v.n = (select max(w.n) from verdict_versions w where w.verdict_id = d.id)
    where o.claim_id = any(${claimIds}::uuid[]) and o.discarded_at is null
    group by o.claim_id, c.slug`
