import { describe, expect, test } from 'vitest'
import { chainLine } from '@/lib/domain/chain'
import { kindOfNewSource, readChain, rolesOfChain } from '@/lib/domain/table-chain'
import { HOP_ROLES, HOP_SCOPES, type HopRole, type SourceKind } from '@/lib/domain/vocabulary'
import { SAMPLE } from '@/seeds/mali-2013/sample'

describe('a cell with a chain', () => {
  test('every chain of the sample, as our export writes it, is read back to the same hops', () => {
    const nameOf = (key: string) => SAMPLE.sources.find((it) => it.key === key)?.name ?? key
    const chains = SAMPLE.claims.map(({ chain }) =>
      chain.map(({ source, role, scope = 'explicit' }) => ({ sourceName: nameOf(source), role, scope })),
    )
    expect(chains).toHaveLength(49)
    for (const chain of chains)
      expect(readChain(chainLine(chain))).toEqual(chain.map(({ sourceName: name, ...hop }) => ({ name, ...hop })))
  })

  test('every role and scope is read as it is written, whatever parentheses a name has', () => {
    for (const role of HOP_ROLES)
      for (const scope of HOP_SCOPES)
        for (const sourceName of ['(source non précisée)', 'Jean Diarra (maire)', 'A>B', 'L’«\u00a0Écho\u00a0»'])
          expect(readChain(chainLine([{ sourceName, role, scope }]))).toEqual([{ name: sourceName, role, scope }])
  })

  test('names without roles, arrows and French roles are read; the role is told by the source', () => {
    expect(readChain('Abdou Dardar')).toEqual([{ name: 'Abdou Dardar', role: null, scope: 'explicit' }])
    expect(readChain(' Abdou Dardar → AFP (Agence, ambigu) ')).toEqual([
      { name: 'Abdou Dardar', role: null, scope: 'explicit' },
      { name: 'AFP', role: 'agency', scope: 'ambiguous' },
    ])
  })

  test.each([
    ['Abdou Dardar >  > AFP (agency)', 'chain_hop_empty'],
    ['> AFP (agency)', 'chain_hop_empty'],
    ['AFP (agency) >', 'chain_hop_empty'],
    ['… (speaker) > FRANCE 24 (outlet)', 'chain_hop_withheld'],
    ['Abdou Dardar (porte-parole)', 'chain_role_unknown'],
    ['Abdou Dardar (speaker, loud)', 'chain_role_unknown'],
    ['Abdou Dardar (speaker, ambiguous, ambiguous)', 'chain_role_unknown'],
    ['AFP (constructor)', 'chain_role_unknown'],
    [Array(13).fill('AFP (agency)').join(' > '), 'chain_too_long'],
    ['x'.repeat(1_001), 'too_long'],
  ])('%s is refused as %s', (cell, code) => {
    expect(readChain(cell)).toMatchObject({ code })
  })
})

describe('the roles of a chain', () => {
  const shape = (...hops: (readonly [HopRole | null, SourceKind])[]) => hops.map(([role, kind]) => ({ role, kind }))

  test('are those that are said; a name alone speaks, an agency and an outlet carry', () => {
    expect(rolesOfChain(shape([null, 'person'], [null, 'agency'], ['outlet', 'outlet']), true)).toEqual([
      'speaker',
      'agency',
      'outlet',
    ])
    expect(rolesOfChain(shape([null, 'outlet']), true)).toEqual(['outlet'])
    expect(rolesOfChain(shape([null, 'unspecified'], ['outlet', 'outlet']), true)).toEqual(['unattributed', 'outlet'])
  })

  test('are asked for where they could be several, and refused in an order that no chain has', () => {
    expect(rolesOfChain(shape([null, 'person'], [null, 'person'], ['outlet', 'outlet']), true)).toMatchObject({
      code: 'chain_role_missing',
      hop: 1,
    })
    expect(rolesOfChain(shape(['agency', 'agency'], ['speaker', 'person'], ['outlet', 'outlet']), true)).toMatchObject({
      code: 'chain_role_order',
      hop: 1,
    })
  })

  test('end with somebody who publishes: the publisher of the dispatch, or else an outlet or an agency', () => {
    expect(rolesOfChain(shape(['speaker', 'person']), false)).toMatchObject({ code: 'no_publisher' })
    expect(rolesOfChain(shape(['speaker', 'person'], ['agency', 'agency']), false)).toEqual(['speaker', 'agency'])
    expect(rolesOfChain(Array(13).fill({ role: 'outlet', kind: 'outlet' }), true)).toMatchObject({
      code: 'chain_too_long',
    })
  })
})

test('a source nobody knew is what its role or its name says', () => {
  expect(kindOfNewSource('Studio Tamani', 'outlet')).toBe('outlet')
  expect(kindOfNewSource('AFP', null)).toBe('agency')
  expect(kindOfNewSource('Abdou Dardar', null)).toBe('person')
  expect(kindOfNewSource('une voisine', 'witness')).toBe('anonymous_person')
  expect(kindOfNewSource('Ansar Dine', 'interpreter')).toBe('person')
  expect(kindOfNewSource('(source non précisée)', 'unattributed')).toBe('unspecified')
})
