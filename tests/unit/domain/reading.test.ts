import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CodePoints } from '@/lib/domain/quote'
import { formOf } from '@/lib/domain/quote-form'
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

describe('the form of a passage', () => {
  const cases: Record<string, [string, object]> = {
    'between the marks, all of it': ['de verrou qui vient de sauter', { kind: 'direct_quote', scopes: ['whole'] }],
    'a whole sentence between the marks': [
      'Nous contrôlons la cité presque en totalité.',
      { kind: 'direct_quote', scopes: ['whole'] },
    ],
    'a part of what is between the marks': ['Nous sommes préoccupés', { kind: 'direct_quote', scopes: ['partial'] }],
    'outside the marks': ['à progresser vers le sud', { kind: 'narration', scopes: [] }],
    'reported, with two quoted words in it': ['a demandé un "déploiement rapide"', { kind: 'indirect', scopes: [] }],
    'between the marks, with a cut': [
      'profonde inquiétude relative (...) aux attaques terroristes signalées',
      { kind: 'direct_quote', scopes: ['partial', 'elided'] },
    ],
  }
  test.each(Object.entries(cases))('%s', (_sentence, [words, form]) => {
    expect(formOf(points, at(words))).toEqual(form)
  })
})
