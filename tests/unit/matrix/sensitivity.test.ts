import { describe, expect, test } from 'vitest'
import { sensitivityOf, type VerdictFootprint } from '@/lib/domain/sensitivity'
import type { HopRole } from '@/lib/domain/vocabulary'
import { occurrence } from '../present/mali'

const chain = (...hops: [string, HopRole][]) => hops.map(([sourceSlug, role]) => ({ sourceSlug, role }))
const dardar = chain(['dardar', 'speaker'], ['afp', 'agency'], ['france-24', 'outlet'])
const daniel = chain(['daniel', 'correspondent'], ['france-24', 'outlet'])
const narration = chain(['inconnu', 'unattributed'], ['figaro', 'outlet'], ['france-24', 'outlet'])

const verdict = (ref: string, more: Partial<VerdictFootprint>): VerdictFootprint => ({
  verdictId: ref,
  claim: occurrence(ref).claim,
  passages: [],
  evidence: [],
  sourceSlugs: [],
  conflicts: [],
  ...more,
})
const stakes = (slug: string, footprint: VerdictFootprint) => sensitivityOf(slug, [footprint])[0]

describe('if this source falls', () => {
  test('a verdict whose only origin it is falls with it', () => {
    expect(stakes('dardar', verdict('C14', { passages: [dardar, dardar] }))).toMatchObject({
      isAlone: true,
      stakes: [{ kind: 'origin', of: 1 }],
    })
  })

  test('a verdict with another origin is weakened and does not fall', () => {
    expect(stakes('dardar', verdict('C14', { passages: [dardar, daniel] }))).toMatchObject({
      isAlone: false,
      stakes: [{ kind: 'origin', of: 2 }],
    })
  })

  test('three outlets that reprint one voice do not keep a verdict standing', () => {
    const reprints = ['rfi', 'bbc', 'le-monde'].map((outlet) => chain(['dardar', 'speaker'], [outlet, 'outlet']))
    expect(stakes('dardar', verdict('C14', { passages: reprints }))?.isAlone).toBe(true)
    expect(stakes('rfi', verdict('C14', { passages: reprints }))?.isAlone).toBe(false)
  })

  test('the narration of an outlet falls with the outlet that narrates, not with whoever reprints it', () => {
    const only = verdict('C29', { passages: [narration] })
    expect(stakes('figaro', only)?.stakes).toEqual([{ kind: 'origin', of: 1 }])
    expect(stakes('france-24', only)?.stakes).toEqual([{ kind: 'carrier', of: 1 }])
  })

  test('evidence it alone publishes falls with it; evidence beside others does not', () => {
    const evidence = [
      { ref: 'V1', publisherSlug: 'onu' },
      { ref: 'V2', publisherSlug: 'onu' },
    ]
    expect(stakes('onu', verdict('C14', { evidence }))?.stakes).toEqual([{ kind: 'evidence', of: 1 }])
    const more = [...evidence, { ref: 'V3', publisherSlug: null }]
    expect(stakes('onu', verdict('C14', { evidence: more }))?.stakes).toEqual([{ kind: 'evidence', of: 2 }])
  })

  test('a position it alone holds, in a conflict the verdict depends on, weakens the verdict and does not fell it', () => {
    const conflicts = [
      {
        ref: 'X02',
        slug: 'qui',
        positions: [
          { ordinal: 1, passages: [dardar] },
          { ordinal: 2, passages: [narration] },
        ],
      },
    ]
    expect(stakes('dardar', verdict('C20', { passages: [daniel], conflicts }))).toMatchObject({
      isAlone: false,
      stakes: [{ kind: 'position', of: 1, conflictRef: 'X02', ordinal: 1 }],
    })
  })

  test('a source the verdict names is always a stake', () => {
    expect(stakes('dardar', verdict('C14', { sourceSlugs: ['dardar'] }))?.isAlone).toBe(true)
  })

  test('lists those that fall first, and leaves out those it does not touch', () => {
    const all = [
      verdict('C03', { passages: [dardar, daniel] }),
      verdict('C20', { passages: [daniel] }),
      verdict('C14', { passages: [dardar] }),
    ]
    expect(sensitivityOf('dardar', all).map(({ verdictId }) => verdictId)).toEqual(['C14', 'C03'])
    expect(sensitivityOf('nobody', all)).toEqual([])
  })
})
