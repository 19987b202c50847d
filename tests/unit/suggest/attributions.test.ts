import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Read, read } from './read'

const all = (text: string) => read(text, 'fr')
/** A text, and what must be found in it, in order and nothing else. */
type Case = [text: string, ...expected: Partial<Read>[]]
const holds = ([text, ...expected]: Case) =>
  expect(all(text)).toEqual(expected.map((it) => expect.objectContaining(it)))

describe('selon', () => {
  test.each<Case>([
    [
      'Selon le Figaro, des forces françaises ont pris position jeudi à Sévaré.',
      {
        content: ['des forces françaises ont pris position jeudi à Sévaré'],
        cue: 'Selon',
        source: 'le Figaro',
        sourceName: 'Le Figaro',
        type: 'indirect',
        cueClass: 'say',
        rule: 'according',
      },
    ],
    [
      "Le bilan serait de douze morts, d'après la police.",
      { content: ['Le bilan serait de douze morts'], cue: "d'après", source: 'la police', hedged: true },
    ],
    [
      'Aux dires du maire, Jean Petit, la route est coupée.',
      { content: ['la route est coupée'], cue: 'Aux dires du', source: 'maire, Jean Petit', sourceName: 'Jean Petit' },
    ],
    [
      'Il est, selon lui, trop tôt pour négocier.',
      { content: ['Il est', 'trop tôt pour négocier'], cue: 'selon', source: 'lui', sourceName: null },
    ],
  ])('%s', (...it) => holds(it))
})

describe('words first, speaker behind', () => {
  test.each<Case>([
    [
      'La ville est tombée jeudi, a dit Abdou Dardar, un responsable du groupe islamiste Ansar Dine.',
      {
        content: ['La ville est tombée jeudi'],
        cue: 'a dit',
        source: 'Abdou Dardar, un responsable du groupe islamiste Ansar Dine',
        sourceName: 'Abdou Dardar',
        type: 'indirect',
        rule: 'postposed',
      },
    ],
    [
      '« Nous contrôlons la cité », explique Serge Daniel, journaliste à RFI.',
      {
        content: ['Nous contrôlons la cité'],
        cue: 'explique',
        sourceName: 'Serge Daniel',
        type: 'direct',
        via: ['RFI'],
      },
    ],
    [
      "La ministre Marie Dubois a été interrogée. « Les combats sont finis », a-t-elle déclaré à l'AFP.",
      {
        content: ['Les combats sont finis'],
        cue: 'déclaré',
        source: 'elle',
        sourceName: 'Marie Dubois',
        rule: 'inverted',
        via: ['AFP'],
      },
    ],
    [
      '"Nous sommes à Kona pour le djihad", a dit Abdou Dardar.',
      { content: ['Nous sommes à Kona pour le djihad'], sourceName: 'Abdou Dardar', type: 'direct' },
    ],
    [
      "« Nous avons vu des corps de militaires », a raconté un témoin, Ali Touré. « C'est vraiment horrible à voir, monsieur ».",
      { content: ['Nous avons vu des corps de militaires'], sourceName: 'Ali Touré' },
      { content: ["C'est vraiment horrible à voir, monsieur"], cue: null, sourceName: 'Ali Touré', rule: 'floating' },
    ],
    [
      "« Il m'a dit : « Va-t'en d'ici tout de suite », et je suis parti », raconte Awa Keita.",
      {
        content: ["Il m'a dit : « Va-t'en d'ici tout de suite », et je suis parti"],
        cue: 'raconte',
        sourceName: 'Awa Keita',
      },
      { content: ["Va-t'en d'ici tout de suite"], cue: 'a dit', source: 'Il', sourceName: null, via: ['Awa Keita'] },
    ],
  ])('%s', (...it) => holds(it))
})

