import { expect, test } from 'vitest'
import { chainsOf } from '@/app/_ui/chain-drafts'
import { moved, placeUnder } from '@/lib/domain/chain-order'
import type { OccurrenceView } from '@/lib/domain/record'

test.each([
  [0, 2, ['b', 'c', 'a']],
  [2, 0, ['c', 'a', 'b']],
  [1, 1, ['a', 'b', 'c']],
  [0, -1, ['a', 'b', 'c']],
  [2, 3, ['a', 'b', 'c']],
  [7, 0, ['a', 'b', 'c']],
])('moving %i to %i', (from, to, after) => expect(moved(['a', 'b', 'c'], from, to)).toEqual(after))

test.each([
  [0, 5, 0],
  [0, 25, 1],
  [0, 45, 2],
  [2, 45, 2],
  [2, 15, 1],
  [2, 5, 0],
  [1, 500, 2],
])('row %i dragged to %i px belongs at place %i', (from, y, place) =>
  expect(placeUnder([10, 20, 40], from, y)).toBe(place),
)

const hop = (sourceName: string, more: object = {}) => ({
  sourceSlug: sourceName,
  sourceName,
  role: 'outlet',
  verb: null,
  medium: null,
  language: null,
  scope: 'explicit',
  spokenWords: null,
  ...more,
})
const appearance = (id: string, ...chain: object[]) => ({ id, chain }) as unknown as OccurrenceView

test('chains of a dispatch are counted, the most frequent first, and told apart by scope and role', () => {
  const chains = chainsOf(
    [
      appearance('1', hop('AFP')),
      appearance('2', hop('Figaro', { scope: 'ambiguous' }), hop('F24')),
      appearance('3', hop('AFP', { verb: 'écrit' })),
      appearance('4', hop('AFP', { role: 'agency' })),
    ],
    { '1': [{ sourceId: 'afp', spokenEdtf: null }], '3': [{ sourceId: 'afp', spokenEdtf: '2013-01-10' }] },
  )
  expect(chains.map(({ label, times }) => [label, times])).toEqual([
    ['AFP', 2],
    ['Figaro ?→ F24', 1],
    ['AFP', 1],
  ])
  expect(chains[0]?.hops[0]).toMatchObject({ sourceId: 'afp', role: 'outlet', verb: '' })
})
