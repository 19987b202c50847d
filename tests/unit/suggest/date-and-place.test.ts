import { describe, expect, test } from 'vitest'
import { knownPlaces } from '@/lib/domain/suggest/gazetteer'
import { suggest } from '@/lib/domain/suggest/suggest'

const known = knownPlaces([
  { id: 1, names: ['Konna', 'Kona'] },
  { id: 2, names: ['Douentza'] },
  { id: 3, names: ['Diabaly'] },
  // Two names of many places, one of them in common.
  ...[10, 11, 12].map((id) => ({ id, names: ['Sari'] })),
  ...[12, 13, 14].map((id) => ({ id, names: ['Banikane'] })),
])
const FRIDAY = '2013-01-11'
function found(
  rule: 'event_date' | 'event_place',
  text: string,
  language: 'fr' | 'en',
  published: string | null = null,
) {
  const conflicts = suggest(text, { language, published, known }).conflicts.filter((it) => it.rule === rule)
  const points = [...text]
  return conflicts.map(({ spans, ...it }) => ({
    ...it,
    words: spans.map(({ start, end }) => points.slice(start, end).join('')),
  }))
}

describe('one event on two days', () => {
  const FR =
    'Les islamistes d’Ansar Dine se sont emparés de la ville de Konna jeudi soir.\nSelon un habitant, les combattants d’Ansar Dine ont pris Kona mercredi.'
  const EN =
    'Islamist fighters seized the town of Konna on Thursday.\nAccording to a resident, rebels captured Kona on Wednesday.'
  test('is a contradiction over time, with both clauses, the words and their intervals', () => {
    const [conflict, ...others] = found('event_date', FR, 'fr', FRIDAY)
    expect(others).toEqual([])
    expect(conflict).toMatchObject({
      type: 'time',
      class: 'contradiction',
      words: [
        'Les islamistes d’Ansar Dine se sont emparés de la ville de Konna jeudi soir',
        'Selon un habitant, les combattants d’Ansar Dine ont pris Kona mercredi',
      ],
    })
    expect(conflict?.why.fr).toContain('« jeudi soir » (2013-01-10)')
    expect(conflict?.why.en).toContain('“mercredi” (2013-01-09)')
  })
  test('in English too, and without the day of the text by the days of the week alone', () => {
    expect(found('event_date', EN, 'en', FRIDAY)[0]?.why.en).toContain('“Wednesday” (2013-01-09)')
    expect(found('event_date', EN, 'en')[0]?.why.en).toContain('“Thursday” in one passage, “Wednesday” in another')
  })
  test.each([
    [
      'a full date and a day of the week that it is not',
      'Le 10 janvier 2013, les rebelles ont pris Konna.\nLes islamistes se sont emparés de Konna vendredi.',
    ],
    [
      'two dates without a year',
      'Les rebelles ont pris Konna le 9 janvier.\nLes rebelles se sont emparés de Konna le 10 janvier.',
    ],
    [
      'the day opening the clause',
      'Jeudi, les rebelles ont pris Konna.\nMercredi soir, les rebelles se sont emparés de Konna.',
    ],
    [
      'the day between the verb and the place',
      'Les islamistes se sont emparés jeudi soir de la ville de Konna.\nLes rebelles ont pris mercredi Konna.',
    ],
    ['a town that fell', 'Konna est tombée aux mains des rebelles jeudi.\nLes rebelles ont pris Konna mardi.'],
    ['a withdrawal', 'Les rebelles se sont retirés de Konna jeudi.\nLes rebelles se sont retirés de Konna mardi.'],
  ])('found: %s', (_what, text) => {
    expect(found('event_date', text, 'fr')).toHaveLength(1)
  })

  const pair = (a: string, b: string) => `${a}\n${b}`
  const TAKEN = 'Les rebelles ont pris Konna jeudi.'
  test.each([
    ['days that overlap', pair(TAKEN, 'Les rebelles se sont emparés de Konna dans la nuit de jeudi à vendredi.')],
    ['one day in other words', pair(TAKEN, 'Les rebelles se sont emparés de Konna le 10 janvier 2013.')],
    ['another place', pair(TAKEN, 'Les rebelles se sont emparés de Douentza mercredi.')],
    ['a mention without a place', pair(TAKEN, 'Les rebelles se sont emparés de la ville mercredi.')],
    [
      'two other groups',
      pair('Les islamistes d’AQMI ont pris Konna jeudi.', 'Les hommes du MUJAO ont pris Konna mercredi.'),
    ],
    ['nobody named on one side', pair(TAKEN, 'Les soldats ont pris Konna mercredi.')],
    ['one sentence', 'Les rebelles ont pris Konna jeudi ; les rebelles se sont emparés de Konna vendredi.'],
    [
      'an intention',
      pair(TAKEN, 'Les rebelles veulent et vont, ont pris Konna vendredi.').replace(
        'et vont, ont pris',
        's’emparer de',
      ),
    ],
    ['a possibility', pair(TAKEN, 'Les rebelles pourraient s’emparer de Konna samedi.')],
    ['a state that lasts', pair(TAKEN, 'Les rebelles contrôlent Konna vendredi.')],
    ['taken again', pair(TAKEN, 'Les rebelles se sont à nouveau emparés de Konna samedi.')],
    ['a denial', pair(TAKEN, 'Les rebelles affirment qu’ils n’ont jamais pris Konna mercredi.')],
    ['the day of the announcement', pair(TAKEN, 'Les rebelles ont annoncé vendredi la prise de Konna.')],
    ['the day of the announcement, said first', pair(TAKEN, 'Vendredi, les rebelles ont annoncé la prise de Konna.')],
    [
      'the day of the announcement, said last',
      pair(TAKEN, 'La prise de Konna par les rebelles annoncée vendredi inquiète Bamako.'),
    ],
    ['two days in one clause', pair(TAKEN, 'Mercredi ou vendredi, les rebelles ont pris Konna.')],
    ['an end of a stretch', pair(TAKEN, 'Les rebelles ont pris Konna avant mercredi.')],
    ['the day of another clause', pair(TAKEN, 'Les rebelles ont pris Konna, où le marché se tient mercredi.')],
    ['another class', pair(TAKEN, 'Les rebelles se sont retirés de Konna samedi.')],
    [
      'the same town a year before',
      pair('Les rebelles ont pris Konna le 10 janvier 2013.', 'Les rebelles ont pris Konna le 30 mars 2012.'),
    ],
    ['yesterday in somebody’s mouth', pair(TAKEN, '« Les rebelles ont pris Konna hier », a dit un habitant.')],
  ])('not found: %s', (_what, text) => {
    expect(found('event_date', text, 'fr', '2013-01-12')).toEqual([])
  })
  test.each([
    ['one day', 'Rebels seized Konna on Thursday.\nRebels captured Konna on January 10, 2013.'],
    ['a night that runs into the next day', 'Rebels seized Konna Thursday night.\nRebels captured Konna on Friday.'],
    ['not taken', 'Rebels seized Konna on Thursday.\nRebels have not captured Konna on Wednesday.'],
    ['announced', 'Rebels seized Konna on Thursday.\nOn Friday, rebels announced the capture of Konna.'],
    ['retaken', 'Rebels seized Konna on Thursday.\nRebels have retaken Konna on Saturday.'],
  ])('not found in English: %s', (_what, text) => {
    expect(found('event_date', text, 'en', '2013-01-12')).toEqual([])
  })
})

