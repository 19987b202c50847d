import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chainFaults } from '@/lib/domain/chain'
import { isPropertyCode } from '@/lib/domain/property'
import { CodePoints, locate, quoteAt } from '@/lib/domain/quote'
import { isRatingCode } from '@/lib/domain/rating'
import { MAX_LINE_LENGTH, MAX_PROSE_LENGTH, textFault } from '@/lib/domain/text'
import { readVagueDate } from '@/lib/domain/vague-date'
import { SAMPLE } from '@/seeds/mali-2013/sample'
import type { SampleDate } from '@/seeds/mali-2013/shape'
import { statementsOf } from '@/seeds/mali-2013/statements'
import { SAMPLE_PEOPLE } from '@/seeds/people'

const bytes = readFileSync(new URL(`../../../seeds/mali-2013/${SAMPLE.dispatch.file}`, import.meta.url))
const text = new CodePoints(bytes.toString('utf8'))
const { claims, conflicts, decisions, dispatch, entities, events, evidence, links, relations, sources, verdicts } =
  SAMPLE

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const claimRefs = claims.map(({ ref }) => ref)
const conflictRefs = conflicts.map(({ ref }) => ref)
const sourceKeys = sources.map(({ key }) => key)
const eventKeys = events.map(({ key }) => key)
const entityKeys = entities.map(({ key }) => key)
const holdersOf = (conflict: (typeof conflicts)[number]) =>
  conflict.positions.flatMap((position) => Object.keys(position.claims))

test('the text is, byte for byte, the dispatch as it was received', () => {
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(dispatch.sha256)
  expect(text.length).toBe(3602)
  expect(text.text.split('\n')).toContain(dispatch.title)
  for (const { text: words, at } of dispatch.boilerplate) expect(text.slice(at, at + words.length)).toBe(words)
})

test('nothing of the reading is left out', () => {
  expect([sources, events, claims, conflicts, evidence].map((list) => list.length)).toEqual([12, 8, 49, 28, 5])
  expect(claimRefs).toEqual(claims.map((_, i) => `C${String(i + 1).padStart(2, '0')}`))
  expect(conflictRefs).toEqual(conflicts.map((_, i) => `X${String(i + 1).padStart(2, '0')}`))
})

test('every quotation stands where it is said to stand', () => {
  for (const { ref, says, at } of claims) {
    expect(locate(text, { exact: says, prefix: '', suffix: '', start: at }), ref).toEqual({
      start: at,
      end: at + says.length,
    })
    expect(quoteAt(text, { start: at, end: at + says.length }).exact, ref).toBe(says)
  }
})

test('every name stands where its writer wrote it: Kona six times, Konna once', () => {
  for (const { key, names } of entities)
    for (const { form, at, around, writer } of names) {
      expect(text.slice(at, at + form.length), `${key} at ${at}`).toBe(form)
      expect(sourceKeys).toContain(writer)
      const start = text.text.indexOf(around)
      expect(start, around).toBeGreaterThanOrEqual(0)
      expect(text.text.indexOf(around, start + 1), around).toBe(-1)
      expect(at >= start && at + form.length <= start + around.length, around).toBe(true)
    }
  const written = (form: string) => entities.flatMap(({ names }) => names).filter((name) => name.form === form).length
  expect([written('Kona'), written('Konna')]).toEqual([6, 1])
  expect(links[0]).toMatchObject({ from: 'kona', to: 'konna', relation: 'same', authority: 'GeoNames 2454857' })
})

test('no two things share a slug, and every slug is plain', () => {
  for (const slugs of [
    claims.map(({ slug }) => slug),
    conflicts.map(({ slug }) => slug),
    events.map(({ slug }) => slug),
    evidence.map(({ slug }) => slug),
    sourceKeys,
    entityKeys,
    [dispatch.slug],
  ]) {
    expect(new Set(slugs).size).toBe(slugs.length)
    for (const slug of slugs) expect(slug).toMatch(SLUG)
  }
})

