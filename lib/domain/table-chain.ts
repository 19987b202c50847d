import { chainFaults, MAX_HOPS } from './chain'
import { kindOfName } from './suggested-claim'
import type { CellFault } from './table-columns'
import { codePointLength, MAX_LINE_LENGTH } from './text'
import { HOP_ROLES, type HopRole, type HopScope, type SourceKind } from './vocabulary'

/** One hop of a chain as a cell says it; without a role the source tells it (`rolesOfChain`). */
export type ChainHop = { name: string; role: HopRole | null; scope: HopScope }
type Refusal = Omit<CellFault, 'at'>
/** What stands between two hops. Only with a space on either side: a name may have such a mark in it. */
const BETWEEN = /(?:^|\s+)[>→](?=\s|$)/u
/** The words at the end of a hop that say its role: `Abdou Dardar (speaker)`, `Le Figaro (outlet, ambiguous)`. */
const TOLD = /^(.*\S)\s*\(([^()]*)\)$/su
/** An identity that is kept from readers is written so (lib/data/export-claims.ts). */
const WITHHELD = /^(?:…|\.{3})$/u
/** Roles as French newsrooms write them, beside our own codes. */
const ROLES_IN_FRENCH: Readonly<Record<string, HopRole>> = {
  locuteur: 'speaker',
  locutrice: 'speaker',
  interprète: 'interpreter',
  témoin: 'witness',
  correspondant: 'correspondent',
  correspondante: 'correspondent',
  agence: 'agency',
  'agence de presse': 'agency',
  média: 'outlet',
  'sans source': 'unattributed',
}
const AMBIGUOUS = /^(?:ambiguous|ambigu|ambiguë|ambigüe)$/u

const roleIn = (words: string): HopRole | null =>
  HOP_ROLES.find((it) => it === words) ??
  (Object.hasOwn(ROLES_IN_FRENCH, words) ? (ROLES_IN_FRENCH[words] ?? null) : null)

/** The hops of a cell that `chainLine` wrote, or a person: roles may be missing. Or why it is no chain. */
export function readChain(cell: string): ChainHop[] | Refusal {
  const parts = cell.split(BETWEEN).map((it) => it.trim())
  if (parts.length > MAX_HOPS) return { code: 'chain_too_long', told: { max: MAX_HOPS } }
  const hops: ChainHop[] = []
  for (const part of parts) {
    const hop = readHop(part)
    if ('code' in hop) return hop
    hops.push(hop)
  }
  return hops
}

function readHop(part: string): ChainHop | Refusal {
  const [, name = part, told] = TOLD.exec(part) ?? []
  if (part === '') return { code: 'chain_hop_empty' }
  if (WITHHELD.test(name)) return { code: 'chain_hop_withheld' }
  if (codePointLength(name) > MAX_LINE_LENGTH) return { code: 'too_long', told: { max: MAX_LINE_LENGTH } }
  if (told === undefined) return { name, role: null, scope: 'explicit' }
  const [first = '', ...more] = told.split(',').map((it) => it.trim().toLowerCase())
  const role = roleIn(first)
  const isScope = more.length === 0 || (more.length === 1 && AMBIGUOUS.test(more[0] ?? ''))
  if (role === null || !isScope)
    return { code: 'chain_role_unknown', told: { name, role: told.trim(), choices: HOP_ROLES.join(', ') } }
  return { name, role, scope: more.length === 0 ? 'explicit' : 'ambiguous' }
}

/** What a chain is made of, once its sources are known; the last of it is the publisher of the dispatch, where it has one. */
export type ChainShape = readonly { role: HopRole | null; kind: SourceKind }[]
/** What is wrong with the hop at this place of a chain (from 0), or with all of it. */
export type ShapeFault = Refusal & { hop: number | null }

/** The roles of a chain, each said or told by what its source is; or what makes it no chain. */
export function rolesOfChain(shape: ChainShape, hasPublisher: boolean): HopRole[] | ShapeFault {
  if (shape.length > MAX_HOPS) return { code: 'chain_too_long', told: { max: MAX_HOPS }, hop: null }
  const roles = shape.map(({ role, kind }, i) => role ?? roleOfBare(kind, i === 0))
  const bare = roles.indexOf(null)
  const known = roles.filter((it) => it !== null)
  if (bare >= 0) return { code: 'chain_role_missing', told: { choices: HOP_ROLES.join(', ') }, hop: bare }
  const [fault] = chainFaults(known)
  if (fault) return { code: 'chain_role_order', hop: Number(fault.field.split('.')[1] ?? 0) }
  const last = known.at(-1)
  if (!hasPublisher && last !== 'outlet' && last !== 'agency') return { code: 'no_publisher', hop: null }
  return known
}

/** A name alone is who says it; an agency or an outlet carries it. Whoever else comes later must be told apart. */
function roleOfBare(kind: SourceKind, isFirst: boolean): HopRole | null {
  if (kind === 'agency' || kind === 'outlet') return kind
  if (!isFirst) return null
  return kind === 'unspecified' ? 'unattributed' : 'speaker'
}

/** What a source is that nobody knew: by its role in the chain, else by what its name looks like. */
export function kindOfNewSource(name: string, role: HopRole | null): SourceKind {
  if (role === 'agency' || role === 'outlet') return role
  if (role === 'unattributed') return 'unspecified'
  const kind = kindOfName(name)
  const isPerson = role === 'interpreter' || role === 'witness' || role === 'correspondent'
  return isPerson && kind !== 'anonymous_person' ? 'person' : kind
}
