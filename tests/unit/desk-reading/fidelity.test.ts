import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { quotationsOf } from '@/lib/domain/quotation-marks'
import { CodePoints } from '@/lib/domain/quote'
import { fidelityOf } from '@/lib/domain/quote-fidelity'
import { SAMPLE } from '@/seeds/mali-2013/sample'

const dispatch = readFileSync('seeds/mali-2013/dispatch.fr.txt', 'utf8')
const points = new CodePoints(dispatch)
const inDispatch = (words: string, more?: boolean) => {
  const start = dispatch.indexOf(words)
  if (start < 0) throw new Error(`not in the dispatch: ${words}`)
  return fidelityOf(points, { start, end: start + words.length }, more)
}
const inText = (text: string, words: string) => {
  const own = new CodePoints(text)
  const start = Array.from(text.slice(0, text.indexOf(words))).length
  return fidelityOf(own, { start, end: start + Array.from(words).length })
}
const reasonsOf = ({ reasons }: { reasons: readonly { reason: string }[] }) => reasons.map(({ reason }) => reason)

describe('in the dispatch of January 2013', () => {
  test('“vers le sud” is not inside Dardar’s marks', () => {
    const south = inDispatch('à progresser vers le sud, a dit')
    expect(south).toMatchObject({ place: 'outside', kind: 'indirect', scopes: [] })
    expect(inDispatch('à progresser vers le sud').reasons).toContainEqual({ reason: 'attributed', words: 'a dit' })
  })
  test('a passage that begins in the marks and ends after them is neither: it says so', () => {
    expect(inDispatch('nous allons continuer" à progresser')).toEqual({
      place: 'straddling',
      kind: 'indirect',
      scopes: [],
      reasons: [{ reason: 'straddles' }],
    })
  })
  test('the sentence Dardar ends outside his marks is partial, and translated', () => {
    const after = inDispatch('Après, nous allons continuer')
    expect(after).toMatchObject({ place: 'inside', kind: 'direct_quote', scopes: ['partial', 'translated'] })
    expect(reasonsOf(after)).toContain('continued_outside')
  })
  test('the translation is named in the words of the text', () => {
    expect(inDispatch('Nous contrôlons la cité presque en totalité.').reasons).toContainEqual({
      reason: 'translated',
      words: expect.stringContaining("traduits à l'AFP par un interprète nigérien"),
    })
  })
  test('a fragment in the journalist’s sentence is partial, though nothing else stands between the marks', () => {
    const lock = inDispatch('de verrou qui vient de sauter')
    expect(lock.scopes).toEqual(['partial'])
    expect(reasonsOf(lock)).toContain('begins_late')
  })
  test('the marks themselves change nothing when they are chosen with the words', () => {
    expect(inDispatch('"de verrou qui vient de sauter"')).toEqual(inDispatch('de verrou qui vient de sauter'))
  })
  test('a report with two quoted words in it is a report', () => {
    const council = inDispatch('le Conseil de sécurité a demandé un "déploiement rapide" d\'une force')
    expect(council).toMatchObject({ place: 'outside', kind: 'indirect' })
    expect(council.reasons).toContainEqual({ reason: 'holds_quotation', words: 'déploiement rapide' })
  })
  test('what is said of somebody’s passage in the marks is what a careful reader wrote down, claim by claim', () => {
    const differing = SAMPLE.claims
      .filter(({ kind }) => kind === 'direct_quote')
      .map(({ ref, at, says, scopes }) => {
        const { kind, scopes: proposed } = fidelityOf(points, { start: at, end: at + Array.from(says).length })
        return { ref, kind, proposed: [...proposed].sort(), read: [...scopes].sort() }
      })
      .filter(({ kind, proposed, read }) => kind !== 'direct_quote' || proposed.join() !== read.join())
    expect(differing).toEqual([])
  })
  test('no passage outside the marks is ever proposed as a quotation', () => {
    const wrong = SAMPLE.claims
      .filter(({ kind }) => kind !== 'direct_quote')
      .filter(({ at, says }) => fidelityOf(points, { start: at, end: at + Array.from(says).length }).place === 'inside')
    expect(wrong.map(({ ref }) => ref)).toEqual([])
  })
})

describe('marks', () => {
  const between = (text: string) => {
    const own = new CodePoints(text)
    return quotationsOf(own).map(({ start, end, depth }) => [own.slice(start, end).trim(), depth])
  }
  test.each([
    ['« Oui », dit-il.', [['Oui', 0]]],
    ['😀 “Yes,” he said.', [['Yes,', 0]]],
    [
      '« Il a dit “non” hier », dit-elle.',
      [
        ['non', 1],
        ['Il a dit “non” hier', 0],
      ],
    ],
    [
      '“He said "no" today,” she said.',
      [
        ['no', 1],
        ['He said "no" today,', 0],
      ],
    ],
    ['„Ja“, sagt er.', [['Ja', 0]]],
    ['Un mètre 80 " de haut.', []],
    ['« Jamais fermé.\nLa suite.', []],
    ['« Un.\n« Deux », dit-il.', [['Un.\n« Deux', 0]]],
    ['« Un.\nDeux », dit-il.', [['Un.\nDeux', 0]]],
    [
      '"One.\n"Two," he said. "Three."',
      [
        ['One.\n"Two,', 0],
        ['Three.', 0],
      ],
    ],
    ['"Ouvert et jamais fermé.\nAutre "chose".', [['chose', 0]]],
  ])('of %j quote %j', (text, found) => expect(between(text)).toEqual(found))
})

describe('a passage', () => {
  test('inside a quotation that goes on over paragraphs is inside', () => {
    expect(inText('« Un premier. \n« Un second », dit-il.', 'Un second')).toMatchObject({ place: 'inside' })
  })
  test('in a quotation inside another belongs to the inner voice', () => {
    const inner = inText('« Il a dit “nous partons” hier », raconte-t-elle.', 'nous partons')
    expect(inner).toMatchObject({ kind: 'direct_quote', scopes: ['partial'] })
  })
  test.each(['(...)', '[…]', '(…)', '[...]'])('with %s in it is elided', (cut) => {
    expect(inText(`« Nous partons ${cut} demain. »`, `Nous partons ${cut} demain.`).scopes).toEqual(['whole', 'elided'])
  })
  test('cut after it, before its sentence ends, is partial and elided; a cut between sentences cuts neither', () => {
    expect(inText('« Nous partons (...) Ils restent. »', 'Nous partons').scopes).toEqual(['partial', 'elided'])
    expect(inText('« Nous partons. (...) Ils restent. »', 'Nous partons.').scopes).toEqual(['whole'])
    expect(inText('« Nous partons. (...) Ils restent. »', 'Ils restent.').scopes).toEqual(['whole'])
  })
  test('whose chain has an interpreter is translated, though the text does not say it there', () => {
    expect(inDispatch('Les islamistes se sont emparés de Kona.', true).scopes).toEqual(['whole', 'translated'])
    expect(inDispatch('Les islamistes se sont emparés de Kona.').scopes).toEqual(['whole'])
  })
  test('that nobody says is narration', () => {
    expect(inDispatch('au terme de violents combats')).toMatchObject({ kind: 'narration', place: 'outside' })
    expect(inDispatch('des forces militaires françaises et allemandes ont pris position').kind).toBe('indirect')
  })
})
