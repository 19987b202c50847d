import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { deskDb, publicDb } from '@/lib/data/db'
import { openSession } from '@/lib/data/sessions'
import { addSource } from '@/lib/services/add-source'
import { castReview } from '@/lib/services/cast-review'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aClaim, aConflict, aPerson, aPublishedClaim, deskOf, someEvidence } from '@/tests/support/factories'

/** Tables no column of which is a stranger's business. */
const CLOSED = [
  '_prisma_migrations',
  'annotations',
  'api_answers',
  'api_tokens',
  'assessments',
  'audit_head',
  'audit_log',
  'batches',
  'claim_keys',
  'claim_search',
  'claim_term_totals',
  'claim_terms',
  'claims_to_pair',
  'comment_requests',
  'drafts',
  'import_keys',
  'imported_reviews',
  'imports',
  'invitations',
  'jobs',
  'mentions',
  'notifications',
  'rate_limits',
  'reading_comments',
  'reports',
  'reviews',
  'revisions',
  'saved_filters',
  'search_due',
  'second_readings',
  'sessions',
  'source_identities',
  'source_reveals',
  'suggestions',
  'table_changes',
  'table_chunks',
  'table_imports',
  'table_problems',
  'table_rows',
  'table_sources',
  'users',
  'webhook_deliveries',
  'webhooks',
]
/** Columns a stranger may not read of tables that are otherwise open: who works here, and what is noted for ourselves. */
const HIDDEN: Record<string, readonly string[]> = {
  claims: ['work_state', 'labels', 'assignee_id', 'created_by_id', 'created_at'],
  conflicts: ['assignee_id', 'created_by_id', 'created_at'],
  corrections: ['by_id'],
  dispatches: ['created_by_id', 'created_at'],
  entity_links: ['decided_by_id'],
  events: ['created_by_id', 'created_at'],
  evidence: ['created_by_id', 'created_at'],
  resolutions: ['by_id'],
  sources: ['note_en', 'note_fr', 'created_by_id', 'created_at'],
  verdict_dependencies: ['source_id'],
  verdict_versions: ['author_id', 'second_reader_id', 'publisher_id'],
  verdicts: [
    'asked_reader_id',
    'author_id',
    'changes_requested',
    'correction_draft_en',
    'correction_draft_fr',
    'correction_reason',
    'created_at',
    'is_blind',
    'no_evidence_reason_en',
    'no_evidence_reason_fr',
    'rating_code',
    'rationale_en',
    'rationale_fr',
    'second_reader_id',
    'submitted_at',
    'summary_en',
    'summary_fr',
    'updated_at',
    'version',
    'would_change_en',
    'would_change_fr',
  ],
}
const asStranger = (sql: string, values?: unknown[]) => asRole('app_public', null, (ask) => ask(sql, values))
const tables = async (): Promise<string[]> =>
  (
    await asRole('superuser', null, (ask) =>
      ask(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`),
    )
  ).rows.map(({ tablename }) => tablename)
/** Every column a stranger may read, by table. */
const readable = async (): Promise<Map<string, string[]>> => {
  const { rows } = await asRole('superuser', null, (ask) =>
    ask(`SELECT c.relname AS t, array_agg(a.attname::text ORDER BY a.attname::text) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')
        AND has_column_privilege('app_public', c.oid, a.attnum, 'SELECT') GROUP BY 1`),
  )
  return new Map(rows.map(({ t, columns }) => [t, columns]))
}

/** A word nothing public contains; everything that is not published carries it. */
const SECRET = `zorilla-${randomUUID()}`
let open: Awaited<ReturnType<typeof aPublishedClaim>>
let closed: Awaited<ReturnType<typeof aClaim>>

beforeAll(async () => {
  open = await aPublishedClaim()
  await someEvidence(open.id, { title: 'Une pièce ouverte' })
  const person = await aPerson()
  const desk = await deskOf(person)
  const source = await addSource(desk, { name: `Un témoin ${SECRET}`, kind: 'person', noteFr: `numéro ${SECRET}` })
  closed = await aClaim({
    quote: { exact: 'ont pris Konna' },
    statementFr: `Brouillon ${SECRET}`,
    chain: [{ sourceId: source.id, role: 'speaker' }],
    statements: [{ property: 'place_spelling', value: SECRET }],
  })
  await someEvidence(closed.id, { title: SECRET })
  await aConflict({ titleFr: SECRET, titleEn: SECRET })
  const { id: verdictId } = await draftVerdict(desk, {
    claimId: closed.id,
    ratingCode: 'false',
    summaryFr: SECRET,
    noEvidenceReasonFr: SECRET,
    noEvidenceReasonEn: SECRET,
  })
  await submitVerdict(desk, { verdictId, version: 1 })
  await castReview(await deskOf(await aPerson()), { verdictId, ratingCode: 'true', note: SECRET })
  await openSession(deskDb(), person.id, SECRET)
  // A draft is its author's alone.
  await asRole('app_rw', person.id, (ask) =>
    ask(`INSERT INTO drafts (user_id, key, content) VALUES ($1, 'x', jsonb_build_object('text', $2::text))`, [
      person.id,
      SECRET,
    ]),
  )
  await asRole('app_rw', 'a test', async (ask) => {
    await ask(
      `INSERT INTO source_identities (source_id, ciphertext, nonce, key_id) VALUES ($1, '\\x00', '\\x00', $2)`,
      [source.id, SECRET],
    )
    await ask(
      `INSERT INTO annotations (id, target_kind, target_id, body, author_id) VALUES (gen_random_uuid(), 'claim', $1, $2, $3)`,
      [closed.id, SECRET, person.id],
    )
    await ask(`INSERT INTO settings (key, value) VALUES ('smtp', to_jsonb($1::text))`, [SECRET])
    await ask(
      `INSERT INTO entities (id, slug, kind, label_fr, label_en) VALUES (gen_random_uuid(), 'x', 'place', $1, $1)`,
      [SECRET],
    )
    await ask(`INSERT INTO names (id, entity_id, form) SELECT gen_random_uuid(), id, $1 FROM entities`, [SECRET])
  })
  // The published claim’s own source has a note, too.
  await asRole('app_rw', 'a test', (ask) =>
    ask(`UPDATE sources SET note_fr = $1, note_en = $1, version = version + 1 WHERE public_at IS NOT NULL`, [SECRET]),
  )
})

describe('of what is not published a stranger reads nothing', () => {
  test('in any column of any table', async () => {
    const columns = await readable()
    expect(columns.size).toBeGreaterThan(20)
    for (const [table, names] of columns) {
      const { rows } = await asStranger(`SELECT ${names.map((it) => `"${it}"`).join(', ')} FROM "${table}"`)
      expect(JSON.stringify(rows), table).not.toContain(SECRET)
    }
  })

  test('and no row: neither the claim, its occurrence, its statements, its chain, its dispatch nor its words', async () => {
    const { rows: parts } = await asRole('superuser', null, (ask) =>
      ask(
        `SELECT c.id AS claims, o.id AS occurrences, o.anchor_id AS anchors, v.id AS dispatch_versions, v.dispatch_id AS dispatches, c.event_id AS events,
           (SELECT id FROM hops WHERE occurrence_id = o.id) AS hops, (SELECT source_id FROM hops WHERE occurrence_id = o.id) AS sources,
           (SELECT id FROM statements WHERE occurrence_id = o.id) AS statements, (SELECT id FROM verdicts WHERE claim_id = c.id) AS verdicts,
           (SELECT evidence_id FROM evidence_links WHERE claim_id = c.id) AS evidence, (SELECT id FROM evidence_links WHERE claim_id = c.id) AS evidence_links
         FROM claims c JOIN occurrences o ON o.claim_id = c.id JOIN anchors a ON a.id = o.anchor_id
           JOIN dispatch_versions v ON v.id = a.dispatch_version_id WHERE c.id = $1`,
        [closed.id],
      ),
    )
    for (const [table, id] of Object.entries(parts[0])) {
      expect(id, `the test needs a row of ${table}`).toBeTruthy()
      expect((await asStranger(`SELECT id FROM ${table} WHERE id = $1`, [id])).rows, table).toEqual([])
    }
    for (const table of ['conflicts', 'positions', 'position_statements', 'resolutions'])
      expect((await asStranger(`SELECT 1 FROM ${table}`)).rows, table).toEqual([])
  })

  test('not even through a published claim whose words stand in a dispatch that is not', async () => {
    // As when a claim is found again, or when a dispatch is withdrawn after its claim was published.
    const other = await aClaim({ quote: { exact: 'ont pris Kona' } })
    const { rows } = await asRole('app_rw', 'a test', (ask) =>
      ask(
        `INSERT INTO occurrences (id, claim_id, anchor_id, kind)
         SELECT gen_random_uuid(), $1, o.anchor_id, 'narration' FROM occurrences o WHERE o.id = $2 RETURNING id, anchor_id`,
        [open.id, other.occurrenceId],
      ),
    )
    expect((await asStranger('SELECT exact FROM anchors WHERE id = $1', [rows[0].anchor_id])).rows).toEqual([])
  })
})

describe('of what is published a stranger reads', () => {
  test.each([
    'claims',
    'occurrences',
    'anchors',
    'hops',
    'statements',
    'dispatches',
    'dispatch_versions',
    'sources',
    'events',
    'verdicts',
    'verdict_versions',
    'publications',
    'properties',
    'ratings',
  ])('%s', async (table) => {
    const key = ['properties', 'ratings'].includes(table) ? 'code' : 'id'
    expect((await asStranger(`SELECT ${key} FROM ${table}`)).rows.length).toBeGreaterThan(0)
  })

  test('the claim and the very words it was taken from', async () => {
    const claim = await publicDb().claim.findMany({
      select: { slug: true, occurrences: { select: { anchor: { select: { exact: true } } } } },
    })
    expect(claim.map(({ slug }) => slug)).toEqual([open.slug])
    expect(claim[0]?.occurrences.map(({ anchor }) => anchor.exact)).toContain('ont pris Konna')
  })

  test('nothing more once it is discarded', async () => {
    const gone = await aPublishedClaim()
    await asRole('app_rw', 'a test', (ask) =>
      ask(`UPDATE claims SET discarded_at = now(), version = version + 1 WHERE id = $1`, [gone.id]),
    )
    expect((await asStranger('SELECT id FROM claims WHERE id = $1', [gone.id])).rows).toEqual([])
    expect((await asStranger('SELECT id FROM occurrences WHERE claim_id = $1', [gone.id])).rows).toEqual([])
  })
})

describe('table by table', () => {
  test('every table is either closed to strangers, or open with the columns we chose', async () => {
    const columns = await readable()
    const all = await tables()
    expect(all.filter((table) => !columns.has(table))).toEqual(CLOSED)
    const { rows } = await asRole('superuser', null, (ask) =>
      ask(
        `SELECT table_name, array_agg(column_name::text ORDER BY column_name::text) AS columns FROM information_schema.columns WHERE table_schema = 'public' GROUP BY 1`,
      ),
    )
    for (const { table_name, columns: names } of rows as { table_name: string; columns: string[] }[])
      if (columns.has(table_name))
        expect(
          names.filter((it) => !columns.get(table_name)?.includes(it)),
          table_name,
        ).toEqual([...(HIDDEN[table_name] ?? [])].sort())
  })

  test.each(CLOSED)('%s is closed', async (table) => {
    expect((await refusalOf(asStranger(`SELECT 1 FROM ${table}`))).code).toBe('42501')
  })

  test('every table guards its rows, so that a new one is closed until somebody opens it', async () => {
    const { rows } = await asRole('superuser', null, (ask) =>
      ask(
        `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relrowsecurity`,
      ),
    )
    expect(rows.map(({ relname }) => relname)).toEqual(['_prisma_migrations'])
    const views = await asRole('superuser', null, (ask) =>
      ask(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')`),
    )
    expect(views.rows, 'a view reads with the eyes of its owner').toEqual([])
  })
})

