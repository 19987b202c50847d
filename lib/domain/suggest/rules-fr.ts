import { type AccordingCue, byFirstWord } from './according-cues'
import type { CueClass } from './attribution'
import { conjugate } from './conjugate-fr'
import type { CueForm, Frame, LanguageRules } from './rules'

/** Reporting verbs by class and by what may follow them; written for the whole of French news, not for one dispatch. */
const VERBS: readonly [cueClass: CueClass, frames: string, infinitives: string][] = [
  [
    'say',
    'quote clause infinitive',
    'affirmer déclarer assurer raconter prétendre soutenir rapporter certifier avouer',
  ],
  [
    'say',
    'quote clause',
    'dire expliquer indiquer ajouter préciser écrire répondre noter souligner rappeler relever observer constater remarquer signaler poursuivre conclure insister rétorquer répliquer renchérir lancer témoigner marteler glisser confier détailler commenter résumer nuancer tempérer argumenter plaider clamer murmurer lâcher exposer renseigner ironiser enchaîner compléter mentionner avancer estimer juger analyser considérer prévenir avertir deviner tonner asséner surenchérir trancher tweeter twitter relater narrer spécifier stipuler révéler admettre reconnaître maintenir convenir concéder évaluer redire répéter réaffirmer réitérer continuer reprendre corriger expliciter déplorer regretter dénoncer fustiger critiquer redouter prédire pronostiquer alerter informer garantir promettre annoncer arguer objecter protester confesser motiver justifier temporiser rassurer interpeller apostropher ordonner supplier implorer crier hurler souffler railler professer philosopher lire',
  ],
  ['opine', 'quote clause', 'estimer juger penser considérer croire supposer imaginer douter pressentir'],
  ['opine', 'clause infinitive', 'espérer craindre redouter souhaiter vouloir'],
  ['opine', 'quote clause noun', 'regretter déplorer saluer critiquer fustiger condamner'],
  ['opine', 'quote noun', 'exprimer manifester'],
  ['opine', 'name', 'qualifier décrire appeler traiter surnommer présenter caractériser'],
  ['confirm', 'quote clause noun infinitive', 'confirmer corroborer valider attester'],
  ['deny', 'quote clause noun infinitive', 'démentir nier contester réfuter récuser contredire'],
  ['accuse', 'quote clause noun', 'dénoncer accuser reprocher imputer'],
  [
    'demand',
    'quote clause noun infinitive',
    'demander réclamer exiger ordonner recommander conseiller prôner préconiser proposer suggérer solliciter implorer prier requérir',
  ],
  ['demand', 'quote', 'appeler exhorter inviter'],
  [
    'announce',
    'quote clause noun infinitive',
    'annoncer promettre revendiquer proclamer révéler jurer dévoiler confier',
  ],
  ['announce', 'infinitive', 'menacer'],
  ['say', 'noun', 'évoquer invoquer citer'],
  ['say', 'phrase', 'faire'],
  ['ask', 'quote', 'demander interroger questionner'],
  [
    'say',
    'self',
    'dire déclarer montrer souvenir plaindre réjouir féliciter indigner inquiéter étonner exclamer interroger insurger vanter justifier défendre expliquer alarmer offusquer emporter',
  ],
]

