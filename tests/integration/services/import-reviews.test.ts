import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { findSimilarClaims } from '@/lib/services/find-similar-claims'
import { importReviews as importFor } from '@/lib/services/import-reviews'
import { aClaim, aPerson, deskOf } from '@/tests/support/factories'

const db = deskDb()
type Import = Parameters<typeof importFor>
const importReviews = (desk: Import[0], raw: Import[1]) => importFor(desk, raw, 'https://recoupe.example')
const source = 'https://feeds.example.org/latest.json'
const editor = async () => deskOf(await aPerson({ role: 'editor' }))
const review = (slug: string, claimReviewed: string, more: Record<string, unknown> = {}) => ({
  '@type': 'ClaimReview',
  url: `https://checker.example.org/${slug}`,
  datePublished: '2013-01-12',
  author: { name: 'Vérif du Sahel', url: 'https://checker.example.org/' },
  claimReviewed,
  reviewRating: { alternateName: 'Plutôt faux' },
  itemReviewed: { author: { name: 'Un porte-parole' } },
  ...more,
})
const similar = async (text: string) => findSimilarClaims(await deskOf(await aPerson({ role: 'reader' })), { text })
const kept = (slug: string) => db.importedReview.findMany({ where: { url: `https://checker.example.org/${slug}` } })

test('a text is answered with what others have published about it, in their words', async () => {
  const document = review('baobab', 'Un baobab millénaire a été abattu à Kidal', { inLanguage: 'fr' })
  expect(await importReviews(await editor(), { source, documents: [document] })).toMatchObject({
    added: 1,
    refused: [],
  })
  const { reviews, claims } = await similar('on aurait abattu le baobab millénaire de Kidal')
  expect(claims).toEqual([])
  expect(reviews).toMatchObject([
    {
      ...{ url: 'https://checker.example.org/baobab', claim: 'Un baobab millénaire a été abattu à Kidal' },
      ...{ publisherName: 'Vérif du Sahel', ratingWords: 'Plutôt faux', datePublished: '2013-01-12' },
    },
  ])
})

test('reviews stand beside the claims of the archive and never in their place', async () => {
  const own = await aClaim({ statementFr: 'Le lac Faguibine est à sec depuis mars.' })
  const documents = Array.from({ length: 20 }, (_, i) =>
    review(`lac-${i}`, `Le lac Faguibine est à sec, version ${i}.`),
  )
  await importReviews(await editor(), { source, documents })
  const { claims, reviews } = await similar('le lac Faguibine est à sec')
  expect(claims.map(({ ref }) => ref)).toContain(own.ref)
  expect(reviews).toHaveLength(5)
})

test('the same import again adds and changes nothing, however its keys are ordered', async () => {
  const document = review('again', 'Une pirogue a chaviré à Diré')
  await importReviews(await editor(), { source, documents: [document] })
  const [before] = await kept('again')
  const turned = Object.fromEntries(Object.entries(document).reverse())
  const result = await importReviews(await editor(), { source, documents: [turned, document] })
  expect(result).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
  const [after, ...others] = await kept('again')
  expect(others).toEqual([])
  expect(after).toMatchObject({ id: before?.id, sha256: before?.sha256, firstSeenAt: before?.firstSeenAt })
  expect(after?.lastSeenAt.getTime()).toBeGreaterThanOrEqual(before?.lastSeenAt.getTime() ?? 0)
})

test('a record that says something else is a change, and what it leaves out stays', async () => {
  const document = review('later', 'Un mausolée a brûlé à Goundam')
  await importReviews(await editor(), { source, documents: [document] })
  const { datePublished: _left, ...later } = { ...document, reviewRating: { alternateName: 'Vrai' } }
  expect(await importReviews(await editor(), { source, documents: [later] })).toMatchObject({ added: 0, changed: 1 })
  expect(await kept('later')).toMatchObject([{ ratingWords: 'Vrai', datePublished: '2013-01-12' }])
})

