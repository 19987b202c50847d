import 'server-only'
import type { RevisedKind } from '@/lib/domain/revision'
import type { Db } from './db'

/** What a history is about: the name people say, its words in either language, and its page below the desk. */
export type HistoryTarget = { ref: string; titleFr: string | null; titleEn: string | null; path: string }
const claim = { select: { id: true, ref: true, slug: true, statementFr: true, statementEn: true } } as const
type Claim = { ref: string; slug: string; statementFr: string | null; statementEn: string | null }
const ofClaim = (it: Claim | undefined): HistoryTarget | null =>
  it ? { ref: it.ref, titleFr: it.statementFr, titleEn: it.statementEn, path: `claims/${it.slug}` } : null

/** The thing a history is about, or null when there is none. */
export async function historyTarget(db: Db, entity: RevisedKind, id: string): Promise<HistoryTarget | null> {
  const where = { id }
  switch (entity) {
    case 'claims':
      return ofClaim((await db.claim.findUnique({ where, ...claim })) ?? undefined)
    case 'occurrences':
      return ofClaim((await db.occurrence.findUnique({ where, select: { claim } }))?.claim)
    case 'verdicts':
      return ofClaim((await db.verdict.findUnique({ where, select: { claim } }))?.claim)
    case 'statements':
      return ofClaim(
        (await db.statement.findUnique({ where, select: { occurrence: { select: { claim } } } }))?.occurrence.claim,
      )
    case 'conflicts': {
      const it = await db.conflict.findUnique({ where })
      return it && { ref: it.ref, titleFr: it.titleFr, titleEn: it.titleEn, path: `conflicts/${it.slug}` }
    }
    case 'events': {
      const it = await db.event.findUnique({ where })
      return it && { ref: it.ref, titleFr: it.titleFr, titleEn: it.titleEn, path: `events/${it.slug}` }
    }
    case 'sources': {
      const it = await db.source.findUnique({ where })
      return it && { ref: it.name, titleFr: null, titleEn: null, path: `sources/${it.slug}` }
    }
    case 'evidence': {
      const it = await db.evidence.findUnique({
        where,
        select: { ref: true, title: true, links: { select: { claim } } },
      })
      const at = it?.links.find((link) => link.claim)?.claim
      return it && { ref: it.ref, titleFr: it.title, titleEn: it.title, path: at ? `claims/${at.slug}` : 'claims' }
    }
  }
}

/** What belongs to a claim and has a history of its own. */
export async function partsOfClaim(
  db: Db,
  claimId: string,
): Promise<{ entity: RevisedKind; id: string; words: string }[]> {
  const occurrences = await db.occurrence.findMany({
    where: { claimId },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      anchor: { select: { exact: true } },
      statements: { orderBy: { id: 'asc' }, select: { id: true, value: true } },
    },
  })
  return occurrences.flatMap(({ id, anchor, statements }) => [
    { entity: 'occurrences' as const, id, words: anchor.exact },
    ...statements.map((it) => ({ entity: 'statements' as const, id: it.id, words: it.value })),
  ])
}

/** The names behind ids that stand in revisions: people, sources, events, places. */
export async function namesBehind(db: Db, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    select id::text, name from users where id::text = any(${[...ids]})
    union all select id::text, name from sources where id::text = any(${[...ids]})
    union all select id::text, ref from events where id::text = any(${[...ids]})
    union all select id::text, ref from conflicts where id::text = any(${[...ids]})
    union all select id::text, ref from evidence where id::text = any(${[...ids]})
    union all select id::text, label_fr from entities where id::text = any(${[...ids]})`
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}
