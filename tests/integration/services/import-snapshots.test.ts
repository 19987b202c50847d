import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { reviewsInFile } from '@/lib/domain/review-file'
import { importReviews as importFor } from '@/lib/services/import-reviews'
import { aPerson, deskOf } from '@/tests/support/factories'

const db = deskDb()
const importReviews = async (documents: unknown[], more: Partial<Parameters<typeof importFor>[1]> = {}) =>
  importFor(
    await deskOf(await aPerson({ role: 'editor' })),
    { source: 'feed.json', documents, ...more },
    'https://recoupe.example',
  )
/** A review of a publisher that no other test imports from. */
const review = (site: string, slug: string, more: Record<string, unknown> = {}) => ({
  '@type': 'ClaimReview',
  url: `https://${site}.example.org/${slug}`,
  datePublished: '2013-01-12',
  author: { name: 'Vérif', url: `https://${site}.example.org/` },
  claimReviewed: `L’armée a repris ${slug}`,
  reviewRating: { alternateName: 'Plutôt faux' },
  itemReviewed: { author: { name: 'Un porte-parole' }, datePublished: '2013-01-10' },
  ...more,
})
const kept = (site: string, slug: string) =>
  db.importedReview.findFirstOrThrow({ where: { url: `https://${site}.example.org/${slug}` } })
/** How many rows an import could have written. */
const counts = async () =>
  db.$queryRaw`select (select count(*) from imported_reviews) + (select count(*) from imports) + (select count(*) from audit_log) as rows`

test('bytes that differ are no change, and are kept', async () => {
  await importReviews([review('bytes', 'kona')])
  const later = review('bytes', 'kona', {
    claimReviewed: "L'armée a repris kona",
    author: { name: 'Vérif du Sahel', url: 'https://bytes.example.org' },
  })
  expect(await importReviews([later])).toMatchObject({ added: 0, changed: 0, unchanged: 1, changes: [] })
  expect(await kept('bytes', 'kona')).toMatchObject({ publisherName: 'Vérif du Sahel' })
})

test('a verdict, claim, claimant or claim date that changed is told with both sides, once', async () => {
  await importReviews([review('substance', 'kona'), review('substance', 'lere')])
  const before = await kept('substance', 'kona')
  const later = review('substance', 'kona', {
    claimReviewed: 'L’armée a perdu kona',
    reviewRating: { alternateName: 'Vrai' },
    itemReviewed: { author: { name: 'Un maire' }, datePublished: '2013-01-11' },
  })
  const result = await importReviews([later])
  expect(result).toMatchObject({ added: 0, changed: 1, unchanged: 0 })
  expect(result.changes).toEqual([
    { key: later.url, field: 'claim', before: 'L’armée a repris kona', after: 'L’armée a perdu kona' },
    { key: later.url, field: 'verdict', before: 'Plutôt faux', after: 'Vrai' },
    { key: later.url, field: 'claimant', before: 'Un porte-parole', after: 'Un maire' },
    { key: later.url, field: 'claim_date', before: '2013-01-10', after: '2013-01-11' },
  ])
  expect(await kept('substance', 'kona')).toMatchObject({ id: before.id, claim: 'L’armée a perdu kona' })
  expect(await importReviews([later])).toMatchObject({ changed: 0, unchanged: 1, changes: [] })
})

test('a value that turns null does not erase ours; a number does not outlive the words it was given for', async () => {
  const rated = { ratingValue: 2, worstRating: 1, bestRating: 5, alternateName: 'Plutôt faux' }
  await importReviews([review('nulls', 'kona', { reviewRating: rated })])
  const bare = review('nulls', 'kona', { reviewRating: null, itemReviewed: null, datePublished: null })
  expect(await importReviews([bare])).toMatchObject({ changed: 0, unchanged: 1 })
  expect(await kept('nulls', 'kona')).toMatchObject({
    ...{ ratingWords: 'Plutôt faux', score: 0.25, claimants: ['Un porte-parole'], claimDate: '2013-01-10' },
  })
  await importReviews([review('nulls', 'kona', { reviewRating: { alternateName: 'Vrai' } })])
  expect(await kept('nulls', 'kona')).toMatchObject({ ratingWords: 'Vrai', score: null })
})

test('what a snapshot no longer has is marked for its publishers only, stays, and comes back', async () => {
  await importReviews([review('gone', 'kona'), review('gone', 'lere'), review('other', 'kona')])
  const later = [review('gone', 'kona')]
  expect(await importReviews(later)).toMatchObject({ absent: 0 })
  expect(await importReviews(later, { isSnapshot: true })).toMatchObject({ absent: 1, unchanged: 1 })
  expect((await kept('gone', 'lere')).absentAt).not.toBeNull()
  expect((await kept('other', 'kona')).absentAt).toBeNull()
  expect(await importReviews(later, { isSnapshot: true })).toMatchObject({ absent: 0 })
  await importReviews([review('gone', 'lere')])
  expect((await kept('gone', 'lere')).absentAt).toBeNull()
})

