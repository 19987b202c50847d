import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compared, formOf } from '@/lib/domain/suggest/compare-names'
import { knownPlaces, readGazetteer } from '@/lib/domain/suggest/gazetteer'
import { meetings } from '@/lib/domain/suggest/name-meetings'

const places = readGazetteer(readFileSync('seeds/gazetteers/ml.tsv', 'utf8')).places
const known = knownPlaces(places)
/** Every spelling of every tenth place: near ones, homonyms and strangers. */
const names = [...new Set(places.filter((_, i) => i % 10 === 0).flatMap((it) => it.names))].slice(0, 900)
const forms = names.map((name) => formOf(name, known))
const mayBeOne = (i: number, j: number) => {
  const [a, b] = [forms[i], forms[j]]
  return a && b ? compared(a, b) !== null : false
}

describe('which names are compared', () => {
  it('leaves out no pair that comparing every name with every other would find', () => {
    const found = meetings(forms).flatMap((others, i) =>
      others.filter((j) => mayBeOne(i, j)).map((j) => `${names[i]} ${names[j]}`),
    )
    const all = names.flatMap((_, i) =>
      names.flatMap((_, j) => (j > i && mayBeOne(i, j) ? [`${names[i]} ${names[j]}`] : [])),
    )
    expect(all.length).toBeGreaterThan(100)
    expect(found).toEqual(all)
  })

  it('looks at few pairs of the names of a long text', () => {
    const pairs = meetings(forms).flat().length
    expect(pairs).toBeLessThan(names.length ** 2 / 50)
  })
})