test('a record that cannot be read is refused by its place, and the others are kept', async () => {
  const documents = [null, review('good', 'Le marché de Léré a rouvert'), { '@type': 'ClaimReview' }]
  const result = await importReviews(await editor(), { source, documents })
  expect(result).toMatchObject({ added: 1, refused: [{ at: 0 }, { at: 2, reason: 'no_claim' }] })
})

test('a feed of items is read through, those that hold none or nothing aside', async () => {
  const feed = {
    '@type': 'DataFeed',
    dataFeedElement: [
      { item: [review('fed-1', 'Le bac de Diré est à quai'), null] },
      { item: null },
      null,
      { item: review('fed-2', 'Le bac de Tonka est à quai') },
    ],
  }
  expect(await importReviews(await editor(), { source, documents: [feed] })).toMatchObject({ added: 2, refused: [] })
})

test('what this site published itself is not kept as somebody else’s, from whichever feed it comes back', async () => {
  const ours = ['http://recoupe.example/fr/claims/a', 'https://www.recoupe.example/en/claims/a'].map((url) =>
    review('ours', 'Le puits de Ber est à sec', { url }),
  )
  const theirs = review('theirs', 'Le puits de Ber est à sec', { url: 'https://recoupe.example.net/fr/claims/a' })
  const result = await importReviews(await editor(), { source, documents: [...ours, theirs] })
  expect(result).toMatchObject({ added: 1, own: 2, refused: [] })
})

test('what PostgreSQL cannot hold is no reason to fail', async () => {
  const document = review('odd', 'Le puits\u0000 de Tonka \ud800 est rebouché', { note: 'a\u0000b\ud800' })
  expect(await importReviews(await editor(), { source, documents: [document] })).toMatchObject({ added: 1 })
})

test('words in another language are found by the names in them', async () => {
  const document = review('arabic', 'سيطرت الجماعة على مدينة Gossi', { inLanguage: 'ar' })
  await importReviews(await editor(), { source, documents: [document] })
  expect(await kept('arabic')).toMatchObject([{ language: 'ar', matchLanguage: null }])
  const terms = await db.claimTerm.findMany({ where: { claimId: (await kept('arabic'))[0]?.id ?? '' } })
  expect(new Set(terms.map(({ language }) => language))).toEqual(new Set(['any']))
})

test('the totals of words follow what is imported', async () => {
  await importReviews(await editor(), {
    source,
    documents: [review('sums', 'Un hippopotame bloque le bac de Korioumé')],
  })
  const [sums] = await db.$queryRaw<{ kept: bigint; counted: bigint }[]>`
    select (select sum(words) from claim_term_totals)::bigint as kept, (select sum(tf) from claim_terms)::bigint as counted`
  expect(sums?.kept).toBe(sums?.counted)
})

test('only an editor imports, and nothing that was imported is deleted', async () => {
  const reviewer = await deskOf(await aPerson())
  await expect(importReviews(reviewer, { source, documents: [] })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(db.importedReview.deleteMany({})).rejects.toThrow()
})

const EDGES = '../shared/data/claimreview/claimreview_edge_cases.jsonl'
test.skipIf(!existsSync(EDGES))(
  'the sloppy and hostile records are kept in one go, twice without a change',
  async () => {
    const documents = readFileSync(EDGES, 'utf8')
      .trim()
      .split('\n')
      .map((text) => (JSON.parse(text) as { doc: unknown }).doc)
    const first = await importReviews(await editor(), { source, documents })
    expect(first.refused.map(({ reason }) => reason).sort()).toEqual(
      ['no_claim', 'no_url', 'not_a_claim_review', 'several_claims'].sort(),
    )
    const second = await importReviews(await editor(), { source, documents })
    expect(second).toMatchObject({ added: 0, changed: 0, refused: first.refused })
  },
)
