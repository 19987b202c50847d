import 'server-only'
import type { Db } from './db'

/** A kind of page that has one address per slug and language. */
export type PageKind = 'claim' | 'event' | 'dispatch' | 'conflict'
export type PublicPage = { kind: PageKind; slug: string; changedAt: string | null }

/** Every page of one thing that a stranger may read, and when what it publishes changed last; claims when they have a verdict. */
export async function publicPages(db: Db): Promise<PublicPage[]> {
  const rows = await db.$queryRaw<{ kind: PageKind; slug: string; changedAt: Date | null }[]>`
    select 'claim' as kind, c.slug, max(v.published_at) as "changedAt"
    from claims c join verdicts d on d.claim_id = c.id join verdict_versions v on v.verdict_id = d.id
    where c.discarded_at is null group by c.id, c.slug
    union all select 'event', slug, null from events where discarded_at is null
    union all select 'dispatch', slug, null from dispatches where discarded_at is null
    union all select 'conflict', slug, updated_at from conflicts where status not in ('suggested', 'dismissed')
    order by 1, 2`
  return rows.map(({ changedAt, ...row }) => ({ ...row, changedAt: changedAt?.toISOString() ?? null }))
}
