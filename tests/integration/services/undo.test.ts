import { beforeAll, describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import type { Actor, Role } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'
import { addEntity } from '@/lib/services/add-entity'
import { addNote } from '@/lib/services/add-note'
import { assign } from '@/lib/services/assign'
import { cancelJob } from '@/lib/services/cancel-job'
import { changeFilter } from '@/lib/services/change-filter'
import { changeNote } from '@/lib/services/change-note'
import { changePerson } from '@/lib/services/change-person'
import { changeSetting } from '@/lib/services/change-setting'
import { deleteFilter } from '@/lib/services/delete-filter'
import { disablePerson } from '@/lib/services/disable-person'
import { invitePerson } from '@/lib/services/invite-person'
import { linkEntities } from '@/lib/services/link-entities'
import { queueJob } from '@/lib/services/queue-job'
import { saveFilter } from '@/lib/services/save-filter'
import { settleNote } from '@/lib/services/settle-note'
import { unlinkEntities } from '@/lib/services/unlink-entities'
import { withdrawNote } from '@/lib/services/withdraw-note'
import { takeBack } from '@/lib/web/take-back'
import { aClaim, aPerson, deskOf } from '@/tests/support/factories'

type Person = NonNullable<Actor>
let [awa, moussa, editor, reader, admin]: Person[] = []
const as = (person: Person | undefined) => deskOf(person ?? null)
const back = async (who: Person | undefined, undo: Undo | null | undefined) => {
  if (!undo) throw new Error('this action offers no undo')
  await takeBack(await as(who), undo, 'undone')
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  )
const actionsOn = async (id: string) =>
  (await deskDb().auditEntry.findMany({ where: { entityId: id }, orderBy: { seq: 'asc' } })).map(({ action }) => action)

beforeAll(async () => {
  const people = await Promise.all(
    (['reviewer', 'reviewer', 'editor', 'reader', 'admin'] satisfies Role[]).map((role) => aPerson({ role })),
  )
  ;[awa, moussa, editor, reader, admin] = people
})

describe('a note', () => {
  const note = async (body = 'À revoir.') =>
    addNote(await as(awa), { targetKind: 'claim', targetId: (await aClaim()).id, body })
  const saved = (id: string) => deskDb().annotation.findUniqueOrThrow({ where: { id } })

  test('that was just added is withdrawn, and stays in the record', async () => {
    const { id, undo } = await note()
    await back(awa, undo)
    expect((await saved(id)).discardedAt).not.toBeNull()
    expect(await actionsOn(id)).toEqual(['note.added', 'note.withdrawn'])
  })

  test('that was changed says again what it said', async () => {
    const { id } = await note('Avant.')
    const { undo } = await changeNote(await as(awa), { noteId: id, version: 1, body: 'Après.' })
    await back(awa, undo)
    expect(await saved(id)).toMatchObject({ body: 'Avant.', version: 3 })
  })

  test('that was settled is open again, and the other way round', async () => {
    const { id } = await note()
    const settled = await settleNote(await as(moussa), { noteId: id, version: 1, to: 'settled' })
    await back(moussa, settled.undo)
    expect((await saved(id)).resolvedAt).toBeNull()
    const again = await settleNote(await as(moussa), { noteId: id, version: 3, to: 'settled' })
    const opened = await settleNote(await as(moussa), { noteId: id, version: again.version, to: 'open' })
    await back(moussa, opened.undo)
    expect((await saved(id)).resolvedAt).not.toBeNull()
  })

  test('that was withdrawn comes back', async () => {
    const { id } = await note()
    const { undo } = await withdrawNote(await as(awa), { noteId: id, version: 1, to: 'withdrawn' })
    await back(awa, undo)
    expect((await saved(id)).discardedAt).toBeNull()
  })

  test('is left as it is when it was changed since, or by somebody who may not', async () => {
    const { id, undo } = await note('Avant.')
    const changed = await changeNote(await as(awa), { noteId: id, version: 1, body: 'Après.' })
    expect(await codeOf(back(awa, undo))).toBe('stale')
    expect(await codeOf(back(moussa, changed.undo))).toBe('forbidden')
    await changeNote(await as(awa), { noteId: id, version: 2, body: 'Encore.' })
    expect(await codeOf(back(awa, changed.undo))).toBe('stale')
    expect((await saved(id)).body).toBe('Encore.')
  })
})

describe('who works on a thing', () => {
  const holder = async (id: string) => (await deskDb().claim.findUniqueOrThrow({ where: { id } })).assigneeId

  test('is again whoever worked on it before, or nobody', async () => {
    const { id } = await aClaim()
    const first = await assign(await as(awa), { kind: 'claim', id, version: 1, personId: moussa?.id ?? '' })
    const { undo } = await assign(await as(awa), { kind: 'claim', id, version: 2, personId: awa?.id ?? '' })
    expect(await codeOf(back(awa, first.undo))).toBe('stale')
    expect(await codeOf(back(reader, undo))).toBe('forbidden')
    await back(awa, undo)
    expect(await holder(id)).toBe(moussa?.id)
    await back(awa, { ...first.undo, version: 4 } as Undo)
    expect(await holder(id)).toBeNull()
  })
})

describe('an ended link between two names', () => {
  const town = async (label: string) =>
    (await addEntity(await as(awa), { kind: 'place', labelFr: label, labelEn: label })).id

  test('is made again in the same words, as a decision of its own', async () => {
    const [fromId, toId] = [await town('Kona'), await town('Konna')]
    const words = { fromId, toId, relation: 'same', reasonFr: 'La même ville.' } as const
    const { id } = await linkEntities(await as(awa), words)
    const { undo } = await unlinkEntities(await as(awa), { linkId: id, reason: 'par erreur' })
    expect(await codeOf(back(reader, undo))).toBe('forbidden')
    await back(awa, undo)
    const links = await deskDb().entityLink.findMany({ where: { fromId }, orderBy: { decidedAt: 'asc' } })
    expect(links.map(({ reasonFr, endedAt }) => [reasonFr, endedAt === null])).toEqual([
      ['La même ville.', false],
      ['La même ville.', true],
    ])
    expect(await codeOf(back(awa, undo))).toBe('conflicting')
  })
})

describe('a kept filter', () => {
  const filters = (who: Person | undefined) =>
    deskDb().savedFilter.findMany({ where: { userId: who?.id ?? '' }, select: { name: true, query: true } })

  test('that was deleted is kept again; one just kept is gone; one renamed has its name again', async () => {
    const kept = { name: 'À lire', list: 'claims', query: 'q=Konna' } as const
    const first = await saveFilter(await as(awa), kept)
    await back(awa, first.undo)
    expect(await filters(awa)).toEqual([])
    const { id, query } = await saveFilter(await as(awa), kept)
    const renamed = await changeFilter(await as(awa), { filterId: id, name: 'Autre' })
    expect(await codeOf(back(moussa, renamed.undo))).toBe('not_found')
    await back(awa, renamed.undo)
    expect(await filters(awa)).toEqual([{ name: 'À lire', query }])
    const { undo } = await deleteFilter(await as(awa), { filterId: id })
    await back(awa, undo)
    expect(await filters(awa)).toEqual([{ name: 'À lire', query }])
    expect(await codeOf(back(awa, undo))).toBe('invalid')
  })
})

describe('what an administrator does', () => {
  test('a role is given back, unless it was changed again since', async () => {
    const { id } = await aPerson()
    const role = async () => (await deskDb().user.findUniqueOrThrow({ where: { id } })).role
    const { undo } = await changePerson(await as(admin), { userId: id, role: 'editor', isSourceKeeper: true })
    expect(await codeOf(back(editor, undo))).toBe('forbidden')
    await back(admin, undo)
    expect(await role()).toBe('reviewer')
    const again = await changePerson(await as(admin), { userId: id, role: 'editor', isSourceKeeper: false })
    await changePerson(await as(admin), { userId: id, role: 'reader', isSourceKeeper: false })
    expect(await codeOf(back(admin, again.undo))).toBe('stale')
    expect(await role()).toBe('reader')
  })

  test('a closed account is open again', async () => {
    const { id } = await aPerson()
    const { undo } = await disablePerson(await as(admin), { userId: id, isDisabled: true })
    expect(await codeOf(back(editor, undo))).toBe('forbidden')
    await back(admin, undo)
    expect((await deskDb().user.findUniqueOrThrow({ where: { id } })).disabledAt).toBeNull()
  })

  test('an invitation leads nowhere any more', async () => {
    const { undo } = await invitePerson(await as(admin), {
      email: `${crypto.randomUUID()}@example.org`,
      role: 'reader',
    })
    await back(admin, undo)
    expect(await codeOf(back(admin, undo))).toBe('not_found')
  })

  test('a setting is what it was, unless it was set again since', async () => {
    const { undo } = await changeSetting(await as(admin), { newsroom: 'La Rédaction' })
    await changeSetting(await as(admin), { newsroom: 'Une autre' })
    expect(await codeOf(back(admin, undo))).toBe('stale')
    const blind = await changeSetting(await as(admin), { blindByDefault: true })
    expect(await codeOf(back(editor, blind.undo))).toBe('forbidden')
    await back(admin, blind.undo)
    expect((await deskDb().setting.findUniqueOrThrow({ where: { key: 'blind_by_default' } })).value).toBe(false)
  })

  test('queued work is stopped, and stopped work is queued again', async () => {
    const queued = await queueJob(await as(admin), { kind: 'index_claims' })
    await back(admin, queued.undo)
    const state = async () => deskDb().job.findMany({ where: { kind: 'index_claims' }, select: { state: true } })
    expect(await state()).toEqual([{ state: 'cancelled' }])
    const again = await queueJob(await as(admin), { kind: 'index_claims' })
    const { undo } = await cancelJob(await as(admin), { jobId: again.id ?? '' })
    await back(admin, undo)
    expect((await state()).filter((it) => it.state === 'waiting')).toHaveLength(1)
  })
})
