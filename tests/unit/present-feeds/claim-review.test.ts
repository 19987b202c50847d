import { describe, expect, test } from 'vitest'
import { opposedClaims } from '@/lib/domain/opposed'
import type { ClaimRecord, OccurrenceView } from '@/lib/domain/record'
import { claimReviewOf } from '@/lib/present/claim-review'
import { claimReviewFeed, type ReviewedVerdict } from '@/lib/present/claim-review-feed'
import { provenanceOf } from '@/lib/present/provenance'
import { claim, conflict, contextIn, occurrence } from '../present/mali'

const BASE = 'https://recoupe.example'
type Json = Record<string, unknown>
const [passage] = claim.occurrences
if (!passage) throw new Error('the claim has a passage')
const reviewOf = (record: ClaimRecord, lang: 'fr' | 'en' = 'fr') => {
  const review = claimReviewOf(record, contextIn(lang))
  if (!review) throw new Error('no review')
  return review as Json & { itemReviewed: Json; author: Json; reviewRating: Json }
}
const saidBy = (name: string, ...titles: string[]): ClaimRecord['occurrences'] =>
  titles.map((title, i) => ({
    ...passage,
    id: `${name}-${i}`,
    dispatch: { ...passage.dispatch, id: title, title },
    chain: passage.chain.map((hop, at) => (at === 0 ? { ...hop, sourceName: name, sourceSlug: name } : hop)),
  }))
async function* inParts<T>(parts: readonly T[]): AsyncGenerator<T> {
  yield* parts
}
const written = async (words: AsyncIterable<string>) => {
  let text = ''
  for await (const piece of words) text += piece
  return JSON.parse(text) as { '@type': string; dataFeedElement: { item: Json[] }[]; dateModified?: string }
}

describe('the ClaimReview', () => {
  test('has words for claim and rating, and an absolute address on our host', () => {
    for (const lang of ['fr', 'en'] as const) {
      const { claimReviewed, reviewRating, url } = reviewOf(claim, lang)
      expect(claimReviewed).toMatch(/\S/)
      expect(reviewRating.alternateName).toMatch(/\S/)
      expect(url).toBe(`${BASE}/${lang}/claims/${claim.slug}`)
    }
  })
  test('is by us, the claim by its claimant; a claim nobody makes has no author key', () => {
    const { author, itemReviewed } = reviewOf(claim)
    expect((itemReviewed.author as Json).name).not.toBe(author.name)
    const unsaid = claim.occurrences.map((it) => ({
      ...it,
      chain: it.chain.map((hop) => ({ ...hop, role: 'unattributed' as const })),
    }))
    expect(reviewOf({ ...claim, occurrences: unsaid }).itemReviewed).not.toHaveProperty('author')
  })
  test('has an array of two authors for two claimants, and of three appearances for three texts', () => {
    const occurrences = [...saidBy('Awa', 'Un', 'Deux'), ...saidBy('Moussa', 'Trois')]
    const { itemReviewed } = reviewOf({ ...claim, occurrences })
    expect((itemReviewed.author as Json[]).map(({ name }) => name)).toEqual(['Awa', 'Moussa'])
    expect((itemReviewed.appearance as Json[]).map(({ headline }) => headline)).toEqual(['Un', 'Deux', 'Trois'])
  })
  test('names the claim alike in both languages, itself otherwise', () => {
    const [fr, en] = [reviewOf(claim, 'fr'), reviewOf(claim, 'en')]
    expect(fr.itemReviewed['@id']).toBe(en.itemReviewed['@id'])
    expect(fr['@id']).not.toBe(en['@id'])
    expect([fr.inLanguage, en.inLanguage]).toEqual(['fr', 'en'])
    expect(fr.claimReviewed).not.toBe(en.claimReviewed)
  })
  test('moves dateModified with a correction, and holds the correction with its text and date', () => {
    const [latest] = claim.versions
    const review = reviewOf(claim)
    expect(review.dateModified).toBe(latest?.publishedAt)
    expect(review.datePublished).toBe(claim.versions.at(-1)?.publishedAt)
    expect(review.correction).toContainEqual({
      '@type': 'CorrectionComment',
      text: 'Le correspondant ne confirme pas tout.',
      datePublished: latest?.correction?.at,
    })
    expect(reviewOf({ ...claim, versions: claim.versions.slice(-1) })).not.toHaveProperty('dateModified')
  })
  test('keeps every script, quotation mark and line separator of the claim', () => {
    for (const text of ['</script>', 'a\u2028b', '"«“', '😀', '𞤀𞤣𞤤𞤢𞤥', 'العربية']) {
      const said = { ...claim, statementFr: text, occurrences: [{ ...passage, exact: text }] }
      const read = JSON.parse(JSON.stringify(reviewOf(said))) as Json & { itemReviewed: Json }
      expect([read.claimReviewed, read.itemReviewed.text]).toEqual([text, text])
    }
  })
})

