import { beforeAll, describe, expect, test } from 'vitest'
import type { Statistics } from '@/lib/domain/statistics'
import { loadPublicStatistics } from '@/lib/services/load-public'
import { asRole } from '@/tests/support/as-role'
import { aClaim, aConflict, aPublishedClaim, aReadVerdict, aSource } from '@/tests/support/factories'

const spokenBy = (sourceId: string) => ({ chain: [{ sourceId, role: 'speaker' as const }] })
const named = (name: string) => aSource({ name, kind: 'person' })

describe('what the public record adds up to', () => {
  let before: Statistics
  let after: Statistics
  let guarded: { slug: string }
  beforeAll(async () => {
    before = await loadPublicStatistics()
    const [known, secret, unnamed] = [
      await named('Abdou Dardar'),
      await named('Un élu qui craint pour sa vie'),
      await aSource({ name: 'un habitant', kind: 'anonymous_person' }),
    ]
    guarded = secret
    for (const { id } of [known, known, secret, unnamed]) await aPublishedClaim(spokenBy(id))
    await asRole('superuser', 'x', (it) =>
      it('update sources set version = version + 1, is_protected = true where id = $1', [secret.id]),
    )
    // Drafts, and what rests on nothing public.
    await aReadVerdict((await aClaim(spokenBy(known.id))).id)
    await aConflict()
    after = await loadPublicStatistics()
  })
  const ofDisputed = (it: Statistics) => it.verdicts.find(({ rating }) => rating === 'disputed')?.n ?? 0

  test('counts the verdict in force of each published claim, and no draft', () =>
    expect(ofDisputed(after) - ofDisputed(before)).toBe(4))
  test('counts a named voice, and neither a protected nor an unnamed one', () => {
    const mine = after.voices.filter(({ slug }) => !before.voices.some((it) => it.slug === slug))
    expect(mine.map(({ name, verdicts }) => ({ name, verdicts }))).toEqual([{ name: 'Abdou Dardar', verdicts: 2 }])
    expect(JSON.stringify(after)).not.toContain(guarded.slug)
  })
  test('leaves out a conflict that is not public', () => expect(after.conflicts).toEqual(before.conflicts))
  test('says how long the verdicts took, from the text taken in', () => {
    expect(after.delay?.verdicts).toBe((before.delay?.verdicts ?? 0) + 4)
    expect(after.delay?.shortest).toBeGreaterThanOrEqual(0)
    expect(after.delay?.longest).toBeGreaterThanOrEqual(after.delay?.median ?? Number.POSITIVE_INFINITY)
  })
})
