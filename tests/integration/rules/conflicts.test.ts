import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aClaim, aConflict, aPerson } from '@/tests/support/factories'

let eventId: string
let spellings: string[]
let place: string
let someone: string
beforeAll(async () => {
  someone = (await aPerson()).id
  const first = await aClaim({
    quote: { exact: 'ont pris Kona' },
    statements: [
      { property: 'place_spelling', value: 'Kona' },
      { property: 'place', value: 'la ville' },
    ],
  })
  const second = await aClaim({
    dispatchVersionId: first.dispatchVersionId,
    eventId: first.eventId,
    chain: first.chain,
  })
  const statements = await deskDb().statement.findMany({
    where: { id: { in: [...first.statementIds, ...second.statementIds] } },
  })
  eventId = first.eventId
  spellings = statements.filter(({ propertyCode }) => propertyCode === 'place_spelling').map(({ id }) => id)
  place = statements.find(({ propertyCode }) => propertyCode === 'place')?.id ?? ''
})

/** A conflict written straight into PostgreSQL, with these statements on each side. */
const conflict = (sides: readonly (readonly string[])[], status = 'open') =>
  asRole('app_rw', 'a test', async (ask) => {
    const id = randomUUID()
    await ask(
      `INSERT INTO conflicts (id, ref, slug, type, class, status, event_id, property_code, title_fr, title_en, created_by_id)
       VALUES ($1, $2, $3, 'name_spelling', 'variant', $4::conflict_status, $5, 'place_spelling', 'Quelle forme ?', 'Which form?', $6)`,
      [id, `X${id}`, `x-${id}`, status, eventId, someone],
    )
    for (const [i, statements] of sides.entries()) {
      const position = randomUUID()
      await ask(`INSERT INTO positions (id, conflict_id, ordinal, value) VALUES ($1, $2, $3, $4)`, [
        position,
        id,
        i + 1,
        `côté ${i}`,
      ])
      for (const statement of statements)
        await ask(`INSERT INTO position_statements VALUES ($1, $2)`, [position, statement])
    }
    return id
  })

test('a conflict of two positions, each made of statements, is kept', async () => {
  expect(await conflict(spellings.map((id) => [id]))).toBeTruthy()
})

test.each([
  ['no position', () => []],
  ['one position', () => [[spellings[0] ?? '']]],
  ['two positions of which one is empty', () => [[spellings[0] ?? ''], []]],
])('a conflict of %s is refused', async (_sentence, sides) => {
  expect((await refusalOf(conflict(sides()))).constraint).toBe('conflicts_have_two_positions')
})

test('a statement on another property is on no side', async () => {
  expect((await refusalOf(conflict([[spellings[0] ?? ''], [place]]))).constraint).toBe('positions_are_on_the_property')
})

test('no conflict is resolved without a resolution', async () => {
  const refusal = await refusalOf(
    conflict(
      spellings.map((id) => [id]),
      'resolved',
    ),
  )
  expect(refusal.constraint).toBe('conflicts_resolved_have_a_resolution')
  const id = await conflict(spellings.map((it) => [it]))
  const settle = asRole('app_rw', 'a test', (ask) =>
    ask(`UPDATE conflicts SET status = 'resolved', version = 2 WHERE id = $1`, [id]),
  )
  expect((await refusalOf(settle)).constraint).toBe('conflicts_resolved_have_a_resolution')
})

test('a resolution gives its reason in public words, and prefers a position of its own conflict or none', async () => {
  const [mine, other] = [await aConflict(), await aConflict()]
  const positionOf = async (conflictId: string) =>
    (await deskDb().position.findFirstOrThrow({ where: { conflictId } })).id
  const resolve = (outcome: string, position: string | null, rationale: string | null) =>
    asRole('app_rw', 'a test', (ask) =>
      ask(
        `INSERT INTO resolutions (id, conflict_id, n, outcome, position_id, rationale_fr, by_id) VALUES (gen_random_uuid(), $1, 1, $2::resolution_outcome, $3, $4, $5)`,
        [mine.id, outcome, position, rationale, someone],
      ),
    )
  for (const blank of [null, '', ' \n\t'])
    expect((await refusalOf(resolve('both_hold', null, blank))).constraint).toBe('resolutions_have_a_public_rationale')
  expect((await refusalOf(resolve('prefer_position', null, 'Oui.'))).constraint).toBe('resolutions_prefer_a_position')
  expect((await refusalOf(resolve('both_hold', await positionOf(mine.id), 'Oui.'))).constraint).toBe(
    'resolutions_prefer_a_position',
  )
  expect((await refusalOf(resolve('prefer_position', await positionOf(other.id), 'Oui.'))).constraint).toBe(
    'resolutions_prefer_their_own_position',
  )
  await resolve('prefer_position', await positionOf(mine.id), 'Oui.')
})

test('two entities have one link in force, in whichever direction it was written, and a new one once it has ended', async () => {
  const [a, b] = [randomUUID(), randomUUID()]
  const link = (from: string, to: string, fr: string | null = 'Une lettre.', en: string | null = null) =>
    asRole('app_rw', 'a test', (ask) =>
      ask(
        `INSERT INTO entity_links (id, from_id, to_id, relation, reason_fr, reason_en, decided_by_id) VALUES (gen_random_uuid(), $1, $2, 'same', $4, $5, $3)`,
        [from, to, someone, fr, en],
      ),
    )
  await asRole('app_rw', 'a test', async (ask) => {
    for (const id of [a, b])
      await ask(
        `INSERT INTO entities (id, slug, kind, label_fr, label_en) VALUES ($1, $2, 'place', 'Konna', 'Konna')`,
        [id, `e-${id}`],
      )
  })
  await link(a, b)
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const)
    expect((await refusalOf(link(from, to))).constraint).toBe('entity_links_one_in_force')
  expect((await refusalOf(link(a, a))).constraint).toBe('entity_links_join_two')
  await asRole('app_rw', 'a test', (ask) =>
    ask(`UPDATE entity_links SET ended_at = now(), ended_reason = 'Erreur.' WHERE from_id = $1`, [a]),
  )
  for (const [fr, en] of [
    [null, null],
    [' ', ''],
  ] as const)
    expect((await refusalOf(link(a, b, fr, en))).constraint).toBe('entity_links_have_a_reason')
  await link(b, a)
})
