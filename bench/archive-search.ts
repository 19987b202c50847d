/**
 * Does search answer as fast in a million claims as in ten thousand, and what does it cost over the same SQL without us? A
 * throw-away database is filled with published claims made in SQL (a passage, a chain, an event with a place and a day each;
 * words by Zipf's law; one place in five spelled in two ways), and read through the stranger's connection and beside it, in
 * turns, by one prepared statement. Prints, for each size:
 *
 *   search    words, phrases, words with a filter: p50 and p95 of what our function takes (reads the question, looks up the
 *             names in it, counts, ranks, counts the facets), of its own statement prepared by pg, and of the least SQL that
 *             ranks the same matches without counting anything
 *   variants  the same for a name that is spelled in another way elsewhere, or with a letter wrong; and beside it the plain
 *             fuzzy search of performance.md part 2, trigrams of the folded statements without accounts or rules, prepared
 *   page      the whole page of the same searches, claims and passages read
 *   list      a page of the desk's list of claims, the first and the last of ten thousand
 *   indexing  how long the index took for what was there
 *
 *   node --import ./bin/typescript.mjs bench/archive-search.ts [--sizes 10000,100000] [--questions 120]
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { anAuthor, beTheProgram, inThrowaway } from './throwaway.mjs'

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '10000,100000' }, questions: { type: 'string', default: '120' } },
})
const QUESTIONS = Number(values.questions)
const PAGE = 50

/** Everything in SQL: a million rows of text need not pass through here. `session_replication_role` keeps the triggers off. */
async function fill(client: pg.Client, author: string, size: number): Promise<number> {
  const places = Math.min(3_000, Math.max(200, Math.floor(size / 100)))
  await client.query(`SET session_replication_role = replica; SET work_mem = '128MB'; SELECT setseed(0.5)`)
  await client.query(`
    CREATE TEMP TABLE syllable AS SELECT row_number() OVER () AS i, a || b AS it FROM unnest('{b,d,f,g,k,l,m,n,p,r,s,t,v,z,ch,br,tr}'::text[]) a, unnest('{a,e,i,o,ou,an,é}'::text[]) b;
    CREATE TEMP TABLE vocabulary AS SELECT word.i, string_agg(s.it, '' ORDER BY k) AS word
      FROM generate_series(1, 20000) word (i) CROSS JOIN generate_series(0, 2) k JOIN syllable s ON s.i = 1 + (word.i * (k * 31 + 7) + word.i / (k * 13 + 3)) % 119 GROUP BY word.i;
    CREATE INDEX ON vocabulary (i); ANALYZE vocabulary`)
  const uuid = (kind: string, n: string) => `('00000000-0000-7000-${kind}-' || lpad(to_hex(${n}), 12, '0'))::uuid`
  await client.query(
    `
    INSERT INTO sources (id, slug, name, kind, public_at, created_by_id) SELECT ${uuid('a001', 'n')}, 'source-' || n, 'Agence ' || initcap(v.word), 'agency', now(), $1
      FROM generate_series(1, 300) n JOIN vocabulary v ON v.i = n * 17`.replace('$1', `'${author}'`),
  )
  await client.query(`
    INSERT INTO entities (id, slug, kind, label_fr, label_en, public_at) SELECT ${uuid('a002', 'n')}, 'lieu-' || n, 'place', initcap(v.word || 'ville'), initcap(v.word || 'ville'), now()
      FROM generate_series(1, ${places}) n JOIN vocabulary v ON v.i = n * 3;
    INSERT INTO names (id, entity_id, form) SELECT ${uuid('a003', 'n')}, ${uuid('a002', 'n')}, initcap(v.word || 'ville') FROM generate_series(1, ${places}) n JOIN vocabulary v ON v.i = n * 3;
    INSERT INTO names (id, entity_id, form) SELECT ${uuid('a004', 'n')}, ${uuid('a002', 'n')}, initcap('al-' || v.word || 'wil') FROM generate_series(1, ${places}, 5) n JOIN vocabulary v ON v.i = n * 3;
    INSERT INTO events (id, ref, slug, title_fr, title_en, time_edtf, time_from, time_to, time_basis, place_id, public_at, created_by_id)
      SELECT ${uuid('a005', 'n')}, 'E' || n, 'evenement-' || n, 'Événement ' || n, 'Event ' || n, d::text, d, d, 'stated', ${uuid('a002', `1 + n % ${places}`)}, now(), '${author}'
      FROM (SELECT n, date '1990-01-01' + n % 12000 AS d FROM generate_series(1, ${Math.ceil(size / 20)}) n) it;
    INSERT INTO dispatches (id, slug, title, language, public_at, created_by_id) SELECT ${uuid('a006', 'n')}, 'depeche-' || n, 'Dépêche', 'fr', now(), '${author}' FROM generate_series(1, ${Math.ceil(size / 100)}) n;
    INSERT INTO dispatch_versions (id, dispatch_id, n, text, sha256, length, language, retrieved_at) SELECT ${uuid('a007', 'n')}, ${uuid('a006', 'n')}, 1, 'x', sha256(convert_to('x', 'UTF8')), 1, 'fr', now() FROM generate_series(1, ${Math.ceil(size / 100)}) n`)
  await client.query(`
    CREATE TEMP TABLE drawn AS SELECT n, 1 + floor(20000 * power(random(), 4))::integer AS i FROM generate_series(1, ${size}) n, generate_series(1, 9);
    CREATE TEMP TABLE made AS SELECT n.n, n.said,
      (SELECT form FROM names m WHERE m.id = CASE WHEN (n.n / 20) % 5 = 0 AND n.n % 3 = 0 THEN ${uuid('a004', `1 + 5 * ((n.n / 100) % (${places} / 5))`)} ELSE ${uuid('a003', `1 + (n.n / 20) % ${places}`)} END) AS place
      FROM (SELECT n, string_agg(word, ' ') AS said FROM drawn JOIN vocabulary USING (i) GROUP BY n) n`)
  await client.query(`
    INSERT INTO claims (id, ref, slug, statement_fr, event_id, public_at, created_by_id) SELECT ${uuid('9000', 'n')}, 'C' || n, 'c-' || n, said || ' à ' || place, ${uuid('a005', 'n / 20')}, now(), '${author}' FROM made;
    INSERT INTO anchors (id, dispatch_version_id, start, "end", exact, prefix, suffix) SELECT ${uuid('a008', 'n')}, ${uuid('a007', '1 + n / 100')}, (n % 100) * 400, (n % 100) * 400 + length(exact), exact, '', '' FROM (SELECT n, 'selon lui ' || said || ', près de ' || place AS exact FROM made) it;
    INSERT INTO occurrences (id, claim_id, anchor_id, kind) SELECT ${uuid('a009', 'n')}, ${uuid('9000', 'n')}, ${uuid('a008', 'n')}, 'narration' FROM made;
    INSERT INTO hops (id, occurrence_id, position, source_id, role) SELECT ${uuid('a00a', 'n')}, ${uuid('a009', 'n')}, 1, ${uuid('a001', '1 + floor(300 * power(random(), 2))::integer % 300')}, 'agency' FROM made;
    SET session_replication_role = origin`)
  await client.query('SELECT keep_live_passages(ARRAY (SELECT id FROM occurrences))')
  await client.query(
    'VACUUM ANALYZE live_passages, claims, anchors, occurrences, hops, events, sources, names, entities',
  )
  const from = performance.now()
  await client.query(`SELECT index_search(ARRAY (SELECT id FROM claims ORDER BY id))`)
  const seconds = (performance.now() - from) / 1_000
  await client.query('SELECT tidy_search()')
  await client.query('VACUUM ANALYZE claim_search, public_claim_search')
  return seconds
}

