import { z } from 'zod'
import { AddClaim, HopInput } from './claim-input'
import { oneOf, optionalLine, optionalUuid } from './input'
import { withoutMarks } from './quotation-marks'
import type { CodePoints, Span } from './quote'
import { fidelityOf } from './quote-fidelity'
import { hullOf, type SuggestedClaim } from './suggestion'
import { MAX_LINE_LENGTH } from './text'
import {
  type HopRole,
  type Modality,
  type OccurrenceKind,
  type QuoteScope,
  SOURCE_KINDS,
  type SourceKind,
} from './vocabulary'

/** A hop names a source that is known, or somebody who becomes one with this claim. */
const AcceptedHop = HopInput.extend({
  sourceId: optionalUuid(),
  name: optionalLine(),
  kind: oneOf(SOURCE_KINDS).optional(),
})
/** A claim as it is accepted: what adding one takes, for the text of the suggestion. */
export const AcceptedClaim = AddClaim.omit({ dispatchVersionId: true, ref: true, slug: true, chain: true }).extend({
  chain: z.array(AcceptedHop),
})
export type AcceptedClaim = z.input<typeof AcceptedClaim>

type KnownSource = { id: string; name: string; kind: SourceKind }
/** Whom a hop names: somebody who is known, or a name with what it seems to be, made a source on acceptance. */
export type SuggestedHop = {
  role: HopRole
  verb: string | null
  /** "Skype", "téléphone": by which way it was said, as the text has it. */
  medium: string | null
  sourceId: string | null
  name: string
  kind: SourceKind
}
/** A claim as a suggestion would have it: everything a person sees, and may change, before it is one. */
export type ClaimOfSuggestion = {
  span: Span
  statementFr: string
  statementEn: string
  kind: OccurrenceKind
  quoteScopes: QuoteScope[]
  modality: Modality
  chain: SuggestedHop[]
}

/** The claim a suggestion proposes: the passage, what it says, in which form, how surely, and through whom. */
export function claimOfSuggestion(
  text: CodePoints,
  value: SuggestedClaim,
  { sources, publisherId }: { sources: readonly KnownSource[]; publisherId: string | null },
): ClaimOfSuggestion {
  // Two quotations with a cue between them keep their marks: what stands between is not quoted.
  const hull = hullOf(value.content)
  const span = value.content.length === 1 ? withoutMarks(text, hull) : hull
  const chain = chainOf(text, value, sources, publisherId)
  const fidelity = fidelityOf(
    text,
    span,
    chain.some(({ role }) => role === 'interpreter'),
  )
  const kind = value.type === 'direct' ? 'direct_quote' : fidelity.kind === 'direct_quote' ? 'direct_quote' : 'indirect'
  const statement = statementOf(text, value)
  return {
    span,
    statementFr: value.language === 'fr' ? statement : '',
    statementEn: value.language === 'en' ? statement : '',
    kind,
    quoteScopes: kind === fidelity.kind ? fidelity.scopes : [],
    modality: value.cueClass === 'deny' ? 'denied' : value.hedged ? 'hedged' : 'asserted',
    chain,
  }
}

/** The words themselves, as a sentence; a person says it better. */
function statementOf(text: CodePoints, { content }: SuggestedClaim): string {
  const words = content
    .map((span) => withoutMarks(text, span))
    .map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, ' ').trim())
    .join(' ')
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gu, '')
  const all = Array.from(words)
  const cut = all.length > MAX_LINE_LENGTH ? `${all.slice(0, MAX_LINE_LENGTH - 1).join('')}…` : words
  return cut.charAt(0).toUpperCase() + cut.slice(1)
}