test('whatever is named exists', () => {
  expect(sourceKeys).toContain(dispatch.publisher)
  for (const { event, where, chain } of claims) {
    expect(eventKeys).toContain(event)
    if (where?.entity) expect(entityKeys).toContain(where.entity)
    for (const { source } of chain) expect(sourceKeys).toContain(source)
  }
  for (const { place, parent } of events) {
    if (place) expect(entityKeys).toContain(place)
    if (parent) expect(eventKeys).toContain(parent)
  }
  for (const { from, to } of links) expect(entityKeys).toEqual(expect.arrayContaining([from, to]))
  for (const { from, to } of relations) expect(claimRefs).toEqual(expect.arrayContaining([from, to]))
  for (const { conflict } of decisions) expect(conflictRefs).toContain(conflict)
  for (const { bears } of evidence)
    for (const bearing of bears)
      if ('claim' in bearing) expect(claimRefs).toContain(bearing.claim)
      else expect(conflictRefs).toContain(bearing.conflict)
})

test('chains go from who spoke to who published', () => {
  for (const { ref, chain } of claims) {
    expect(chainFaults(chain.map(({ role }) => role)), ref).toEqual([])
    expect(chain.at(-1)?.source, ref).toBe('france-24')
  }
})

test('verbs, roles and times of speech are the words of the dispatch', () => {
  for (const { roleWords } of sources) if (roleWords) expect(text.text).toContain(roleWords)
  for (const { chain } of claims)
    for (const { verb, spokenWords } of chain) {
      if (verb) expect(text.text).toContain(verb)
      if (spokenWords) expect(text.text).toContain(spokenWords)
    }
})

test('dates can be read, none is guessed, and their words are in the text', () => {
  const dates: (SampleDate | null)[] = [
    dispatch.published,
    ...events.map(({ time }) => time),
    ...claims.map(({ when }) => when),
  ]
  for (const date of dates)
    if (date) {
      expect(readVagueDate('date', date)).toMatchObject({ edtf: date.edtf, basis: date.basis })
      if (date.words) expect(text.text.toLowerCase()).toContain(date.words.toLowerCase())
    }
  expect(dispatch.published).toBeNull()
})

test('a narration has no quotation marks, and every direct quotation says how much it quotes', () => {
  for (const { ref, kind, scopes } of claims) {
    if (kind === 'narration') expect(scopes, ref).toEqual([])
    if (kind === 'direct_quote') expect(scopes.includes('whole') !== scopes.includes('partial'), ref).toBe(true)
  }
})

test('places and statements point at words inside the quotation', () => {
  for (const { ref, says, where } of claims) if (where?.words) expect(says, ref).toContain(where.words)
  for (const { claim, property, words, event } of statementsOf(SAMPLE)) {
    expect(isPropertyCode(property), property).toBe(true)
    expect(eventKeys).toContain(event)
    if (words) expect(claims.find(({ ref }) => ref === claim)?.says, `${claim} ${property}`).toContain(words)
  }
})

test('a claim has one statement per property, and what two conflicts read in it is one thing', () => {
  const keys = statementsOf(SAMPLE).map(({ claim, property }) => `${claim} ${property}`)
  expect(new Set(keys).size).toBe(keys.length)
  const own = new Map(claims.map(({ ref, statements }) => [ref, Object.keys(statements)]))
  const read = conflicts.flatMap((conflict) =>
    holdersOf(conflict)
      .filter((ref) => !own.get(ref)?.includes(conflict.property))
      .map((ref) => `${ref} ${conflict.property}`),
  )
  expect(new Set(read).size).toBe(read.length)
})

test('every conflict has two sides or more, each held by claims, none on two sides', () => {
  for (const conflict of conflicts) {
    const holders = holdersOf(conflict)
    expect(conflict.positions.length, conflict.ref).toBeGreaterThanOrEqual(2)
    expect(conflict.positions.some(({ general }) => !general)).toBe(true)
    expect(new Set(holders).size, conflict.ref).toBe(holders.length)
    for (const position of conflict.positions) expect(Object.keys(position.claims).length).toBeGreaterThan(0)
    for (const ref of holders) expect(claimRefs, conflict.ref).toContain(ref)
    expect(isPropertyCode(conflict.property), conflict.ref).toBe(true)
    expect(eventKeys).toContain(conflict.event)
  }
})

