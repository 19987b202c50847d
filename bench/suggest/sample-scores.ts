import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '@/lib/domain/suggest/document'
import type { KnownNames } from '@/lib/domain/suggest/names'
import { suggest } from '@/lib/domain/suggest/suggest'

type Reading = {
  claims: { id: string; start: number; end: number }[]
  conflicts: { id: string; type: string; claims: string[] }[]
}
/** The reading's own words for a type, against the types of the product: a conflict is found when type and place agree. */
const TYPES: readonly [RegExp, readonly string[]][] = [
  [/spelling/, ['name_spelling']],
  [/actor attribution|label for the same/, ['actor']],
  [/extent/, ['extent']],
  [/confirmation does|confirming/, ['confirmation_coverage']],
  [/independence/, ['independence']],
  [/time of capture|undated/, ['time']],
  [/sequence/, ['sequence']],
  [/foreign forces/, ['status']],
  [/subhead/, ['attribution_dropped']],
  [/attribution scope|one official/, ['attribution_scope']],
  [/dividing line|kind of place/, ['place']],
  [/fact, intention|certainty/, ['modality']],
  [/unsourced/, ['other']],
  [/quotation fidelity/, ['quote_fidelity']],
  [/missing side/, ['missing_side']],
  [/stale/, ['stale_statement']],
]

/** Which conflicts of the careful reading are proposed, and which proposals are none of them. */
export function sampleScores(folder: string, known: KnownNames) {
  const text = readFileSync(join(folder, 'dispatch.fr.txt'), 'utf8')
  const reading = JSON.parse(readFileSync(join(folder, 'reading.json'), 'utf8')) as Reading
  const place = new Map(reading.claims.map(({ id, start, end }) => [id, { start, end }]))
  suggest(text, { language: 'fr', known }) // warm
  const startedAt = performance.now()
  const { conflicts } = suggest(text, { language: 'fr', known })
  const ms = performance.now() - startedAt
  const touches = (a: Span, b: Span | undefined) => b !== undefined && a.start < b.end && b.start < a.end
  const used = new Set<number>()
  const isFound = ({ type, claims }: Reading['conflicts'][number]) => {
    const types = TYPES.filter(([words]) => words.test(type)).flatMap(([, list]) => list)
    const i = conflicts.findIndex(
      (it, n) =>
        !used.has(n) &&
        types.includes(it.type) &&
        it.spans.some((span) => claims.some((id) => touches(span, place.get(id)))),
    )
    if (i >= 0) used.add(i)
    return i >= 0
  }
  const real = reading.conflicts.filter(({ id }) => id !== 'X27')
  const found = real.filter(isFound).map(({ id }) => id)
  const apparent = reading.conflicts.find(({ id }) => id === 'X27')
  return {
    found,
    missed: real.map(({ id }) => id).filter((id) => !found.includes(id)),
    byRule: [...new Set(conflicts.map(({ rule }) => rule))].sort().map((rule) => {
      const right = conflicts.filter((it, i) => it.rule === rule && used.has(i)).length
      return [rule, { right, wrong: conflicts.filter((it) => it.rule === rule).length - right }] as const
    }),
    extra: conflicts.filter((_, n) => !used.has(n)).map(({ rule, why }) => `${rule}: ${why.en}`),
    contradicted: conflicts.some(
      (it) =>
        it.class === 'contradiction' &&
        (apparent?.claims ?? []).every((id) => it.spans.some((span) => touches(span, place.get(id)))),
    ),
    ms,
  }
}