/** Questions of a reader, from words that are there: the same ones at every run. */
async function questions(client: pg.Client): Promise<{ plain: string[]; variant: string[] }> {
  const { rows } = await client.query<{ said: string; place: string }>(
    `SELECT said, place FROM made WHERE n % (SELECT greatest(1, max(n) / ${QUESTIONS}) FROM made) = 0 ORDER BY n LIMIT ${QUESTIONS}`,
  )
  const plain = rows.map(({ said, place }, i) => {
    const [a = '', b = '', c = '', d = ''] = said.split(' ')
    return (
      [`${a} ${d}`, `"${b} ${c}"`, `${place} ${a}`, `${b} source:source-${1 + (i % 40)}`, `${c} after:2005 -${a}`][
        i % 5
      ] ?? a
    )
  })
  const variant = rows.map(({ place }, i) => (i % 2 === 0 ? place : place.replace(/(..)(.)/, '$1$2$2')))
  return { plain, variant }
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const figures = (spent: readonly number[]) => {
  const sorted = [...spent].sort((a, b) => a - b)
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95) }
}
const told = ({ p50, p95 }: { p50: number; p95: number }) => `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`
async function timed<T>(spent: number[], work: () => Promise<T>): Promise<T> {
  const from = performance.now()
  const done = await work()
  spent.push(performance.now() - from)
  return done
}

/** The least that finds and ranks the same rows: one prepared statement for questions with words, and filters where there are some. */
const LEAST = `SELECT s.claim_id FROM public_claim_search s WHERE (s.words @@ $1::tsquery OR s.fr @@ $2::tsquery OR s.en @@ $3::tsquery)
  AND ($4::tsquery IS NULL OR s.words @@ $4::tsquery) ORDER BY ts_rank(s.words, $1::tsquery) DESC, s.claim_id DESC LIMIT 50`

/** Names with a letter wrong as plain SQL finds them: by letters, asked by the owner, so that no rule keeps its index from being used. */
const LETTERS = `SELECT id FROM claims WHERE fold(statement_fr) %> fold($1) ORDER BY word_similarity(fold($1), fold(statement_fr)) DESC, id LIMIT 50`