describe('conflicts', () => {
  const refs = ['X02', 'X03', 'X13', 'X25']
  const conflicts = refs.map(conflict)
  const everyClaim = new Map(
    conflicts.flatMap(({ positions }) =>
      positions.flatMap(({ statements }) => statements.map(({ occurrence: it }) => [it.claim.id, it] as const)),
    ),
  )
  test('what opposes a claim is opposed by it', () => {
    const pairs = [...everyClaim.keys()].flatMap((id) =>
      opposedClaims(conflicts, id).map((it) => `${id} ${it.claim.id} ${it.isContradiction}`),
    )
    expect(pairs.length).toBeGreaterThan(0)
    const turned = pairs.map((pair) => pair.replace(/^(\S+) (\S+)/, '$2 $1'))
    expect([...turned].sort()).toEqual([...pairs].sort())
  })
  test('a side so general that it fits every other opposes none, nor does a dismissed conflict', () => {
    const [first] = conflicts
    if (!first) throw new Error('no conflict')
    const general = { ...first, positions: first.positions.map((it) => ({ ...it, isGeneral: true })) }
    expect(opposedClaims([general], claim.id)).toEqual([])
    expect(opposedClaims([{ ...first, status: 'dismissed' }], claim.id)).toEqual([])
  })
  test('stand in the data on both claims, by the same terms', () => {
    const recordOf = (it: OccurrenceView): ClaimRecord => ({
      ...claim,
      ...it.claim,
      occurrences: [{ ...passage, ...it }],
      conflicts: conflicts.filter(({ positions }) =>
        positions.some(({ statements }) => statements.some((s) => s.occurrence.claim.id === it.claim.id)),
      ),
    })
    const reviews = [...everyClaim.values()].map((it) => reviewOf(recordOf(it)).itemReviewed)
    for (const term of ['conflictsWith', 'disputes']) {
      const pairs = reviews.flatMap((it) => ((it[term] as string[]) ?? []).map((other) => [it['@id'], other]))
      expect(pairs.length).toBeGreaterThan(0)
      for (const [one, other] of pairs) expect(pairs).toContainEqual([other, one])
    }
    expect((reviewOf(claim)['@context'] as [string, Json])[1].disputes).toMatchObject({
      '@id': 'http://purl.org/spar/cito/disputes',
    })
  })
})

