/**
 * Does the comparison of claims with the archive stay linear, and does it still find what is there? Synthetic claims with
 * planted pairs (one event, another number; see suggest/synthetic-claims.ts) are loaded into throw-away databases of growing
 * size and compared by the code of the server. Prints time, recall of the planted pairs, proposals per claim, the ratio of
 * the times, and then how long a claim that is added takes until what is proposed about it stands in the database, with the
 * server's own round looking for work. News density per day is the same at every size, as in a real archive.
 *
 * Loading goes by COPY with the triggers off: it is no part of what is measured, and the search index is not filled.
 *
 *   node --import ./bin/typescript.mjs bench/suggestions-growth.ts [--sizes 10000,100000,1000000]
 */
import { spawnSync } from 'node:child_process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { spelled, syntheticClaims } from './suggest/synthetic-claims'
import { anAuthor, beTheProgram, inThrowaway } from './throwaway.mjs'

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '10000,100000' }, one: { type: 'string' } },
})
/** How often it is said how far it is. */
const TELL = 50_000
/** Claims added one at a time when the archive stands. */
const ADDED = 20
const FIRST_DAY = Date.parse('1960-01-01')
const id = (kind: string, n: number) => `00000000-0000-7000-${kind}-${n.toString(16).padStart(12, '0')}`
const claimId = (n: number) => id('9000', n + 1)
const dayOf = (day: number) => new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10)

/** Rows a thousand at a time: a write for each is what COPY by row costs. */
function* thousands(rows: Iterable<string>): Generator<string> {
  let some: string[] = []
  for (const row of rows)
    if (some.push(row) === 1_000) {
      yield some.join('')
      some = []
    }
  yield some.join('')
}

/** Loads the claims with a passage each that says when; returns the last ones of them. */
async function load(client: pg.Client, author: string, size: number) {
  const last: { fr: string; day: number }[] = []
  const copy = async (into: string, rows: () => Iterable<string>) =>
    pipeline(Readable.from(thousands(rows())), client.query(copyFrom(`COPY ${into} FROM STDIN`)))
  await client.query(`SET session_replication_role = replica`)
  await client.query(`CREATE TEMP TABLE planted (a uuid, b uuid)`)
  await copy(`claims (id, ref, slug, statement_fr, created_by_id)`, function* () {
    let n = 0
    for (const { fr } of syntheticClaims(size)) {
      n++
      yield `${claimId(n - 1)}\tB${n}\tb-${n}\t${fr}\t${author}\n`
    }
  })
  await copy(`occurrences (id, claim_id, anchor_id, kind, time_edtf, time_from, time_to, time_basis)`, function* () {
    let n = 0
    for (const { fr, day } of syntheticClaims(size)) {
      const on = dayOf(day)
      yield `${id('a000', n)}\t${claimId(n)}\t${id('b000', 1)}\tnarration\t${on}\t${on}\t${on}\tstated\n`
      if (n >= size - ADDED) last.push({ fr, day })
      n++
    }
  })
  await copy(`planted`, function* () {
    let n = 0
    for (const { partner } of syntheticClaims(size)) {
      if (partner !== null) yield `${claimId(partner)}\t${claimId(n)}\n`
      n++
    }
  })
  await client.query(`INSERT INTO claims_to_pair (claim_id, since) SELECT id, 'infinity' FROM claims ORDER BY id`)
  await client.query(`SET session_replication_role = origin`)
  await client.query('VACUUM ANALYZE claims, occurrences, claims_to_pair')
  return last
}

type Figures = {
  seconds: number
  recall: number
  perClaim: number
  most: number
  last: number
  rss: number
  added: number[]
}

