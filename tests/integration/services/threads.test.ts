import { beforeAll, describe, expect, test } from 'vitest'
import { asStranger, deskDb, publicDb, transactionAs } from '@/lib/data/db'
import { Fault } from '@/lib/domain/fault'
import type { NoteTarget } from '@/lib/domain/note'
import type { Actor } from '@/lib/domain/permission'
import { addNote } from '@/lib/services/add-note'
import { changeNote } from '@/lib/services/change-note'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { loadThread } from '@/lib/services/load-thread'
import { readVerdict } from '@/lib/services/read-verdict'
import { settleNote } from '@/lib/services/settle-note'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { withdrawNote } from '@/lib/services/withdraw-note'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aClaim, aPerson, aPublishedClaim, deskOf } from '@/tests/support/factories'

type Person = NonNullable<Actor>
let claim: NoteTarget
let [awa, moussa, editor, reader]: Person[] = []
const as = (person: Person | undefined) => deskOf(person ?? null)
const named = async (person: Person | undefined, name: string) =>
  deskDb().user.update({ where: { id: person?.id ?? '' }, data: { name } })
const note = async (who: Person | undefined, body: string, more: object = {}) =>
  addNote(await as(who), { targetKind: claim.kind, targetId: claim.id, body, ...more })
const told = (person: Person | undefined) =>
  deskDb().notification.findMany({ where: { userId: person?.id ?? '' }, orderBy: { id: 'asc' } })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Fault ? error.code : `not a fault: ${error}`),
  )

beforeAll(async () => {
  claim = { kind: 'claim', id: (await aClaim()).id }
  awa = await aPerson()
  moussa = await aPerson()
  editor = await aPerson({ role: 'editor' })
  reader = await aPerson({ role: 'reader' })
  await named(awa, 'Awa Diallo')
  await named(moussa, 'Moussa Keïta')
  await named(editor, 'Inès Robert')
  await named(reader, 'Léo Marchand')
})

test('a note is left, answered and named in, and the thread shows it in order; whoever only reads may comment', async () => {
  const { id } = await note(awa, 'D’où vient cette phrase ?\n\nVoir https://example.org/afp.')
  await note(reader, 'Merci @Awa Diallo et @moussa keita.', { parentId: id })
  const { threads, count, open } = await loadThread(await as(moussa), claim)
  expect([count, open]).toEqual([2, 1])
  expect(threads[0]?.first).toMatchObject({ author: 'Awa Diallo', isMine: false, mayWithdraw: false })
  expect(threads[0]?.first.paragraphs[1]).toContainEqual({
    kind: 'link',
    text: 'https://example.org/afp',
    href: 'https://example.org/afp',
  })
  expect(threads[0]?.answers.map(({ author }) => author)).toEqual(['Léo Marchand'])
  // Awa opened the thread and is named in the answer: told once, of the mention.
  expect((await told(awa)).map(({ kind, actorId }) => [kind, actorId])).toEqual([['mention', reader?.id]])
  expect((await told(moussa)).map(({ kind }) => kind)).toEqual(['mention'])
  expect(await told(reader)).toEqual([])
})

test('an answer tells everybody who spoke in the thread, except the one who answers', async () => {
  const { id } = await note(awa, 'Une question.')
  await note(moussa, 'Une réponse.', { parentId: id })
  await note(editor, 'Une autre.', { parentId: id })
  const of = async (person: Person | undefined) => (await told(person)).filter(({ kind }) => kind === 'reply').length
  expect([await of(awa), await of(moussa), await of(editor)]).toEqual([2, 1, 0])
})

test('a form that is sent twice leaves one note', async () => {
  const first = await note(awa, 'Une seule fois.')
  expect(await note(awa, 'Une seule fois.')).toEqual(first)
  expect((await note(moussa, 'Une seule fois.')).id).not.toBe(first.id)
})

test('its author changes a note under its version; another gets what was saved; nobody rewrites another’s words', async () => {
  const { id } = await note(awa, 'Kona.')
  await changeNote(await as(awa), { noteId: id, version: 1, body: 'Konna, @Inès.' })
  const stale = await changeNote(await as(awa), { noteId: id, version: 1, body: 'Kona ?' }).catch((e: Fault) => e)
  expect(stale).toMatchObject({ code: 'stale', collision: { version: 2, theirs: { body: 'Konna, @Inès.' } } })
  expect(await codeOf(changeNote(await as(editor), { noteId: id, version: 2, body: 'Non.' }))).toBe('forbidden')
  expect((await told(editor)).at(-1)).toMatchObject({ kind: 'mention', params: { note: id } })
  expect(
    await deskDb().revision.findMany({ where: { entity: 'annotations', entityId: id }, orderBy: { n: 'asc' } }),
  ).toMatchObject([{ content: { body: 'Kona.' } }, { content: { body: 'Konna, @Inès.' } }])
})

