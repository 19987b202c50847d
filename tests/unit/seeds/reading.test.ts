import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shadow } from '@/lib/domain/text'
import { SAMPLE } from '@/seeds/mali-2013/sample'
import type { Said } from '@/seeds/mali-2013/shape'

/** The careful reading the sample was made from. It stays outside the repository: without it these tests are skipped. */
const READING = new URL('../../../../shared/data/mali-2013/reading.json', import.meta.url)
const isHere = existsSync(READING)
if (!isHere) console.info('skipped: the reading is not beside this checkout (../shared/data/mali-2013/reading.json)')

type Reading = {
  sources: { id: string; name: string; named: boolean; affiliation?: string; role_text?: string }[]
  events: { id: string; claims: string[] }[]
  claims: {
    id: string
    quote: string
    start: number
    end: number
    statement_fr: string
    statement_en: string
    sources: { source: string; role: string; scope?: string }[]
    kind: string
    event: string
    event_date: string | null
    event_date_text: string | null
    actors: string[]
    attributes: Record<string, string | null>
    checkable: boolean
  }[]
  conflicts: {
    id: string
    class: string
    severity: string
    attribute: string
    claims: string[]
    values: { claim: string; value: string }[]
    explanation: string
    explanation_fr: string
  }[]
  relations: { type: string; claims: string[] }[]
  external_evidence: { id: string; url: string; excerpt: string; bears_on: string[]; note: string }[]
}

const reading: Reading = isHere ? JSON.parse(readFileSync(READING, 'utf8')) : { claims: [], conflicts: [] }
/** The reading is typed plainly; ours is set in type. Quotes, spaces, ellipses and the place of a full stop do not count. */
const plain = (words: string) =>
  shadow(words)
    .replace(/…/g, '...')
    .replace(/\(\.\.\.\) /g, '')
    .replace(/\. ?»/g, ' »')
    // The reading speaks of itself as a file; a reader of the page has no such file.
    .replace('dates in this gold file', 'dates given here')
    .replace('calendaires de ce fichier', 'calendaires données ici')
const valueSaid = (said: Said | undefined) => (typeof said === 'string' ? said : (said?.value ?? null))

describe.skipIf(!isHere)('the sample says what the reading says', () => {
  test('about who is cited', () => {
    const ours = new Map(SAMPLE.sources.map((source) => [source.name, source]))
    expect(SAMPLE.sources.map(({ name }) => name)).toEqual(reading.sources.map(({ name }) => name))
    for (const { name, named, affiliation, role_text } of reading.sources) {
      expect(ours.get(name)).toMatchObject({ isNamed: named, affiliation: affiliation ?? null })
      if (role_text) expect(ours.get(name)?.roleWords).toBe(role_text)
    }
  })

  test('about each claim: words, place, statement, event, date, actors', () => {
    for (const [i, theirs] of reading.claims.entries()) {
      const claim = SAMPLE.claims[i]
      expect(claim, theirs.id).toMatchObject({
        ref: theirs.id,
        says: theirs.quote,
        at: theirs.start,
        event: theirs.event,
        kind: theirs.kind.replace(' ', '_'),
        checkable: theirs.checkable,
      })
      expect(plain(claim?.fr ?? ''), theirs.id).toBe(plain(theirs.statement_fr))
      expect(plain(claim?.en ?? ''), theirs.id).toBe(plain(theirs.statement_en))
      expect(claim?.when?.edtf ?? null, theirs.id).toBe(theirs.event_date)
      expect(claim?.when?.words ?? null, theirs.id).toBe(theirs.event_date_text)
      expect(claim?.actors.map(plain), theirs.id).toEqual(theirs.actors.map(plain))
    }
  })

  test('about each chain', () => {
    const names = new Map(SAMPLE.sources.map(({ key, name }) => [key, name]))
    for (const [i, theirs] of reading.claims.entries())
      expect(
        SAMPLE.claims[i]?.chain.map(({ source, role, scope }) => [names.get(source), role, scope ?? 'explicit']),
        theirs.id,
      ).toEqual(
        theirs.sources.map(({ source, role, scope }) => [
          source,
          role === 'announcer' ? 'speaker' : role,
          scope ?? 'explicit',
        ]),
      )
  })

  test('about each property, silence left out', () => {
    for (const [i, theirs] of reading.claims.entries()) {
      const said = Object.entries(theirs.attributes).flatMap(([property, value]) =>
        value === null ? [] : [[property, plain(value)]],
      )
      const ours = Object.entries(SAMPLE.claims[i]?.statements ?? {}).map(([property, value]) => [
        property,
        plain(valueSaid(value) ?? ''),
      ])
      expect(ours, theirs.id).toEqual(said)
    }
  })

  test('about each conflict: who is in it, what each says, why it matters', () => {
    for (const [i, theirs] of reading.conflicts.entries()) {
      const conflict = SAMPLE.conflicts[i]
      expect(conflict, theirs.id).toMatchObject({
        ref: theirs.id,
        class: theirs.class.replace(' only', ''),
        severity: theirs.severity,
        property: theirs.attribute,
      })
      const ours = conflict?.positions.flatMap(({ claims }) =>
        Object.entries(claims).map(([ref, said]) => `${ref} ${plain(valueSaid(said) ?? '')}`),
      )
      expect(ours?.sort(), theirs.id).toEqual(
        theirs.values.map(({ claim, value }) => `${claim} ${plain(value)}`).sort(),
      )
      expect(plain(conflict?.explanation.fr ?? ''), theirs.id).toBe(plain(theirs.explanation_fr))
      expect(plain(conflict?.explanation.en ?? ''), theirs.id).toBe(plain(theirs.explanation))
    }
  })

  test('about the excerpts from outside and what they bear on', () => {
    expect(SAMPLE.evidence.map(({ ref, url, excerpt }) => ({ ref, url, excerpt }))).toEqual(
      reading.external_evidence.map(({ id, url, excerpt }) => ({ ref: id, url, excerpt })),
    )
    for (const [i, theirs] of reading.external_evidence.entries()) {
      const ours = SAMPLE.evidence[i]?.bears.flatMap((bearing) => ('conflict' in bearing ? bearing.conflict : []))
      expect(ours, theirs.id).toEqual(theirs.bears_on)
    }
  })

  test('about the claims that repeat, support or belong to one another', () => {
    const pairs = reading.relations.flatMap(({ type, claims: [first, ...others] }) =>
      others.map((other) => `${type.replace('-', '_')} ${[first, other].sort().join(' ')}`),
    )
    expect(SAMPLE.relations.map(({ kind, from, to }) => `${kind} ${[from, to].sort().join(' ')}`).sort()).toEqual(
      pairs.sort(),
    )
  })
})