async function measure(size: number): Promise<Figures | null> {
  let figures: Figures | null = null
  await inThrowaway(async (client: pg.Client, url: string) => {
    const author = await anAuthor(client)
    const told = await load(client, author, size)
    beTheProgram(url)
    const { pairSomeClaims } = await import('@/lib/services/pair-claims')
    const { closeDb, deskDb } = await import('@/lib/data/db')
    const { startJobRounds, stopJobRounds } = await import('@/lib/web/job-round')
    const { idMaker } = await import('@/lib/web/script-desk')
    const newId = idMaker(new Date())
    const from = performance.now()
    let last = 0
    for (let some = 1, done = 0; some > 0; done += some) {
      const at = performance.now()
      some = await pairSomeClaims(deskDb(), newId)
      if (some > 0) last = (performance.now() - at) / some
      if (done % TELL === 0) console.error(`  ${done} of ${size} after ${((at - from) / 1_000).toFixed(0)} s`)
    }
    const seconds = (performance.now() - from) / 1_000
    const rss = process.resourceUsage().maxRSS / 1_024
    const { rows } = await client.query(
      `SELECT (SELECT count(*) FROM planted)::int AS planted,
         (SELECT count(*) FROM planted p WHERE EXISTS (SELECT FROM suggestions s WHERE s.claim_a_id = p.a AND s.claim_b_id = p.b))::int AS met,
         (SELECT count(*) FROM suggestions)::int AS made,
         (SELECT max(n) FROM (SELECT count(*) AS n FROM (SELECT claim_a_id AS id FROM suggestions UNION ALL SELECT claim_b_id FROM suggestions) it GROUP BY id) it)::int AS most`,
    )
    const { planted, met, made, most } = rows[0] as { planted: number; met: number; made: number; most: number }
    startJobRounds()
    const added: number[] = []
    for (const [n, claim] of told.entries()) added.push(await addOne(client, author, size + n, claim))
    stopJobRounds()
    await new Promise((resolve) => setTimeout(resolve, 2_000)) // the round that may be under way
    figures = { seconds, rss, recall: met / planted, perClaim: made / size, most, last, added }
    await closeDb()
  })
  return figures
}

/** Milliseconds from a claim being kept, told after one of the last ones, until something is proposed about it. */
async function addOne(client: pg.Client, author: string, n: number, { fr, day }: { fr: string; day: number }) {
  // The passage first needs a dispatch to stand in; an event of its own gives the day as well.
  await client.query(
    `INSERT INTO events (id, ref, slug, title_fr, title_en, time_edtf, time_from, time_to, time_basis, created_by_id)
     VALUES ($1, $2, $3, 'Jour', 'Day', $4::text, $4::text::date, $4::text::date, 'stated', $5)`,
    [id('a000', n), `D${n}`, `d-${n}`, dayOf(day), author],
  )
  const words = fr.replace(/\p{Lu}\p{Ll}+(?= :)/u, spelled).replace(/\d+/, (it) => String(Number(it) + 50))
  await client.query(
    `INSERT INTO claims (id, ref, slug, statement_fr, event_id, created_by_id) VALUES ($1, $2, $3, $4, $5, $6)`,
    [claimId(n), `B${n + 1}`, `b-${n + 1}`, words, id('a000', n), author],
  )
  const from = performance.now()
  for (;;) {
    const { rowCount } = await client.query(`SELECT FROM suggestions WHERE $1::uuid IN (claim_a_id, claim_b_id)`, [
      claimId(n),
    ])
    if (rowCount) return performance.now() - from
    if (performance.now() - from > 60_000) return Number.POSITIVE_INFINITY
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

// A process for each size: the server's code keeps one database for as long as it lives.
if (values.one) {
  console.log(JSON.stringify(await measure(Number(values.one))))
  process.exit(0)
}
const sizes = values.sizes.split(',').map(Number)
let first: number | null = null
for (const size of sizes) {
  const child = spawnSync(process.execPath, [...process.execArgv, process.argv[1] ?? '', '--one', String(size)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.status !== 0) process.exit(1)
  const { seconds, recall, perClaim, most, last, rss, added } = JSON.parse(
    child.stdout.trim().split('\n').at(-1) ?? '',
  ) as Figures
  first ??= seconds
  const times = size / (sizes[0] ?? size)
  const waits = added.toSorted((a, b) => a - b)
  console.log(
    `${size} claims: ${seconds.toFixed(1)} s (${((seconds / size) * 1_000).toFixed(2)} ms a claim, ${last.toFixed(2)} at the end), ` +
      `${(seconds / first).toFixed(1)} times the first for ${times} times the claims (goal ≤ ${(1.3 * times).toFixed(1)}); ` +
      `recall ${recall.toFixed(3)} (goal ≥ 0.95); ${perClaim.toFixed(3)} proposals a claim, ${most} at most; ` +
      `this process ${rss.toFixed(0)} MB at most; ` +
      `a claim added to that archive has its first proposal after ${waits[waits.length >> 1]?.toFixed(0)} ms, ${waits.at(-1)?.toFixed(0)} ms at most (goal ≤ 2000)`,
  )
}
