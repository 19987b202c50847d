/** Forms of a French verb that can stand as a cue: third person, participles, gerund, infinitive. Regular ones by rule, the others by list. */
export type VerbForms = { finite: string[]; past: string[]; present: string; infinitive: string }

const participles = (stem: string) => [stem, `${stem}e`, `${stem}s`, `${stem}es`]

/** -er verbs, with the changes of spelling of -ger, -cer, -eler/-eter (doubling), -é-er and -yer. */
function first(infinitive: string): VerbForms {
  const stem = infinitive.slice(0, -2)
  const soft = stem.endsWith('g') ? `${stem}e` : stem.endsWith('c') ? `${stem.slice(0, -1)}ç` : stem
  const stressed = stressedOf(stem)
  return {
    finite: [
      `${stressed}e`,
      `${stressed}ent`,
      `${soft}ait`,
      `${soft}aient`,
      `${soft}a`,
      `${stem}èrent`,
      ...['ra', 'ront', 'rait', 'raient'].flatMap((end) => [`${stem}e${end}`, `${stressed}e${end}`]),
    ],
    past: participles(`${stem}é`),
    present: `${soft}ant`,
    infinitive,
  }
}

function stressedOf(stem: string): string {
  const accented = /^(.*)é([^aeiouyéè]{1,2})$/.exec(stem)
  if (accented) return `${accented[1]}è${accented[2]}`
  if (/(?:appel|rappel|jet|rejet|projet)$/.test(stem)) return stem + stem.at(-1)
  const mute = /^(.*[^aeiouy])e([lmnpstv])$/.exec(stem)
  if (mute) return `${mute[1]}è${mute[2]}`
  return stem.endsWith('y') ? `${stem.slice(0, -1)}i` : stem
}

const OTHERS: Record<string, { finite: string; past: string; present: string }> = {
  dire: { finite: 'dit disent disait disaient dirent dira diront dirait diraient', past: 'dit', present: 'disant' },
  prédire: { finite: 'prédit prédisent prédisait prédira', past: 'prédit', present: 'prédisant' },
  redire: { finite: 'redit redisent redisait redira', past: 'redit', present: 'redisant' },
  soutenir: {
    finite: 'soutient soutiennent soutenait soutenaient soutint soutiendra',
    past: 'soutenu',
    present: 'soutenant',
  },
  maintenir: { finite: 'maintient maintiennent maintenait maintint', past: 'maintenu', present: '' },
  convenir: { finite: 'convient conviennent convenait', past: 'convenu', present: 'convenant' },
  prévenir: { finite: 'prévient préviennent prévenait prévint', past: 'prévenu', present: 'prévenant' },
  reconnaître: {
    finite: 'reconnaît reconnait reconnaissent reconnaissait reconnaissaient reconnut',
    past: 'reconnu',
    present: 'reconnaissant',
  },
  admettre: { finite: 'admet admettent admettait admit', past: 'admis', present: 'admettant' },
  promettre: {
    finite: 'promet promettent promettait promettaient promit promettra',
    past: 'promis',
    present: 'promettant',
  },
  répondre: {
    finite: 'répond répondent répondait répondaient répondit répondra',
    past: 'répondu',
    present: 'répondant',
  },
  poursuivre: { finite: 'poursuit poursuivent poursuivait poursuivit', past: 'poursuivi', present: 'poursuivant' },
  conclure: { finite: 'conclut conclue concluent concluait conclura', past: 'conclu', present: 'concluant' },
  écrire: { finite: 'écrit écrivent écrivait écrivaient écrivit écrira', past: 'écrit', present: 'écrivant' },
  décrire: { finite: 'décrit décrivent décrivait décrivaient', past: 'décrit', present: 'décrivant' },
  démentir: { finite: 'dément démentent démentait démentit démentira', past: 'démenti', present: 'démentant' },
  avertir: { finite: 'avertit avertissent avertissait averti', past: 'averti', present: 'avertissant' },
  renchérir: { finite: 'renchérit renchérissent renchérissait', past: 'renchéri', present: 'renchérissant' },
  croire: { finite: 'croit croient croyait croyaient', past: 'cru', present: 'croyant' },
  prétendre: { finite: 'prétend prétendent prétendait prétendaient', past: 'prétendu', present: 'prétendant' },
  défendre: { finite: 'défend défendent défendait', past: 'défendu', present: 'défendant' },
  souvenir: { finite: 'souvient souviennent souvenait', past: 'souvenu', present: 'souvenant' },
  plaindre: { finite: 'plaint plaignent plaignait plaignit', past: 'plaint', present: 'plaignant' },
  craindre: { finite: 'craint craignent craignait craignaient', past: 'craint', present: 'craignant' },
  réjouir: { finite: 'réjouit réjouissent réjouissait', past: 'réjoui', present: 'réjouissant' },
  lire: { finite: 'lit', past: 'lu', present: '' },
  interdire: { finite: 'interdit interdisent', past: 'interdit', present: 'interdisant' },
  requérir: { finite: 'requiert requièrent requit', past: 'requis', present: 'requérant' },
  vouloir: { finite: 'veut veulent voulait voulaient', past: 'voulu', present: 'voulant' },
  garantir: { finite: 'garantit garantissent garantissait', past: 'garanti', present: 'garantissant' },
  établir: { finite: 'établit établissent', past: 'établi', present: 'établissant' },
  rugir: { finite: 'rugit', past: 'rugi', present: '' },
  faire: { finite: 'fait font faisait faisaient fit firent fera feront', past: 'fait', present: 'faisant' },
  apprendre: { finite: 'apprend apprennent', past: 'appris', present: 'apprenant' },
  reprendre: { finite: 'reprend reprennent reprenait reprit', past: 'repris', present: 'reprenant' },
  prévoir: { finite: 'prévoit prévoient prévoyait', past: 'prévu', present: 'prévoyant' },
  surenchérir: { finite: 'surenchérit surenchérissent', past: 'surenchéri', present: 'surenchérissant' },
  gémir: { finite: 'gémit gémissent', past: 'gémi', present: 'gémissant' },
  pressentir: { finite: 'pressent pressentent', past: 'pressenti', present: 'pressentant' },
  contredire: { finite: 'contredit contredisent contredisait', past: 'contredit', present: 'contredisant' },
}

/** The forms of a verb by its infinitive; a verb that is neither regular nor listed is a mistake in the tables. */
export function conjugate(infinitive: string): VerbForms {
  const other = OTHERS[infinitive]
  if (other?.finite)
    return {
      finite: other.finite.split(' '),
      past: other.past === '' ? [] : participles(other.past),
      present: other.present,
      infinitive,
    }
  if (!infinitive.endsWith('er')) throw new Error(`how is ${infinitive} conjugated?`)
  return first(infinitive)
}
