import type { FieldFault } from './fault'
import type { HopRole, HopScope } from './vocabulary'

/** One link of an attribution chain as a person sees it; position 1 spoke first, the last one published. */
export type ChainHop = {
  sourceSlug: string
  sourceName: string
  isNamed: boolean
  role: HopRole
  verb: string | null
  medium: string | null
  language: string | null
  scope: HopScope
}

/** Most hops a chain may have: speaker, interpreter, correspondent, agency, outlet, and a few reprints. */
export const MAX_HOPS = 12

/**
 * What is wrong with the roles of a chain, by hop. A chain has at least one hop; whoever publishes (outlet) does not
 * come before whoever speaks; nobody speaks after an unattributed voice stood in for the speaker.
 */
export function chainFaults(roles: readonly HopRole[], field = 'chain'): FieldFault[] {
  if (roles.length === 0) return [{ field, reason: 'chain_empty' }]
  if (roles.length > MAX_HOPS) return [{ field, reason: 'too_long', values: { max: MAX_HOPS } }]
  const faults: FieldFault[] = []
  roles.forEach((role, i) => {
    const isVoice = role === 'speaker' || role === 'witness' || role === 'unattributed'
    const after = roles.slice(0, i)
    if (
      ((role === 'speaker' || role === 'witness') && after.includes('unattributed')) ||
      (isVoice && after.some((earlier) => earlier === 'outlet' || earlier === 'agency' || earlier === 'interpreter'))
    )
      faults.push({ field: `${field}.${i}.role`, reason: 'chain_role_order' })
  })
  return faults
}

/** The chain as one line, as in claims.csv: `Abdou Dardar (speaker) > AFP (agency)`; an ambiguous hop says so. */
export const chainLine = (chain: readonly Pick<ChainHop, 'sourceName' | 'role' | 'scope'>[]): string =>
  chain
    .map(({ sourceName, role, scope }) => `${sourceName} (${role}${scope === 'ambiguous' ? ', ambiguous' : ''})`)
    .join(' > ')

/**
 * Where the words come from: the first hop that is a voice, else the first hop. Two occurrences with one origin are one
 * source, however many outlets printed them ("3 outlets, 1 origin").
 */
export const originOf = <H extends { role: HopRole; sourceSlug: string }>(chain: readonly H[]): H | undefined =>
  chain.find(({ role }) => isVoice(role)) ?? chain[0]

const isVoice = (role: HopRole): boolean => role === 'speaker' || role === 'witness' || role === 'correspondent'

/**
 * What tells two origins apart. A voice is its own origin, whoever carried it. Words without a voice are the narration of
 * the first outlet or agency that printed them: two outlets that narrate without naming anybody are two origins, never one.
 */
export function originKeyOf(chain: readonly { role: HopRole; sourceSlug: string }[]): string | null {
  const origin = originOf(chain)
  if (!origin) return null
  if (isVoice(origin.role)) return origin.sourceSlug
  const carrier = chain.find(({ role }) => role === 'agency' || role === 'outlet')
  return carrier ? `narration.${carrier.sourceSlug}` : origin.sourceSlug
}

/** Outlets and agencies that carried the words, and the distinct origins behind them. */
export function countOrigins(chains: readonly (readonly Pick<ChainHop, 'role' | 'sourceSlug'>[])[]): {
  outlets: number
  origins: number
} {
  const outlets = new Set<string>()
  const origins = new Set<string>()
  for (const chain of chains) {
    for (const hop of chain) if (hop.role === 'outlet' || hop.role === 'agency') outlets.add(hop.sourceSlug)
    const origin = originKeyOf(chain)
    if (origin !== null) origins.add(origin)
  }
  return { outlets: outlets.size, origins: origins.size }
}