async function measure(size: number): Promise<void> {
  await inThrowaway(async (client: pg.Client, url: string) => {
    const author = await anAuthor(client)
    const indexing = await fill(client, author, size)
    const { plain, variant } = await questions(client)
    await client.query('CREATE INDEX ON claims USING gin (fold(statement_fr) gin_trgm_ops)')
    await client.query('ANALYZE claims')
    beTheProgram(url)
    const { closeDb, deskDb, publicDb } = await import('@/lib/data/db')
    const { hitsSql, search, searchHits } = await import('@/lib/data/search')
    const { searchPlan } = await import('@/lib/data/search-plan')
    const { readSearch } = await import('@/lib/domain/search-query')
    const { claimPage } = await import('@/lib/data/claim-lists')
    const { readView } = await import('@/lib/domain/desk-filter')
    const bare = new pg.Client({ connectionString: url, options: '-c role=app_public' })
    await bare.connect()
    console.log(
      `${size} claims: indexed in ${indexing.toFixed(1)} s (${((indexing * 1_000) / size).toFixed(2)} ms a claim, both tables)`,
    )
    for (const [name, asked] of [
      ['search', plain],
      ['variants', variant],
    ] as const) {
      const nothing = () => ({ ours: [], same: [], least: [], page: [], letters: [] }) as Record<Side, number[]>
      const spent = nothing()
      let found = 0
      let most = 0
      const run = async (q: string, isCounted: boolean) => {
        const into = isCounted ? spent : nothing()
        const query = readSearch(q)
        const plan = await searchPlan(publicDb(), query)
        if (!plan) throw new Error('a question has a plan')
        const { total } = await timed(into.ours, async () => {
          const it = await searchPlan(publicDb(), query)
          return searchHits(publicDb(), query, it ?? plan, 'stranger', null)
        })
        const { sql, values: given } = hitsSql(query, plan, 'stranger', null)
        const text = sql.split('?').reduce((made, part, i) => (i === 0 ? part : `${made}$${i}${part}`), '')
        await timed(into.same, () => bare.query({ name: `s${text.length}`, text, values: given as unknown[] }))
        await timed(into.least, () =>
          bare.query({ name: 'least', text: LEAST, values: [plan.near, plan.nearFr, plan.nearEn, plan.must] }),
        )
        await timed(into.page, () => search(publicDb(), query))
        if (name === 'variants')
          await timed(into.letters, () => client.query({ name: 'letters', text: LETTERS, values: [q] }))
        if (isCounted && total > 0) found++
        if (isCounted) most = Math.max(most, total)
      }
      for (const q of asked.slice(0, 20)) await run(q, false)
      for (const q of asked) await run(q, true)
      const of = (side: Side) => figures(spent[side])
      const [ours, same, least] = [of('ours'), of('same'), of('least')]
      console.log(`  ${name}: ${asked.length} questions, ${found} with results, ${most > 10_000 ? 'more than 10,000' : most} at most
    ours                         ${told(ours)}
    its statement, prepared      ${told(same)}    ratio of p95 ${(ours.p95 / same.p95).toFixed(2)} (goal ≤ 1.5)
    only ranked, nothing counted ${told(least)}    ratio of p95 ${(ours.p95 / least.p95).toFixed(2)}
    the whole page               ${told(of('page'))}`)
      if (name === 'variants')
        console.log(
          `    by letters, prepared         ${told(of('letters'))}    ratio of p95 ${(ours.p95 / of('letters').p95).toFixed(2)} (goal ≤ 1.5)`,
        )
    }
    const last = Math.min(10_000, Math.floor(size / PAGE) - 1)
    const [row] = (
      await client.query<{ ref: string }>(
        `SELECT ref FROM claims ORDER BY length(ref), ref COLLATE "C" OFFSET $1 LIMIT 1`,
        [(last - 1) * PAGE - 1],
      )
    ).rows
    const first: number[] = []
    const deep: number[] = []
    const read = (after?: string) =>
      claimPage(deskDb(), readView('claims', after === undefined ? {} : { after }), author)
    for (let n = 0; n < 25; n++) {
      await timed(first, () => read())
      await timed(deep, () => read(`${row?.ref.length}.${row?.ref}`))
    }
    const [one, other] = [figures(first.slice(5)), figures(deep.slice(5))]
    console.log(
      `  list: page 1 ${told(one)}; page ${last} ${told(other)}; ratio of medians ${(other.p50 / one.p50).toFixed(2)} (goal ≤ 1.2)`,
    )
    await bare.end()
    await closeDb()
  })
}
type Side = 'ours' | 'same' | 'least' | 'page' | 'letters'

const sizes = values.sizes.split(',')
// A process for each size: the settings of one are read once.
if (sizes.length === 1) await measure(Number(sizes[0]))
else
  for (const size of sizes) {
    const given = [
      '--import',
      './bin/typescript.mjs',
      'bench/archive-search.ts',
      '--sizes',
      size,
      '--questions',
      values.questions,
    ]
    if (spawnSync(process.execPath, given, { stdio: 'inherit' }).status !== 0) process.exitCode = 1
  }
