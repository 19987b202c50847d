import { beforeAll, describe, expect, test } from 'vitest'
import { deskDb, refusedBy, transactionAs } from '@/lib/data/db'
import { sourcesWithCounts } from '@/lib/data/sources'
import type { Actor, Role } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'
import { addCommentRequest } from '@/lib/services/add-comment-request'
import { addDispatch } from '@/lib/services/add-dispatch'
import { addEntity } from '@/lib/services/add-entity'
import { addEvent } from '@/lib/services/add-event'
import { addNote } from '@/lib/services/add-note'
import { addSource } from '@/lib/services/add-source'
import { assign } from '@/lib/services/assign'
import { cancelJob } from '@/lib/services/cancel-job'
import { castReview } from '@/lib/services/cast-review'
import { changeCommentRequest } from '@/lib/services/change-comment-request'
import { changeFilter } from '@/lib/services/change-filter'
import { changeNote } from '@/lib/services/change-note'
import { changePerson } from '@/lib/services/change-person'
import { changeSetting } from '@/lib/services/change-setting'
import { changeStatement } from '@/lib/services/change-statement'
import { changeVerdict } from '@/lib/services/change-verdict'
import { deleteFilter } from '@/lib/services/delete-filter'
import { deprecateStatement } from '@/lib/services/deprecate-statement'
import { disablePerson } from '@/lib/services/disable-person'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { invitePerson } from '@/lib/services/invite-person'
import { linkEntities } from '@/lib/services/link-entities'
import { queueJob } from '@/lib/services/queue-job'
import { readVerdict } from '@/lib/services/read-verdict'
import { saveFilter } from '@/lib/services/save-filter'
import { settleNote } from '@/lib/services/settle-note'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { unlinkEntities } from '@/lib/services/unlink-entities'
import { withdrawNote } from '@/lib/services/withdraw-note'
import { takeBack } from '@/lib/web/take-back'
import { aClaim, aPerson, aPublishedClaim, deskOf } from '@/tests/support/factories'

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
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { fields?: unknown }) => error.fields,
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

describe('what was just added', () => {
  const added = {
    source: async (who = awa) => (await addSource(await as(who), { name: 'Radio Kayira', kind: 'outlet' })).undo,
    event: async (who = awa) => (await addEvent(await as(who), { titleFr: 'La prise', titleEn: 'The capture' })).undo,
    dispatch: async (who = awa) =>
      (await addDispatch(await as(who), { title: 'Une dépêche', text: `Ils ont pris Konna.\n${crypto.randomUUID()}` }))
        .undo,
  }
  const kinds = ['source', 'event', 'dispatch'] as const
  const isGone = async (kind: (typeof kinds)[number], id: string) => {
    const where = { where: { id } }
    const row = await {
      source: () => deskDb().source.findUniqueOrThrow(where),
      event: () => deskDb().event.findUniqueOrThrow(where),
      dispatch: () => deskDb().dispatch.findUniqueOrThrow(where),
    }[kind]()
    return row.discardedAt !== null
  }

  test.each(kinds)('a %s leaves the desk, stays in the record, and is taken back once', async (kind) => {
    const undo = await added[kind]()
    await back(awa, undo)
    expect(await isGone(kind, undo.id)).toBe(true)
    expect(await actionsOn(undo.id)).toEqual([`${kind}.added`, `${kind}.discarded`])
    expect(await codeOf(back(awa, undo))).toBe('not_found')
  })

  test.each(kinds)('a %s is taken back by whoever added it only', async (kind) => {
    const undo = await added[kind]()
    expect(await codeOf(back(moussa, undo))).toBe('forbidden')
    expect(await codeOf(back(editor, undo))).toBe('forbidden')
    expect(await codeOf(back(reader, undo))).toBe('forbidden')
    expect(await isGone(kind, undo.id)).toBe(false)
  })

  test.each(kinds)('a %s somebody changed since stays', async (kind) => {
    const undo = await added[kind]()
    const change = { where: { id: undo.id }, data: { version: 2 } }
    await transactionAs(deskDb(), moussa?.id ?? '', async (tx) => {
      if (kind === 'source') await tx.source.update(change)
      if (kind === 'event') await tx.event.update(change)
      if (kind === 'dispatch') await tx.dispatch.update(change)
    })
    expect(await codeOf(back(awa, undo))).toBe('stale')
    expect(await isGone(kind, undo.id)).toBe(false)
  })

  test('a source that is cited, an event and a dispatch with a claim stay, even when that claim was removed', async () => {
    const source = await added.source()
    const event = await added.event()
    const { versionId, undo: dispatch } = await addDispatch(await as(awa), {
      title: 'Une dépêche',
      text: `Ils ont pris Konna.\n${crypto.randomUUID()}`,
    })
    const chain = [{ sourceId: source.id, role: 'outlet' as const }]
    const claim = await aClaim({
      dispatchVersionId: versionId,
      eventId: event.id,
      chain,
      quote: { exact: 'ont pris Konna' },
    })
    await back(awa, claim.undo)
    for (const undo of [source, event, dispatch])
      expect(await refusalOf(back(awa, undo))).toEqual([{ field: 'id', reason: 'in_use' }])
  })

  test('a source spoken of in a note stays', async () => {
    const undo = await added.source()
    await addNote(await as(moussa), { targetKind: 'source', targetId: undo.id, body: 'La connaît-on ?' })
    expect(await refusalOf(back(awa, undo))).toEqual([{ field: 'id', reason: 'in_use' }])
  })

  test('nothing is built on what was taken back', async () => {
    const source = await added.source()
    const event = await added.event()
    const { versionId, undo: dispatch } = await addDispatch(await as(awa), {
      title: 'Une dépêche',
      text: `Ils ont pris Konna.\n${crypto.randomUUID()}`,
    })
    await back(awa, source)
    expect((await sourcesWithCounts(deskDb())).map(({ id }) => id)).not.toContain(source.id)
    expect(await codeOf(aClaim({ chain: [{ sourceId: source.id, role: 'outlet' }] }))).toBe('invalid')
    await back(awa, event)
    expect(await codeOf(aClaim({ eventId: event.id }))).toBe('invalid')
    await back(awa, dispatch)
    expect(await codeOf(aClaim({ dispatchVersionId: versionId }))).toBe('not_found')
  })

  test('the database says so too, to any writer', async () => {
    const { occurrenceId, chain } = await aClaim()
    const gone = await added.source()
    await back(awa, gone)
    const hop = { id: crypto.randomUUID(), occurrenceId, position: 9, role: 'outlet', sourceId: gone.id } as const
    await expect(transactionAs(deskDb(), awa?.id ?? '', (tx) => tx.hop.create({ data: hop }))).rejects.toSatisfy(
      (error) => refusedBy(error) === 'stands_on_what_is_there',
    )
    const cited = { where: { id: chain[0]?.sourceId ?? '' }, data: { discardedAt: new Date(), version: 2 } }
    await expect(transactionAs(deskDb(), awa?.id ?? '', (tx) => tx.source.update(cited))).rejects.toSatisfy(
      (error) => refusedBy(error) === 'sources_cited_stay',
    )
  })

  test('the same text can be taken in again', async () => {
    const text = `Ils ont pris Konna.\n${crypto.randomUUID()}`
    const first = await addDispatch(await as(awa), { title: 'Une dépêche', text })
    await back(awa, first.undo)
    expect((await addDispatch(await as(moussa), { title: 'Une dépêche', text })).slug).not.toBe(first.slug)
  })
})

