import { describe, expect, test } from 'vitest'
import { countOrigins, originKeyOf } from '@/lib/domain/chain'
import { originsOf } from '@/lib/domain/origins'
import type { HopView } from '@/lib/domain/record'
import type { HopRole } from '@/lib/domain/vocabulary'
import { occurrence } from '../present/mali'

const hop = (sourceSlug: string, role: HopRole, more: Partial<HopView> = {}): HopView => ({
  ...(occurrence('C14').chain[0] as HopView),
  sourceSlug,
  sourceName: sourceSlug,
  role,
  isNamed: true,
  isProtected: false,
  ...more,
})
const said = (id: string, ...chain: HopView[]) => ({ id, chain })

describe('origins, not outlets', () => {
  test('three outlets that reprint one agency dispatch are one origin', () => {
    const count = originsOf(
      ['figaro', 'france-24', 'rfi'].map((outlet) =>
        said(outlet, hop('dardar', 'speaker'), hop('afp', 'agency'), hop(outlet, 'outlet')),
      ),
    )
    expect(count.outlets).toBe(4)
    expect(count.origins).toHaveLength(1)
    expect(count.origins[0]?.carriers.map(({ sourceSlug }) => sourceSlug)).toEqual([
      'afp',
      'figaro',
      'france-24',
      'rfi',
    ])
    expect(count.origins[0]?.occurrenceIds).toEqual(['figaro', 'france-24', 'rfi'])
  })

  test('an interpreter between a speaker and an agency adds no origin', () => {
    const { origins } = originsOf([said('a', hop('dardar', 'speaker'), hop('x', 'interpreter'), hop('afp', 'agency'))])
    expect(origins.map(({ key }) => key)).toEqual(['dardar'])
  })

  test('narration without a source is the origin of each outlet that narrates, never one shared nobody', () => {
    const chains = ['figaro', 'france-24'].map((outlet) => [hop('inconnu', 'unattributed'), hop(outlet, 'outlet')])
    const { origins } = originsOf(chains.map((chain, i) => said(String(i), ...chain)))
    expect(origins.map(({ key, kind, source }) => [key, kind, source.sourceSlug])).toEqual([
      ['narration.figaro', 'narration', 'figaro'],
      ['narration.france-24', 'narration', 'france-24'],
    ])
    expect(countOrigins(chains)).toEqual({ outlets: 2, origins: 2 })
  })

  test('what an outlet reprints of another’s narration belongs to the first of them', () => {
    expect(originKeyOf([hop('inconnu', 'unattributed'), hop('figaro', 'outlet'), hop('france-24', 'outlet')])).toBe(
      'narration.figaro',
    )
  })

  test('an outlet that narrates and is also quoted as a voice are told apart', () => {
    const { origins } = originsOf([said('a', hop('rfi', 'outlet')), said('b', hop('rfi', 'speaker'))])
    expect(origins.map(({ kind }) => kind)).toEqual(['narration', 'named'])
  })

  test('somebody without a name and somebody protected count as one each, and cannot be identified', () => {
    const { origins, unidentifiable } = originsOf([
      said('a', hop('habitant', 'witness', { isNamed: false }), hop('rfi', 'outlet')),
      said('b', hop('habitant', 'witness', { isNamed: false }), hop('rfi', 'outlet')),
      said('c', hop('source-1', 'speaker', { isProtected: true }), hop('rfi', 'outlet')),
      said('d', hop('dardar', 'speaker'), hop('rfi', 'outlet')),
    ])
    expect(origins.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      'habitant unnamed',
      'source-1 protected',
      'dardar named',
    ])
    expect(unidentifiable).toBe(2)
  })

  test('an empty chain has no origin', () => {
    expect(originsOf([said('a')])).toEqual({ outlets: 0, origins: [], unidentifiable: 0 })
  })
})
