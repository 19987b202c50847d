import { describe, expect, test } from 'vitest'
import { chainFaults, chainLine, countOrigins, MAX_HOPS, originOf } from '@/lib/domain/chain'
import type { HopRole } from '@/lib/domain/vocabulary'

const hop = (sourceSlug: string, role: HopRole) => ({ sourceSlug, role })

describe('the roles of a chain', () => {
  test.each<[HopRole[]]>([
    [['speaker']],
    [['outlet']],
    [['unattributed', 'outlet']],
    [['speaker', 'interpreter', 'agency', 'outlet']],
    [['speaker', 'witness', 'correspondent', 'outlet']],
    [['witness', 'agency', 'outlet', 'outlet']],
    [['speaker', 'unattributed', 'outlet']],
    [Array.from({ length: MAX_HOPS }, () => 'outlet' as const)],
  ])('%j hold', (roles) => {
    expect(chainFaults(roles)).toEqual([])
  })

  test.each<[HopRole[], string[]]>([
    [[], ['chain: chain_empty']],
    [Array.from({ length: MAX_HOPS + 1 }, () => 'outlet' as const), ['chain: too_long']],
    [['outlet', 'speaker'], ['chain.1.role: chain_role_order']],
    [['agency', 'witness'], ['chain.1.role: chain_role_order']],
    [['interpreter', 'speaker'], ['chain.1.role: chain_role_order']],
    [['outlet', 'unattributed'], ['chain.1.role: chain_role_order']],
    [
      ['speaker', 'outlet', 'speaker', 'witness'],
      ['chain.2.role: chain_role_order', 'chain.3.role: chain_role_order'],
    ],
  ])('%j do not: %j', (roles, faults) => {
    expect(chainFaults(roles).map(({ field, reason }) => `${field}: ${reason}`)).toEqual(faults)
  })

  test('nobody speaks after an unattributed voice stood in for the speaker', () => {
    expect(chainFaults(['unattributed', 'speaker', 'outlet'])).toEqual([
      { field: 'chain.1.role', reason: 'chain_role_order' },
    ])
  })

  test('a fault names the field it was asked about', () => {
    expect(chainFaults([], 'hops')[0]?.field).toBe('hops')
    expect(chainFaults(['outlet', 'speaker'], 'hops')[0]?.field).toBe('hops.1.role')
  })
})

test('a chain in one line reads as in claims.csv, and an ambiguous hop says so', () => {
  expect(
    chainLine([
      { sourceName: 'Abdou Dardar', role: 'speaker', scope: 'explicit' },
      { sourceName: 'interprète nigérien', role: 'interpreter', scope: 'explicit' },
      { sourceName: 'AFP', role: 'agency', scope: 'ambiguous' },
      { sourceName: 'FRANCE 24', role: 'outlet', scope: 'explicit' },
    ]),
  ).toBe('Abdou Dardar (speaker) > interprète nigérien (interpreter) > AFP (agency, ambiguous) > FRANCE 24 (outlet)')
  expect(chainLine([])).toBe('')
})

describe('the origin of the words', () => {
  test.each<[string, { sourceSlug: string; role: HopRole }[], string | undefined]>([
    ['is whoever spoke', [hop('dardar', 'speaker'), hop('afp', 'agency')], 'dardar'],
    ['is whoever saw it', [hop('temoin', 'witness'), hop('afp', 'agency')], 'temoin'],
    ['is the correspondent when nobody spoke', [hop('afp', 'agency'), hop('envoye', 'correspondent')], 'envoye'],
    ['is the first hop when nobody is a voice', [hop('inconnu', 'unattributed'), hop('figaro', 'outlet')], 'inconnu'],
    ['is nobody in an empty chain', [], undefined],
  ])('%s', (_sentence, chain, origin) => {
    expect(originOf(chain)?.sourceSlug).toBe(origin)
  })

  test('three outlets that print one person are one origin', () => {
    const chains = ['figaro', 'france-24', 'rfi'].map((outlet) => [
      hop('dardar', 'speaker'),
      hop('afp', 'agency'),
      hop(outlet, 'outlet'),
    ])
    expect(countOrigins(chains)).toEqual({ outlets: 4, origins: 1 })
    expect(countOrigins([...chains, [hop('temoin', 'witness'), hop('rfi', 'outlet')], []])).toEqual({
      outlets: 4,
      origins: 2,
    })
    expect(countOrigins([])).toEqual({ outlets: 0, origins: 0 })
  })
})
