/** What a form of an English verb may be. `past` also stands for the participle when they are the same word. */
export type Tense = 'base' | 'third' | 'past' | 'participle' | 'ing'

/** Past and participle of verbs that are not regular. */
const IRREGULAR: Record<string, [past: string, participle: string]> = Object.fromEntries(
  'arise:arose:arisen be:was:been bear:bore:borne beat:beat:beaten become:became:become begin:began:begun bind:bound:bound bite:bit:bitten bleed:bled:bled blow:blew:blown break:broke:broken breed:bred:bred bring:brought:brought build:built:built burn:burned:burned burst:burst:burst buy:bought:bought catch:caught:caught choose:chose:chosen cling:clung:clung come:came:come cost:cost:cost creep:crept:crept cut:cut:cut deal:dealt:dealt dig:dug:dug do:did:done draw:drew:drawn drink:drank:drunk drive:drove:driven eat:ate:eaten fall:fell:fallen feed:fed:fed feel:felt:felt fight:fought:fought find:found:found flee:fled:fled fly:flew:flown forbid:forbade:forbidden foresee:foresaw:foreseen forget:forgot:forgotten forgive:forgave:forgiven freeze:froze:frozen get:got:got give:gave:given go:went:gone grind:ground:ground grow:grew:grown hang:hung:hung have:had:had hear:heard:heard hide:hid:hidden hit:hit:hit hold:held:held hurt:hurt:hurt keep:kept:kept know:knew:known lay:laid:laid lead:led:led leave:left:left lend:lent:lent let:let:let lie:lay:lain lose:lost:lost make:made:made mean:meant:meant meet:met:met overcome:overcame:overcome overthrow:overthrew:overthrown pay:paid:paid put:put:put quit:quit:quit read:read:read ride:rode:ridden ring:rang:rung rise:rose:risen run:ran:run say:said:said see:saw:seen seek:sought:sought sell:sold:sold send:sent:sent set:set:set shake:shook:shaken shed:shed:shed shine:shone:shone shoot:shot:shot show:showed:shown shut:shut:shut sing:sang:sung sink:sank:sunk sit:sat:sat sleep:slept:slept slide:slid:slid speak:spoke:spoken speed:sped:sped spend:spent:spent spin:spun:spun split:split:split spread:spread:spread stand:stood:stood steal:stole:stolen stick:stuck:stuck strike:struck:struck swear:swore:sworn sweep:swept:swept swim:swam:swum swing:swung:swung take:took:taken teach:taught:taught tear:tore:torn tell:told:told think:thought:thought throw:threw:thrown understand:understood:understood undergo:underwent:undergone undertake:undertook:undertaken uphold:upheld:upheld wake:woke:woken wear:wore:worn weep:wept:wept win:won:won withdraw:withdrew:withdrawn withhold:withheld:withheld write:wrote:written'
    .split(' ')
    .map((entry) => {
      const [verb = '', past = '', participle = ''] = entry.split(':')
      return [verb, [past, participle] as [string, string]]
    }),
)

const DOUBLING =
  /^(?:admit|dub|slam|quip|stop|plan|drop|grab|ban|beg|rob|step|ship|wrap|occur|refer|prefer|permit|commit|submit|control|regret|transfer|trap|kidnap|travel|cancel|cut|get|hit|let|put|run|set|shut|sit|swim|win|quit|begin|forget|split|spin|dig)$/

const third = (verb: string) =>
  verb === 'have'
    ? 'has'
    : /(?:s|sh|ch|x|z|[^e]o)$/.test(verb)
      ? `${verb}es`
      : /[^aeiou]y$/.test(verb)
        ? `${verb.slice(0, -1)}ies`
        : `${verb}s`
const regular = (verb: string) =>
  /e$/.test(verb)
    ? `${verb}d`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ied`
      : DOUBLING.test(verb)
        ? `${verb}${verb.at(-1)}ed`
        : `${verb}ed`
const ing = (verb: string) =>
  /(?:ee|oe|ye)$/.test(verb)
    ? `${verb}ing`
    : /ie$/.test(verb)
      ? `${verb.slice(0, -2)}ying`
      : /e$/.test(verb) && verb.length > 2
        ? `${verb.slice(0, -1)}ing`
        : DOUBLING.test(verb)
          ? `${verb}${verb.at(-1)}ing`
          : `${verb}ing`

/** Every form of a verb, by what it may be. */
export function formsOfVerb(verb: string): Record<Tense, string> {
  const [past, participle] = IRREGULAR[verb] ?? [regular(verb), regular(verb)]
  return { base: verb, third: third(verb), past, participle, ing: ing(verb) }
}

/** Verbs that are common in news: enough to see that a clause has one. Words in -ed are taken for verbs in any case. */
const COMMON =
  'accept accuse act add affect agree aim allow answer appear apply approach argue arrest arrive ask attack attempt attend avoid back ban base believe belong block call cancel capture care carry cause change charge check claim clear close collect combine come compare complain concern confirm consider consist contain continue contribute control cover create cross damage decide declare decrease defend define delay deliver demand deny depend describe deserve destroy detain develop die disagree discuss dominate doubt drop earn emerge encourage end enjoy enter escape estimate exceed exist expect explain express extend face fail favor favour feature fear fire fit focus follow force form gain govern handle happen hate help hire hope identify ignore impact implement imply impose improve include increase indicate influence intend intervene invade involve join kill know lack last launch learn like live locate look love manage mark matter mention merge miss monitor move need notice occupy occur offer open operate oppose order own participate pass perform persist plan play point pose possess practice prefer prepare present press prevent produce progress promise protect prove provide publish pull push raise rank reach receive recommend recover reduce reflect refuse regret reject relate release rely remain remember remove repeat replace report represent request require resist resolve respond rest restore result resume retain return reveal risk rule save score seem seize serve settle share shell show sign sound start state stay stem stop strengthen struggle study submit suffer suggest supply support suppose surround survive suspect target tend test thank threaten touch track treat trust try turn understand unite urge use value vary violate visit vote wait walk want warn watch welcome wish work worry'.split(
    ' ',
  )

const TENSES: ReadonlyMap<string, ReadonlySet<Tense>> = (() => {
  const known = new Map<string, Set<Tense>>()
  for (const verb of [...COMMON, ...Object.keys(IRREGULAR)])
    for (const [tense, word] of Object.entries(formsOfVerb(verb)))
      known.set(word, (known.get(word) ?? new Set()).add(tense as Tense))
  return known
})()
const NONE: ReadonlySet<Tense> = new Set()
const ED: ReadonlySet<Tense> = new Set(['past', 'participle'])

/** What a word may be as a form of a verb; empty when it is none that is known. */
export const tensesOf = (low: string): ReadonlySet<Tense> =>
  TENSES.get(low) ?? (/[a-z]{2}ed$/.test(low) && !NOT_VERBS.test(low) ? ED : NONE)
const NOT_VERBS =
  /^(?:hundred|indeed|naked|sacred|wicked|kindred|biased|seed|weed|beloved|shed|deed|heed|reed|greed|creed|embed|sled)$/
