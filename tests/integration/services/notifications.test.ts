import { beforeAll, describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { Fault } from '@/lib/domain/fault'
import { readNewsCursor } from '@/lib/domain/notification'
import type { Actor } from '@/lib/domain/permission'
import { addNote } from '@/lib/services/add-note'
import { assign } from '@/lib/services/assign'
import { castReview } from '@/lib/services/cast-review'
import { changeClaim } from '@/lib/services/change-claim'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { loadAssignment } from '@/lib/services/load-assignment'
import { loadNotifications, loadUnread } from '@/lib/services/load-notifications'
import { markNotifications } from '@/lib/services/mark-notifications'
import { publishVerdict } from '@/lib/services/publish-verdict'
import { readVerdict } from '@/lib/services/read-verdict'
import { reopenConflict } from '@/lib/services/reopen-conflict'
import { resolveConflict } from '@/lib/services/resolve-conflict'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { press } from '@/lib/web/press'
import { aClaim, aConflict, aPerson, deskOf } from '@/tests/support/factories'

type Person = NonNullable<Actor>
const told = async (person: Person) =>
  (await deskDb().notification.findMany({ where: { userId: person.id }, orderBy: { id: 'asc' } })).map(
    ({ kind, actorId }) => [kind, actorId],
  )
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Fault ? error : Promise.reject(error)),
  )
let [awa, moussa, editor]: Person[] = []
const people = () => {
  if (!awa || !moussa || !editor) throw new Error('nobody is here yet')
  return { awa, moussa, editor }
}
beforeAll(async () => {
  awa = await aPerson()
  moussa = await aPerson()
  editor = await aPerson({ role: 'editor' })
})

describe('a claim', () => {
  test('is taken, given, changed by another and given back; only who is concerned and did not act is told', async () => {
    const { awa, moussa } = people()
    const { id } = await aClaim()
    await assign(await deskOf(awa), { kind: 'claim', id, version: 1, personId: awa.id })
    expect(await told(awa)).toEqual([])
    expect(await loadAssignment(await deskOf(awa), 'claim', id)).toMatchObject({ isMine: true, mayTake: false })
    await changeClaim(await deskOf(moussa), { claimId: id, version: 2, statementFr: 'Ils ont pris Konna.' })
    expect(await told(awa)).toEqual([['item_changed', moussa.id]])
    await assign(await deskOf(awa), { kind: 'claim', id, version: 3, personId: moussa.id })
    expect(await told(moussa)).toEqual([['assigned', awa.id]])
    await assign(await deskOf(moussa), { kind: 'claim', id, version: 4, personId: null })
    expect((await loadAssignment(await deskOf(awa), 'claim', id)).holder).toBeNull()
    expect(
      (await deskDb().auditEntry.findMany({ where: { entityId: id, action: 'claim.assigned' } })).map(({ payload }) =>
        JSON.parse(payload ?? '{}'),
      ),
    ).toEqual(expect.arrayContaining([{ to: awa.id }, { to: moussa.id }, { to: null }]))
  })

  test('is given once: the second to give it hears who holds it', async () => {
    const { awa, moussa } = people()
    const { id } = await aClaim()
    await assign(await deskOf(awa), { kind: 'claim', id, version: 1, personId: moussa.id })
    const fault = await faultOf(assign(await deskOf(moussa), { kind: 'claim', id, version: 1, personId: awa.id }))
    expect(fault).toMatchObject({ code: 'stale', collision: { version: 2, theirs: { personId: moussa.id } } })
  })

  test('is not given to somebody who only reads, is gone or does not exist; a reader gives nothing', async () => {
    const { awa } = people()
    const reader = await aPerson({ role: 'reader' })
    const gone = await aPerson()
    await deskDb().user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } })
    const { id } = await aClaim()
    for (const personId of [reader.id, gone.id, id]) {
      const fault = await faultOf(assign(await deskOf(awa), { kind: 'claim', id, version: 1, personId }))
      expect(fault?.fields).toEqual([{ field: 'personId', reason: 'unknown_id' }])
    }
    expect(
      (await faultOf(assign(await deskOf(reader), { kind: 'claim', id, version: 1, personId: awa.id })))?.code,
    ).toBe('forbidden')
  })
})

