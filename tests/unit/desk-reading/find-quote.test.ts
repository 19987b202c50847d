import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findQuote, nearQuotes } from '@/lib/domain/find-quote'
import { CodePoints } from '@/lib/domain/quote'

const dispatch = new CodePoints(readFileSync('seeds/mali-2013/dispatch.fr.txt', 'utf8'))
const found = (text: string | CodePoints, pasted: string) => {
  const points = typeof text === 'string' ? new CodePoints(text) : text
  const it = findQuote(points, pasted)
  return it && [it.match, it.places.map(({ start, end }) => points.slice(start, end))]
}
const near = (text: string | CodePoints, pasted: string) => {
  const points = typeof text === 'string' ? new CodePoints(text) : text
  return nearQuotes(points, pasted).map(({ start, end, differing }) => [points.slice(start, end), differing])
}

describe('a pasted quotation', () => {
  test('is found letter for letter first', () =>
    expect(found(dispatch, 'Nous contrôlons la cité')).toEqual(['exact', ['Nous contrôlons la cité']]))
  test('is found in every place it stands', () => expect(found('ana ana', 'ana')).toEqual(['exact', ['ana', 'ana']]))
  test.each([
    ['l’aide militaire de la France', "l'aide militaire de la France"],
    ['nous controlons', null], // case is not folded
    ['Nous controlons la cite', 'Nous contrôlons la cité'],
    ['«\u202fdéploiement rapide\u202f»', '"déploiement rapide"'],
    ['“de verrou qui vient de sauter”', '"de verrou qui vient de sauter"'],
    ['un retour à la table des négociations', 'un retour\u00a0 à la table des négociations'],
    ["contrôlé par l'armée malienne", 'contrôlé par l’armée malienne'],
  ])('%j is found as %j: the words of the text, never the pasted ones', (pasted, words) =>
    expect(found(dispatch, pasted)).toEqual(words && ['folded', [words]]),
  )
  test('pasted with marks the text does not have is found without them', () =>
    expect(found(dispatch, '« Nous contrôlons la cité »')).toEqual(['folded', ['Nous contrôlons la cité']]))
  test('that goes over the end of a line is found', () =>
    expect(found('un deux\n\n trois', 'deux trois')).toEqual(['folded', ['deux\n\n trois']]))
  test('counts in code points, and a combining accent stays with its letter', () => {
    expect(findQuote(new CodePoints('😀 cafe\u0301 noir'), 'cafe')?.places).toEqual([{ start: 2, end: 6 }])
    expect(found('😀 cafe\u0301', 'café')).toEqual(['folded', ['cafe\u0301']])
  })
  test.each(['', '   ', 'la prise de Gao'])('%j is nowhere', (pasted) => expect(found(dispatch, pasted)).toBeNull())
})

describe('almost the same words', () => {
  test('are offered with how many words differ', () =>
    expect(near(dispatch, 'des forces françaises et allemandes ont pris leur position jeudi')).toEqual([
      ['des forces militaires françaises et allemandes ont pris position jeudi', 2],
    ]))
  test('are found when a plain word was changed, added or left out', () => {
    expect(near(dispatch, 'la localité proche de la ville dans le centre')).toEqual([])
    expect(
      near('les rebelles ont annoncé la prise de la ville hier soir', 'les rebelles ont confirmé la prise de la ville'),
    ).toEqual([['les rebelles ont annoncé la prise de la ville', 1]])
    expect(
      near('les rebelles ont annoncé la prise de la ville', 'les rebelles ont annoncé la prise de cette ville'),
    ).toEqual([['les rebelles ont annoncé la prise de la ville', 1]])
  })
  test('are never offered for fewer than 16 characters', () => {
    expect(near('la prise de la ville', 'la prise d’une')).toEqual([])
    expect(near('la prise de la ville', 'la fin de la ville')).toEqual([['la prise de la ville', 1]])
  })
  test.each([
    ['a number', 'les quinze pays ont perdu 15 hommes au combat', 'les quinze pays ont perdu 16 hommes au combat'],
    ['a negation', 'ils ne sont pas entrés dans la ville hier', 'ils ne sont jamais entrés dans la ville hier'],
    [
      'a negation left out',
      'les soldats sont restés sans eau dans la ville',
      'les soldats sont restés eau dans la ville',
    ],
    [
      'a name',
      'les rebelles sont entrés hier dans la ville de Kona',
      'les rebelles sont entrés hier dans la ville de Gao',
    ],
    [
      'a name after an article',
      'les hommes armés de l’Aqmi ont pris la ville',
      'les hommes armés de l’Azawad ont pris la ville',
    ],
    ['a first name', 'Kona est tombée aux mains des rebelles hier', 'Gao est tombée aux mains des rebelles hier'],
  ])('are never offered when %s differs', (_what, text, pasted) => expect(near(text, pasted)).toEqual([]))
  test('of the dispatch keep Kona and Konna apart', () =>
    expect(near(dispatch, 'se sont emparés jeudi soir de la ville de Kona')).toEqual([]))
  test('must be almost the same: one word in four', () =>
    expect(near('un deux trois quatre cinq six sept huit', 'un autre trois autre cinq autre sept huit')).toEqual([]))
})