function formsOf(): Map<string, CueForm[]> {
  const forms = new Map<string, CueForm[]>()
  const frames = new Map<string, { cueClass: CueClass; frames: Set<Frame> }>()
  for (const [cueClass, allowed, infinitives] of VERBS)
    for (const infinitive of infinitives.split(' ')) {
      const known = frames.get(infinitive) ?? { cueClass, frames: new Set<Frame>() }
      for (const frame of allowed.split(' ')) known.frames.add(frame as Frame)
      // The more telling class wins over plain saying.
      if (known.cueClass === 'say' && cueClass !== 'say' && !['opine', 'ask'].includes(cueClass))
        known.cueClass = cueClass
      frames.set(infinitive, known)
    }
  for (const [lemma, { cueClass, frames: allowed }] of frames) {
    const { finite, past, present, infinitive } = conjugate(lemma)
    const add = (word: string, form: CueForm['form']) => {
      const list = forms.get(word) ?? []
      if (!list.some((it) => it.form === form && it.lemma === lemma))
        list.push({ lemma, cueClass, frames: allowed, form })
      forms.set(word, list)
    }
    for (const word of finite) add(word, 'finite')
    for (const word of past) add(word, 'past')
    if (present) add(present, 'present')
    add(infinitive, 'infinitive')
  }
  return forms
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

const ACCORDING: readonly AccordingCue[] = [
  { words: ['selon'], cueClass: 'say', isWeak: false },
  { words: ["d'", 'après'], cueClass: 'say', isWeak: false },
  { words: ['suivant'], cueClass: 'say', isWeak: true },
  { words: ['aux', 'dires', 'de'], cueClass: 'say', isWeak: false },
  { words: ['aux', 'dires', 'du'], cueClass: 'say', isWeak: false },
  { words: ['aux', 'dires', 'des'], cueClass: 'say', isWeak: false },
  { words: ['aux', 'dires', "d'"], cueClass: 'say', isWeak: false },
  { words: ['au', 'dire', 'de'], cueClass: 'say', isWeak: false },
  { words: ['à', 'en', 'croire'], cueClass: 'say', isWeak: false },
  { words: ['de', 'source'], cueClass: 'say', isWeak: false },
  { words: ['de', 'sources'], cueClass: 'say', isWeak: false },
  { words: ['de', "l'", 'avis', 'de'], cueClass: 'opine', isWeak: false },
  { words: ['de', "l'", 'avis', 'du'], cueClass: 'opine', isWeak: false },
  { words: ['de', "l'", 'avis', 'des'], cueClass: 'opine', isWeak: false },
  { words: ['de', "l'", 'aveu', 'de'], cueClass: 'say', isWeak: false },
  { words: ['de', "l'", 'opinion', 'de'], cueClass: 'opine', isWeak: false },
  { words: ['de', "l'", 'opinion', "d'"], cueClass: 'opine', isWeak: false },
  { words: ['aux', 'yeux', 'de'], cueClass: 'opine', isWeak: false },
  { words: ['aux', 'yeux', 'du'], cueClass: 'opine', isWeak: false },
  { words: ['aux', 'yeux', 'des'], cueClass: 'opine', isWeak: false },
  { words: ['pour'], cueClass: 'opine', isWeak: true },
]

export const french: LanguageRules = {
  language: 'fr',
  version: 'fr-2',
  forms: formsOf(),
  beforeNoun: set(
    "le la les l' un une des du de d' au aux ce cet cette ces son sa ses leur leurs mon ma notre nos votre chaque toute tout quelque aucun aucune première premier dernière dernier nouvelle nouveau grande en par sans sous",
  ),
  determiners: set(
    "le la les l' un une des du ce cet cette ces son sa ses leur leurs plusieurs certains certaines quelques deux trois quatre cinq chaque aucun aucune tous toutes d'autres",
  ),
  auxiliaries: set(
    'a ont avait avaient aura auront aurait auraient eut eurent ait aient est sont était étaient fut furent sera serait ayant a-t avoir',
  ),
  clitics: set("ne n' lui leur nous vous me m' se s' y en te t' l'"),
  adverbs: set(
    "pas plus toujours déjà aussi également toutefois ensuite notamment encore cependant enfin néanmoins pourtant ainsi alors depuis hier aujourd'hui jeudi vendredi samedi dimanche lundi mardi mercredi bien même souvent tout quant donc parallèlement longtemps jamais d'ailleurs",
  ),
  negators: set("ne n' ni sans"),
  pronouns: new Map([
    ['il', { gender: 'm', number: 's' }],
    ['elle', { gender: 'f', number: 's' }],
    ['ils', { gender: 'm', number: 'p' }],
    ['elles', { gender: 'f', number: 'p' }],
    ['on', { gender: null, number: 's' }],
    ['lui', { gender: null, number: 's' }],
    ['eux', { gender: 'm', number: 'p' }],
    ['celui-ci', { gender: 'm', number: 's' }],
    ['celle-ci', { gender: 'f', number: 's' }],
    ['ceux-ci', { gender: 'm', number: 'p' }],
    ['je', { gender: null, number: 's' }],
    ['nous', { gender: null, number: 'p' }],
    ['ce', { gender: null, number: 's' }],
  ]),
  prepositions: set(
    "à au aux de du des d' dans sur sous pour par en chez vers avec sans lors durant pendant depuis après avant contre entre devant derrière dès malgré selon outre suite jusqu'à jusqu' auprès afin concernant quant face grâce près",
  ),
  openers: set(
    "dans sur sous pour par en chez vers avec sans lors durant pendant depuis après avant contre entre devant dès malgré selon outre suite jusqu'à jusqu' auprès afin concernant quant face grâce alors si quand lorsque lorsqu' comme puisque puisqu' tandis bien à au aux de d' interrogé interrogée interrogés interrogées contacté contactée contactés contactées joint jointe joints invité invitée acculé acculée poursuivant confirmant hier aujourd'hui demain lundi mardi mercredi jeudi vendredi samedi dimanche ainsi cependant toutefois pourtant néanmoins enfin ensuite puis mais et or car déjà parallèlement ailleurs certes finalement notamment déjà seulement surtout peu plus moins quelques vers près tout présent présente présents arrivé arrivée réunis réunies réuni réunie venu venue cité citée cités citées",
  ),
  conjunctions: set('mais et ou or car donc puis'),
  that: set("que qu'"),
  relatives: set('qui dont où laquelle lequel lesquels'),
  according: ACCORDING,
  accordingBy: byFirstWord(ACCORDING),
  addressees: set('à au aux auprès devant sur via'),
  roles: new Map(
    (
      'm: ministre président directeur porte-parole responsable journaliste correspondant chercheur universitaire habitant témoin avocat procureur préfet maire député sénateur candidat général colonel capitaine professeur expert analyste économiste historien scientifique médecin policier officier syndicaliste leader dirigeant chef patron pdg secrétaire commissaire ambassadeur diplomate négociateur médiateur juge pape roi prince opposant militant spécialiste auteur écrivain réalisateur entraîneur entraineur joueur skipper champion organisateur gouverneur conseiller producteur sociologue politologue philosophe géographe juriste magistrat gendarme pompier pilote comédien acteur chanteur artiste cinéaste blogueur éditeur fondateur pasteur rabbin résident rescapé survivant manifestant électeur étudiant enseignant syndicat démographe climatologue virologue épidémiologiste adjoint intéressé homme élu évêque imam cardinal astronome biologiste physicien géologue ingénieur père frère fils mari ' +
      'f: ministre présidente directrice porte-parole responsable correspondante chercheuse habitante avocate procureure députée sénatrice candidate professeure experte secrétaire ambassadrice juge reine princesse militante spécialiste auteure réalisatrice joueuse femme victime veuve mère sœur fille élue chancelière dirigeante'
    )
      .split(/\s+/)
      .reduce<{ gender: 'm' | 'f'; list: [string, 'm' | 'f' | null][] }>(
        (kept, word) => {
          if (word === 'm:' || word === 'f:') kept.gender = word === 'm:' ? 'm' : 'f'
          else kept.list.push([word, kept.list.some(([it]) => it === word) ? null : kept.gender])
          return kept
        },
        { gender: 'm', list: [] },
      ).list,
  ),
  outlets: set(
    'skype twitter facebook telegram whatsapp afp reuters ap rfi france le_monde le_figaro libération europe rtl bbc cnn times guardian jazeera quotidien journal hebdomadaire magazine chaîne radio agence télévision site bfmtv itélé i-télé presse',
  ),
  months: set('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  hedges:
    /\b(?:aur(?:ait|aient)|ser(?:ait|aient)|pourr(?:ait|aient)|devr(?:ait|aient)|présum\w+|prétendu\w*|apparemment|semble(?:nt|rait)?)\b/i,
}