test('a record that is there but cannot be read is not gone', async () => {
  await importReviews([review('broken', 'kona'), review('broken', 'lere')])
  const later = [review('broken', 'kona'), review('broken', 'lere', { claimReviewed: '' })]
  expect(await importReviews(later, { isSnapshot: true })).toMatchObject({ absent: 0, refused: [{ at: 1 }] })
})

test('a review that stands twice in a file is one; where both say otherwise the last is kept, and told', async () => {
  const http = review('twice', 'kona', { url: 'http://twice.example.org/kona/' })
  expect(await importReviews([http, review('twice', 'kona')])).toMatchObject({ added: 1, repeated: 1, saidTwice: [] })
  const last = review('twice', 'kona', { reviewRating: { alternateName: 'Vrai' } })
  expect(await importReviews([http, last])).toMatchObject({ changed: 1, repeated: 1, saidTwice: [1] })
  expect(await kept('twice', 'kona')).toMatchObject({ ratingWords: 'Vrai' })
})

test('a dry run tells the same and writes nothing', async () => {
  await importReviews([review('dry', 'kona'), review('dry', 'lere')])
  const later = [review('dry', 'kona', { reviewRating: { alternateName: 'Vrai' } }), review('dry', 'tonka')]
  const before = await counts()
  const dry = await importReviews(later, { isSnapshot: true, isDryRun: true })
  expect(await counts()).toEqual(before)
  expect(await kept('dry', 'kona')).toMatchObject({ ratingWords: 'Plutôt faux' })
  expect(dry).toMatchObject({ added: 1, changed: 1, absent: 1 })
  expect(await importReviews(later, { isSnapshot: true })).toEqual(dry)
})

test('a label has a rating of ours only when a person’s table says so', async () => {
  const documents = [
    review('labels', 'kona', { reviewRating: { alternateName: 'FAUX' } }),
    review('labels', 'lere', { reviewRating: { alternateName: 'Pas vraiment' } }),
  ]
  const result = await importReviews(documents, { labels: { Faux: 'false' } })
  expect(result.unmapped).toEqual([{ label: 'Pas vraiment', at: 1, count: 1 }])
  expect(await kept('labels', 'kona')).toMatchObject({ mappedRating: 'false', ratingWords: 'FAUX' })
  expect(await kept('labels', 'lere')).toMatchObject({ mappedRating: null })
  await expect(importReviews([], { labels: { Faux: 'invented' as never } })).rejects.toMatchObject({ code: 'invalid' })
})

test('a record that allows no changed copies is kept as such, also when a later one forgets to say so', async () => {
  const sdLicense = 'https://creativecommons.org/licenses/by-nd/4.0/'
  await importReviews([review('licence', 'kona', { sdLicense }), review('licence', 'lere')])
  await importReviews([review('licence', 'kona')])
  expect((await kept('licence', 'kona')).isRepublishable).toBe(false)
  expect((await kept('licence', 'lere')).isRepublishable).toBe(true)
})

test('an import is kept with the fingerprint of its bytes and its counts, and the log names it', async () => {
  const sha256 = 'ab'.repeat(32)
  await importReviews([review('ledger', 'kona'), null], { sha256, unreadable: 2 })
  const it = await db.import.findFirstOrThrow({ where: { sha256 } })
  expect(it).toMatchObject({ format: 'claimreview', source: 'feed.json', read: 4, added: 1, rejected: 3 })
  expect(await db.$queryRaw`select action from audit_log where entity_id = ${it.id}`).toEqual([
    { action: 'reviews.imported' },
  ])
  await expect(db.import.deleteMany({})).rejects.toThrow()
})

const APRIL = '../shared/data/claimreview/fact_checks_20190415.txt.gz'
test.skipIf(!existsSync(APRIL))('five hundred real reviews come in, twice without a change', async () => {
  const lines = gunzipSync(readFileSync(APRIL)).toString('utf8').split('\n').slice(0, 500).join('\n')
  const { records, broken } = reviewsInFile(lines)
  const documents = records.map(({ record }) => record)
  expect(broken).toEqual([])
  const first = await importReviews(documents)
  expect(first).toMatchObject({ read: 500, refused: [] })
  expect(await importReviews(documents)).toMatchObject({ added: 0, changed: 0, unchanged: first.added, changes: [] })
})

test('a file that lacks more than half of what is known looks cut off: nothing is gone until somebody says it is whole', async () => {
  const all = Array.from({ length: 50 }, (_, i) => review('cutoff', `claim-${i}`))
  await importReviews(all, { isSnapshot: true })
  const half = all.slice(0, 24)
  expect(await importReviews(half, { isSnapshot: true })).toMatchObject({ absent: 0, lacking: 26 })
  expect((await kept('cutoff', 'claim-40')).absentAt).toBeNull()
  expect(await importReviews(half, { isSnapshot: true, isWhole: true })).toMatchObject({ absent: 26, lacking: 0 })
  expect((await kept('cutoff', 'claim-40')).absentAt).not.toBeNull()
})
