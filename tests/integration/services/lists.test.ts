import { describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { type Asked, queryOf, readView } from '@/lib/domain/desk-filter'
import { changeClaim } from '@/lib/services/change-claim'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { loadClaimList } from '@/lib/services/load-claim-list'
import { loadConflictList } from '@/lib/services/load-conflict-list'
import { loadVerdictList } from '@/lib/services/load-verdict-list'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { aPerson, deskOf } from '../../support/factories'
import '../../support/with-sample'

const me = await aPerson()
const other = await aPerson({ role: 'editor' })
const claims = async (asked: Asked) => loadClaimList(await deskOf(me), readView('claims', asked))
const conflicts = async (asked: Asked) => loadConflictList(await deskOf(me), readView('conflicts', asked))
const verdicts = async (asked: Asked) => loadVerdictList(await deskOf(me), readView('verdicts', asked))
const refs = (list: { lines: readonly { claim: { ref: string } }[] }) => list.lines.map(({ claim }) => claim.ref)
const claimByRef = (ref: string) => deskDb().claim.findUniqueOrThrow({ where: { ref } })

describe('the list of claims', () => {
  test('shows all forty-nine by number, and counts them', async () => {
    const { lines, total, next } = await claims({})
    expect([lines.length, total, next]).toEqual([49, 49, null])
    expect(lines[0]?.claim.ref).toBe('C01')
  })

  test('finds words without their accents and capitals, in statements and in the text itself', async () => {
    const found = await claims({ q: 'SEVARE' })
    expect(refs(found)).toContain('C26')
    expect(found.total).toBe(found.lines.length)
    expect(found.total).toBeLessThan(49)
  })

  test('takes a percent sign for a percent sign', async () => expect((await claims({ q: '%' })).total).toBe(0))

  test('narrows by conflict, source, event, dispatch and verdict together', async () => {
    const [byType, bySource, both] = [
      await claims({ type: 'actor' }),
      await claims({ source: 'le-figaro' }),
      await claims({ type: 'actor', source: 'le-figaro' }),
    ]
    expect(byType.total).toBeGreaterThan(0)
    expect(bySource.total).toBeGreaterThan(0)
    expect(refs(both)).toEqual(refs(byType).filter((ref) => refs(bySource).includes(ref)))
    expect((await claims({ verdict: 'none' })).total).toBe(
      await deskDb().claim.count({ where: { verdict: null, discardedAt: null } }),
    )
    expect(
      (await claims({ verdict: 'published' })).lines.every(({ claim }) => claim.verdict?.state === 'published'),
    ).toBe(true)
    expect((await claims({ dispatch: 'no-such-dispatch' })).total).toBe(0)
  })

  test('knows what is mine and what is nobody’s', async () => {
    const { id, version } = await claimByRef('C03')
    await changeClaim(await deskOf(other), { claimId: id, version, assigneeId: me.id })
    expect(refs(await claims({ assignee: 'me' }))).toEqual(['C03'])
    expect((await claims({ assignee: 'none' })).total).toBe(48)
    expect((await claims({ assignee: 'not-an-id' })).total).toBe(0)
  })

  test('tells what others changed from what I changed', async () => {
    const { id, version } = await claimByRef('C05')
    await changeClaim(await deskOf(me), { claimId: id, version, workState: 'in_review' })
    const changed = refs(await claims({ changed: 'others' }))
    expect(changed).toContain('C03')
    expect(changed).not.toContain('C05')
    expect((await claims({ sort: 'changed' })).lines[0]?.claim.ref).toBe('C05')
  })
})

describe('pages of a list', () => {
  test('begin right after the row they are asked to begin after, whatever the order', async () => {
    for (const sort of ['ref', 'changed', 'created']) {
      const whole = (await claims({ sort })).lines.map(({ claim }) => claim)
      const at = whole[20]
      if (!at) throw new Error('the list is too short')
      const query = queryOf({ ...readView('claims', { sort }), after: await keysOf(at.id, sort) })
      const rest = await claims(Object.fromEntries(new URLSearchParams(query)))
      expect(refs(rest), sort).toEqual(whole.slice(21).map(({ ref }) => ref))
      expect(rest.total).toBe(49)
    }
  })
})

async function keysOf(id: string, sort: string): Promise<{ k1: string; k2: string }> {
  const [row] = await deskDb().$queryRaw<{ ref: string; changed: string; created: string; length: string }[]>`
    select ref, length(ref)::text as length, (-(extract(epoch from updated_at) * 1000000)::bigint)::text as changed,
      (-(extract(epoch from created_at) * 1000000)::bigint)::text as created from claims where id = ${id}::uuid`
  if (!row) throw new Error('no such claim')
  return sort === 'ref'
    ? { k1: row.length, k2: row.ref }
    : { k1: sort === 'changed' ? row.changed : row.created, k2: id }
}

describe('the list of conflicts', () => {
  test('puts those to settle first, and finds them by one word of the address', async () => {
    const { lines, total, open } = await conflicts({})
    expect(total).toBe(28)
    const isOpen = lines.map(({ status }) => !['resolved', 'dismissed', 'suggested'].includes(status))
    expect(isOpen).toEqual([...isOpen].sort((a, b) => Number(b) - Number(a)))
    expect((await conflicts({ status: 'unsettled' })).total).toBe(open)
  })
  test('narrows by type and words', async () => {
    expect((await conflicts({ type: 'name_spelling' })).lines.map(({ ref }) => ref)).toContain('X01')
    expect((await conflicts({ q: 'konna', type: 'time' })).total).toBeLessThan(28)
  })
})

describe('the list of verdicts', () => {
  test('finds published ones by rating', async () => {
    const all = await verdicts({ status: 'published' })
    expect(all.total).toBeGreaterThan(0)
    const disputed = await verdicts({ verdict: 'disputed' })
    expect(disputed.lines.every(({ rating }) => rating === 'disputed')).toBe(true)
  })
})

describe('a blind reading', () => {
  test('is not betrayed by a filter: neither author nor rating finds it for its second reader', async () => {
    const claim = (await claims({ verdict: 'none' })).lines[0]?.claim
    if (!claim) throw new Error('every claim has a verdict')
    const { id } = await draftVerdict(await deskOf(other), {
      claimId: claim.id,
      ratingCode: 'false',
      summaryFr: 'Faux.',
      noEvidenceReasonFr: 'Aucune pièce.',
    })
    await submitVerdict(await deskOf(other), { verdictId: id, version: 1, isBlind: true })
    const waiting = await verdicts({ status: 'to_read' })
    expect(waiting.lines.find((it) => it.id === id)).toMatchObject({ rating: null, author: null })
    expect((await verdicts({ author: other.id })).lines.map((it) => it.id)).not.toContain(id)
    expect((await verdicts({ verdict: 'false' })).lines.map((it) => it.id)).not.toContain(id)
    expect(refs(await claims({ verdict: 'false' }))).not.toContain(claim.ref)
  })
})
