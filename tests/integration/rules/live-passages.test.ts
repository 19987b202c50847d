import { expect, test } from 'vitest'
import { asRole } from '@/tests/support/as-role'
import { aClaim, aDispatch, aPublishedClaim } from '@/tests/support/factories'

const change = (sql: string, ...values: string[]) => asRole('superuser', 'x', (ask) => ask(sql, values))
const kept = async (occurrenceId: string) =>
  (await change('select is_public from live_passages where occurrence_id = $1', occurrenceId)).rows.map(
    (row) => row.is_public as boolean,
  )
const occurrenceOf = async (claimId: string) =>
  (await change('select id, anchor_id from occurrences where claim_id = $1', claimId)).rows[0] as {
    id: string
    anchor_id: string
  }
/** What is kept against what the rules say of every passage, one after the other. */
const stale = async () =>
  (
    await change(`
      with rule as (
        select o.id, o.claim_id, o.anchor_id, v.dispatch_id,
          c.public_at is not null and stands_in_public(o.anchor_id) as is_public, a.start, a."end"
        from occurrences o join claims c on c.id = o.claim_id join anchors a on a.id = o.anchor_id
        join dispatch_versions v on v.id = a.dispatch_version_id
        where o.discarded_at is null and c.discarded_at is null)
      (select * from rule except select * from live_passages) union all (select * from live_passages except select * from rule)`)
  ).rows

test('a passage of a draft stands and is nobody else’s to read; published, it is', async () => {
  const { versionId } = await aDispatch()
  const draft = await aClaim({ dispatchVersionId: versionId })
  expect(await kept((await occurrenceOf(draft.id)).id)).toEqual([false])
  const open = await aPublishedClaim()
  expect(await kept((await occurrenceOf(open.id)).id)).toEqual([true])
  expect(await stale()).toEqual([])
})

test('it follows its claim, its dispatch and itself, wherever they go and back', async () => {
  const open = await aPublishedClaim()
  const { id, anchor_id } = await occurrenceOf(open.id)
  const dispatch = `(select v.dispatch_id from anchors a join dispatch_versions v on v.id = a.dispatch_version_id where a.id = $1)`
  const turns: [string, string, boolean[]][] = [
    [`update dispatches set public_at = null, version = version + 1 where id = ${dispatch}`, anchor_id, [false]],
    [`update dispatches set public_at = now(), version = version + 1 where id = ${dispatch}`, anchor_id, [true]],
    [`update dispatches set discarded_at = now(), version = version + 1 where id = ${dispatch}`, anchor_id, [false]],
    [`update dispatches set discarded_at = null, version = version + 1 where id = ${dispatch}`, anchor_id, [true]],
    ['update claims set public_at = null, version = version + 1 where id = $1', open.id, [false]],
    ['update claims set public_at = now(), version = version + 1 where id = $1', open.id, [true]],
    ['update claims set discarded_at = now(), version = version + 1 where id = $1', open.id, []],
    ['update claims set discarded_at = null, version = version + 1 where id = $1', open.id, [true]],
    ['update occurrences set discarded_at = now(), version = version + 1 where id = $1', id, []],
    ['update occurrences set discarded_at = null, version = version + 1 where id = $1', id, [true]],
  ]
  for (const [sql, value, is] of turns) {
    await change(sql, value)
    expect(await kept(id), sql).toEqual(is)
  }
  expect(await stale()).toEqual([])
})

test('a passage added while its claim is being published is public whoever is first', async () => {
  for (const isAddedFirst of [true, false]) {
    const open = await aPublishedClaim()
    const { anchor_id } = await occurrenceOf(open.id)
    await change('update claims set public_at = null, version = version + 1 where id = $1', open.id)
    const add = `insert into occurrences (id, claim_id, anchor_id, kind) values (gen_random_uuid(), $1, $2, 'narration') returning id`
    const publish = 'update claims set public_at = now(), version = version + 1 where id = $1'
    let second: Promise<unknown> = Promise.resolve()
    await asRole('superuser', 'x', async (ask) => {
      await (isAddedFirst ? ask(add, [open.id, anchor_id]) : ask(publish, [open.id]))
      second = isAddedFirst ? change(publish, open.id) : change(add, open.id, anchor_id)
      // The other waits at the row of the claim; PostgreSQL says so.
      for (let waits = false; !waits; )
        waits = (await change('select 1 from pg_stat_activity where wait_event_type = $1', 'Lock')).rows.length > 0
    })
    await second
    const { rows } = await change('select is_public from live_passages where claim_id = $1', open.id)
    expect(rows).toEqual([{ is_public: true }, { is_public: true }])
    expect(await stale()).toEqual([])
  }
})