describe('a side to be asked', () => {
  const saved = (id: string) => deskDb().commentRequest.findUniqueOrThrow({ where: { id } })
  const asked = {
    state: 'asked',
    askedAt: '2013-01-11',
    dueAt: null,
    answeredAt: null,
    question: 'Où étiez-vous ?',
  } as const

  test('is out of the ledger when it was added by mistake, and can be written there again', async () => {
    const side = { claimId: (await aClaim()).id, party: 'Ansar Dine' }
    const { id, undo } = await addCommentRequest(await as(awa), side)
    expect(await codeOf(back(reader, undo))).toBe('forbidden')
    await back(awa, undo)
    expect((await saved(id)).discardedAt).not.toBeNull()
    expect(await actionsOn(id)).toEqual(['comment_request.added', 'comment_request.discarded'])
    const again = await addCommentRequest(await as(awa), side)
    expect(await saved(again.id)).toMatchObject({ party: 'Ansar Dine', discardedAt: null, version: 3 })
  })

  test('that was asked stays, and goes back to where it stood', async () => {
    const { id, undo } = await addCommentRequest(await as(awa), { claimId: (await aClaim()).id, party: 'Ansar Dine' })
    const change = await changeCommentRequest(await as(awa), { requestId: id, version: 1, ...asked })
    expect(await refusalOf(back(awa, undo))).toEqual([{ field: 'requestId', reason: 'in_use' }])
    expect(await codeOf(back(reader, change.undo))).toBe('forbidden')
    await back(awa, change.undo)
    expect(await saved(id)).toMatchObject({ state: 'to_ask', askedAt: null, question: null, version: 3 })
    expect(await codeOf(back(awa, change.undo))).toBe('stale')
  })
})

