import { beforeAll, describe, expect, test } from 'vitest'
import { attributeClaim } from '@/lib/services/attribute-claim'
import { changeClaim } from '@/lib/services/change-claim'
import { resolveConflict } from '@/lib/services/resolve-conflict'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aConflict, aPerson, aPublishedClaim, aSource, deskOf, someEvidence } from '@/tests/support/factories'

const APPEND_ONLY = [
  'dispatch_versions',
  'anchors',
  'names',
  'resolutions',
  'verdict_versions',
  'publications',
  'corrections',
  'reviews',
  'source_reveals',
  'assessments',
  'revisions',
  'audit_log',
]
/** A column of each that is not its key, to try to rewrite. */
const COLUMN: Record<string, string> = { revisions: 'actor', audit_log: 'actor', names: 'form', anchors: 'exact' }
const KEPT = [
  'users',
  'dispatches',
  'sources',
  'source_identities',
  'entities',
  'entity_links',
  'events',
  'claims',
  'occurrences',
  'statements',
  'claim_relations',
  'conflicts',
  'positions',
  'position_statements',
  'evidence',
  'evidence_links',
  'verdicts',
  'annotations',
  'invitations',
]
const VERSIONED = [
  'dispatches',
  'sources',
  'entities',
  'events',
  'claims',
  'occurrences',
  'statements',
  'conflicts',
  'evidence',
  'verdicts',
]
let claim: Awaited<ReturnType<typeof aPublishedClaim>>
let conflict: Awaited<ReturnType<typeof aConflict>>

beforeAll(async () => {
  claim = await aPublishedClaim()
  conflict = await aConflict()
  await someEvidence(claim.id)
  await resolveConflict(await deskOf(await aPerson({ role: 'editor' })), {
    conflictId: conflict.id,
    version: 1,
    outcome: 'both_hold',
    rationaleFr: 'Les deux formes désignent la même ville.',
  })
  await asRole('app_rw', 'a test', (ask) =>
    ask(
      `INSERT INTO entities (id, slug, kind, label_fr, label_en) VALUES (gen_random_uuid(), 'konna', 'place', 'Konna', 'Konna')`,
    ),
  )
})

