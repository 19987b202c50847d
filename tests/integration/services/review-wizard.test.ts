import { beforeAll, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { JobTakenAway } from '@/lib/domain/job'
import type { Actor } from '@/lib/domain/permission'
import { askTableUndo } from '@/lib/services/ask-table-undo'
import { compareReviews } from '@/lib/services/compare-reviews'
import { confirmReviews } from '@/lib/services/confirm-reviews'
import { importReviews } from '@/lib/services/import-reviews'
import { loadTable } from '@/lib/services/load-table'
import { prepareReviews } from '@/lib/services/prepare-reviews'
import { runNextJob } from '@/lib/services/run-next-job'
import { writeReviews } from '@/lib/services/write-reviews'
import { receiveForm } from '@/lib/web/receive-form'
import { tableWork } from '@/lib/web/table-work'
import { aPerson, deskOf } from '@/tests/support/factories'
import { quiet } from '@/tests/support/tables'

const db = deskDb()
const SITE = 'https://recoupe.example'
const keep: Parameters<typeof writeReviews>[2] = (desk, input, alongside) => importReviews(desk, input, SITE, alongside)
/** A review of a publisher that no other test imports from. */
const review = (site: string, slug: string, label: string | null, more: Record<string, unknown> = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: `https://${site}.example.org/${slug}`,
  datePublished: '2013-01-12',
  author: { name: 'Vérif', url: `https://${site}.example.org/` },
  claimReviewed: `L’armée a repris ${slug}`,
  reviewRating: label === null ? null : { alternateName: label },
  itemReviewed: { author: { name: 'Un porte-parole' }, datePublished: '2013-01-10' },
  ...more,
})
const feed = (...reviews: unknown[]) =>
  JSON.stringify({ '@type': 'DataFeed', dataFeedElement: reviews.map((item) => ({ item: [item] })) })
const round = async () => {
  while ((await runNextJob(db, 'this test', { import_table: tableWork })) !== null);
}
/** Sends a file by the form of the desk; answers the import it became. */
async function sent(actor: Actor, text: string) {
  const body = new FormData()
  body.set('file', new File([text], 'vérifs.json', { type: 'application/json' }))
  const request = new Request(`${SITE}/api/desk/imports`, { method: 'POST', body })
  return (await receiveForm(await deskOf(actor), request)).id
}
const stateOf = async (actor: Actor, id: string) => (await loadTable(await deskOf(actor), id, 10)).table
async function compared(actor: Actor, text: string) {
  const id = await sent(actor, text)
  await round()
  const table = await stateOf(actor, id)
  if (table.reviews === null) throw new Error(`not compared: ${table.state}`)
  return { id, table, reviews: table.reviews }
}
const kept = (site: string) =>
  db.importedReview.findMany({ where: { url: { contains: `${site}.example.org` } }, orderBy: { url: 'asc' } })

let editor: Actor
beforeAll(async () => {
  editor = await aPerson({ role: 'editor' })
})

test('a file of ClaimReviews is known by what it says, compared at once, and nothing is kept before somebody says yes', async () => {
  const text = feed(
    review('first', 'kona', 'Plutôt faux'),
    review('first', 'lere', 'FAUX !'),
    review('first', 'sans', null),
    {
      '@type': 'Recipe',
    },
  )
  const { id, table, reviews } = await compared(editor, text)
  expect(table).toMatchObject({ format: 'claimreview', state: 'compared', name: 'vérifs.json' })
  expect(table).toMatchObject({ read: 4, added: 3, changed: 0, unchanged: 0, rejected: 1 })
  expect(reviews.labels).toEqual([
    { label: 'Plutôt faux', row: 1, count: 1, known: null },
    { label: 'FAUX !', row: 2, count: 1, known: null },
  ])
  expect(reviews.problems).toEqual([
    { row: 3, code: 'no_rating' },
    { row: 4, code: 'not_a_claim_review' },
  ])
  expect(await kept('first')).toEqual([])

  const yes = { importId: id, labels: { 'FAUX !': 'false' as const } }
  await expect(confirmReviews(await deskOf(editor), yes)).rejects.toMatchObject({
    fields: [{ field: 'leavesOut', reason: 'required' }],
  })
  await confirmReviews(await deskOf(editor), { ...yes, leavesOut: true })
  await round()
  expect(await stateOf(editor, id)).toMatchObject({ state: 'written', added: 3, rejected: 1 })
  expect((await kept('first')).map((it) => [it.ratingWords, it.mappedRating])).toEqual([
    ['Plutôt faux', null],
    ['FAUX !', 'false'],
    [null, null],
  ])
})

test('the same file again changes nothing; what a label was taken to mean before is proposed, for the same label only', async () => {
  const text = feed(review('again', 'kona', 'Plutôt faux (à nouveau)'), review('again', 'lere', 'Inédit'))
  const first = await compared(editor, text)
  await confirmReviews(await deskOf(editor), {
    importId: first.id,
    labels: { 'Plutôt faux (à nouveau)': 'mostly_false' },
  })
  await round()
  const second = await compared(editor, text)
  expect(second.table).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  expect(second.reviews.labels.map(({ label, known }) => [label, known])).toEqual([
    ['Plutôt faux (à nouveau)', 'mostly_false'],
    ['Inédit', null],
  ])
})

