import { beforeAll, describe, expect, test } from 'vitest'
import { firstAuditFault } from '@/lib/data/audit-log'
import { deskDb, publicDb } from '@/lib/data/db'
import { Fault } from '@/lib/domain/fault'
import type { Undo } from '@/lib/domain/undo'
import { changeClaim } from '@/lib/services/change-claim'
import { changeClaims } from '@/lib/services/change-claims'
import { changeConflicts } from '@/lib/services/change-conflicts'
import { undoBatch } from '@/lib/services/undo-batch'
import { aClaim, aConflict, aDispatch, anEvent, aPerson, deskOf } from '../../support/factories'

type Picked = { id: string; version: number }
const me = await aPerson()
const other = await aPerson()
let dispatchVersionId: string
let eventId: string
beforeAll(async () => {
  dispatchVersionId = (await aDispatch()).versionId
  eventId = (await anEvent()).id
})

const someClaims = async (n: number): Promise<Picked[]> => {
  const made: Picked[] = []
  for (let i = 0; i < n; i++) {
    const { id } = await aClaim({ dispatchVersionId, eventId, quote: { exact: 'ont pris Konna' } })
    made.push(await claim(id))
  }
  return made
}
const claim = (id: string) =>
  deskDb().claim.findUniqueOrThrow({
    where: { id },
    select: { id: true, version: true, workState: true, labels: true, assigneeId: true, eventId: true, ref: true },
  })
const claimsNow = (picked: readonly Picked[]) => Promise.all(picked.map(({ id }) => claim(id)))
const seen = (rows: readonly Picked[]) => rows.map(({ id, version }) => ({ id, version }))
const batchOf = (undo: Undo | null): string => {
  if (undo?.verb !== 'undo_batch') throw new Error('nothing to undo')
  return undo.batchId
}
const faultOf = async (run: Promise<unknown>): Promise<Fault> => {
  const error = await run.then(
    () => null,
    (it: unknown) => it,
  )
  if (error instanceof Fault) return error
  throw error ?? new Error('it was not refused')
}

