import { describe, expect, test } from 'vitest'
import { inRuns, onlyHere, wordDiff } from '@/lib/domain/word-diff'

const marked = (text: string, others: string[]) =>
  onlyHere(text, others)
    .map((it) => (it.isOnlyHere ? `[${it.text}]` : it.text))
    .join('')

describe('the words only one side says', () => {
  test('are those the other text does not have', () => {
    expect(marked('Les islamistes se sont emparés de Kona.', ['Les rebelles se sont emparés de Konna.'])).toBe(
      'Les [islamistes] se sont emparés de [Kona].',
    )
  })
  test('run together when only a space stands between them', () => {
    expect(marked('Nous contrôlons la cité presque en totalité.', ['Nous contrôlons la ville.'])).toBe(
      'Nous contrôlons la [cité presque en totalité].',
    )
  })
  test('are none when typography and capitals alone differ', () => {
    expect(marked("L'armée malienne", ['l’Armée  malienne'])).toBe("L'armée malienne")
  })
  test('count order: a word said elsewhere in the sentence is not the same saying', () => {
    expect(marked('A puis B', ['B puis A'])).toContain('[')
  })
  test('are compared with every other side: shared with one is shared', () => {
    expect(marked('jeudi soir', ['jeudi', 'ce soir'])).toBe('jeudi soir')
  })
  test('lose no letter of the text', () => {
    const text = 'Des « forces  françaises »\u00a0: 2 000 hommes, l’été, 🙂 fin'
    expect(
      onlyHere(text, ['des forces'])
        .map((it) => it.text)
        .join(''),
    ).toBe(text)
  })
  test('are not looked for without another text, nor in an empty one', () => {
    expect(onlyHere('seul', [])).toEqual([{ text: 'seul', isOnlyHere: false }])
    expect(onlyHere('', ['a'])).toEqual([])
  })
  test('are not looked for in a text too long to compare', () => {
    const long = Array.from({ length: 1_600 }, (_, i) => `mot${i}`).join(' ')
    expect(onlyHere(long, ['mot1'])).toEqual([{ text: long, isOnlyHere: false }])
    expect(onlyHere('mot1', [long])).toEqual([{ text: 'mot1', isOnlyHere: false }])
  })
})

describe('from one text to another', () => {
  test('says what went, what came and what stayed', () => {
    expect(wordDiff('la ville est prise', 'la cité est prise')).toEqual([
      { text: 'la ', kind: 'same' },
      { text: 'ville', kind: 'removed' },
      { text: 'cité', kind: 'added' },
      { text: ' est prise', kind: 'same' },
    ])
  })
  test('gives both texts back', () => {
    const before = 'Un, deux, trois.'
    const after = 'Deux, trois et quatre !'
    const pieces = wordDiff(before, after)
    const side = (kind: string) =>
      pieces
        .filter((it) => it.kind !== kind)
        .map((it) => it.text)
        .join('')
    expect(side('added')).toBe(before)
    expect(side('removed')).toBe(after)
  })
  test('holds for empty texts', () => {
    expect(wordDiff('', '')).toEqual([])
    expect(wordDiff('', 'mot')).toEqual([{ text: 'mot', kind: 'added' }])
    expect(wordDiff('mot', '')).toEqual([{ text: 'mot', kind: 'removed' }])
  })
  test('shows long texts whole', () => {
    const long = 'mot '.repeat(1_600)
    expect(wordDiff(long, long)).toEqual([{ text: long, kind: 'same' }])
    expect(wordDiff(long, 'mot').map((it) => it.kind)).toEqual(['removed', 'added'])
  })
})

describe('a diff in runs', () => {
  const read = (before: string, after: string) =>
    inRuns(wordDiff(before, after)).map(
      ({ text, kind }) => ({ same: text, removed: `-${text}-`, added: `+${text}+` })[kind],
    )

  test('puts neighbouring changes together, with the spaces between them', () => {
    expect(read('Nous contrôlons la cité presque', 'Nous tenons une ville presque')).toEqual([
      'Nous ',
      '-contrôlons la cité-',
      '+tenons une ville+',
      ' presque',
    ])
  })
  test('keeps both texts whole', () => {
    const [before, after] = ['Kona est tombée  jeudi, dit-on.', 'La ville de Konna est prise, dit-on\u00a0!']
    const runs = inRuns(wordDiff(before, after))
    const text = (without: string) =>
      runs
        .filter(({ kind }) => kind !== without)
        .map((it) => it.text)
        .join('')
    expect(text('added')).toBe(before)
    expect(text('removed')).toBe(after)
  })
})
