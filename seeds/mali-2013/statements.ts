import type { PropertyCode } from '@/lib/domain/property'
import { shadow } from '@/lib/domain/text'
import type { Said, Sample, SampleClaim } from './shape'

/** One statement as it is to be recorded: what this claim says about this property of this event. */
export type SampleStatement = {
  claim: string
  property: PropertyCode
  event: string
  value: string
  words: string | null
}

/** Every statement of a sample, at most one per claim and property: the claim's own first, then what only a conflict reads in it. */
export function statementsOf({ claims, conflicts }: Pick<Sample, 'claims' | 'conflicts'>): SampleStatement[] {
  const statements = new Map<string, SampleStatement>()
  const byRef = new Map(claims.map((claim) => [claim.ref, claim]))
  const add = (claim: SampleClaim, property: PropertyCode, said: Said, event: string) => {
    const key = `${claim.ref} ${property}`
    if (!statements.has(key)) statements.set(key, { claim: claim.ref, property, ...read(claim, said, event) })
  }
  for (const claim of claims)
    for (const [property, said] of Object.entries(claim.statements))
      add(claim, property as PropertyCode, said, claim.event)
  for (const { property, event, positions } of conflicts)
    for (const { claims: holders } of positions)
      for (const [ref, said] of Object.entries(holders)) {
        const claim = byRef.get(ref)
        if (!claim) throw new Error(`a conflict names ${ref}, which is no claim of this sample`)
        add(claim, property, said, event)
      }
  return [...statements.values()]
}

function read(claim: SampleClaim, said: Said, event: string): Pick<SampleStatement, 'value' | 'words' | 'event'> {
  if (typeof said === 'string') return { value: said, words: ownLetters(claim.says, said), event }
  return { value: said.value, words: said.words ?? ownLetters(claim.says, said.value), event: said.about ?? event }
}

/** The letters of the quotation where these words stand in it, whatever the case and the shape of quotes and spaces. */
function ownLetters(quotation: string, words: string): string | null {
  const at = shadow(quotation).toLowerCase().indexOf(shadow(words).toLowerCase())
  return at < 0 ? null : quotation.slice(at, at + words.length)
}
