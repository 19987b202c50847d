import { z } from 'zod'
import { Fault } from './fault'
import type { Permission } from './permission'
import { CUE_CLASSES } from './suggest/attribution'
import { startingConfidence } from './suggest/rule-starts'
import type { Suggestions } from './suggest/suggest'
import { CONFLICT_CLASSES, CONFLICT_TYPES } from './vocabulary'

/** What a person may be asked to decide about. `match` is about two claims, the others about one text. */
export const SUGGESTION_KINDS = ['claim', 'name', 'conflict', 'match'] as const
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number]
export const isSuggestionKind = (kind: string): kind is SuggestionKind =>
  (SUGGESTION_KINDS as readonly string[]).includes(kind)
export const SUGGESTION_STATUSES = ['proposed', 'accepted', 'edited', 'dismissed'] as const
export type SuggestionStatus = (typeof SUGGESTION_STATUSES)[number]
export const MADE_KINDS = ['claim', 'entity_link', 'entity', 'conflict', 'claim_relation'] as const
export type MadeKind = (typeof MADE_KINDS)[number]

const Span = z.object({ start: z.int().min(0), end: z.int().min(0) })
const Why = z.object({ fr: z.string(), en: z.string() })
/** What was proposed, as it is kept: with its places, in code points of the text. */
export const SuggestedClaim = z.object({
  kind: z.literal('claim'),
  language: z.enum(['fr', 'en']),
  content: z.array(Span).min(1),
  type: z.enum(['direct', 'indirect', 'mixed']),
  cue: Span.nullable(),
  source: Span.nullable(),
  sourceName: z.string().nullable(),
  via: z.array(z.string()),
  cueClass: z.enum(CUE_CLASSES),
  hedged: z.boolean(),
})
export const SuggestedName = z.object({
  kind: z.literal('name'),
  surfaces: z.array(z.object({ text: z.string(), spans: z.array(Span).min(1) })).length(2),
  relation: z.enum(['same', 'possibly_same']),
  /** "GeoNames 2454857", when an authority says so. */
  authority: z.string().nullable(),
  why: Why,
})
export const SuggestedConflict = z.object({
  kind: z.literal('conflict'),
  type: z.enum(CONFLICT_TYPES),
  class: z.enum(CONFLICT_CLASSES),
  spans: z.array(Span).min(1),
  why: Why,
})
export const SuggestedValue = z.discriminatedUnion('kind', [SuggestedClaim, SuggestedName, SuggestedConflict])
export type SuggestedClaim = z.output<typeof SuggestedClaim>
export type SuggestedName = z.output<typeof SuggestedName>
export type SuggestedConflict = z.output<typeof SuggestedConflict>
export type SuggestedValue = z.output<typeof SuggestedValue>

/** Something found, before it is kept. `key` is what makes it the same when it is found again, whatever rule finds it. */
export type Proposal = { rule: string; confidence: number; value: SuggestedValue; key: string }

/** Most proposals of one kind that are kept of a text: a person reads them. */
const MOST_OF_A_KIND = 400

type At = { start: number; end: number }
const places = (spans: readonly At[]) => spans.map(({ start, end }) => `${start}-${end}`).join(',')
const overlap = (a: At, b: At) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
/** A passage is taken already when a claim has most of its words and little besides. */
const isTaken = (hull: At, taken: readonly At[]) =>
  taken.some((it) => overlap(hull, it) / (Math.max(hull.end, it.end) - Math.min(hull.start, it.start)) >= 0.6)

/** The stretch of text that holds everything that is attributed. */
export const hullOf = (content: readonly At[]): At => ({
  start: Math.min(...content.map(({ start }) => start)),
  end: Math.max(...content.map(({ end }) => end)),
})

/** What the rules found, as it is kept, without the passages that are claims already (`taken`). */
export function proposalsOf(
  { language, attributions, names, conflicts }: Suggestions,
  { taken, authorityOf }: { taken: readonly At[]; authorityOf: (a: string, b: string) => string | null },
): Proposal[] {
  const claims = attributions
    .filter(({ content }) => content.length > 0 && !isTaken(hullOf(content), taken))
    .map(({ rule, confidence, ...it }): Proposal => {
      const value: SuggestedClaim = { kind: 'claim', language, ...it }
      return { rule, confidence, value, key: `claim ${places(it.content)}` }
    })
  const variants = names.map(({ surfaces, relation, rule, why }): Proposal => {
    const [a = '', b = ''] = surfaces.map(({ text }) => text)
    const authority = rule === 'gazetteer' ? authorityOf(a, b) : null
    const pair = surfaces.slice(0, 2).map(({ text, spans }) => ({ text, spans: spans.slice(0, 50) }))
    const value: SuggestedName = { kind: 'name', surfaces: pair, relation, authority, why }
    return { rule, confidence: startingConfidence('name', rule), value, key: `name ${[a, b].sort().join('\n')}` }
  })
  const disagreements = conflicts.map(({ rule, confidence, type, class: kind, spans, why }): Proposal => {
    const value: SuggestedConflict = { kind: 'conflict', type, class: kind, spans, why }
    return { rule, confidence, value, key: `conflict ${type} ${places(spans)}` }
  })
  return [claims, variants, disagreements].flatMap((kind) => kind.slice(0, MOST_OF_A_KIND))
}

/** Whoever may make a thing may decide about the suggestion of one. */
export const PERMISSION_OF_KIND = {
  claim: 'claim:add',
  name: 'entity:link',
  conflict: 'conflict:mark',
  match: 'claim:edit',
} as const satisfies Record<SuggestionKind, Permission>
export type Deciding = (typeof PERMISSION_OF_KIND)[SuggestionKind]

/** A suggestion as the desk shows it. */
export type SuggestionView = {
  id: string
  version: number
  rule: string
  confidence: number
  status: SuggestionStatus
  value: SuggestedValue
  decidedBy: string | null
}

/** Somebody else was quicker: what they decided is shown, nothing is written over. */
export const decidedFault = (
  saved: { id: string; version: number; status: SuggestionStatus; decidedBy: string | null } | null,
): Fault =>
  saved
    ? new Fault('stale', 'suggestion', [], {
        entity: 'suggestion',
        id: saved.id,
        version: saved.version,
        theirs: { status: saved.status, decidedBy: saved.decidedBy },
      })
    : new Fault('not_found', 'suggestion')