describe('a second reading', () => {
  const words = { ratingCode: 'disputed', summaryFr: 'Personne ne tranche.', noEvidenceReasonFr: 'Aucune.' } as const
  const sent = async (isBlind = false) => {
    const { id } = await draftVerdict(await as(awa), { claimId: (await aClaim()).id, ...words })
    const { undo } = await submitVerdict(await as(awa), { verdictId: id, version: 1, isBlind })
    return { id, undo }
  }
  const saved = (id: string) => deskDb().verdict.findUniqueOrThrow({ where: { id } })
  const sendBack = async (id: string) =>
    readVerdict(await as(moussa), {
      verdictId: id,
      version: 2,
      decision: 'changes_requested',
      ratingCode: 'disputed',
      note: 'Citez la dépêche.',
      comments: {},
    })

  test('nobody has begun is taken back by the author, who has a draft again', async () => {
    const { id, undo } = await sent(true)
    expect(await codeOf(back(moussa, undo))).toBe('forbidden')
    expect(await codeOf(back(reader, undo))).toBe('forbidden')
    await back(awa, undo)
    expect(await saved(id)).toMatchObject({ state: 'draft', isBlind: false, version: 3 })
    expect(await actionsOn(id)).toContain('verdict.unsent')
    expect(await codeOf(back(awa, undo))).toBe('stale')
  })

  test('stays when somebody has rated the claim, or answered', async () => {
    const rated = await sent(true)
    await castReview(await as(moussa), { verdictId: rated.id, ratingCode: 'mostly_true' })
    expect(await refusalOf(back(awa, rated.undo))).toEqual([{ field: 'verdictId', reason: 'in_use' }])
    const answered = await sent()
    await sendBack(answered.id)
    expect(await codeOf(back(awa, answered.undo))).toBe('stale')
  })

  test('of what needed another look goes back to needing it', async () => {
    const { verdict } = await aPublishedClaim()
    const { version } = await saved(verdict.id)
    await transactionAs(deskDb(), awa?.id ?? '', (tx) =>
      tx.verdict.update({ where: { id: verdict.id }, data: { state: 'needs_rereview', version: version + 1 } }),
    )
    const { undo } = await submitVerdict(await as(verdict.author), { verdictId: verdict.id, version: version + 1 })
    await back(verdict.author, undo)
    expect((await saved(verdict.id)).state).toBe('needs_rereview')
  })

  test('a request for changes made by mistake is taken back: the reading goes on with the rating that was given', async () => {
    const { id } = await sent()
    const { submittedAt } = await saved(id)
    const { undo } = await sendBack(id)
    expect(await codeOf(back(editor, undo))).toBe('not_found')
    await back(moussa, undo)
    expect(await saved(id)).toMatchObject({ state: 'second_reading', changesRequested: null, submittedAt, version: 4 })
    const [note] = await deskDb().annotation.findMany({ where: { targetId: id } })
    expect(note?.discardedAt).not.toBeNull()
    await readVerdict(await as(moussa), { verdictId: id, version: 4, decision: 'approved', comments: {} })
    expect(await saved(id)).toMatchObject({ secondReaderId: moussa?.id })
    expect(
      await deskDb().review.count({ where: { readerId: moussa?.id ?? '', claimId: (await saved(id)).claimId } }),
    ).toBe(1)
  })

  test('a request the author has answered, or acted on, stays', async () => {
    const answered = await sent()
    const first = await sendBack(answered.id)
    const [note] = await deskDb().annotation.findMany({ where: { targetId: answered.id } })
    await addNote(await as(awa), {
      targetKind: 'verdict',
      targetId: answered.id,
      parentId: note?.id ?? '',
      body: 'C’est fait.',
    })
    expect(await refusalOf(back(moussa, first.undo))).toEqual([{ field: 'verdictId', reason: 'in_use' }])
    const changed = await sent()
    const second = await sendBack(changed.id)
    await changeVerdict(await as(awa), { verdictId: changed.id, version: 3, ...words, summaryFr: 'Autrement.' })
    expect(await codeOf(back(moussa, second.undo))).toBe('stale')
  })

  test('an approval is taken back before anything is published', async () => {
    const { id } = await sent()
    const { undo } = await readVerdict(await as(moussa), {
      verdictId: id,
      version: 2,
      decision: 'approved',
      ratingCode: 'disputed',
      comments: {},
    })
    await back(moussa, undo)
    expect(await saved(id)).toMatchObject({ state: 'second_reading', secondReaderId: null })
  })
})

describe('a cell of the matrix', () => {
  const saved = (id: string) => deskDb().statement.findUniqueOrThrow({ where: { id } })
  const cell = async () => (await aClaim()).statementIds[0] ?? ''

  test('set aside by mistake stands again', async () => {
    const statementId = await cell()
    const { undo } = await deprecateStatement(await as(awa), { statementId, version: 1, reason: 'par erreur' })
    expect(await codeOf(back(reader, undo))).toBe('forbidden')
    await back(awa, undo)
    expect(await saved(statementId)).toMatchObject({ rank: 'normal', rankReason: null, version: 3 })
  })

  test('read otherwise by mistake is read as before, and both readings are in the record', async () => {
    const statementId = await cell()
    const change = { statementId, version: 1, value: 'Kona', words: null, reason: 'relu' }
    const { id, undo } = await changeStatement(await as(awa), change)
    expect(await codeOf(back(reader, undo))).toBe('forbidden')
    await back(awa, undo)
    expect(await saved(statementId)).toMatchObject({ value: 'Konna', rank: 'normal', version: 3 })
    expect(await saved(id)).toMatchObject({ value: 'Kona', rank: 'deprecated', rankReason: 'undone' })
    expect(await codeOf(back(awa, undo))).toBe('stale')
  })
})
