import { expect, test } from 'vitest'
import { isUuid, uuidv7 } from '@/lib/domain/ids'
import { dice } from '@/tests/support/random'

const { below } = dice(8)
const bytes = () => Uint8Array.from({ length: 10 }, () => below(256))

test('the example of RFC 9562 (A.6)', () => {
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

test('version 7 and the RFC’s variant, whatever the dice say', () => {
  for (let round = 0; round < 300; round++) {
    const id = uuidv7(below(2 ** 31) * 1000 + below(1000), bytes())
    expect(isUuid(id)).toBe(true)
    expect(id[14]).toBe('7')
    expect(id[19]).toMatch(/[89ab]/)
  }
})

test('ids sort by birth', () => {
  const moments = Array.from({ length: 300 }, () => below(2 ** 31) * 1000 + below(1000)).sort((a, b) => a - b)
  const ids = [...new Set(moments)].map((ms) => uuidv7(ms, bytes()))
  expect([...ids].sort()).toEqual(ids)
})

test.each([0, 1, 2 ** 48 - 1])('%i milliseconds can be read back', (ms) => {
  expect(Number.parseInt(uuidv7(ms, bytes()).replace('-', '').slice(0, 12), 16)).toBe(ms)
})

test('all the 74 random bits are used', () => {
  const [none, all] = [uuidv7(0, new Uint8Array(10)), uuidv7(0, new Uint8Array(10).fill(255))]
  expect(none).toBe('00000000-0000-7000-8000-000000000000')
  expect(all).toBe('00000000-0000-7fff-bfff-ffffffffffff')
})

test.each([
  ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f', true],
  ['017F22E2-79B0-7CC3-98C4-DC0C0C07398F', false],
  ['017f22e279b07cc398c4dc0c0c07398f', false],
  ['017f22e2-79b0-7cc3-98c4-dc0c0c07398', false],
  ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n', false],
  ['', false],
])('isUuid(%j) is %s', (raw, is) => {
  expect(isUuid(raw)).toBe(is)
})
