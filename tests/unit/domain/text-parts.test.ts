import { describe, expect, test } from 'vitest'
import { CodePoints } from '@/lib/domain/quote'
import { textParts } from '@/lib/domain/text-parts'

const paragraph = (n: number) => `${n} – ${'Les combats ont repris à Konna 😀. '.repeat(20)}\n\n`
const long = Array.from({ length: 120 }, (_, n) => paragraph(n)).join('')

describe('a text that is read in parts', () => {
  const points = new CodePoints(long)
  const parts = textParts(long, 10)
  const texts = parts.map(({ start, end }) => points.slice(start, end))

  test('is whole when its parts are joined', () => {
    expect(parts.length).toBeGreaterThan(2)
    expect(texts.join('')).toBe(long)
  })
  test('is cut at the end of a line only', () => {
    for (const text of texts.slice(0, -1)) expect(text.endsWith('\n')).toBe(true)
  })
  test('has shorter parts where it has more passages, and never tiny ones', () => {
    const many = textParts(long, 2_000)
    expect(many.length).toBeGreaterThan(parts.length)
    for (const { start, end } of many) expect(end - start).toBeGreaterThanOrEqual(2_000)
    expect(textParts(long, 1_000_000).length).toBeLessThanOrEqual(points.length / 2_000)
  })
})

test('a text of ordinary length is one part, as is one without a line break', () => {
  expect(textParts('Konna est prise.\n', 49)).toEqual([{ start: 0, end: 17 }])
  expect(textParts('x'.repeat(90_000), 3)).toEqual([{ start: 0, end: 90_000 }])
  expect(textParts('', 0)).toEqual([{ start: 0, end: 0 }])
})
