import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalJson } from '@/lib/domain/audit'
import { dice } from '@/tests/support/random'

test.each<[unknown, string]>([
  [{}, '{}'],
  [[], '[]'],
  [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
  [{ b: { d: 1, c: [{ z: 1, y: 2 }] }, a: null }, '{"a":null,"b":{"c":[{"y":2,"z":1}],"d":1}}'],
  [{ a: undefined, b: 1 }, '{"b":1}'],
  [{ é: 1, z: 2, e: 3 }, '{"e":3,"z":2,"é":1}'],
  [{ B: 1, a: 2, A: 3 }, '{"A":3,"B":1,"a":2}'],
  [{ '😀': 1, '\ufb01': 2 }, '{"😀":1,"ﬁ":2}'],
  [{ '10': 1, '9': 2 }, '{"10":1,"9":2}'],
  ['a"\\\n\u2028é😀', '"a\\"\\\\\\n\u2028é😀"'],
  [['b', 'a'], '["b","a"]'],
  [[true, false, null, 0, -1], '[true,false,null,0,-1]'],
])('%j is %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text)
})

test('two compositions of one accent stay two texts', () => {
  expect(canonicalJson('e\u0301')).not.toBe(canonicalJson('é'))
})

test('a fixed vector: the payload of a publication and its hash', () => {
  const text = canonicalJson({
    rating: 'disputed',
    n: 1,
    documents: [{ sha256: 'ab'.repeat(32), language: 'fr', address: '/fr/claims/la-prise' }],
  })
  expect(text).toBe(
    `{"documents":[{"address":"/fr/claims/la-prise","language":"fr","sha256":"${'ab'.repeat(32)}"}],"n":1,"rating":"disputed"}`,
  )
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    'df026d53d73701d23d170a0584500fc929e49128a7eac7b4d6ed6f772bff6d2a',
  )
})

test('the order in which keys were written changes nothing, and what is read back is what was written', () => {
  const { below, oneOf, text } = dice(9)
  const value = (depth: number): unknown =>
    depth === 0 || below(3) === 0
      ? oneOf([text(5), below(1000), true, null])
      : below(2)
        ? Array.from({ length: below(4) }, () => value(depth - 1))
        : Object.fromEntries(Array.from({ length: below(5) }, () => [text(3), value(depth - 1)]))
  const turned = (it: unknown): unknown =>
    Array.isArray(it)
      ? it.map(turned)
      : it !== null && typeof it === 'object'
        ? Object.fromEntries(
            Object.entries(it)
              .reverse()
              .map(([k, v]) => [k, turned(v)]),
          )
        : it
  for (let round = 0; round < 300; round++) {
    const it = value(4)
    expect(canonicalJson(turned(it))).toBe(canonicalJson(it))
    expect(JSON.parse(canonicalJson(it))).toEqual(it)
  }
})
