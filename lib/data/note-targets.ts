import 'server-only'
import type { NoteTarget, NoteTargetKind, Place } from '@/lib/domain/note'
import type { Db } from './db'

export const placeKey = ({ kind, id }: NoteTarget): string => `${kind}:${id}`

/** A letter is called by how it begins. */
const SHOWN_WORDS = 120

/** The places of these things, by `placeKey`; what does not exist is not in it. */
export async function placesOf(db: Db, targets: readonly NoteTarget[]): Promise<Map<string, Place>> {
  const idsOf = (kind: NoteTargetKind) => [...new Set(targets.filter((it) => it.kind === kind).map(({ id }) => id))]
  const claimWords = { ref: true, slug: true, statementFr: true, statementEn: true } as const
  const titled = { id: true, ref: true, slug: true, titleFr: true, titleEn: true } as const
  // One after the other: inside a transaction there is one connection. A kind nobody asks for costs no question.
  const some = async <T>(
    kind: NoteTargetKind,
    find: (where: { id: { in: string[] } }) => Promise<T[]>,
  ): Promise<T[]> => {
    const ids = idsOf(kind)
    return ids.length === 0 ? [] : find({ id: { in: ids } })
  }
  const claims = await some('claim', (where) => db.claim.findMany({ where, select: { id: true, ...claimWords } }))
  const verdicts = await some('verdict', (where) =>
    db.verdict.findMany({ where, select: { id: true, claim: { select: claimWords } } }),
  )
  const conflicts = await some('conflict', (where) => db.conflict.findMany({ where, select: titled }))
  const events = await some('event', (where) => db.event.findMany({ where, select: titled }))
  const dispatches = await some('dispatch', (where) =>
    db.dispatch.findMany({ where, select: { id: true, slug: true, title: true } }),
  )
  const sources = await some('source', (where) =>
    db.source.findMany({ where, select: { id: true, slug: true, name: true } }),
  )
  const reports = await some('report', (where) =>
    db.report.findMany({ where, select: { id: true, ticket: true, words: true } }),
  )
  const places: Place[] = [
    ...claims.map((it) => ({ kind: 'claim' as const, ...it, fr: it.statementFr, en: it.statementEn })),
    ...verdicts.map(({ id, claim }) => ({
      kind: 'verdict' as const,
      id,
      ...claim,
      fr: claim.statementFr,
      en: claim.statementEn,
    })),
    ...conflicts.map((it) => ({ kind: 'conflict' as const, ...it, fr: it.titleFr, en: it.titleEn })),
    ...events.map((it) => ({ kind: 'event' as const, ...it, fr: it.titleFr, en: it.titleEn })),
    ...dispatches.map((it) => ({ kind: 'dispatch' as const, ...it, ref: '', fr: it.title, en: it.title })),
    ...reports.map(({ id, ticket, words }) => {
      const fr = words.slice(0, SHOWN_WORDS)
      return { kind: 'report' as const, id, ref: ticket, slug: ticket, fr, en: fr }
    }),
    ...sources.map((it) => ({ kind: 'source' as const, ...it, ref: '', fr: it.name, en: it.name })),
  ]
  return new Map(
    places.map(({ kind, id, ref, slug, fr, en }) => [placeKey({ kind, id }), { kind, id, ref, slug, fr, en }]),
  )
}