test('a thread is settled and opened again, a note is withdrawn and brought back; its words are hidden meanwhile', async () => {
  const { id } = await note(awa, 'À vérifier.')
  const view = async () => (await loadThread(await as(moussa), claim)).threads.find(({ first }) => first.id === id)
  await settleNote(await as(moussa), { noteId: id, version: 1, to: 'settled' })
  expect((await view())?.settled?.by).toBe('Moussa Keïta')
  await settleNote(await as(awa), { noteId: id, version: 2, to: 'open' })
  expect((await view())?.settled).toBeNull()
  expect(await codeOf(withdrawNote(await as(moussa), { noteId: id, version: 3, to: 'withdrawn' }))).toBe('forbidden')
  await withdrawNote(await as(editor), { noteId: id, version: 3, to: 'withdrawn' })
  expect((await view())?.first).toMatchObject({ body: null, paragraphs: [] })
  await withdrawNote(await as(awa), { noteId: id, version: 4, to: 'restored' })
  expect((await view())?.first.body).toBe('À vérifier.')
})

test('bad input is refused by name, and nothing is stored', async () => {
  const before = await deskDb().annotation.count()
  const elsewhere = await aClaim()
  const { id } = await addNote(await as(awa), { targetKind: 'claim', targetId: elsewhere.id, body: 'Ailleurs.' })
  expect(await codeOf(note(undefined, 'x'))).toBe('not_signed_in')
  expect(await codeOf(note(awa, '   '))).toBe('invalid')
  expect(await codeOf(note(awa, 'a\u0000'))).toBe('invalid')
  expect(await codeOf(note(awa, 'x'.repeat(20_001)))).toBe('invalid')
  expect(await codeOf(note(awa, 'x', { parentId: id }))).toBe('invalid')
  expect(await codeOf(note(awa, 'x', { targetKind: 'evidence' }))).toBe('invalid')
  expect(await codeOf(note(awa, 'x', { targetId: awa?.id }))).toBe('not_found')
  expect(await deskDb().annotation.count()).toBe(before + 1)
})

test('a request for changes stays in the thread of the verdict, and tells its author', async () => {
  const { id: claimId } = await aClaim()
  const { id } = await draftVerdict(await as(awa), { claimId, ratingCode: 'unproven', summaryFr: 'Rien ne le dit.' })
  await submitVerdict(await as(awa), { verdictId: id, version: 1 })
  await readVerdict(await as(editor), {
    verdictId: id,
    version: 2,
    decision: 'changes_requested',
    ratingCode: 'disputed',
    note: 'Dites qui parle.',
  })
  const { threads } = await loadThread(await as(awa), { kind: 'verdict', id })
  expect(threads[0]?.first).toMatchObject({ asksForChanges: true, body: 'Dites qui parle.' })
  expect((await told(awa)).at(-1)).toMatchObject({ kind: 'changes_requested', targetId: id, actorId: editor?.id })
})

describe('PostgreSQL itself', () => {
  test('shows a stranger no note, no mention and nobody who was told, of a published claim either', async () => {
    const open = await aPublishedClaim()
    await addNote(await as(awa), { targetKind: 'claim', targetId: open.id, body: 'Entre nous, @Moussa Keïta.' })
    for (const table of ['annotations', 'mentions', 'notifications'])
      expect(await refusalOf(asRole('app_public', null, (ask) => ask(`select * from ${table}`)))).toMatchObject({
        code: '42501',
      })
    await expect(publicDb().annotation.count()).rejects.toThrow()
    await expect(
      transactionAs(deskDb(), awa?.id ?? '', (tx) => asStranger(tx, () => tx.notification.count())),
    ).rejects.toThrow()
  })

  test('lets the desk tell nobody by hand, move no note and answer no answer', async () => {
    const { id } = await note(awa, 'Un fil.')
    const answer = await note(moussa, 'Une réponse.', { parentId: id })
    const said = (sql: string, values: unknown[]) =>
      refusalOf(asRole('app_rw', moussa?.id ?? '', (ask) => ask(sql, values)))
    expect(
      (
        await said(
          `insert into notifications (user_id, kind, target_kind, target_id) values ($1, 'mention', 'claim', $2)`,
          [awa?.id, claim.id],
        )
      ).code,
    ).toBe('42501')
    expect((await said(`update annotations set body = 'autre', version = 2 where id = $1`, [id])).message).toContain(
      'annotations_are_their_authors',
    )
    expect(
      (await said(`update annotations set target_kind = 'source', version = 2 where id = $1`, [id])).message,
    ).toContain('annotations_do_not_move')
    expect(
      (
        await said(
          `insert into annotations (id, target_kind, target_id, parent_id, body, author_id) values (gen_random_uuid(), 'claim', $1, $2, 'x', $3)`,
          [claim.id, answer.id, moussa?.id],
        )
      ).message,
    ).toContain('annotations_answer_the_first')
  })
})