describe('what is append-only', () => {
  test.each(APPEND_ONLY)('%s: the desk can neither rewrite, delete nor empty it', async (table) => {
    const column = COLUMN[table] ?? 'id'
    for (const sql of [
      `UPDATE ${table} SET ${column} = ${column}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ])
      expect((await refusalOf(asRole('app_rw', 'a test', (ask) => ask(sql)))).code, sql).toBe('42501')
  })

  test.each([
    'dispatch_versions',
    'anchors',
    'resolutions',
    'verdict_versions',
    'publications',
    'reviews',
    'revisions',
    'audit_log',
  ])('%s: even its owner is refused, row by row and as a whole', async (table) => {
    const column = COLUMN[table] ?? 'id'
    const { rows } = await asRole('superuser', null, (ask) => ask(`SELECT count(*)::int AS n FROM ${table}`))
    expect(rows[0].n, 'the test needs a row to try on').toBeGreaterThan(0)
    for (const sql of [
      `UPDATE ${table} SET ${column} = ${column}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ])
      expect((await refusalOf(asRole('superuser', 'a test', (ask) => ask(sql)))).message, sql).toMatch(/append-only/)
  })

  test.each(KEPT)('%s: nothing is ever deleted from it', async (table) => {
    for (const sql of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`])
      expect((await refusalOf(asRole('app_rw', 'a test', (ask) => ask(sql)))).code, sql).toBe('42501')
    await expect(asRole('superuser', 'a test', (ask) => ask(`TRUNCATE ${table} CASCADE`))).rejects.toThrow(
      /append-only/,
    )
  })
})

describe('a change', () => {
  test.each(VERSIONED)('of %s has an actor, steps the version by one, and leaves a revision', async (table) => {
    const { rows } = await asRole('superuser', null, (ask) => ask(`SELECT id, version FROM ${table} LIMIT 1`))
    const { id, version } = rows[0] ?? {}
    expect(id, 'the test needs a row to try on').toBeTruthy()
    const step = (actor: string | null, to: number) =>
      asRole('app_rw', actor, (ask) => ask(`UPDATE ${table} SET version = $2 WHERE id = $1`, [id, to]))

    expect(await refusalOf(step(null, version + 1))).toMatchObject({
      code: '42501',
      message: expect.stringMatching(/nobody is acting/),
    })
    expect(await refusalOf(step('', version + 1))).toMatchObject({ code: '42501' })
    for (const to of [version, version + 2, version - 1, 0])
      expect((await refusalOf(step('a test', to))).code, `version ${to} after ${version}`).toBe('40001')
    await step('a test', version + 1)
    const history = await asRole('superuser', null, (ask) =>
      ask(
        `SELECT n, actor, content->>'version' AS content FROM revisions WHERE entity = $1 AND entity_id = $2 ORDER BY n`,
        [table, id],
      ),
    )
    expect(history.rows.at(-1)).toEqual({ n: version + 1, actor: 'a test', content: String(version + 1) })
    expect(history.rows.map(({ n }) => n)).toEqual(Array.from({ length: version + 1 }, (_, i) => i + 1))
  })

  test.each(VERSIONED)('of the id of %s is refused, and its birth is not rewritten', async (table) => {
    const { rows } = await asRole('superuser', null, (ask) =>
      ask(`SELECT id, version, created_at FROM ${table} LIMIT 1`),
    )
    const { id, version, created_at } = rows[0]
    const change = (what: string) =>
      asRole('app_rw', 'a test', (ask) =>
        ask(`UPDATE ${table} SET ${what}, version = $2 WHERE id = $1`, [id, version + 1]),
      )
    expect((await refusalOf(change('id = gen_random_uuid()'))).code).toBe('42501')
    await change(`created_at = '1970-01-01'`)
    const after = await asRole('superuser', null, (ask) => ask(`SELECT created_at FROM ${table} WHERE id = $1`, [id]))
    expect(after.rows[0].created_at).toEqual(created_at)
  })

  test('keeps every earlier wording, with who wrote it', async () => {
    const [first, second] = [await aPerson(), await aPerson()]
    const { id } = conflict.claims[0]
    const { rows } = await asRole('superuser', null, (ask) => ask(`SELECT version FROM claims WHERE id = $1`, [id]))
    const version = rows[0].version
    await changeClaim(await deskOf(first), { claimId: id, version, statementFr: 'Ils ont pris Kona.' })
    await changeClaim(await deskOf(second), { claimId: id, version: version + 1, statementFr: 'Ils ont pris Konna.' })
    const history = await asRole('superuser', null, (ask) =>
      ask(
        `SELECT actor, content->>'statement_fr' AS words FROM revisions WHERE entity = 'claims' AND entity_id = $1 ORDER BY n DESC LIMIT 2`,
        [id],
      ),
    )
    expect(history.rows).toEqual([
      { actor: second.id, words: 'Ils ont pris Konna.' },
      { actor: first.id, words: 'Ils ont pris Kona.' },
    ])
  })

  test('that is not kept leaves no revision', async () => {
    const count = async () => (await asRole('superuser', null, (ask) => ask('SELECT count(*) FROM revisions'))).rows
    const before = await count()
    await expect(
      asRole('app_rw', 'a test', async (ask) => {
        await ask('UPDATE claims SET version = version + 1')
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await count()).toEqual(before)
  })
})

describe('a chain', () => {
  test('is remembered as a whole, each time it is replaced', async () => {
    const { occurrenceId } = conflict.claims[1]
    const speaker = await aSource({ name: 'Un porte-parole', kind: 'person' })
    const { rows } = await asRole('superuser', null, (ask) =>
      ask(`SELECT version FROM occurrences WHERE id = $1`, [occurrenceId]),
    )
    await attributeClaim(await deskOf(await aPerson()), {
      occurrenceId,
      version: rows[0].version,
      chain: [
        { sourceId: speaker.id, role: 'speaker' },
        { sourceId: conflict.claims[1].chain[0]?.sourceId ?? '', role: 'outlet' },
      ],
    })
    const history = await asRole('superuser', null, (ask) =>
      ask(`SELECT content FROM revisions WHERE entity = 'chains' AND entity_id = $1 ORDER BY n`, [occurrenceId]),
    )
    expect(history.rows.map(({ content }) => content.map(({ role }: { role: string }) => role))).toEqual([
      ['outlet'],
      ['speaker', 'outlet'],
    ])
  })

  test('has nobody without an actor', async () => {
    const refusal = await refusalOf(
      asRole('app_rw', null, (ask) =>
        ask(
          `INSERT INTO hops (id, occurrence_id, position, source_id, role) SELECT gen_random_uuid(), occurrence_id, 9, source_id, 'outlet' FROM hops LIMIT 1`,
        ),
      ),
    )
    expect(refusal.code).toBe('42501')
  })

  test('is not changed in place, where no history would be left', async () => {
    const refusal = await refusalOf(asRole('app_rw', 'a test', (ask) => ask(`UPDATE hops SET role = 'witness'`)))
    expect(refusal.code).toBe('42501')
  })
})

test('the sides of a conflict are not rewritten in place, where no history would be left', async () => {
  for (const sql of [
    `UPDATE positions SET value = 'autre chose'`,
    `UPDATE position_statements SET position_id = position_id`,
  ])
    expect((await refusalOf(asRole('app_rw', 'a test', (ask) => ask(sql)))).code, sql).toBe('42501')
})
