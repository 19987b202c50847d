import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { EntityView } from '@/lib/domain/record'
import type { EntityKind, NameRelation } from '@/lib/domain/vocabulary'
import type { Db } from './db'
import type { Prisma } from './generated/client'

const labels = { slug: true, labelFr: true, labelEn: true } as const
const entitySelect = {
  id: true,
  slug: true,
  kind: true,
  labelFr: true,
  labelEn: true,
  wikidataId: true,
  geonamesId: true,
  latitude: true,
  longitude: true,
  isGeneric: true,
  names: { select: { form: true, language: true, writer: { select: { name: true } } }, orderBy: { id: 'asc' } },
  linksFrom: {
    select: {
      relation: true,
      authority: true,
      reasonFr: true,
      reasonEn: true,
      decidedAt: true,
      endedAt: true,
      to: { select: labels },
    },
    orderBy: { id: 'asc' },
  },
  linksTo: {
    select: {
      relation: true,
      authority: true,
      reasonFr: true,
      reasonEn: true,
      decidedAt: true,
      endedAt: true,
      from: { select: labels },
    },
    orderBy: { id: 'asc' },
  },
} as const satisfies Prisma.EntitySelect

function entityView(row: Prisma.EntityGetPayload<{ select: typeof entitySelect }>): EntityView {
  const names = new Map<string, { form: string; language: string | null; writer: string | null; times: number }>()
  for (const { form, language, writer } of row.names) {
    const key = `${form}\n${language}\n${writer?.name}`
    const known = names.get(key)
    if (known) known.times++
    else names.set(key, { form, language, writer: writer?.name ?? null, times: 1 })
  }
  const link = (it: (typeof row.linksFrom)[number] | (typeof row.linksTo)[number]) => ({
    other: 'to' in it ? it.to : it.from,
    relation: it.relation,
    authority: it.authority,
    reasonFr: it.reasonFr,
    reasonEn: it.reasonEn,
    decidedAt: it.decidedAt.toISOString(),
    isEnded: it.endedAt !== null,
  })
  const { linksFrom, linksTo, ...rest } = row
  return { ...rest, names: [...names.values()], links: [...linksFrom.map(link), ...linksTo.map(link)] }
}

/** An entity with its written forms, counted per writer, and its links to others. */
export const entityById = async (db: Db, id: string): Promise<EntityView | null> => {
  const row = await db.entity.findUnique({ where: { id }, select: entitySelect })
  return row && entityView(row)
}

/** Entities by French label. */
export const entityList = async (db: Db, kind?: EntityKind): Promise<EntityView[]> =>
  (
    await db.entity.findMany({
      ...(kind ? { where: { kind } } : {}),
      select: entitySelect,
      orderBy: [{ labelFr: 'asc' }, { id: 'asc' }],
      take: 2_000,
    })
  ).map(entityView)

export type NewEntity = {
  id: string
  slug: string
  kind: EntityKind
  labelFr: string
  labelEn: string
  wikidataId: string | null
  geonamesId: number | null
  latitude: number | null
  longitude: number | null
  isGeneric: boolean
}
export async function insertEntity(db: Db, _proof: Permit<'entity:link'>, entity: NewEntity): Promise<void> {
  await db.entity.create({ data: entity })
}

export type NewName = {
  id: string
  entityId: string
  form: string
  language: string | null
  writerId: string | null
  anchorId: string | null
}
export async function insertName(db: Db, _proof: Permit<'entity:link'>, name: NewName): Promise<void> {
  await db.name.create({ data: name })
}

export async function insertEntityLink(
  db: Db,
  proof: Permit<'entity:link'>,
  link: {
    id: string
    fromId: string
    toId: string
    relation: NameRelation
    authority: string | null
    reasonFr: string | null
    reasonEn: string | null
  },
): Promise<void> {
  await db.entityLink.create({ data: { ...link, decidedById: proof.by } })
}

/** A decision that has ended, in the words it was made in; null when there is none, or it is in force. */
export const endedEntityLink = (db: Db, id: string) =>
  db.entityLink.findFirst({
    where: { id, endedAt: { not: null } },
    select: { fromId: true, toId: true, relation: true, authority: true, reasonFr: true, reasonEn: true },
  })

/** Ends a decision, with the reason; false when it is not in force. */
export async function endEntityLink(
  db: Db,
  _proof: Permit<'entity:link'>,
  id: string,
  at: Date,
  reason: string,
): Promise<boolean> {
  const { count } = await db.entityLink.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: at, endedReason: reason },
  })
  return count === 1
}

/** Opens to the public the entities that public events, occurrences and names stand on. */
export async function openEntities(
  db: Db,
  _proof: Permit<'dispatch:publish' | 'verdict:publish'>,
  at: Date,
): Promise<void> {
  await db.entity.updateMany({
    where: {
      publicAt: null,
      OR: [
        { events: { some: { publicAt: { not: null } } } },
        { claims: { some: { claim: { publicAt: { not: null } } } } },
        { names: { some: { anchor: { dispatchVersion: { dispatch: { publicAt: { not: null } } } } } } },
        { isGeneric: true },
        { linksFrom: { some: { to: { isGeneric: true } } } },
        { linksTo: { some: { from: { isGeneric: true } } } },
      ],
    },
    data: { publicAt: at, version: { increment: 1 } },
  })
}
export const entityBySlug = (db: Db, slug: string) => db.entity.findUnique({ where: { slug }, select: { id: true } })
