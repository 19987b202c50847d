import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { MAX_SUGGEST_LENGTH, readDocument } from '@/lib/domain/suggest/document'
import { attributionsOf } from '@/lib/domain/suggest/suggest-attributions'

const LANGUAGES = ['fr', 'en'] as const
const repeated = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
/** Milliseconds of work a reading takes in both languages; what other processes do meanwhile does not count. */
const time = (text: string) => {
  const before = process.cpuUsage()
  for (const language of LANGUAGES) attributionsOf(readDocument(text), language)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
/** Twice the text, and less than three and a half times the work; under a few milliseconds there is nothing to compare. */
const grows = (text: (length: number) => string, length: number) => {
  time(text(length / 4))
  expect(time(text(2 * length)) / Math.max(time(text(length)), 50)).toBeLessThan(3.5)
}

const PIECES = [
  'a ',
  "'",
  "'a ",
  '«',
  '« a » ',
  '“a',
  '"',
  '"a b c d e f g" ',
  'que ',
  'that ',
  'M. ',
  'A. ',
  '!',
  '.',
  ', ',
  ' ',
  '-',
  'a-a',
  'Selon ',
  'selon le ',
  'according to ',
  'dit ',
  'said ',
  'dit, ',
  'a dit, il ',
  'a-t-il dit ',
  'he said and ',
  'Aa Bb ',
  'la ',
  "l'",
  '🙂',
  '«a\n',
  '\n',
  'confirmée par ',
  '"x y z a b c," he said. ',
  '« Un deux trois quatre cinq six. » ',
  'Il a dit que oui. ',
]

describe('a text takes the time of its length', () => {
  test.each(PIECES)('%j over and over', { retry: 2, timeout: 30_000 }, (piece) => {
    grows((length) => repeated(piece, length), 20_000)
  })

  test('every speaker another', { retry: 2, timeout: 30_000 }, () => {
    const name = (i: number) => [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
    const one = (_: unknown, i: number) => `Jean N${name(i)} a dit que oui. He said no. `
    grows((length) => Array.from({ length: length / 40 }, one).join(''), 20_000)
  })

  test('a long real text is read in less than a second', { retry: 2 }, () => {
    const text = repeated(`${readFileSync('seeds/mali-2013/dispatch.fr.txt', 'utf8')}\n\n`, 200_000)
    expect(time(text) / LANGUAGES.length).toBeLessThan(1000)
  })
})

test.each(["'", '«', 'que ', 'M. '])(
  'a million of %j is read',
  (piece) => {
    for (const language of LANGUAGES)
      expect(attributionsOf(readDocument(repeated(piece, MAX_SUGGEST_LENGTH)), language)).toEqual([])
  },
  60_000,
)