test('verdicts stand on things that exist, on evidence or a reason, and are read by somebody else', () => {
  const people = SAMPLE_PEOPLE.map(({ key }) => key)
  for (const verdict of verdicts) {
    const { claim, rating, dependsOn, noEvidenceReason, state, author, secondReader } = verdict
    expect(claimRefs).toContain(claim)
    expect(isRatingCode(rating)).toBe(true)
    expect(conflictRefs).toEqual(expect.arrayContaining([...dependsOn.conflicts]))
    expect(sourceKeys).toEqual(expect.arrayContaining([...dependsOn.sources]))
    expect(evidence.map(({ ref }) => ref)).toEqual(expect.arrayContaining([...dependsOn.evidence]))
    const borne = evidence.some(({ bears }) => bears.some((bearing) => 'claim' in bearing && bearing.claim === claim))
    expect(borne, claim).toBe(noEvidenceReason === null)
    expect(people).toContain(author)
    expect(secondReader).not.toBe(author)
    expect(secondReader !== null, claim).toBe(state === 'published')
  }
  expect(new Set(verdicts.map(({ claim }) => claim)).size).toBe(verdicts.length)
  expect(verdicts.map(({ state }) => state).filter((state) => state !== 'published')).toEqual([
    'second_reading',
    'draft',
  ])
})

test('the sample’s people have an address no mail can reach', () => {
  for (const { email, name } of SAMPLE_PEOPLE) {
    expect(email).toMatch(/^[a-z]+@[a-z]+\.invalid$/)
    expect(name).toContain('(exemple)')
  }
})

test('what we write is there in both languages, short enough to be kept', () => {
  const lines = [
    ...claims.map(({ fr, en }) => ({ fr, en })),
    ...events.map(({ title }) => title),
    ...conflicts.map(({ title }) => title),
    ...entities.map(({ label }) => label),
  ]
  const proses = [
    ...conflicts.map(({ explanation }) => explanation),
    ...verdicts.flatMap(({ summary, rationale, wouldChange }) => [summary, rationale, wouldChange]),
    ...verdicts.flatMap(({ noEvidenceReason }) => noEvidenceReason ?? []),
    ...decisions.flatMap((decision) => ('rationale' in decision ? decision.rationale : [])),
    ...evidence.flatMap(({ note, bears }) => [note, ...bears.map((bearing) => bearing.note)]),
    ...links.map(({ reason }) => reason),
    ...relations.map(({ note }) => note),
    ...sources.flatMap(({ note }) => note ?? []),
  ]
  for (const { fr, en } of [...lines, ...proses]) {
    const max = lines.some((line) => line.fr === fr) ? MAX_LINE_LENGTH : MAX_PROSE_LENGTH
    for (const words of [fr, en]) {
      expect(words.trim()).not.toBe('')
      expect(textFault(words, max)).toBeNull()
    }
    // French typography: no plain space inside guillemets or before ; : ? !, and what stands between them is not ours.
    expect(fr).not.toMatch(/«[ \u00a0]|[ \u00a0][»;:?!]/)
    expect(fr.replace(/«[^»]*»|\('\)/g, ''), fr).not.toContain("'")
    expect(en.replace(/“[^”]*”|\('\)/g, ''), en).not.toMatch(/["']/)
  }
})

/** Guillemets that hold no quotation: a label of ours, an ellipsis inside, or the other page’s own words. */
const NOT_THE_DISPATCH = [
  'confirme',
  'sans conflit',
  'broke out late Wednesday',
  'annoncé (...) la prise',
  'joint (...) depuis Bamako',
]

test('what stands between guillemets in our French is, letter for letter, in the dispatch or in an excerpt', () => {
  const french = [
    ...claims.map(({ fr }) => fr),
    ...conflicts.flatMap(({ title, explanation }) => [title.fr, explanation.fr]),
    ...verdicts.flatMap(({ summary, rationale, noEvidenceReason }) => [
      summary.fr,
      rationale.fr,
      noEvidenceReason?.fr ?? '',
    ]),
    ...decisions.map((decision) => ('rationale' in decision ? decision.rationale.fr : '')),
    ...evidence.flatMap(({ note, bears }) => [note.fr, ...bears.map((bearing) => bearing.note.fr)]),
  ]
  const quoted = french.flatMap((prose) => [...prose.matchAll(/«\u202f(.*?)\u202f»/g)].map(([, words]) => words ?? ''))
  const known = [text.text, ...evidence.map(({ excerpt }) => excerpt)].join('\n').toLowerCase()
  const foreign = quoted.filter((words) => !known.includes(words.toLowerCase()) && !NOT_THE_DISPATCH.includes(words))
  expect(quoted.length).toBeGreaterThan(100)
  expect(foreign).toEqual([])
})
