import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { Span } from '@/lib/domain/quote'
import type { Db } from './db'

/** Which entities each written form may name: people have said so, and entities they linked as one count as one. */
export async function aliasTable(db: Db): Promise<Map<string, Set<string>>> {
  const [names, entities, links] = await Promise.all([
    db.name.findMany({ select: { form: true, entityId: true }, distinct: ['form', 'entityId'], take: 50_000 }),
    db.entity.findMany({
      where: { isGeneric: false },
      select: { id: true, labelFr: true, labelEn: true },
      take: 50_000,
    }),
    db.entityLink.findMany({ where: { relation: 'same', endedAt: null }, select: { fromId: true, toId: true } }),
  ])
  const joined = new Map<string, string>()
  const rootOf = (id: string): string => {
    let at = id
    for (let up = joined.get(at); up !== undefined; up = joined.get(at)) at = up
    return at
  }
  for (const { fromId, toId } of links) {
    const [a, b] = [rootOf(fromId), rootOf(toId)]
    if (a !== b) joined.set(a, b)
  }
  const table = new Map<string, Set<string>>()
  const put = (form: string, entityId: string) => {
    const key = form.toLowerCase()
    const ids = table.get(key) ?? new Set()
    table.set(key, ids.add(rootOf(entityId)))
  }
  for (const { form, entityId } of names) put(form, entityId)
  for (const { id, labelFr, labelEn } of entities) for (const label of [labelFr, labelEn]) put(label, id)
  return table
}

/** The entity a written form is the label of, or was said to name most lately; null when nobody has heard of it. */
export async function entityNamed(db: Db, form: string): Promise<string | null> {
  const equals = { equals: form, mode: 'insensitive' } as const
  const labelled = await db.entity.findFirst({
    where: { isGeneric: false, OR: [{ labelFr: equals }, { labelEn: equals }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  if (labelled) return labelled.id
  const named = await db.name.findFirst({ where: { form }, select: { entityId: true }, orderBy: { id: 'desc' } })
  return named?.entityId ?? null
}

/** Where names of an entity are kept already in a text. */
export const namePlaces = async (
  db: Db,
  _proof: Permit<'entity:link'>,
  entityId: string,
  dispatchVersionId: string,
): Promise<Span[]> =>
  (
    await db.name.findMany({
      where: { entityId, anchor: { dispatchVersionId } },
      select: { anchor: { select: { start: true, end: true } } },
    })
  ).flatMap(({ anchor }) => (anchor ? [anchor] : []))

/** The decision in force between two entities, in either direction, or null. */
export const linkBetween = (db: Db, a: string, b: string) =>
  db.entityLink.findFirst({
    where: {
      endedAt: null,
      OR: [
        { fromId: a, toId: b },
        { fromId: b, toId: a },
      ],
    },
    select: { id: true, relation: true },
  })