test('a second reading is asked of another person than the author; blind, nobody is named', async () => {
  const { awa, editor } = people()
  const { id: claimId } = await aClaim()
  const words = { ratingCode: 'unproven' as const, summaryFr: 'Rien.', noEvidenceReasonFr: 'Aucune.' }
  const { id } = await draftVerdict(await deskOf(awa), { claimId, ...words })
  const ask = async (personId: string, version: number) =>
    assign(await deskOf(awa), { kind: 'verdict', id, version, personId })
  expect((await faultOf(ask(awa.id, 1)))?.fields[0]?.reason).toBe('second_reader_is_author')
  await submitVerdict(await deskOf(awa), { verdictId: id, version: 1, isBlind: true })
  await ask(editor.id, 2)
  expect((await told(editor)).at(-1)).toEqual(['asked_to_read', null])
  await castReview(await deskOf(editor), { verdictId: id, ratingCode: 'unproven' })
  await readVerdict(await deskOf(editor), { verdictId: id, version: 3, decision: 'approved', ratingCode: 'unproven' })
  expect((await told(awa)).at(-1)).toEqual(['verdict_read', null])
  await publishVerdict(await deskOf(editor), { verdictId: id, version: 4 }, press)
  expect((await told(awa)).at(-1)).toEqual(['verdict_published', editor.id])
})

test('whoever wrote a verdict hears that its conflict was settled and opened again; so does who works on it', async () => {
  const { editor } = people()
  const [author, worker] = [await aPerson(), await aPerson()]
  const { id, claims } = await aConflict()
  await draftVerdict(await deskOf(author), {
    claimId: claims[0].id,
    ratingCode: 'disputed',
    summaryFr: 'Deux graphies.',
    dependsOn: { conflictIds: [id], evidenceIds: [], sourceIds: [] },
  })
  await assign(await deskOf(author), { kind: 'conflict', id, version: 1, personId: worker.id })
  await resolveConflict(await deskOf(editor), {
    conflictId: id,
    version: 2,
    outcome: 'both_hold',
    rationaleFr: 'Deux graphies d’un même lieu.',
  })
  await reopenConflict(await deskOf(editor), { conflictId: id, version: 3, reason: 'Un élément nouveau.' })
  const both = [
    ['conflict_resolved', editor.id],
    ['conflict_reopened', editor.id],
  ]
  expect(await told(author)).toEqual(both)
  expect(await told(worker)).toEqual([['assigned', author.id], ...both])
})

test('the list has unread lines first, goes on where it stopped, and is marked line by line or as far as it was shown', async () => {
  const { awa } = people()
  const person = await aPerson()
  await deskDb().user.update({ where: { id: person.id }, data: { name: 'Fatou Sow' } })
  const { id } = await aClaim()
  for (let i = 0; i < 45; i++)
    await addNote(await deskOf(awa), { targetKind: 'claim', targetId: id, body: `${i} @Fatou Sow` })
  const desk = await deskOf(person)
  const first = await loadNotifications(desk, null)
  expect([first.news.length, first.unread]).toEqual([40, 45])
  await markNotifications(desk, { id: first.news[0]?.id ?? '' })
  expect(await loadUnread(desk)).toBe(44)
  const again = await loadNotifications(desk, null)
  expect(again.news[0]?.id).toBe(first.news[1]?.id)
  const rest = await loadNotifications(desk, again.next)
  // Four unread lines, then the one that was read.
  expect(rest.news.map(({ isSeen }) => isSeen)).toEqual([false, false, false, false, true])
  expect(rest.next).toBeNull()
  await addNote(await deskOf(awa), { targetKind: 'claim', targetId: id, body: 'Encore @Fatou Sow' })
  await markNotifications(desk, { upTo: first.newest ?? '' })
  expect(await loadUnread(desk)).toBe(1)
  expect(await loadUnread(await deskOf(await aPerson()))).toBe(0)
  // Another's lines cannot be marked.
  const left = (await loadNotifications(desk, null)).news[0]?.id ?? ''
  await markNotifications(await deskOf(awa), { id: left })
  expect(await loadUnread(desk)).toBe(1)
})

test('a place in the list that is none begins at the top', () => {
  expect(readNewsCursor('u12')).toEqual({ isSeen: false, id: '12' })
  for (const text of ['', 'x1', 'u', 'u1;drop', undefined]) expect(readNewsCursor(text)).toBeNull()
})
