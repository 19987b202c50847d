import { describe, expect, test } from 'vitest'
import { markedBlocks } from '@/lib/present/marked-text'
import { quotePieces } from '@/lib/present/quote-pieces'
import { dispatchRecord, occurrence, occurrences, text } from './mali'

const PARAGRAPH = '"Nous sommes là. (...) Nous tenons  la cité." à progresser, a dit X'
const claimed = 'Nous tenons  la cité.'
const at = PARAGRAPH.indexOf(claimed)

describe('a paragraph cut around its claim', () => {
  const pieces = quotePieces(PARAGRAPH, { start: at, end: at + claimed.length })
  test('is the same paragraph once joined', () => expect(pieces.map((it) => it.text).join('')).toBe(PARAGRAPH))
  test('has the claim whole', () =>
    expect(pieces.filter(({ isClaim }) => isClaim).map((it) => it.text)).toEqual([claimed]))
  test('boxes what was cut', () => expect(pieces.filter(({ isCut }) => isCut).map((it) => it.text)).toEqual(['(...)']))
  test('knows what is outside the marks', () =>
    expect(pieces.filter(({ isOutside }) => isOutside).map((it) => it.text)).toEqual([' à progresser, a dit X']))
  test.each(['pas de guillemets', 'un " jamais fermé', '« ouvert'])('calls nothing outside in %s', (it) =>
    expect(quotePieces(it, { start: 0, end: 3 }).some(({ isOutside }) => isOutside)).toBe(false),
  )
  test('reads « », “ ” and characters beyond the first plane', () => {
    const odd = '😀 « oui » et “non” fin'
    const [first] = quotePieces(odd, { start: 0, end: 1 })
    expect(first).toMatchObject({ text: '😀', isClaim: true, isOutside: true })
    expect(
      quotePieces(odd, { start: 2, end: 9 })
        .map((it) => it.text)
        .join(''),
    ).toBe(odd)
  })
})

describe('a text cut under its marks', () => {
  const { lead, blocks } = markedBlocks(text, occurrences)
  test('is the same text once joined', () => {
    const joined = lead + blocks.map(({ stretches, gap }) => stretches.map((it) => it.text).join('') + gap).join('')
    expect(joined).toBe(dispatchRecord.text)
  })
  test('covers each mark with exactly its words', () => {
    for (const mark of occurrences) {
      const covered = blocks.flatMap(({ stretches }) => stretches.filter(({ marks }) => marks.includes(mark)))
      expect(covered.map((it) => it.text).join('')).toBe(mark.exact)
    }
  })
  test('puts the longer of two overlapping marks outside', () => {
    const [a, b] = [occurrence('C09'), occurrence('C10')]
    const both = blocks.flatMap(({ stretches }) =>
      stretches.filter(({ marks }) => marks.includes(a) && marks.includes(b)),
    )
    expect(both.length).toBeGreaterThan(0)
    expect(both[0]?.marks[0]).toBe(a)
  })
})
