import { expect, test } from 'vitest'
import { deskDb, transactionAs } from '@/lib/data/db'
import { MAX_DRAFT_BYTES } from '@/lib/domain/draft'
import { dropDraft } from '@/lib/services/drop-draft'
import { loadDraft } from '@/lib/services/load-draft'
import { saveDraft } from '@/lib/services/save-draft'
import { asRole } from '@/tests/support/as-role'
import { aPerson, deskOf } from '@/tests/support/factories'

const KEY = 'claim:0199a1b2-0000-7000-8000-000000000000'
const someone = async () => deskOf(await aPerson({ role: 'reader' }))

test('a draft comes back to its author as it was left, with the time it was saved', async () => {
  const desk = await someone()
  const { savedAt } = await saveDraft(desk, {
    key: KEY,
    content: { statementFr: 'À Kona 😀', chain: [{ verb: 'dit' }] },
  })
  expect(await loadDraft(desk, { key: KEY })).toEqual({
    content: { statementFr: 'À Kona 😀', chain: [{ verb: 'dit' }] },
    savedAt,
  })
})

test('the time of a draft is the database’s, and the last words win', async () => {
  const desk = await someone()
  const first = await saveDraft(desk, { key: KEY, content: { words: 'un' } })
  const second = await saveDraft(desk, { key: KEY, content: { words: 'deux' } })
  expect(second.savedAt > first.savedAt).toBe(true)
  expect((await loadDraft(desk, { key: KEY }))?.content).toEqual({ words: 'deux' })
})

test('a draft is visible to its author only, whatever their role', async () => {
  const desk = await someone()
  await saveDraft(desk, { key: KEY, content: { words: 'à moi' } })
  const admin = await deskOf(await aPerson({ role: 'admin' }))
  expect(await loadDraft(admin, { key: KEY })).toBeNull()
  await dropDraft(admin, { key: KEY })
  expect((await loadDraft(desk, { key: KEY }))?.content).toEqual({ words: 'à moi' })
})

test('PostgreSQL itself hides it: a query that forgets its author finds nothing', async () => {
  const [mine, other] = [await aPerson(), await aPerson()]
  await saveDraft(await deskOf(mine), { key: KEY, content: { words: 'secret' } })
  const seenBy = (id: string) => transactionAs(deskDb(), id, (tx) => tx.draft.count({ where: { userId: mine.id } }))
  expect(await seenBy(mine.id)).toBe(1)
  expect(await seenBy(other.id)).toBe(0)
  expect(await deskDb().draft.count()).toBe(0)
  await expect(
    transactionAs(deskDb(), other.id, (tx) =>
      tx.draft.create({ data: { userId: mine.id, key: 'verdict:x', content: {} } }),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('a stranger’s role cannot read drafts at all', async () => {
  await expect(asRole('app_public', null, (ask) => ask('select * from drafts'))).rejects.toThrow(/permission denied/)
})

test('a dropped draft is gone, and dropping it again changes nothing', async () => {
  const desk = await someone()
  await saveDraft(desk, { key: KEY, content: { words: 'fini' } })
  await dropDraft(desk, { key: KEY })
  await dropDraft(desk, { key: KEY })
  expect(await loadDraft(desk, { key: KEY })).toBeNull()
})

test('a draft of more than 256 kB is refused with the limit, and the one before it stays', async () => {
  const desk = await someone()
  await saveDraft(desk, { key: KEY, content: { words: 'court' } })
  await expect(
    saveDraft(desk, { key: KEY, content: { words: 'é'.repeat(MAX_DRAFT_BYTES / 2) } }),
  ).rejects.toMatchObject({
    fields: [{ field: 'content', reason: 'too_long', values: { max: MAX_DRAFT_BYTES } }],
  })
  expect((await loadDraft(desk, { key: KEY }))?.content).toEqual({ words: 'court' })
})

test('words that PostgreSQL cannot hold are refused, not repaired', async () => {
  const desk = await someone()
  for (const [words, reason] of [
    ['a\u0000b', 'nul_character'],
    ['\ud800', 'lone_surrogate'],
  ] as const)
    await expect(saveDraft(desk, { key: KEY, content: { deep: [{ words }] } })).rejects.toMatchObject({
      fields: [{ field: 'content', reason }],
    })
})

test('a stranger keeps no draft', async () => {
  await expect(saveDraft(await deskOf(null), { key: KEY, content: {} })).rejects.toMatchObject({
    code: 'not_signed_in',
  })
})