describe('one event at two places', () => {
  const FR =
    '« Les combattants du MUJAO ont pris Konna jeudi », a dit Moussa Diallo.\nLe colonel Traoré a déclaré : « Les hommes du MUJAO ont pris Diabaly jeudi. »'
  const EN =
    '"The fighters of MUJAO seized Konna on Thursday," said Moussa Diallo.\nColonel Traoré said: "The men of MUJAO captured Diabaly on Thursday."'
  test('of one group on one day, said by two people, is a tension over the place', () => {
    expect(found('event_place', FR, 'fr', FRIDAY)).toMatchObject([
      { type: 'place', class: 'tension', why: { fr: expect.stringContaining('« jeudi » (2013-01-10)') } },
    ])
    expect(found('event_place', EN, 'en', FRIDAY)).toMatchObject([
      {
        type: 'place',
        class: 'tension',
        why: { en: expect.stringMatching(/Konna for .*Diallo, Diabaly for .*Traoré/) },
      },
    ])
  })
  test.each([
    ['another day', FR.replace('Diabaly jeudi', 'Diabaly mercredi')],
    ['no day on one side', FR.replace('Diabaly jeudi', 'Diabaly')],
    ['a place no gazetteer has', FR.replace('Diabaly', 'Zwxyville')],
    ['one place under two names', FR.replace('Diabaly', 'Kona')],
    ['two places that may be one of many', FR.replace('Konna', 'Sari').replace('Diabaly', 'Banikane')],
    ['another group', FR.replace('Les hommes du MUJAO', 'Les hommes d’AQMI')],
    ['a label that names nobody', FR.replace('Les hommes du MUJAO', 'Les rebelles')],
    ['one speaker', FR.replace('Le colonel Traoré', 'Moussa Diallo')],
    ['one beside the other', FR.replace('ont pris Diabaly', 'ont aussi pris Diabaly')],
    [
      'a passage that names the other place',
      FR.replace('ont pris Diabaly jeudi', 'ont pris Diabaly jeudi depuis Konna'),
    ],
    ['a list of conquests elsewhere in the text', `${FR}\nKonna et Diabaly sont tombées.`],
    [
      'the writer’s own words',
      'Les combattants du MUJAO ont pris Konna jeudi.\nLes hommes du MUJAO ont pris Diabaly jeudi.',
    ],
  ])('not found: %s', (_what, text) => {
    expect(found('event_place', text, 'fr', FRIDAY)).toEqual([])
  })
  test.each([
    ['another day', EN.replace('Diabaly on Thursday', 'Diabaly on Wednesday')],
    ['one beside the other', EN.replace('captured Diabaly', 'then captured Diabaly')],
    ['one place under two names', EN.replace('Diabaly', 'Kona')],
  ])('not found in English: %s', (_what, text) => {
    expect(found('event_place', text, 'en', FRIDAY)).toEqual([])
  })
})
