import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CodePoints } from '@/lib/domain/quote'
import { moveEdge, trimmed, wordsOf } from '@/lib/domain/selection'
import { sentencesOf } from '@/lib/domain/sentences'

const dispatch = readFileSync('seeds/mali-2013/dispatch.fr.txt', 'utf8')
const points = new CodePoints(dispatch)
const at = (words: string) => ({ start: dispatch.indexOf(words), end: dispatch.indexOf(words) + words.length })

describe('sentences', () => {
  const sentences = sentencesOf(dispatch, 'fr').map(({ start, end }) => points.slice(start, end))
  test('are the whole text but its white space, in order', () => {
    expect(sentences.join('').replace(/\s/g, '')).toBe(dispatch.replace(/\s/g, ''))
  })
  test('keep a quotation with a cut in it together', () => {
    expect(sentences.find((words) => words.includes('(...)') && words.includes('djihad'))).toContain(
      'Nous contrôlons la cité presque en totalité.',
    )
  })
  test('end where a line ends', () => {
    expect(sentences).toContain("Bamako demande l'aide de la France")
    expect(sentences.filter((words) => words.includes('\n'))).toEqual([])
  })
  test('count code points', () => {
    expect(sentencesOf('😀 Oui. Non.', 'fr')).toEqual([
      { start: 0, end: 6 },
      { start: 7, end: 11 },
    ])
  })
})

describe('a selection', () => {
  const words = wordsOf(dispatch)
  test('grows and shrinks by a word at either end', () => {
    let selection = at('presque en totalité')
    selection = moveEdge(words, selection, 'start', 1)
    expect(points.slice(selection.start, selection.end)).toBe('cité presque en totalité')
    selection = moveEdge(words, selection, 'end', -1)
    expect(points.slice(selection.start, selection.end)).toBe('cité presque en')
    selection = moveEdge(words, selection, 'start', -1)
    expect(points.slice(selection.start, selection.end)).toBe('presque en')
  })
  test('never becomes nothing and never leaves the text', () => {
    const one = at('totalité')
    expect(moveEdge(words, one, 'end', -1)).toEqual(one)
    expect(moveEdge(words, one, 'start', -1)).toEqual(one)
    const whole = { start: 0, end: points.length }
    expect(moveEdge(words, whole, 'end', 1)).toEqual(whole)
    expect(moveEdge(words, whole, 'start', 1)).toEqual(whole)
  })
  test('has no white space at its edges', () => {
    expect(trimmed(new CodePoints('a  b '), { start: 1, end: 5 })).toEqual({ start: 3, end: 4 })
    expect(trimmed(new CodePoints('a  b '), { start: 1, end: 3 })).toBeNull()
  })
})
