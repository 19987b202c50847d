import { originOf } from '@/lib/domain/chain'
import { RATINGS } from '@/lib/domain/rating'
import { claimPath } from './addresses'
import type { AnchoredOccurrence } from './annotations-jsonld'

/** One occurrence as a record: the columns of claims.csv, with lists and chains that did not have to be made flat. */
function recordOf(it: AnchoredOccurrence, baseUrl: string) {
  const { claim, dispatch, date } = it
  const origin = originOf(it.chain)
  const verdict =
    claim.verdict && !claim.verdict.isWithdrawal && claim.verdict.state !== 'withdrawn' ? claim.verdict : null
  return {
    claim_id: claim.ref,
    claim_slug: claim.slug,
    dispatch_slug: dispatch.slug,
    dispatch_version: it.textVersion.n,
    occurrence_id: it.id,
    quote: it.exact,
    prefix: it.prefix,
    suffix: it.suffix,
    start: it.start,
    end: it.end,
    statement_fr: claim.statementFr,
    statement_en: claim.statementEn,
    kind: it.kind,
    quote_scope: it.quoteScopes,
    modality: it.modality,
    source: origin?.sourceName ?? null,
    source_kind: origin?.kind ?? null,
    attribution_chain: it.chain.map((hop) => ({
      source: hop.sourceName,
      source_slug: hop.sourceSlug,
      source_kind: hop.kind,
      role: hop.role,
      verb: hop.verb,
      medium: hop.medium,
      language: hop.language,
      scope: hop.scope,
    })),
    event: claim.event && {
      id: claim.event.ref,
      slug: claim.event.slug,
      fr: claim.event.titleFr,
      en: claim.event.titleEn,
    },
    event_date: date.edtf,
    event_date_words: date.words,
    event_date_basis: date.basis,
    place: it.placeWords,
    actors: it.actors,
    conflict_ids: it.conflicts.map(({ ref }) => ref),
    verdict: verdict?.rating ?? null,
    verdict_label_fr: verdict ? RATINGS[verdict.rating].fr : null,
    verdict_label_en: verdict ? RATINGS[verdict.rating].en : null,
    published_at: verdict?.publishedAt ?? null,
    url: baseUrl + claimPath('fr', claim.slug),
  }
}

/** One JSON record a line, one line per occurrence. */
export const claimsJsonl = (occurrences: readonly AnchoredOccurrence[], baseUrl: string): string =>
  occurrences.map((it) => `${JSON.stringify(recordOf(it, baseUrl))}\n`).join('')
