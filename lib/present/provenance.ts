import { opposedClaims } from '@/lib/domain/opposed'
import { RATINGS } from '@/lib/domain/rating'
import type { ClaimRecord, EvidenceView, HopView, VerdictVersionView } from '@/lib/domain/record'
import type { SourceKind } from '@/lib/domain/vocabulary'
import { claimPath, dispatchPath, sourcePath } from './addresses'
import { claimId } from './conflict-terms'
import { safeAddress } from './parts/evidence-item'

type Json = Record<string, unknown>
const PROV = 'http://www.w3.org/ns/prov#'
const CITO = 'http://purl.org/spar/cito/'

/** PROV-O for who said what and for what came of what; four relations of CiTO; our own words for the order of a chain. */
const context = (baseUrl: string): Json => ({
  '@vocab': PROV,
  prov: PROV,
  schema: 'https://schema.org/',
  recoupe: `${baseUrl}/ns#`,
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  value: { '@id': 'prov:value' },
  name: 'schema:name',
  sha256: 'recoupe:sha256',
  rating: 'recoupe:rating',
  scope: 'recoupe:scope',
  attributionChain: { '@id': 'recoupe:attributionChain', '@container': '@list' },
  generatedAtTime: { '@id': 'prov:generatedAtTime', '@type': 'xsd:dateTime' },
  endedAtTime: { '@id': 'prov:endedAtTime', '@type': 'xsd:dateTime' },
  ...Object.fromEntries(
    ['wasQuotedFrom', 'wasDerivedFrom', 'wasRevisionOf', 'hadPrimarySource', 'wasAttributedTo', 'hadRole'].map(
      (term) => [term, { '@id': `prov:${term}`, '@type': '@id' }],
    ),
  ),
  ...Object.fromEntries(
    ['supports', 'disputes', 'qualifies', 'corrects'].map((term) => [term, { '@id': CITO + term, '@type': '@id' }]),
  ),
  conflictsWith: { '@id': 'recoupe:conflictsWith', '@type': '@id' },
})

const some = (name: string, items: readonly string[]): Json => (items.length > 0 ? { [name]: items } : {})

/** Of what kind PROV says an agent is; a voice we know nothing of is an agent and no more. */
const AGENT: Record<SourceKind, string | null> = {
  person: 'Person',
  anonymous_person: 'Person',
  organisation: 'Organization',
  outlet: 'Organization',
  agency: 'Organization',
  institution: 'Organization',
  unspecified: null,
}

/** One hop: its agent and the part it played. A protected source has its alias and no address. */
function hopOf(hop: HopView, baseUrl: string): Json {
  const kind = AGENT[hop.kind]
  return {
    '@type': 'Attribution',
    agent: {
      ...(!hop.isProtected && { '@id': baseUrl + sourcePath('en', hop.sourceSlug) }),
      '@type': kind === null ? 'Agent' : ['Agent', kind],
      name: hop.sourceName,
      ...(hop.affiliation &&
        !hop.isProtected && { actedOnBehalfOf: { '@type': ['Agent', 'Organization'], name: hop.affiliation } }),
    },
    hadRole: `${baseUrl}/ns#${hop.role}`,
    scope: hop.scope,
  }
}

const evidenceId = (baseUrl: string, { ref, url }: EvidenceView): string =>
  safeAddress(url) ?? `${baseUrl}/ns#evidence-${ref}`
const BEARS = { supports: 'supports', refutes: 'disputes', context: null } as const

/**
 * Where a claim and its verdict come from, in PROV-O: each passage with its chain, one agent per hop, first voice first; each
 * published version of the verdict, what it revises and what it stands on; how each piece of evidence bears on the claim.
 */
export function provenanceOf(record: ClaimRecord, baseUrl: string, newsroom: string): string {
  const claim = claimId(baseUrl, record.slug)
  const us = `${baseUrl}/#organisation`
  const versionId = (n: number): string => `${baseUrl}${claimPath('en', record.slug)}#version-${n}`
  const opposed = opposedClaims(record.conflicts, record.id)
  const evidence = [...new Set(record.evidence.map((it) => evidenceId(baseUrl, it)))]

  const passages = record.occurrences.map((it): Json => {
    const dispatch = baseUrl + dispatchPath('en', it.dispatch.slug)
    return {
      '@id': `urn:uuid:${it.id}`,
      '@type': 'Entity',
      value: { '@value': it.exact, '@language': it.dispatch.language },
      wasQuotedFrom: dispatch,
      attributionChain: it.chain.map((hop) => hopOf(hop, baseUrl)),
    }
  })
  const version = (it: VerdictVersionView): Json => ({
    '@id': versionId(it.n),
    '@type': 'Entity',
    generatedAtTime: it.publishedAt,
    wasAttributedTo: us,
    wasDerivedFrom: claim,
    ...(it.isWithdrawal ? {} : { rating: it.rating, 'schema:alternateName': RATINGS[it.rating].en }),
    ...some('hadPrimarySource', it === record.versions[0] ? evidence : []),
    ...some(
      'sha256',
      it.documents.map(({ sha256 }) => sha256),
    ),
    ...(it.n > 1 && { wasRevisionOf: versionId(it.n - 1) }),
    ...(it.correction && {
      corrects: versionId(it.n - 1),
      wasGeneratedBy: { '@type': ['Activity', 'schema:CorrectionComment'], endedAtTime: it.correction.at },
    }),
  })
  const bearing = record.evidence.map((it): Json => {
    const relation = BEARS[it.stance]
    return {
      '@id': evidenceId(baseUrl, it),
      '@type': 'Entity',
      ...(it.title !== null && { name: it.title }),
      ...(relation !== null && { [relation]: claim }),
    }
  })
  return JSON.stringify({
    '@context': context(baseUrl),
    '@graph': [
      {
        '@id': claim,
        '@type': ['Entity', 'schema:Claim'],
        ...some(
          'wasDerivedFrom',
          record.occurrences.map(({ id }) => `urn:uuid:${id}`),
        ),
        ...some('conflictsWith', opposed.map((it) => claimId(baseUrl, it.claim.slug)).sort()),
        ...some(
          'disputes',
          opposed.flatMap((it) => (it.isContradiction ? [claimId(baseUrl, it.claim.slug)] : [])).sort(),
        ),
      },
      ...passages,
      ...record.versions.map(version),
      ...bearing,
      { '@id': us, '@type': ['Agent', 'Organization'], name: newsroom },
    ],
  })
}