test('a later file shows what changed in substance, side by side, and marks what is gone; of a part nothing is gone', async () => {
  await importReviews(
    await deskOf(editor),
    { source: 'x', documents: ['kona', 'lere', 'gao'].map((it) => review('later', it, 'Faux')) },
    SITE,
  )
  const later = feed(
    review('later', 'kona', 'Vrai'),
    review('later', 'lere', 'Faux', { author: { name: 'Vérif bis' } }),
  )
  const part = await compared(editor, later)
  expect(part.table).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
  expect(part.reviews).toMatchObject({ isSnapshot: true, absent: 1, lacking: 0 })
  expect(part.reviews.changes).toEqual([
    { key: 'https://later.example.org/kona', field: 'verdict', before: 'Faux', after: 'Vrai' },
  ])
  await confirmReviews(await deskOf(editor), { importId: part.id, extent: 'part' })
  await round()
  expect((await stateOf(editor, part.id)).reviews).toMatchObject({ absent: 0 })
  expect((await kept('later')).filter((it) => it.absentAt !== null)).toEqual([])

  const whole = await compared(editor, later)
  await confirmReviews(await deskOf(editor), { importId: whole.id })
  await round()
  expect((await kept('later')).filter((it) => it.absentAt !== null).map((it) => it.url)).toEqual([
    'https://later.example.org/gao',
  ])
})

test('a file that looks cut off marks nothing as gone, unless somebody says that it is whole', async () => {
  const many = Array.from({ length: 30 }, (_, i) => review('cut', `lieu-${i}`, 'Faux'))
  await importReviews(await deskOf(editor), { source: 'x', documents: many }, SITE)
  const cut = await compared(editor, feed(...many.slice(0, 5)))
  expect(cut.reviews).toMatchObject({ absent: 0, lacking: 25 })
  await confirmReviews(await deskOf(editor), { importId: cut.id, extent: 'whole' })
  await round()
  expect((await kept('cut')).filter((it) => it.absentAt !== null)).toHaveLength(25)
})

test('when another import moved what was seen, nothing is written, and it is compared anew', async () => {
  const { id } = await compared(editor, feed(review('moved', 'kona', 'Faux')))
  await confirmReviews(await deskOf(editor), { importId: id, labels: { Faux: 'false' } })
  await importReviews(await deskOf(editor), { source: 'x', documents: [review('moved', 'kona', 'Vrai')] }, SITE)
  expect(await writeReviews(await deskOf(editor), { importId: id }, keep, quiet)).toBe('moved_on')
  expect((await kept('moved')).map((it) => it.ratingWords)).toEqual(['Vrai'])
  await round()
  expect(await stateOf(editor, id)).toMatchObject({ state: 'compared', movedOn: true, added: 0, changed: 1 })
})

test('work that is taken away midway leaves nothing, and is begun again from the same bytes', async () => {
  const { id } = await compared(editor, feed(review('stopped', 'kona', 'Faux')))
  await confirmReviews(await deskOf(editor), { importId: id })
  const stop = async () => {
    throw new JobTakenAway()
  }
  await expect(writeReviews(await deskOf(editor), { importId: id }, keep, stop)).rejects.toThrow(JobTakenAway)
  expect(await kept('stopped')).toEqual([])
  await round()
  expect(await stateOf(editor, id)).toMatchObject({ state: 'written' })
  // What was written is never written twice.
  expect(await writeReviews(await deskOf(editor), { importId: id }, keep, quiet)).toBe('written')
})

test('a file that is no text says so, and nothing of it is compared', async () => {
  const id = await sent(editor, `{"@type": "ClaimReview", \u0000}`)
  await round()
  const { table, problems } = await loadTable(await deskOf(editor), id, 10)
  expect([table.state, table.reviews, problems.map(({ code }) => code)]).toEqual(['received', null, ['not_utf8']])
})

test('only an editor brings in what others published; only who sent a file goes on with it; it is no table and has no undo', async () => {
  const reviewer = await aPerson({ role: 'reviewer' })
  const text = feed(review('rights', 'kona', 'Faux'))
  await expect(sent(reviewer, text)).rejects.toMatchObject({ fields: [{ field: 'file', reason: 'for_editors' }] })
  const { id } = await compared(editor, text)
  const another = await aPerson({ role: 'editor' })
  await expect(confirmReviews(await deskOf(another), { importId: id })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(prepareReviews(await deskOf(another), { importId: id })).rejects.toMatchObject({ code: 'forbidden' })
  await confirmReviews(await deskOf(editor), { importId: id })
  await round()
  await expect(askTableUndo(await deskOf(editor), { importId: id })).rejects.toMatchObject({
    fields: [{ field: 'importId', reason: 'wrong_state' }],
  })
  await expect(db.$executeRaw`update table_imports set state = 'undone' where id = ${id}::uuid`).rejects.toThrow(
    /table_imports_of_reviews_are_not_undone/,
  )
  expect(await compareReviews(await deskOf(editor), { importId: id }, keep, quiet)).toBeUndefined()
})
