import 'server-only'
import type { PropertyCode } from '@/lib/domain/property'
import type { ConflictStatus } from '@/lib/domain/vocabulary'
import type { Db } from './db'

/** What is there already, by the names a sample uses: slugs, refs, and pairs of ids for what joins two things. */
export type SampleIds = {
  sources: Map<string, string>
  entities: Map<string, string>
  events: Map<string, string>
  claims: Map<string, string>
  conflicts: Map<string, string>
  dispatches: Map<string, { id: string; versionId: string }>
  refs: Set<string>
  names: Set<string>
  links: Set<string>
  relations: Set<string>
}

const bySlug = (rows: readonly { slug: string; id: string }[]) => new Map(rows.map(({ slug, id }) => [slug, id]))

export async function sampleIds(db: Db): Promise<SampleIds> {
  const select = { id: true, slug: true } as const
  const withRef = { ...select, ref: true } as const
  const [sources, entities, events, claims, conflicts, evidence, dispatches, names, links, relations] =
    await Promise.all([
      db.source.findMany({ select }),
      db.entity.findMany({ select }),
      db.event.findMany({ select: withRef }),
      db.claim.findMany({ select: withRef }),
      db.conflict.findMany({ select: withRef }),
      db.evidence.findMany({ select: withRef }),
      db.dispatch.findMany({
        select: { ...select, versions: { select: { id: true }, orderBy: { n: 'desc' }, take: 1 } },
      }),
      db.name.findMany({ select: { entityId: true, anchor: { select: { start: true } } } }),
      db.entityLink.findMany({ where: { endedAt: null }, select: { fromId: true, toId: true } }),
      db.claimRelation.findMany({ select: { fromId: true, toId: true } }),
    ])
  return {
    sources: bySlug(sources),
    entities: bySlug(entities),
    events: bySlug(events),
    claims: bySlug(claims),
    conflicts: bySlug(conflicts),
    dispatches: new Map(
      dispatches.flatMap(({ slug, id, versions: [latest] }) =>
        latest ? [[slug, { id, versionId: latest.id }] as const] : [],
      ),
    ),
    refs: new Set([...events, ...claims, ...conflicts, ...evidence].map(({ ref }) => ref)),
    names: new Set(names.map(({ entityId, anchor }) => `${entityId} ${anchor?.start}`)),
    links: new Set(links.map(({ fromId, toId }) => `${fromId} ${toId}`)),
    relations: new Set(relations.map(({ fromId, toId }) => `${fromId} ${toId}`)),
  }
}

/** The first occurrence of each claim. */
export async function occurrenceIdsByClaim(db: Db): Promise<Map<string, string>> {
  const rows = await db.occurrence.findMany({ select: { id: true, claimId: true }, orderBy: { id: 'desc' } })
  return new Map(rows.map(({ id, claimId }) => [claimId, id]))
}

/** The statement each occurrence makes about a property. */
export async function statementIds(db: Db, propertyCode: PropertyCode): Promise<Map<string, string>> {
  const rows = await db.statement.findMany({ where: { propertyCode }, select: { id: true, occurrenceId: true } })
  return new Map(rows.map(({ id, occurrenceId }) => [occurrenceId, id]))
}

export const evidenceIds = async (db: Db): Promise<Map<string, string>> =>
  bySlug(await db.evidence.findMany({ select: { id: true, slug: true } }))

export async function conflictIds(
  db: Db,
): Promise<Map<string, { id: string; version: number; status: ConflictStatus }>> {
  const rows = await db.conflict.findMany({ select: { id: true, slug: true, version: true, status: true } })
  return new Map(rows.map(({ slug, ...row }) => [slug, row]))
}
