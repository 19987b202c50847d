import type { CueClass } from './attribution'
import type { CueForm, Frame, LanguageRules } from './rules'

const VERBS: readonly [cueClass: CueClass, frames: string, infinitives: string][] = [
  [
    'say',
    'quote clause',
    'say add explain state note tell report write claim argue insist stress reply respond answer remark observe comment continue conclude acknowledge admit concede maintain assert affirm recall mention indicate reveal disclose testify declare caution warn predict joke quip reiterate repeat emphasize emphasise underline highlight suggest allege contend estimate rule speculate stipulate',
  ],
  ['say', 'mind', 'show find read express discuss guarantee mean'],
  [
    'opine',
    'mind',
    'know realize realise remember understand recognize recognise forget expect anticipate guess imagine learn discover hear see notice assume figure decide wish feel',
  ],
  ['opine', 'quote clause', 'think believe fear hope suspect doubt'],
  ['opine', 'quote noun', 'criticize criticise praise condemn blast hail welcome slam'],
  ['opine', 'name', 'describe call label dub brand characterize'],
  ['confirm', 'quote clause noun', 'confirm corroborate verify'],
  ['deny', 'quote clause noun', 'deny dispute refute reject contradict dismiss'],
  ['accuse', 'quote', 'accuse blame'],
  ['demand', 'quote clause infinitive', 'demand request recommend propose'],
  ['demand', 'quote', 'urge call_for ask order'],
  ['announce', 'quote clause infinitive', 'announce promise pledge vow agree threaten'],
  ['announce', 'quote noun', 'announce proclaim declare'],
  ['ask', 'quote', 'ask wonder inquire'],
]

/** Past and participle of verbs that are not regular. */
const IRREGULAR: Record<string, [past: string, participle: string]> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  think: ['thought', 'thought'],
  feel: ['felt', 'felt'],
  find: ['found', 'found'],
  show: ['showed', 'shown'],
  know: ['knew', 'known'],
  understand: ['understood', 'understood'],
  forget: ['forgot', 'forgotten'],
  hear: ['heard', 'heard'],
  see: ['saw', 'seen'],
  read: ['read', 'read'],
  mean: ['meant', 'meant'],
}

const s = (verb: string) =>
  /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`
const ed = (verb: string) =>
  /e$/.test(verb)
    ? `${verb}d`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ied`
      : /^(?:admit|dub|slam|quip)$/.test(verb)
        ? `${verb}${verb.at(-1)}ed`
        : `${verb}ed`
const ing = (verb: string) =>
  /ee$/.test(verb)
    ? `${verb}ing`
    : /e$/.test(verb)
      ? `${verb.slice(0, -1)}ing`
      : /^(?:admit|dub|slam|quip)$/.test(verb)
        ? `${verb}${verb.at(-1)}ing`
        : `${verb}ing`

function formsOf(): Map<string, CueForm[]> {
  const forms = new Map<string, CueForm[]>()
  const verbs = new Map<string, { cueClass: CueClass; frames: Set<Frame> }>()
  for (const [cueClass, allowed, list] of VERBS)
    for (const verb of list.split(' ').filter((it) => !it.includes('_'))) {
      const known = verbs.get(verb) ?? { cueClass, frames: new Set<Frame>() }
      for (const frame of allowed.split(' ')) known.frames.add(frame as Frame)
      verbs.set(verb, known)
    }
  for (const [lemma, { cueClass, frames }] of verbs) {
    const [past, participle] = IRREGULAR[lemma] ?? [ed(lemma), ed(lemma)]
    const add = (word: string, form: CueForm['form']) => {
      const list = forms.get(word) ?? []
      list.push({ lemma, cueClass, frames, form })
      forms.set(word, list)
    }
    add(s(lemma), 'finite')
    add(past, 'finite')
    add(participle, 'past')
    add(ing(lemma), 'present')
    add(lemma, 'infinitive')
    add(lemma, 'finite')
  }
  return forms
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

export const english: LanguageRules = {
  language: 'en',
  version: 'en-1',
  forms: formsOf(),
  beforeNoun: set(
    "the a an this that these those his her its their my our your 's no any some each every another recent latest new first last to of in for by such one",
  ),
  determiners: set(
    'the a an this these those his her its their my our your several some many most two three four five both each every no all',
  ),
  auxiliaries: set('has have had is are was were be been being will would could should may might must having'),
  clitics: set(''),
  adverbs: set(
    'not also already still then just even later now never always again once earlier reportedly yesterday today monday tuesday wednesday thursday friday saturday sunday however too',
  ),
  negators: set("not never n't"),
  pronouns: new Map([
    ['he', { gender: 'm', number: 's' }],
    ['she', { gender: 'f', number: 's' }],
    ['they', { gender: null, number: 'p' }],
    ['it', { gender: null, number: 's' }],
    ['him', { gender: 'm', number: 's' }],
    ['her', { gender: 'f', number: 's' }],
    ['them', { gender: null, number: 'p' }],
    ['i', { gender: null, number: 's' }],
    ['we', { gender: null, number: 'p' }],
    ['you', { gender: null, number: 's' }],
    ['one', { gender: null, number: 's' }],
  ]),
  prepositions: set(
    'of in on at to for with by from about against between during before after under over into through without since until among',
  ),
  openers: set(
    'in on at to for with by from about against between during before after under over since until among when while as if although though because despite meanwhile however but and or so yet then also still asked speaking citing according once earlier later yesterday today monday tuesday wednesday thursday friday saturday sunday last following having',
  ),
  conjunctions: set('but and or so yet'),
  that: set('that whether'),
  relatives: set('who which whom whose where'),
  according: [
    { words: ['according', 'to'], cueClass: 'say', isWeak: false },
    { words: ['in', 'the', 'words', 'of'], cueClass: 'say', isWeak: false },
    { words: ['in', 'the', 'opinion', 'of'], cueClass: 'opine', isWeak: false },
    { words: ['in', 'the', 'view', 'of'], cueClass: 'opine', isWeak: false },
    { words: ['per'], cueClass: 'say', isWeak: true },
  ],
  addressees: set('to via'),
  roles: new Map(
    'minister president director spokesman spokeswoman spokesperson official reporter correspondent researcher professor resident witness lawyer prosecutor mayor senator candidate general colonel captain expert analyst economist historian scientist doctor officer leader chief head boss ceo secretary commissioner ambassador diplomat judge pope king queen prince activist specialist author writer filmmaker coach player governor adviser advisor man woman victim bishop astronomer biologist physicist geologist engineer chairman chairwoman manager founder editor journalist student teacher owner representative member chancellor'
      .split(' ')
      .map(
        (word) =>
          [word, /woman|queen|chairwoman/.test(word) ? 'f' : /man$|king|prince$/.test(word) ? 'm' : null] as const,
      ),
  ),
  outlets: set(
    'afp reuters ap bbc cnn times guardian jazeera post newspaper magazine agency television radio wikinews associated',
  ),
  months: set('january february march april may june july august september october november december'),
  hedges: /\b(?:reportedly|allegedly|apparently|may|might|could|alleged|suspected|seem(?:s|ed)?|appear(?:s|ed)?)\b/i,
}
