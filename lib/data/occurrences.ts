import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { Quote, Span } from '@/lib/domain/quote'
import type { VagueDate } from '@/lib/domain/vague-date'
import type { HopRole, HopScope, Modality, OccurrenceKind, QuoteScope } from '@/lib/domain/vocabulary'
import { insertAnchor } from './anchors'
import type { Db } from './db'
import { timeColumns } from './rows'

export type NewOccurrence = {
  id: string
  anchorId: string
  claimId: string
  dispatchVersionId: string
  span: Span
  quote: Quote
  kind: OccurrenceKind
  quoteScopes: readonly QuoteScope[]
  modality: Modality
  modalityNote: string | null
  date: VagueDate
  timeNote: string | null
  placeWords: string | null
  placeId: string | null
  actors: readonly string[]
  hops: readonly NewHop[]
}
export type NewHop = {
  id: string
  sourceId: string
  role: HopRole
  verb: string | null
  medium: string | null
  language: string | null
  scope: HopScope
  spokenWords: string | null
  spokenEdtf: string | null
}

/** Writes the anchor (PostgreSQL checks that it is the text), the occurrence and its chain. */
export async function insertOccurrence(db: Db, proof: Permit<'claim:add'>, it: NewOccurrence): Promise<void> {
  await insertAnchor(db, proof, it.anchorId, it.dispatchVersionId, it.span, it.quote)
  await db.occurrence.create({
    data: {
      id: it.id,
      claimId: it.claimId,
      anchorId: it.anchorId,
      kind: it.kind,
      quoteScopes: [...it.quoteScopes],
      modality: it.modality,
      modalityNote: it.modalityNote,
      ...timeColumns(it.date),
      timeNote: it.timeNote,
      placeWords: it.placeWords,
      placeId: it.placeId,
      actors: [...it.actors],
    },
  })
  await insertHops(db, it.id, it.hops)
}

const insertHops = (db: Db, occurrenceId: string, hops: readonly NewHop[]) =>
  db.hop.createMany({ data: hops.map((hop, i) => ({ ...hop, occurrenceId, position: i + 1 })) })

/** Replaces a chain as a whole under the version the writer saw; false when somebody saved in between. */
export async function replaceChain(
  db: Db,
  _proof: Permit<'claim:edit'>,
  occurrenceId: string,
  version: number,
  hops: readonly NewHop[],
): Promise<boolean> {
  const { count } = await db.occurrence.updateMany({
    where: { id: occurrenceId, version },
    data: { version: version + 1 },
  })
  if (count === 0) return false
  await db.hop.deleteMany({ where: { occurrenceId } })
  await insertHops(db, occurrenceId, hops)
  return true
}

/** Puts a remembered chain in the place of the present one, under the version just written. */
export async function putChain(
  db: Db,
  _proof: Permit<'claim:edit'>,
  occurrenceId: string,
  remembered: readonly Readonly<Record<string, unknown>>[],
  newId: () => string,
): Promise<void> {
  await db.hop.deleteMany({ where: { occurrenceId } })
  const hops = remembered.map(
    (hop): NewHop => ({
      id: newId(),
      sourceId: hop.source_id as string,
      role: hop.role as HopRole,
      verb: hop.verb as string | null,
      medium: hop.medium as string | null,
      language: hop.language as string | null,
      scope: hop.scope as HopScope,
      spokenWords: hop.spoken_words as string | null,
      spokenEdtf: hop.spoken_edtf as string | null,
    }),
  )
  await insertHops(db, occurrenceId, hops)
}

export const occurrenceAsSaved = (db: Db, id: string) =>
  db.occurrence.findUnique({
    where: { id },
    select: {
      id: true,
      version: true,
      anchor: { select: { exact: true } },
      claim: { select: { id: true, publicAt: true, eventId: true } },
      hops: {
        orderBy: { position: 'asc' },
        select: {
          role: true,
          verb: true,
          medium: true,
          language: true,
          scope: true,
          source: { select: { id: true, name: true } },
        },
      },
    },
  })
