import type { Credibility, Reliability } from '@/lib/domain/assessment'
import { count } from './format'

const n = (one: string, other: string) => (many: number) => count('en', many, { one, other })
const alone = (what: string, of: number) => (of === 1 ? `only ${what}` : `one of ${of} ${what}s`)

/** The desk's sentences about one source. The French ones have the same keys, or they do not compile. */
export const deskSourcesEn = {
  kicker: 'Sources',
  publicPage: 'public page',
  notPublic: 'not public',
  isProtected: 'Protected',
  protectedLead:
    'This is an alias. What could name the person stands on no page; only a source keeper may reveal it, with a reason that is kept.',
  notNamed: 'The text does not name them.',
  affiliation: 'Affiliation',
  roleWords: 'In the words of the text',
  language: 'Language',
  address: 'Address',
  chains: 'Chains it stands in',
  chainsNone: 'It stands in no chain yet.',
  toDispatches: 'To the texts',
  passages: n('passage', 'passages'),
  role: 'Role',
  chain: 'Chain',
  where: 'Where',
  sensitivity: {
    title: 'If this source falls',
    lead: 'Verdicts that stand on it. Those that have nothing else to stand on come first.',
    none: 'No verdict stands on it.',
    falls: 'falls',
    weakened: 'weakened, does not fall',
    figures: (falls: number, weakened: number) => `${n('verdict falls', 'verdicts fall')(falls)}, ${weakened} weakened`,
    claim: 'Claim',
    verdict: 'Verdict',
    effect: 'Without it',
    why: 'Because it is',
    unpublished: 'not published',
    named: 'named by the verdict',
    origin: (of: number) => alone('origin', of),
    carrier: (of: number): string =>
      of === 1 ? 'the only way its words reach us' : 'one of the ways its words reach us',
    evidence: (of: number): string => (of === 1 ? 'only publisher of evidence' : `one of ${of} publishers of evidence`),
    position: (of: number, letter: string) => `${alone('origin', of)} of position ${letter}`,
  },
  assess: {
    title: 'How it is judged',
    lead: 'Two independent judgements. F and 6 mean “cannot be judged”, not “worst”. Later ones stand beside earlier ones.',
    none: 'Nobody has judged this source yet.',
    reliability: 'Reliability of the source',
    credibility: 'Credibility of what it says',
    unset: 'not judged',
    rationale: 'Why',
    by: 'By',
    when: 'When',
    add: 'Judge it',
    submit: 'Add this judgement',
    done: 'Your judgement is added.',
    reliabilityIs: {
      A: 'completely reliable',
      B: 'usually reliable',
      C: 'fairly reliable',
      D: 'not usually reliable',
      E: 'unreliable',
      F: 'cannot be judged',
    } satisfies Record<Reliability, string>,
    credibilityIs: {
      1: 'confirmed by other sources',
      2: 'probably true',
      3: 'possibly true',
      4: 'doubtful',
      5: 'improbable',
      6: 'cannot be judged',
    } satisfies Record<Credibility, string>,
  },
}