const folded = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^(?:le |la |les |l['’]|the )/iu, '')
    .toLowerCase()
    .trim()
const AGENCY = /^(?:afp|agence france-presse|reuters|ap|associated press|apa|pana|xinhua|efe|dpa|ansa|tass|panapress)$/
/** Ways of speaking that the text names beside outlets: they carry words and publish none. */
const MEDIUM = /^(?:skype|zoom|whatsapp|signal|telegram|facebook|messenger|twitter|x|t[eé]l[eé]phone|phone|telephone)$/
const ROLE_OF_KIND: Partial<Record<SourceKind, HopRole>> = { person: 'correspondent', agency: 'agency' }
const ORDER: readonly HopRole[] = ['correspondent', 'agency', 'outlet']

function chainOf(
  text: CodePoints,
  { sourceName, via, cue, language }: SuggestedClaim,
  sources: readonly KnownSource[],
  publisherId: string | null,
): SuggestedHop[] {
  const byName = new Map(sources.map((it) => [folded(it.name), it]))
  const hop = (name: string, kind: SourceKind, role: HopRole | null, verb: string | null): SuggestedHop => {
    const known = byName.get(folded(name))
    const its = known?.kind ?? kind
    return {
      role: role ?? ROLE_OF_KIND[its] ?? 'outlet',
      verb,
      medium: null,
      sourceId: known?.id ?? null,
      name: known?.name ?? name,
      kind: its,
    }
  }
  const verb = cue ? text.slice(cue.start, cue.end) : null
  const nobody = language === 'fr' ? 'Source non précisée' : 'Source not named'
  const voice =
    sourceName === null
      ? hop(nobody, 'unspecified', 'unattributed', verb)
      : hop(sourceName, kindOfName(sourceName), 'speaker', verb)
  const media = via.filter((name) => MEDIUM.test(folded(name)))
  const relays = via
    .filter((name) => !media.includes(name))
    .map((name) => hop(name, AGENCY.test(folded(name)) ? 'agency' : 'outlet', null, null))
    .sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role))
  const publisher = sources.find(({ id }) => id === publisherId)
  const isNamed = [voice, ...relays].some(({ sourceId }) => sourceId !== null && sourceId === publisherId)
  return [voice, ...relays, ...(publisher && !isNamed ? [hop(publisher.name, publisher.kind, 'outlet', null)] : [])]
}

const COLLECTIVE =
  /^(?:membres|arm[eé]e|gouvernement|conseil|minist[eè]re|police|autorit[eé]s|forces|groupe|parti|rebelles|djihadistes|islamistes|members|army|government|council|ministry|authorities|group|party|rebels)/i
/** What a name looks like: "un habitant", "AQMI", "Abdou Dardar". Shown as a proposal; a person says what it is. */
export function kindOfName(name: string): SourceKind {
  if (/^(?:une?|des|plusieurs|an?|some|several) /iu.test(name)) return 'anonymous_person'
  if (AGENCY.test(folded(name))) return 'agency'
  // "habitant de Kona": a common noun is a person nobody names, unless it is one for many.
  if (/^\p{Ll}/u.test(name)) return COLLECTIVE.test(name) ? 'organisation' : 'anonymous_person'
  if (/^\p{Lu}\p{Ll}[\p{L}'’-]* (?:\S+ )?\p{Lu}/u.test(name)) return 'person'
  return 'organisation'
}

/** Whether a source of this kind has a name of its own. */
export const isNamedKind = (kind: SourceKind): boolean => kind !== 'anonymous_person' && kind !== 'unspecified'

type TypedHop = {
  medium: string | null
  role: HopRole
  verb: string | null
  sourceId: string | null
  name: string | null
  kind?: SourceKind | undefined
}
type TypedClaim = {
  statementFr: string | null
  statementEn: string | null
  kind: OccurrenceKind
  quoteScopes: readonly QuoteScope[]
  modality: Modality
  chain: readonly TypedHop[]
  isCheckable: boolean
  eventId: string | null
  when: { words: string | null; edtf: string | null }
  placeWords: string | null
  placeId: string | null
}
/** Whether a claim as typed is the one that was proposed: what decides between accepted and edited. Anything added is a change. */
export function isAsProposed(proposed: ClaimOfSuggestion, typed: TypedClaim, span: Span): boolean {
  const isFuller =
    !typed.isCheckable ||
    [typed.eventId, typed.when.words, typed.when.edtf, typed.placeWords, typed.placeId].some(Boolean)
  return !isFuller && JSON.stringify(parts(proposed, proposed.span)) === JSON.stringify(parts(typed, span))
}
const parts = (
  claim: Pick<TypedClaim, 'statementFr' | 'statementEn' | 'kind' | 'quoteScopes' | 'modality' | 'chain'>,
  span: Span,
) => [
  span.start,
  span.end,
  (claim.statementFr ?? '').trim(),
  (claim.statementEn ?? '').trim(),
  claim.kind,
  [...claim.quoteScopes].sort(),
  claim.modality,
  claim.chain.map(({ role, verb, medium, sourceId, name, kind }) => [
    role,
    verb || null,
    medium || null,
    sourceId || [name, kind],
  ]),
]