describe('speaker first, words behind', () => {
  test.each<Case>([
    [
      'Le ministre a affirmé que les rebelles avaient quitté la ville.',
      {
        content: ['les rebelles avaient quitté la ville'],
        cue: 'a affirmé',
        source: 'Le ministre',
        sourceName: 'ministre',
        rule: 'clause',
      },
    ],
    [
      "L'armée a annoncé jeudi soir la prise de la localité de Kona.",
      {
        content: ['la prise de la localité de Kona'],
        cue: 'a annoncé',
        sourceName: 'armée',
        cueClass: 'announce',
        rule: 'noun',
      },
    ],
    [
      "L'armée dément la perte de deux avions.",
      { content: ['la perte de deux avions'], cue: 'dément', cueClass: 'deny' },
    ],
    ["Bamako demande l'aide militaire de Paris.", { content: ["l'aide militaire de Paris"], cueClass: 'demand' }],
    [
      'Le président a demandé aux rebelles de déposer les armes.',
      { content: ['déposer les armes'], cueClass: 'demand', rule: 'infinitive' },
    ],
    [
      "Le directeur, Paul Martin, a parlé. Il précise qu'« aucune décision n'a été prise ».",
      { content: ["aucune décision n'a été prise"], cue: 'précise', sourceName: 'Paul Martin', type: 'direct' },
    ],
    [
      'Le journaliste Serge Daniel qualifie la prise de Kona "de verrou qui vient de sauter".',
      {
        content: ['de verrou qui vient de sauter'],
        cue: 'qualifie',
        cueClass: 'opine',
        rule: 'naming',
        sourceName: 'Serge Daniel',
      },
    ],
    [
      'Le porte-parole a ajouté : "Nous allons continuer jusqu\'au bout',
      { content: ["Nous allons continuer jusqu'au bout"], cue: 'a ajouté', rule: 'quoted', type: 'direct' },
    ],
    [
      'Une information confirmée par Serge Daniel, le correspondant de FRANCE 24 à Bamako.',
      {
        content: ['Une information'],
        cue: 'confirmée',
        source: 'Serge Daniel, le correspondant de FRANCE 24',
        cueClass: 'confirm',
        rule: 'passive',
      },
    ],
    [
      'Le préfet a quitté la salle, affirmant que tout était dit.',
      { content: ['tout était dit'], cue: 'affirmant', source: 'Le préfet', rule: 'gerund' },
    ],
    [
      "Le maire est inquiet. Confirmant l'arrêt des combats, il a assuré que la ville était calme.",
      { content: ["l'arrêt des combats"], cue: 'Confirmant', source: 'il', cueClass: 'confirm', rule: 'gerund' },
      { content: ['la ville était calme'], cue: 'a assuré', source: 'il', rule: 'clause' },
    ],
    [
      'Contacté par FRANCE 24 via Skype, un habitant de Kona a raconté la nuit. « Les islamistes circulent à leur guise », a-t-il rapporté.',
      {
        content: ['Les islamistes circulent à leur guise'],
        source: 'il',
        sourceName: 'habitant de Kona',
        via: ['FRANCE 24', 'Skype'],
      },
    ],
  ])('%s', (...it) => holds(it))
})

test.each([
  "Le gouvernement n'a pas confirmé la nouvelle.",
  'Selon moi, il va pleuvoir.',
  'La demande a été rejetée.',
  'Le rapport de la commission et la réponse du maire.',
])('nobody is taken to say: %s', (text) => expect(all(text)).toEqual([]))

test('the Mali dispatch: who says each of its words', () => {
  const found = all(readFileSync('seeds/mali-2013/dispatch.fr.txt', 'utf8'))
  const short = (words: string) => (words.length > 40 ? `${words.slice(0, 20)}…${words.slice(-19)}` : words)
  expect(
    found.map((it) => [it.sourceName, it.cue, it.cueClass, it.via.join(', '), ...it.content.map(short)]),
  ).toMatchInlineSnapshot(`
    [
      [
        "Bamako",
        "demande",
        "demand",
        "",
        "l'aide militaire de Paris",
      ],
      [
        "rebelles djihadistes",
        "ont annoncé",
        "announce",
        "",
        "la prise de la localité de Kona",
      ],
      [
        "Abdou Dardar",
        "a dit",
        "say",
        "AFP",
        ""Nous sommes actuell…gresser vers le sud",
      ],
      [
        "Serge Daniel",
        "confirmée",
        "confirm",
        "FRANCE 24",
        "Une information",
      ],
      [
        "Serge Daniel",
        "explique",
        "say",
        "",
        "Les islamistes se so…ntre les deux camps",
      ],
      [
        "Serge Daniel",
        "qualifie",
        "opine",
        "",
        "de verrou qui vient de sauter",
      ],
      [
        "Serge Daniel",
        "Selon",
        "say",
        "",
        "cette avancée "pourr…ers le sud du Mali"",
      ],
      [
        "Le Figaro",
        "Selon",
        "say",
        "",
        "des forces militaire…ar l’armée malienne",
      ],
      [
        "Dioncounda Traoré",
        "a demandé",
        "demand",
        "",
        "l'aide militaire de la France",
      ],
      [
        "membres du Conseil de sécurité des Nations unies",
        "ont exprimé",
        "opine",
        "",
        "leur "profonde inqui…té internationales"",
      ],
      [
        "Conseil de sécurité",
        "a demandé",
        "demand",
        "",
        "un "déploiement rapi…ernationale au Mali",
      ],
      [
        "Djibril Bassolé",
        "déclaré",
        "say",
        "FRANCE 24",
        "Nous sommes préoccup…elles se retiennent",
      ],
      [
        "Djibril Bassolé",
        "évoquant",
        "say",
        "FRANCE 24",
        "un retour  à la tabl…tour du 20 janvier"",
      ],
      [
        "habitant de Kona",
        "rapporté",
        "say",
        "FRANCE 24, Skype",
        "Les islamistes circu…de l’administration",
      ],
      [
        "habitant de Kona",
        null,
        "say",
        "FRANCE 24, Skype",
        "Au bord de la route …t vraiment horrible",
      ],
      [
        "habitant de Kona",
        "Confirmant",
        "confirm",
        "FRANCE 24, Skype",
        "l'arrêt des combats … retrait de l'armée",
      ],
      [
        "habitant de Kona",
        "a toutefois assuré",
        "say",
        "FRANCE 24, Skype",
        "les rebelles "ne s’e…ion pour l'instant"",
      ],
    ]
  `)
})
