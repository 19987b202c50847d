import { type AccordingCue, byFirstWord } from './according-cues'
import type { CueClass } from './attribution'
import { formsOfVerb } from './conjugate-en'
import type { CueForm, Frame, LanguageRules } from './rules'

/** `clause`: a bare clause may follow with little to show it; `mind`: only one that shows itself, for these verbs take objects too. */
const VERBS: readonly [cueClass: CueClass, frames: string, infinitives: string][] = [
  [
    'say',
    'quote clause',
    'say add tell argue insist stress reply remark observe admit concede assert affirm contend allege joke quip caution warn',
  ],
  [
    'say',
    'quote mind',
    'explain claim maintain state note rule determine guarantee write respond answer comment conclude acknowledge recall mention indicate reveal disclose testify declare predict reiterate repeat emphasize emphasise underline underscore suggest estimate report speculate recount continue assure inform remind notify advise boast lament recount complain signal highlight read shout whisper tweet post',
  ],
  ['say', 'quote', 'retort interject exclaim'],
  ['say', 'quote infinitive', 'claim'],
  ['say', 'mind', 'show find express mean'],
  ['opine', 'quote clause', 'think believe fear hope suspect doubt reckon argue'],
  [
    'opine',
    'mind',
    'know realize realise remember understand recognize recognise forget expect anticipate guess imagine learn discover hear see notice assume figure wish feel consider conclude worry decide',
  ],
  ['opine', 'quote noun', 'criticize criticise praise condemn blast hail welcome slam denounce'],
  ['opine', 'name', 'describe call label dub brand characterize characterise'],
  ['confirm', 'quote mind noun', 'confirm corroborate verify'],
  ['deny', 'quote mind noun', 'deny dispute refute reject contradict dismiss'],
  ['accuse', 'quote noun', 'accuse blame'],
  ['demand', 'noun', 'demand'],
  ['demand', 'quote mind infinitive', 'demand request recommend propose'],
  ['demand', 'quote', 'urge order implore press beg'],
  ['demand', 'name', 'call'],
  ['announce', 'quote mind infinitive', 'promise pledge vow threaten'],
  ['announce', 'quote mind', 'announce proclaim declare agree'],
  ['ask', 'quote', 'ask wonder inquire question'],
]

function formsOf(): Map<string, CueForm[]> {
  const forms = new Map<string, CueForm[]>()
  const verbs = new Map<string, { cueClass: CueClass; frames: Set<Frame> }>()
  for (const [cueClass, allowed, list] of VERBS)
    for (const verb of list.split(' ')) {
      const known = verbs.get(verb) ?? { cueClass, frames: new Set<Frame>() }
      for (const frame of allowed.split(' ')) known.frames.add(frame as Frame)
      verbs.set(verb, known)
    }
  for (const [lemma, { cueClass, frames }] of verbs) {
    const { base, third, past, participle, ing } = formsOfVerb(lemma)
    const add = (word: string, form: CueForm['form']) => {
      const list = forms.get(word) ?? []
      list.push({ lemma, cueClass, frames, form })
      forms.set(word, list)
    }
    add(third, 'finite')
    add(past, 'finite')
    add(participle, 'past')
    add(ing, 'present')
    add(base, 'infinitive')
    add(base, 'finite')
  }
  return forms
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

const ACCORDING: readonly AccordingCue[] = [
  { words: ['according', 'to'], cueClass: 'say', isWeak: false },
  { words: ['in', 'the', 'words', 'of'], cueClass: 'say', isWeak: false },
  { words: ['in', 'the', 'opinion', 'of'], cueClass: 'opine', isWeak: false },
  { words: ['in', 'the', 'view', 'of'], cueClass: 'opine', isWeak: false },
  { words: ['per'], cueClass: 'say', isWeak: true },
]

export const english: LanguageRules = {
  language: 'en',
  version: 'en-3',
  forms: formsOf(),
  beforeNoun: set(
    "the a an this that these those his her its their my our your 's no any some each every another recent latest new first last to of in for by such one",
  ),
  determiners: set(
    'the a an this these those his her its their my our your several some many most two three four five both each every no all one neither',
  ),
  auxiliaries: set('has have had is are was were be been being will would could should may might must having'),
  clitics: set(''),
  adverbs: set(
    'not only almost also already still then just even later now never always again once earlier reportedly yesterday today monday tuesday wednesday thursday friday saturday sunday however too',
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
    'of in on at to for with by from about against between during before after under over into through without since until among via per across around near amid despite within behind beyond toward towards upon along above below outside inside',
  ),
  openers: set(
    'in on at to for with by from about against between during before after under over since until among when while as if although though because despite meanwhile however but and or so yet then also still asked speaking citing according once earlier later yesterday today monday tuesday wednesday thursday friday saturday sunday last following having',
  ),
  conjunctions: set('but and or so yet'),
  that: set('that whether'),
  relatives: set('who which whom whose where'),
  according: ACCORDING,
  accordingBy: byFirstWord(ACCORDING),
  addressees: set('to via'),
  roles: new Map(
    'minister president director spokesman spokeswoman premier congressman congresswoman governor sheriff deputy attorney superintendent principal pastor priest imam fisherman farmer worker driver nurse soldier rebel survivor envoy lawmaker legislator militant commander surgeon veteran singer actor actress artist musician filmmaker critic columnist anchor curator conservator inspector detective trader investor executive organizer organiser campaigner protester demonstrator spokesperson official reporter correspondent researcher professor resident witness lawyer prosecutor mayor senator candidate general colonel captain expert analyst economist historian scientist doctor officer leader chief head boss ceo secretary commissioner ambassador diplomat judge pope king queen prince activist specialist author writer filmmaker coach player governor adviser advisor man woman victim bishop astronomer biologist physicist geologist engineer chairman chairwoman manager founder editor journalist student teacher owner representative member chancellor'
      .split(' ')
      .map(
        (word) =>
          [word, /woman|queen|chairwoman/.test(word) ? 'f' : /man$|king|prince$/.test(word) ? 'm' : null] as const,
      ),
  ),
  outlets: set(
    'skype twitter facebook telegram whatsapp afp reuters ap bbc cnn times guardian jazeera post newspaper magazine agency television radio wikinews associated news press telegraph independent cbs nbc abc cnbc npr xinhua tass yonhap bloomberg politico axios herald tribune gazette',
  ),
  months: set('january february march april may june july august september october november december'),
  hedges: /\b(?:reportedly|allegedly|apparently|may|might|could|alleged|suspected|seem(?:s|ed)?|appear(?:s|ed)?)\b/i,
}