describe('a stranger writes nothing', () => {
  test('in any table: no insert, no update, no delete, no truncate', async () => {
    for (const table of await tables())
      for (const sql of [`INSERT INTO "${table}" DEFAULT VALUES`, `DELETE FROM "${table}"`, `TRUNCATE "${table}"`])
        expect((await refusalOf(asStranger(sql))).code, sql).toBe('42501')
    const { rows } = await asRole('superuser', null, (ask) =>
      ask(`SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
          AND (has_column_privilege('app_public', c.oid, a.attnum, 'INSERT') OR has_column_privilege('app_public', c.oid, a.attnum, 'UPDATE'))`),
    )
    expect(rows).toEqual([])
  })

  test.each([
    'CREATE TABLE mine (x int)',
    `SELECT nextval('claim_refs')`,
    `SELECT setval('claim_refs', 1)`,
    'SELECT 1 FROM claims FOR UPDATE',
    'SELECT * FROM audit_first_fault()',
    `CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    `COPY claims TO PROGRAM 'true'`,
    `SELECT pg_read_file('postgresql.conf')`,
    'ALTER TABLE claims DISABLE ROW LEVEL SECURITY',
  ])('%s is refused', async (sql) => {
    expect((await refusalOf(asStranger(sql))).code).toBe('42501')
  })

  test('through Prisma, either', async () => {
    await expect(publicDb().claim.updateMany({ data: { statementFr: 'autre chose' } })).rejects.toThrow()
    await expect(publicDb().$executeRaw`UPDATE claims SET statement_fr = 'autre chose'`).rejects.toThrow(
      /permission denied/,
    )
    await expect(publicDb().user.findMany()).rejects.toThrow()
  })
})
