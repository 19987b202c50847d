import 'server-only'
import { formsOf, type NamedEntity, type NameLink, type NamePlace } from '@/lib/domain/named'
import { scriptOf } from '@/lib/domain/script'
import { mayBeCut } from '@/lib/domain/text-parts'
import type { EntityKind } from '@/lib/domain/vocabulary'
import type { Db } from './db'
import type { Prisma } from './generated/client'

const linkSelect = {
  id: true,
  relation: true,
  authority: true,
  reasonFr: true,
  reasonEn: true,
  decidedAt: true,
  decidedBy: { select: { name: true } },
  endedAt: true,
  endedReason: true,
} as const satisfies Prisma.EntityLinkSelect
const other = { select: { slug: true, labelFr: true, labelEn: true } } as const

const select = {
  id: true,
  slug: true,
  kind: true,
  labelFr: true,
  labelEn: true,
  wikidataId: true,
  geonamesId: true,
  isGeneric: true,
  names: {
    where: { OR: [{ anchorId: null }, { anchor: { dispatchVersion: { dispatch: { discardedAt: null } } } }] },
    orderBy: [{ anchor: { start: 'asc' } }, { id: 'asc' }],
    select: {
      id: true,
      form: true,
      language: true,
      script: true,
      writer: { select: { name: true } },
      anchor: {
        select: {
          start: true,
          end: true,
          prefix: true,
          exact: true,
          suffix: true,
          dispatchVersionId: true,
          dispatchVersion: { select: { dispatch: { select: { slug: true, title: true, language: true } } } },
        },
      },
    },
  },
  linksFrom: { select: { ...linkSelect, to: other }, orderBy: { id: 'asc' } },
  linksTo: { select: { ...linkSelect, from: other }, orderBy: { id: 'asc' } },
} as const satisfies Prisma.EntitySelect
type Row = Prisma.EntityGetPayload<{ select: typeof select }>

/** Entities with every written form at every place, and every decision about two of them, by French label. */
export async function namedEntities(
  db: Db,
  { text, kind }: { text: string; kind: EntityKind | null },
): Promise<NamedEntity[]> {
  const holds = { contains: text, mode: 'insensitive' as const }
  const rows = await db.entity.findMany({
    where: {
      ...(kind ? { kind } : {}),
      ...(text === '' ? {} : { OR: [{ labelFr: holds }, { labelEn: holds }, { names: { some: { form: holds } } }] }),
    },
    select,
    orderBy: [{ labelFr: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  const claimAt = await claimsAt(db, rows)
  return rows.map(({ names, linksFrom, linksTo, ...entity }) => ({
    ...entity,
    forms: formsOf(
      names.map(({ id, form, language, script, writer, anchor }) => ({
        form,
        language,
        script: script ?? scriptOf(form),
        writer: writer?.name ?? null,
        place: anchor && {
          id,
          prefix: anchor.prefix,
          exact: anchor.exact,
          suffix: anchor.suffix,
          language: anchor.dispatchVersion.dispatch.language,
          dispatch: anchor.dispatchVersion.dispatch,
          ...(claimAt.get(id) ?? { claim: null, passage: null }),
        },
      })),
    ),
    links: [
      ...linksFrom.map(({ to, ...it }) => linkView(it, to, true)),
      ...linksTo.map(({ from, ...it }) => linkView(it, from, false)),
    ],
  }))
}

const linkView = (
  { decidedAt, decidedBy, endedAt, endedReason, ...link }: Prisma.EntityLinkGetPayload<{ select: typeof linkSelect }>,
  to: NameLink['other'],
  isFrom: boolean,
): NameLink => ({
  ...link,
  isFrom,
  other: to,
  decidedAt: decidedAt.toISOString(),
  decidedBy: decidedBy.name,
  ended: endedAt && { at: endedAt.toISOString(), reason: endedReason ?? '' },
})

/** A passage that begins further before a name than this is no passage about it. */
const LONGEST_PASSAGE = 5_000

/** Which claim's passage holds a place, by the id of the name: the shortest of those that do. */
async function claimsAt(db: Db, rows: readonly Row[]): Promise<Map<string, Pick<NamePlace, 'claim' | 'passage'>>> {
  const places = rows.flatMap(({ names }) => names.flatMap(({ id, anchor }) => (anchor ? [id] : [])))
  const held = await db.$queryRaw<{ id: string; ref: string; occurrenceId: string; length: number }[]>`
    select n.id, c.ref, shortest.occurrence_id as "occurrenceId", v.length from names n join anchors a on a.id = n.anchor_id
    join dispatch_versions v on v.id = a.dispatch_version_id
    cross join lateral (
      select p.claim_id, p.occurrence_id from live_passages p join anchors b on b.id = p.anchor_id and b.dispatch_version_id = a.dispatch_version_id
      where p.dispatch_id = v.dispatch_id and p.start between a.start - ${LONGEST_PASSAGE}::integer and a.start and p."end" >= a."end"
      order by p."end" - p.start, p.occurrence_id limit 1) shortest
    join claims c on c.id = shortest.claim_id
    where n.id = any(${places}::uuid[])`
  return new Map(
    held.map(({ id, ref, occurrenceId, length }) => [
      id,
      { claim: ref, passage: mayBeCut(length, 0) ? occurrenceId : null },
    ]),
  )
}

/** What a form offers to link: every entity, by French label. */
export const entityChoices = (db: Db) =>
  db.entity.findMany({
    select: { id: true, slug: true, kind: true, labelFr: true, labelEn: true },
    orderBy: [{ labelFr: 'asc' }, { id: 'asc' }],
    take: 2_000,
  })
