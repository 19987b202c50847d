import { describe, expect, test } from 'vitest'
import { readInput } from '@/lib/domain/input'
import { CodePoints } from '@/lib/domain/quote'
import { suggest } from '@/lib/domain/suggest/suggest'
import { AcceptedClaim, claimOfSuggestion, isAsProposed } from '@/lib/domain/suggested-claim'
import { proposalsOf, type SuggestedClaim } from '@/lib/domain/suggestion'
import { typedClaimOf } from '@/lib/domain/suggestion-form'

const TEXT =
  'Contacté par FRANCE 24 via Skype, un habitant a raconté la nuit : « Ils ont pris la ville. »\n\nSelon le Figaro, des forces ont pris position.'
const FIGARO = '01a21668-99f4-7000-a8e9-9f71ee185c80'
const known = [{ id: FIGARO, name: 'Figaro', kind: 'outlet' as const }]
const claimsOf = (text: string, taken: { start: number; end: number }[] = []) =>
  proposalsOf(suggest(text), { taken, authorityOf: () => null }).flatMap(({ value, key }) =>
    value.kind === 'claim' ? [{ value, key }] : [],
  )
const made = (value: SuggestedClaim, publisherId: string | null = null) =>
  claimOfSuggestion(new CodePoints(TEXT), value, { sources: known, publisherId })
const named = (name: string) => {
  const it = claimsOf(TEXT).find(({ value }) => value.sourceName?.includes(name))
  if (!it) throw new Error(`${name} says nothing`)
  return it.value
}

describe('the claim a suggestion proposes', () => {
  test('names a source that is known by its id, whatever its article', () => {
    expect(made(named('Figaro')).chain[0]).toMatchObject({ role: 'speaker', sourceId: FIGARO })
  })

  test('does not put the publisher behind itself', () => {
    expect(made(named('Figaro'), FIGARO).chain).toHaveLength(1)
  })

  test('takes a common noun for somebody who is not named, and Skype for a way of speaking', () => {
    const [voice, ...relays] = made(named('habitant')).chain
    expect(voice).toMatchObject({ kind: 'anonymous_person', sourceId: null })
    expect(relays.map(({ name }) => name)).not.toContain('Skype')
  })

  test('is the words of the text without their marks', () => {
    const { span, kind } = made(named('habitant'))
    expect([TEXT.slice(span.start, span.end), kind]).toEqual(['Ils ont pris la ville.', 'direct_quote'])
  })
})

test('a passage that is a claim already is not proposed', () => {
  const all = claimsOf(TEXT)
  const [first] = all
  const taken = first?.value.content.slice(0, 1) ?? []
  expect(claimsOf(TEXT, taken).map(({ key }) => key)).toEqual(all.slice(1).map(({ key }) => key))
})

test('the form of a suggestion, sent as it stands, is what was proposed; one changed word is a change', () => {
  const claim = made(named('Figaro'))
  const exact = TEXT.slice(claim.span.start, claim.span.end)
  const form = {
    exact,
    original: exact,
    start: claim.span.start,
    statementFr: claim.statementFr,
    statementEn: '',
    kind: claim.kind,
    quoteScopes: claim.quoteScopes,
    modality: claim.modality,
    isCheckable: 'yes' as const,
    eventId: '',
    whenWords: '',
    whenEdtf: '',
    whenBasis: 'unknown' as const,
    placeWords: '',
    chain: [
      ...claim.chain.map(({ verb, medium, sourceId, ...hop }) => ({
        ...hop,
        verb: verb ?? '',
        medium: medium ?? '',
        sourceId: sourceId ?? '',
      })),
      { role: '' as const, sourceId: '', name: '', kind: 'unspecified' as const, verb: '', medium: '' },
    ],
  }
  const typed = (more: Partial<typeof form>) => readInput(AcceptedClaim, typedClaimOf({ ...form, ...more }))
  expect(isAsProposed(claim, typed({}), claim.span)).toBe(true)
  expect(isAsProposed(claim, typed({ statementFr: 'Autre chose.' }), claim.span)).toBe(false)
  expect(isAsProposed(claim, typed({ modality: 'hedged' }), claim.span)).toBe(false)
})
