import { describe, expect, test } from 'vitest'
import { type Read, read } from './read'

/** Sentences in the manner of newspapers, and all that must be found in them. */
type Case = [text: string, ...expected: Partial<Read>[]]
const holds =
  (language: 'fr' | 'en') =>
  ([text, ...expected]: Case) =>
    expect(read(text, language)).toEqual(expected.map((it) => expect.objectContaining(it)))

describe('French', () => {
  test.each<Case>([
    [
      "Les syndicats de la mine d'or de Kalana, dans le sud du Mali, ont annoncé lundi une grève illimitée.",
      { content: ['une grève illimitée'], source: "Les syndicats de la mine d'or de Kalana" },
    ],
    [
      '« La direction refuse de discuter », a indiqué à Reuters Seydou Traoré, ajoutant que 800 mineurs cesseraient le travail.',
      { content: ['La direction refuse de discuter'], source: 'Seydou Traoré', via: ['Reuters'], rule: 'postposed' },
      { content: ['800 mineurs cesseraient le travail'], source: 'Seydou Traoré', rule: 'gerund' },
    ],
    [
      'Un porte-parole de la société a démenti, affirmant que les discussions continuent.',
      { cue: 'affirmant', content: ['les discussions continuent'], source: 'Un porte-parole de la société' },
    ],
    [
      "Elle affirme avoir alerté la direction dès 2016, ce que dément formellement l'ancien directeur.",
      { cue: 'dément', source: "l'ancien directeur", content: ['Elle affirme avoir alerté la direction dès 2016'] },
      { cue: 'affirme', source: 'Elle', content: ['avoir alerté la direction dès 2016'] },
    ],
    [
      "D'après une source proche du ministère, qui a requis l'anonymat, la route serait coupée.",
      { cue: "D'après", content: ['la route serait coupée'] },
    ],
    [
      "La grève pourrait coûter deux millions, croit savoir le quotidien L'Essor.",
      { content: ['La grève pourrait coûter deux millions'], source: "le quotidien L'Essor" },
    ],
    [
      "Ce que l'intéressé conteste : « J'ai signé ce qu'on me tendait », a-t-il lâché.",
      { content: ["J'ai signé ce qu'on me tendait"], cue: 'lâché', rule: 'inverted' },
    ],
    [
      'Une ancienne comptable a raconté comment les factures étaient antidatées.',
      { content: ['comment les factures étaient antidatées'], source: 'Une ancienne comptable' },
    ],
  ])('%s', (...it) => holds('fr')(it))

  test('“il” is not the woman lawyer who spoke before, whatever her title', () => {
    const text =
      "« Mon client n'a rien touché », a martelé Me Sophie Carpentier. Le procureur estime que le prévenu a menti. « C'est faux et tout le monde le sait », a-t-il ajouté."
    expect(read(text, 'fr').map(({ sourceName }) => sourceName)).toEqual([
      'Sophie Carpentier',
      'procureur',
      'procureur',
    ])
  })
})

describe('English', () => {
  test.each<Case>([
    [
      'Two officials who asked not to be named because they were not authorised to speak publicly said the report had never been filed.',
      { content: ['the report had never been filed'], source: 'Two officials' },
    ],
    [
      'Sudanese rebels claimed Thursday to have seized the airfield at El Obeid.',
      { content: ['to have seized the airfield at El Obeid'], source: 'Sudanese rebels', rule: 'infinitive' },
    ],
    ['"That is simply not true," Dunne retorted.', { content: ['That is simply not true,'], source: 'Dunne' }],
  ])('%s', (...it) => holds('en')(it))
})
