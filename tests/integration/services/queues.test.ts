import { beforeAll, describe, expect, test } from 'vitest'
import { deskDb, publicDb } from '@/lib/data/db'
import { Fault } from '@/lib/domain/fault'
import { QUEUES, type QueueName, viewOf } from '@/lib/domain/queues'
import { changeClaim } from '@/lib/services/change-claim'
import { changeConflict } from '@/lib/services/change-conflict'
import { changeFilter } from '@/lib/services/change-filter'
import { deleteFilter } from '@/lib/services/delete-filter'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { loadClaimList } from '@/lib/services/load-claim-list'
import { loadConflictList } from '@/lib/services/load-conflict-list'
import { loadQueues } from '@/lib/services/load-queues'
import { loadVerdictList } from '@/lib/services/load-verdict-list'
import { saveFilter } from '@/lib/services/save-filter'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { aConflict, aPerson, deskOf } from '../../support/factories'

const me = await aPerson()
const other = await aPerson({ role: 'editor' })
const reasonOf = async (run: Promise<unknown>) => {
  const error = await run.then(
    () => null,
    (it: unknown) => it,
  )
  if (!(error instanceof Fault)) throw error ?? new Error('it was not refused')
  return error.fields[0]?.reason ?? error.code
}

beforeAll(async () => {
  const conflict = await aConflict()
  const [first, second] = conflict.claims
  await changeClaim(await deskOf(other), { claimId: first.id, version: 1, assigneeId: me.id })
  await changeConflict(await deskOf(other), { conflictId: conflict.id, version: 1, assigneeId: me.id })
  for (const [by, claim] of [
    [me, first],
    [other, second],
  ] as const) {
    const { id } = await draftVerdict(await deskOf(by), {
      claimId: claim.id,
      ratingCode: 'disputed',
      summaryFr: 'Personne ne tranche.',
      noEvidenceReasonFr: 'Aucune pièce.',
    })
    await submitVerdict(await deskOf(by), { verdictId: id, version: 1 })
  }
})

describe('the queues', () => {
  test('count what is mine, nobody’s, mine to read, to settle and changed by others', async () => {
    const { queues } = await loadQueues(await deskOf(me))
    expect(Object.fromEntries(queues.map(({ name, count }) => [name, count]))).toEqual({
      mine: 1,
      my_conflicts: 1,
      to_read: 1, // my own verdict waits for somebody else
      rereview: 0,
      unsettled: 1,
      unassigned: 1,
      changed: 2,
    })
  })

  test('lead each to a list of as many rows', async () => {
    const desk = await deskOf(me)
    const { queues } = await loadQueues(desk)
    const lists = { claims: loadClaimList, conflicts: loadConflictList, verdicts: loadVerdictList }
    for (const { name, count } of queues)
      expect((await lists[QUEUES[name as QueueName].list](desk, viewOf(name))).total, name).toBe(count)
  })
})

describe('a saved filter', () => {
  test('is its owner’s alone until it is shared, and leads where it was kept', async () => {
    const desk = await deskOf(me)
    const { id } = await saveFilter(desk, { name: 'À moi', list: 'claims', query: 'utm=x&assignee=me&after=3.C14' })
    expect((await loadQueues(desk)).saved).toMatchObject([
      { id, name: 'À moi', query: 'assignee=me', count: 1, isMine: true },
    ])
    expect((await loadQueues(await deskOf(other))).saved).toEqual([])

    await changeFilter(desk, { filterId: id, name: 'Confiées', isShared: true })
    // "me" is whoever looks: nothing is assigned to the other person.
    expect((await loadQueues(await deskOf(other))).saved).toMatchObject([
      { name: 'Confiées', count: 0, isMine: false, owner: 'Awa Traoré' },
    ])
  })

  test('is changed and deleted by its owner only', async () => {
    const { id } = await saveFilter(await deskOf(me), {
      name: 'Partagé',
      list: 'conflicts',
      query: 'status=open',
      isShared: true,
    })
    const theirs = await deskOf(other)
    expect(await reasonOf(changeFilter(theirs, { filterId: id, name: 'Pris', isShared: true }))).toBe('not_found')
    expect(await reasonOf(deleteFilter(theirs, { filterId: id }))).toBe('not_found')
    await deleteFilter(await deskOf(me), { filterId: id })
    expect(await deskDb().savedFilter.count({ where: { id } })).toBe(0)
  })

  test('needs a name of its own, of at most eighty characters', async () => {
    const desk = await deskOf(me)
    const filter = { list: 'verdicts', query: 'status=draft' } as const
    await saveFilter(desk, { name: 'Brouillons', ...filter })
    expect(await reasonOf(saveFilter(desk, { name: 'Brouillons', ...filter }))).toBe('already_taken')
    expect(await reasonOf(saveFilter(desk, { name: ' ', ...filter }))).toBe('required')
    expect(await reasonOf(saveFilter(desk, { name: 'x'.repeat(81), ...filter }))).toBe('too_long')
    await expect(saveFilter(await deskOf(other), { name: 'Brouillons', ...filter })).resolves.toBeDefined()
  })

  test('is nothing a stranger can read', async () => {
    await expect(publicDb().savedFilter.findMany()).rejects.toThrow()
  })
})
