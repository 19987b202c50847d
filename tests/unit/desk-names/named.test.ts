import { describe, expect, test } from 'vitest'
import { formsOf, placeFragment } from '@/lib/domain/named'
import { scriptOf } from '@/lib/domain/script'

const written = { form: 'Kona', language: 'fr', script: 'Latn', writer: 'FRANCE 24', place: null }

describe('written forms', () => {
  test('are one only when the letters, the language and the writer are the same', () => {
    const forms = formsOf([
      { ...written, form: 'Konna' },
      written,
      { ...written, writer: 'Le Figaro' },
      written,
      { ...written, form: 'KONA' },
    ])
    expect(forms.map(({ form, writer, times }) => `${form} ${writer} ${times}`)).toEqual([
      'Kona FRANCE 24 2',
      'Konna FRANCE 24 1',
      'Kona Le Figaro 1',
      'KONA FRANCE 24 1',
    ])
  })
})

describe('the way to a place in the text', () => {
  const place = {
    prefix: 'de la\nprise de la localité de ',
    exact: 'Kona',
    suffix: ', qui constitue un verrou',
    claim: 'C14',
  }
  test('is the passage of the claim that holds it', () => {
    expect(placeFragment(place)).toBe('#text-C14')
  })
  test('is else the words around, whole and on their own line', () => {
    expect(decodeURIComponent(placeFragment({ ...place, claim: null }))).toBe(
      '#:~:text=prise de la localité de-,Kona,-, qui constitue un',
    )
  })
  test('writes the marks that would be read as grammar as letters', () => {
    const fragment = placeFragment({ ...place, exact: 'Al-Qaida, Aqmi & co', claim: null })
    expect(fragment).toMatch(/^#:~:text=/)
    expect(fragment).toContain(',Al%2DQaida%2C%20Aqmi%20%26%20co,')
  })
})

describe('the script of a form', () => {
  test('is that of its letters, and none when it has none', () => {
    expect(['Kona', 'كونا', 'Кона', '12 %'].map(scriptOf)).toEqual(['Latn', 'Arab', 'Cyrl', null])
  })
})