describe('claimreview.json', () => {
  const review = { '@type': 'ClaimReview', inLanguage: 'fr', claimReviewed: '</script> & ]]>', itemReviewed: {} }
  const verdict = (n: number): ReviewedVerdict => ({
    publishedAt: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
    reviews: [{ ...review, '@id': n }],
    opposed: [],
  })
  test('is a DataFeed whose items are arrays of what was published', async () => {
    const feed = await written(claimReviewFeed(inParts([[verdict(1)]]), BASE))
    expect(feed['@type']).toBe('DataFeed')
    expect(feed.dataFeedElement[0]?.item).toMatchObject([{ claimReviewed: '</script> & ]]>' }])
  })
  test('shows the conflicts of now, not those of the day of publication', async () => {
    const before = {
      ...review,
      associatedReview: [{ '@id': 'gone' }],
      itemReviewed: { '@id': 'c', disputes: ['gone'] },
    }
    const opposed = [{ slug: 'autre', isContradiction: true, isReviewed: true }]
    const feed = await written(claimReviewFeed(inParts([[{ ...verdict(1), reviews: [before], opposed }]]), BASE))
    expect(feed.dataFeedElement[0]?.item[0]).toMatchObject({
      associatedReview: [{ '@id': `${BASE}/fr/claims/autre#review` }],
      itemReviewed: { disputes: [`${BASE}/en/claims/autre#claim`], conflictsWith: [`${BASE}/en/claims/autre#claim`] },
    })
  })
  test('is valid when nothing is published', async () => {
    expect(await written(claimReviewFeed(inParts([]), BASE))).toMatchObject({ dataFeedElement: [] })
    expect(await written(claimReviewFeed(inParts([[]]), BASE))).toMatchObject({ dataFeedElement: [] })
  })
  test('ten thousand items are valid JSON, and no more than one part is read ahead of the reader', async () => {
    let asked = 0
    async function* parts() {
      for (let part = 0; part < 100; part++) {
        asked++
        yield Array.from({ length: 100 }, (_, i) => verdict(part * 100 + i))
      }
    }
    let [text, taken] = ['', 0]
    for await (const piece of claimReviewFeed(parts(), BASE)) {
      expect(asked - taken).toBeLessThanOrEqual(1)
      taken++
      text += piece
    }
    const feed = JSON.parse(text) as Awaited<ReturnType<typeof written>>
    expect(feed.dataFeedElement).toHaveLength(10_000)
    expect(feed.dataFeedElement.every(({ item }) => Array.isArray(item) && item.length === 1)).toBe(true)
    expect(feed.dateModified).toBe(verdict(9_999).publishedAt)
  })
})

describe('provenance', () => {
  type Graph = { '@context': Json; '@graph': Json[] }
  const graphOf = (record: ClaimRecord) => JSON.parse(provenanceOf(record, BASE, 'Recoupe')) as Graph
  const chainIn = (graph: Graph, id: string) =>
    graph['@graph'].find((it) => it['@id'] === `urn:uuid:${id}`)?.attributionChain as { agent: Json; hadRole: string }[]

  test('has one agent per hop in the right order, speaker first, in a list that keeps it', () => {
    const graph = graphOf(claim)
    const chain = chainIn(graph, passage.id)
    expect(chain.map(({ agent }) => agent.name)).toEqual(passage.chain.map(({ sourceName }) => sourceName))
    expect(chain[0]).toMatchObject({ agent: { name: 'Abdou Dardar' }, hadRole: `${BASE}/ns#speaker` })
    for (const { agent } of chain) expect([agent['@type']].flat()).toContain('Agent')
    expect(graph['@context'].attributionChain).toMatchObject({ '@container': '@list' })
  })
  test('each version revises the one before it', () => {
    const versions = graphOf(claim)['@graph'].filter(({ generatedAtTime }) => generatedAtTime)
    const [third, second, first] = versions
    expect(versions).toHaveLength(3)
    expect([third?.wasRevisionOf, second?.wasRevisionOf]).toEqual([second?.['@id'], first?.['@id']])
    expect(first).not.toHaveProperty('wasRevisionOf')
  })
  test('a piece of evidence supports or disputes the claim, in the words of CiTO', () => {
    const stances = new Set(claim.evidence.map(({ stance }) => stance))
    const graph = graphOf(claim)['@graph']
    const id = graph[0]?.['@id']
    expect(graph.some(({ supports }) => supports === id)).toBe(stances.has('supports'))
    expect(graph.filter(({ '@type': type }) => type === 'Entity').some(({ disputes }) => disputes === id)).toBe(
      stances.has('refutes'),
    )
  })
  test('a protected source has its alias, no address and no affiliation', () => {
    const chain = passage.chain.map((hop, i) =>
      i === 0 ? { ...hop, isProtected: true, sourceName: 'Un habitant', affiliation: 'Ansar Dine' } : hop,
    )
    const graph = graphOf({ ...claim, occurrences: [{ ...passage, chain }] })
    expect(chainIn(graph, passage.id)[0]?.agent).toEqual({ '@type': ['Agent', 'Person'], name: 'Un habitant' })
  })
  test('a claim without a verdict has its passages and no version', () => {
    const graph = graphOf({ ...claim, ...occurrence('C14').claim, versions: [], verdict: null })
    expect(graph['@graph'].some(({ generatedAtTime }) => generatedAtTime)).toBe(false)
    expect(chainIn(graph, passage.id)).toHaveLength(passage.chain.length)
  })
})
