import { beforeAll, expect, test } from 'vitest'
import { GET as provenance } from '@/app/claims/[slug]/provenance.jsonld/route'
import { GET as feed, HEAD } from '@/app/export/claimreview.json/route'
import { deskDb } from '@/lib/data/db'
import { importReviews } from '@/lib/services/import-reviews'
import { publishVerdict } from '@/lib/services/publish-verdict'
import { press } from '@/lib/web/press'
import { aClaim, aConflict, aPerson, aReadVerdict, deskOf } from '@/tests/support/factories'

type Review = {
  '@id': string
  url: string
  associatedReview?: { '@id': string }[]
  itemReviewed: Record<string, string[]>
}
type Feed = { dataFeedElement: { item: Review[] }[] }
const ask = async (query = '') => {
  const response = await feed(new Request(`http://host/export/claimreview.json${query}`))
  return JSON.parse(await response.text()) as Feed
}
const publish = async (claimId: string) => {
  const { id, version, reader } = await aReadVerdict(claimId)
  await publishVerdict(await deskOf(reader), { verdictId: id, version }, press)
}

let conflict: Awaited<ReturnType<typeof aConflict>>
beforeAll(async () => {
  conflict = await aConflict()
  for (const { id } of conflict.claims) await publish(id)
})

test('every conflict pair appears symmetrically in the export, whichever verdict was published first', async () => {
  const { dataFeedElement } = await ask('?lang=fr')
  const reviews = dataFeedElement.map(({ item }) => item[0] as Review)
  expect(reviews).toHaveLength(2)
  const pairs = reviews.flatMap((it) =>
    (it.itemReviewed.conflictsWith ?? []).map((other) => [String(it.itemReviewed['@id']), other]),
  )
  expect(pairs).toHaveLength(2)
  for (const [one, other] of pairs) expect(pairs).toContainEqual([other, one])
  const [first, second] = reviews
  expect(first?.associatedReview).toEqual([{ '@id': second?.['@id'] }])
  expect(second?.associatedReview).toEqual([{ '@id': first?.['@id'] }])
})

test('every item is an array, with a review in each language unless one is asked for', async () => {
  for (const { item } of (await ask()).dataFeedElement) expect(item).toHaveLength(2)
  for (const { item } of (await ask('?lang=en')).dataFeedElement)
    expect(item.map(({ url }) => new URL(url).pathname.slice(0, 4))).toEqual(['/en/'])
})

test('a draft is not in the export', async () => {
  const before = (await ask()).dataFeedElement.length
  await aReadVerdict((await aClaim()).id)
  expect((await ask()).dataFeedElement).toHaveLength(before)
})

test('asking for the head reads nothing and says the same kind of file', async () => {
  const head = await HEAD(new Request('http://host/export/claimreview.json', { method: 'HEAD' }))
  expect(head.headers.get('content-type')).toContain('application/ld+json')
  expect(head.body).toBeNull()
})

test('the provenance of a public claim is there for strangers, that of any other is not', async () => {
  const at = (slug: string) =>
    provenance(new Request(`http://host/claims/${slug}/provenance.jsonld`), { params: Promise.resolve({ slug }) })
  const found = await at(conflict.claims[0].slug)
  expect(((await found.json()) as { '@graph': unknown[] })['@graph'].length).toBeGreaterThan(3)
  expect((await at((await aClaim()).slug)).status).toBe(404)
  expect((await at('no-such-claim')).status).toBe(404)
})

/** Every row of every table the desk may read, but for the log and the list of imports, which say that an import was made. */
async function everything(): Promise<Record<string, string | null>> {
  const db = deskDb()
  const tables = await db.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'audit_%' and tablename <> 'imports'
      and has_table_privilege(format('%I.%I', schemaname, tablename), 'select') order by 1`
  const rows: Record<string, string | null> = {}
  for (const { name } of tables) {
    const [all] = await db.$queryRawUnsafe<{ rows: string | null }[]>(
      `select md5(string_agg(t::text, '|' order by t::text)) as rows from "${name}" t`,
    )
    rows[name] = all?.rows ?? null
  }
  return rows
}

test('importing our own feed changes nothing, once or twice', async () => {
  const document = await ask()
  const site = new URL(document.dataFeedElement[0]?.item[0]?.url ?? '').origin
  const editor = await deskOf(await aPerson({ role: 'editor' }))
  const before = await everything()
  for (const _ of ['once', 'twice']) {
    const result = await importReviews(editor, { source: 'our feed', documents: [document] }, site)
    expect(result).toMatchObject({ added: 0, changed: 0, own: 4, refused: [], warned: [] })
    expect(await everything()).toEqual(before)
  }
})