describe('many claims at once', () => {
  test('change together, with one revision each and one audit entry for all', async () => {
    const picked = await someClaims(3)
    const before = await deskDb().auditEntry.count()
    const { done, already } = await changeClaims(await deskOf(me), {
      change: { do: 'state', workState: 'reviewed' },
      selection: { picked: seen(picked) },
    })
    expect([done, already]).toEqual([3, 0])
    const now = await claimsNow(picked)
    expect(now.map(({ workState, version }) => [workState, version])).toEqual(
      picked.map((it) => ['reviewed', it.version + 1]),
    )
    expect(await deskDb().auditEntry.count()).toBe(before + 1)
    expect(await firstAuditFault(deskDb())).toBeNull()
    for (const { id, version } of now)
      expect((await deskDb().revision.findFirstOrThrow({ where: { entityId: id, n: version } })).actor).toBe(me.id)
  })

  test('are left alone where it is so already', async () => {
    const picked = await someClaims(2)
    const label = { do: 'label', label: 'Mali' } as const
    await changeClaims(await deskOf(me), { change: label, selection: { picked: seen(picked.slice(0, 1)) } })
    const again = await changeClaims(await deskOf(me), {
      change: label,
      selection: { picked: seen(await claimsNow(picked)) },
    })
    expect([again.done, again.already]).toEqual([1, 1])
    expect((await claimsNow(picked)).map(({ labels }) => labels)).toEqual([['Mali'], ['Mali']])
  })

  test('are refused whole when somebody changed one: it is named, with who, and nothing is written', async () => {
    const picked = await someClaims(3)
    const [first] = picked
    if (!first) throw new Error('no claim')
    await changeClaim(await deskOf(other), { claimId: first.id, version: first.version, workState: 'in_review' })
    const change = { do: 'assign', assigneeId: me.id } as const
    const fault = await faultOf(changeClaims(await deskOf(me), { change, selection: { picked: seen(picked) } }))
    expect(fault.code).toBe('stale')
    expect(fault.collision?.theirs).toMatchObject({
      changed: [{ ref: (await claim(first.id)).ref, by: 'Awa Traoré' }],
      left: 2,
    })
    expect((await claimsNow(picked)).map(({ assigneeId }) => assigneeId)).toEqual([null, null, null])

    const { done } = await changeClaims(await deskOf(me), { change, selection: { picked: seen(picked), others: true } })
    expect(done).toBe(2)
    expect((await claim(first.id)).assigneeId).toBeNull()
  })

  test('can be all that a filter means, refused when the filter means another number now', async () => {
    const picked = await someClaims(3)
    const label = `lot-${Date.now()}`
    await changeClaims(await deskOf(me), { change: { do: 'label', label }, selection: { picked: seen(picked) } })
    const [now] = await deskDb().$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`
    const matching = { query: `label=${label}`, seenAt: new Date((now?.now.getTime() ?? 0) + 1) }
    const change = { do: 'event', eventId: null } as const
    const fault = await faultOf(
      changeClaims(await deskOf(me), { change, selection: { matching: { ...matching, count: 2 } } }),
    )
    expect(fault.code).toBe('stale')
    const { done } = await changeClaims(await deskOf(me), {
      change,
      selection: { matching: { ...matching, count: 3 } },
    })
    expect(done).toBe(3)
    expect((await claimsNow(picked)).every((it) => it.eventId === null)).toBe(true)
  })

  test('come back whole, labels, event, assignee and all', async () => {
    const picked = await someClaims(2)
    await changeClaims(await deskOf(me), { change: { do: 'label', label: 'un' }, selection: { picked: seen(picked) } })
    const before = await claimsNow(picked)
    const { undo } = await changeClaims(await deskOf(me), {
      change: { do: 'label', label: 'deux' },
      selection: { picked: seen(before) },
    })
    expect(await undoBatch(await deskOf(me), { batchId: batchOf(undo) })).toEqual({ done: 2 })
    const after = await claimsNow(picked)
    expect(after.map(({ version, ...it }) => it)).toEqual(before.map(({ version, ...it }) => it))
    expect((await faultOf(undoBatch(await deskOf(me), { batchId: batchOf(undo) }))).fields[0]?.reason).toBe(
      'wrong_state',
    )
  })

  test('do not come back over what somebody saved since, unless the others are asked for', async () => {
    const picked = await someClaims(2)
    const { undo } = await changeClaims(await deskOf(me), {
      change: { do: 'state', workState: 'reviewed' },
      selection: { picked: seen(picked) },
    })
    const [first, second] = await claimsNow(picked)
    if (!first || !second) throw new Error('no claims')
    await changeClaim(await deskOf(other), { claimId: first.id, version: first.version, statementFr: 'Autre.' })
    expect((await faultOf(undoBatch(await deskOf(me), { batchId: batchOf(undo) }))).code).toBe('stale')
    expect((await claim(second.id)).workState).toBe('reviewed')
    expect(await undoBatch(await deskOf(me), { batchId: batchOf(undo), others: true })).toEqual({ done: 1 })
    expect([(await claim(first.id)).workState, (await claim(second.id)).workState]).toEqual(['reviewed', 'to_review'])
  })

  test('are taken back by whoever changed them only, and changed by reviewers only', async () => {
    const picked = await someClaims(1)
    const change = { do: 'state', workState: 'in_review' } as const
    const { undo } = await changeClaims(await deskOf(me), { change, selection: { picked: seen(picked) } })
    expect((await faultOf(undoBatch(await deskOf(other), { batchId: batchOf(undo) }))).code).toBe('not_found')
    const reader = await deskOf(await aPerson({ role: 'reader' }))
    expect((await faultOf(changeClaims(reader, { change, selection: { picked: seen(picked) } }))).code).toBe(
      'forbidden',
    )
  })

  test('never get half a batch from two people at once', async () => {
    const picked = await someClaims(8)
    const run = async (by: typeof me, workState: 'reviewed' | 'in_review') =>
      changeClaims(await deskOf(by), { change: { do: 'state', workState }, selection: { picked: seen(picked) } })
    const answers = await Promise.allSettled([run(me, 'reviewed'), run(other, 'in_review')])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(new Set((await claimsNow(picked)).map(({ workState }) => workState)).size).toBe(1)
  }, 60_000)

  test('name the field when the value, the person or the event is not there', async () => {
    const picked = seen(await someClaims(1))
    const desk = await deskOf(me)
    const reader = await aPerson({ role: 'reader' })
    for (const [change, field] of [
      [{ do: 'assign', assigneeId: reader.id }, 'assigneeId'],
      [{ do: 'event', eventId: me.id }, 'eventId'],
      [{ do: 'label', label: 'x'.repeat(41) }, 'change.label'],
      [{ do: 'label', label: ' ' }, 'change.label'],
      [{ do: 'state', workState: 'finished' }, 'change.workState'],
    ] as const)
      expect(
        (await faultOf(changeClaims(desk, { change: change as never, selection: { picked } }))).fields[0]?.field,
      ).toBe(field)
    expect(
      (await faultOf(changeClaims(desk, { change: { do: 'label', label: 'x' }, selection: {} }))).fields[0]?.field,
    ).toBe('pick')
  })

  test('take more than five hundred rows in one transaction', async () => {
    const [one] = await someClaims(1)
    const { newId } = await deskOf(me)
    const label = `grand-${Date.now()}`
    await deskDb().$transaction(async (tx) => {
      await tx.$queryRaw`select set_config('recoupe.actor', ${me.id}, true)`
      await tx.claim.createMany({
        data: Array.from({ length: 600 }, (_, i) => ({
          id: newId(),
          ref: `L${Date.now()}${i}`,
          slug: `${label}-${i}`,
          statementFr: 'Une affirmation.',
          labels: [label],
          createdById: me.id,
        })),
      })
    })
    expect(one).toBeDefined()
    const [now] = await deskDb().$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`
    const { done, undo } = await changeClaims(await deskOf(me), {
      change: { do: 'state', workState: 'reviewed' },
      selection: { matching: { query: `label=${label}`, count: 600, seenAt: new Date((now?.now.getTime() ?? 0) + 1) } },
    })
    expect(done).toBe(600)
    expect(await undoBatch(await deskOf(me), { batchId: batchOf(undo) })).toEqual({ done: 600 })
  }, 60_000)
})

describe('many conflicts at once', () => {
  test('change severity and status together and come back', async () => {
    const { id } = await aConflict()
    const conflict = () => deskDb().conflict.findUniqueOrThrow({ where: { id } })
    const before = await conflict()
    const desk = await deskOf(me)
    const pick = async () => ({ picked: [{ id, version: (await conflict()).version }] })
    await changeConflicts(desk, { change: { do: 'severity', severity: 'high' }, selection: await pick() })
    const { undo } = await changeConflicts(desk, {
      change: { do: 'status', status: 'under_review' },
      selection: await pick(),
    })
    expect(await conflict()).toMatchObject({ severity: 'high', status: 'under_review' })
    await undoBatch(desk, { batchId: batchOf(undo) })
    expect(await conflict()).toMatchObject({ severity: 'high', status: before.status, version: before.version + 3 })
  })
})

describe('a stranger', () => {
  test('cannot read batches', async () => {
    await expect(publicDb().batch.findMany()).rejects.toThrow()
  })
})
