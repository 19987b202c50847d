/**
 * How long does a reviewer wait? Twenty reviewers take claims from a passage (annotate), mark conflicts (mark) and rate
 * (rate) over HTTP while 200 public requests a second are answered beside them; then pgbench sends the same SQL
 * transactions, as the services send them, at the same pace beside the same public load. Prints p50 and p95 of both sides
 * and the ratio, first at a steady pace (each reviewer acts once a second), then with all twenty acting without a pause;
 * ten seconds before are not counted. Last, 10,000 edits of the same fifty claims by all twenty at once: every accepted edit must be found in the history.
 *
 *   npm start   (once, then Ctrl-C)
 *   node bench/desk.mjs [--seconds 20] [--edits 10000] [--pgbench /usr/lib/postgresql/15/bin/pgbench]
 *
 * It writes into the database it runs on: use a data folder of its own (RECOUPE_DATA_DIR).
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { withHouse } from './house.mjs'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    edits: { type: 'string', default: '10000' },
    port: { type: 'string', default: '3471' },
    pgbench: { type: 'string', default: '/usr/lib/postgresql/15/bin/pgbench' },
  },
})
const SECONDS = Number(values.seconds)
const WARM_UP_SECONDS = 10
const REVIEWERS = 20
const PUBLIC_PER_SECOND = 200
const ACTS = /** @type {const} */ (['annotate', 'mark', 'rate'])
const PORT = Number(values.port)
const ORIGIN = `http://localhost:${PORT}`
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Runs a program to its end. @returns what it printed */
async function run(command, args, env) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    printed.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    printed.err += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${printed.err.slice(-2_000)}`)
  return printed.out
}

/** One request over a kept connection. @returns {Promise<{ status: number, body: any }>} */
const send = (method, path, { session = '', body = null } = {}) =>
  new Promise((resolve, reject) => {
    const text = body === null ? '' : JSON.stringify(body)
    const headers = {
      Origin: ORIGIN,
      Cookie: session ? `recoupe.session=${session}` : '',
      ...(text ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) } : {}),
    }
    const sent = request({ agent, host: '127.0.0.1', port: PORT, method, path, headers }, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const said = Buffer.concat(chunks).toString()
        const isJson = /json/.test(String(response.headers['content-type']))
        resolve({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(said) : said })
      })
    })
    sent.on('error', reject)
    sent.end(text)
  })

/** 200 public requests a second until `stop` is called. */
function publicLoad() {
  const paths = ['/fr', '/fr/claims/ansar-dine-controle-kona-presque-en-totalite', '/en/corrections', '/fr/conflicts']
  const counts = { sent: 0, failed: 0 }
  let n = 0
  const timer = setInterval(() => {
    for (let i = 0; i < PUBLIC_PER_SECOND / 20; i++) {
      counts.sent++
      send('GET', paths[n++ % paths.length]).then(
        ({ status }) => status !== 200 && counts.failed++,
        () => counts.failed++,
      )
    }
  }, 50)
  return {
    counts,
    stop: () => clearInterval(timer),
  }
}

const quantile = (times, share) => {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

let serial = 0
const rated = new Map()
/** A reviewer rates a version once: each rating takes the next verdict that waits for this one. */
function nextVerdict(setup, reviewer) {
  const n = rated.get(reviewer) ?? 0
  rated.set(reviewer, n + 1)
  if (n >= setup.verdicts.length) throw new Error('no verdict is left to rate: make more in desk-setup.ts')
  return setup.verdicts[n]
}

/** One act of one reviewer, as the desk's JSON API takes it. */
async function act(kind, setup, reviewer) {
  const session = setup.sessions[reviewer]
  const n = `${setup.run}-${serial++}`
  const named = (input, title) =>
    JSON.parse(JSON.stringify(input).replaceAll('bench-N', `bench-${n}`).replaceAll(title, n))
  const [path, body] =
    kind === 'annotate'
      ? ['/api/v1/claims', named(setup.claim, 'Affirmation N')]
      : kind === 'mark'
        ? ['/api/v1/conflicts', named(setup.conflict, 'Conflit N')]
        : [`/api/v1/verdicts/${nextVerdict(setup, reviewer)}/reviews`, { ratingCode: 'disputed', note: null }]
  const { status, body: said } = await send('POST', path, { session, body })
  if (status !== 201) throw new Error(`${kind}: ${status} ${JSON.stringify(said).slice(0, 400)}`)
}

/** Milliseconds per act over HTTP. Paced: each reviewer starts once a second, late starts count from when they were due. */
async function overHttp(setup, isPaced, seconds = SECONDS) {
  const times = { annotate: [], mark: [], rate: [] }
  const endsAt = performance.now() + seconds * 1000
  await Promise.all(
    setup.sessions.map(async (_, reviewer) => {
      let due = performance.now() + (isPaced ? (reviewer * 1000) / REVIEWERS : 0)
      for (let turn = reviewer; performance.now() < endsAt; turn++) {
        if (isPaced) await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
        const from = isPaced ? due : performance.now()
        const kind = ACTS[turn % ACTS.length]
        await act(kind, setup, reviewer)
        times[kind].push(performance.now() - from)
        due += 1000
      }
    }),
  )
  return times
}

/** Milliseconds per transaction in pgbench, same mix and pace. */
async function overPgbench(setup, databaseUrl, isPaced) {
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-pgbench-'))
  try {
    for (const kind of ACTS) writeFileSync(join(folder, `${kind}.sql`), setup.scripts[kind])
    await run(
      values.pgbench,
      [
        ...['-n', '-M', 'prepared', '-c', String(REVIEWERS), '-j', '2', '-T', String(SECONDS)],
        ...['-l', '--log-prefix', join(folder, 'log')],
        ...(isPaced ? ['-R', String(REVIEWERS)] : []),
        ...ACTS.flatMap((kind) => ['-f', join(folder, `${kind}.sql`)]),
        databaseUrl,
      ],
      { PGOPTIONS: '-c role=app_rw' },
    )
    const times = { annotate: [], mark: [], rate: [] }
    for (const name of readdirSync(folder).filter((it) => it.startsWith('log')))
      for (const line of readFileSync(join(folder, name), 'utf8').trim().split('\n')) {
        const [, , microseconds, script] = line.split(' ')
        times[ACTS[Number(script)]].push(Number(microseconds) / 1000)
      }
    return times
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Edits claims from all sides at once; a refused edit is tried again on what the other person saved. */
async function edits(setup, total, client) {
  const seen = new Map(setup.claims.map((id) => [id, 1]))
  const accepted = []
  let refused = 0
  let next = 0
  const startedAt = performance.now()
  await Promise.all(
    setup.sessions.map(async (session, reviewer) => {
      while (next < total) {
        const n = next++
        const id = setup.claims[n % setup.claims.length]
        const words = `${setup.run} ${reviewer} ${n}`
        let version = seen.get(id)
        for (;;) {
          const { status, body } = await send('PATCH', `/api/v1/claims/${id}`, {
            session,
            body: { version, statementFr: words },
          })
          if (status === 200) {
            accepted.push({ id, version: body.version, words })
            if (body.version > seen.get(id)) seen.set(id, body.version)
            break
          }
          if (status !== 409) throw new Error(`edit: ${status} ${JSON.stringify(body).slice(0, 400)}`)
          refused++
          version = body.collision.version
        }
      }
    }),
  )
  const took = (performance.now() - startedAt) / 1000
  const { rows } = await client.query(
    `select entity_id::text as id, n, content->>'statement_fr' as words from revisions where entity = 'claims' and n > 1 and entity_id = any($1::uuid[])`,
    [setup.claims],
  )
  const kept = new Map(rows.map(({ id, n, words }) => [`${id} ${n}`, words]))
  const lost = accepted.filter(({ id, version, words }) => kept.get(`${id} ${version}`) !== words)
  return { accepted: accepted.length, refused, kept: kept.size, lost: lost.length, took }
}

await withHouse(async (env) => {
  if (!existsSync(values.pgbench)) throw new Error(`no pgbench at ${values.pgbench}: say where with --pgbench`)
  const house = {
    ...env,
    PORT: String(PORT),
    RECOUPE_URL: ORIGIN,
    NEXTAUTH_URL: ORIGIN,
    NODE_ENV: 'production',
    RECOUPE_API_QUOTA: '1000000',
  }
  const server = spawn(process.execPath, ['--import', './bin/typescript.mjs', 'bin/serve.ts'], {
    env: { ...process.env, ...house },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  try {
    for (let tries = 0; ; tries++) {
      const isUp = await send('GET', '/readyz').then(
        ({ status }) => status === 200,
        () => false,
      )
      if (isUp) break
      if (tries > 300) throw new Error('the server does not answer')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const setup = JSON.parse(
      await run(process.execPath, ['--import', './bin/typescript.mjs', 'bench/desk-setup.ts'], house),
    )
    // A newsroom's server has been up for days: what is measured begins with modules loaded and code compiled.
    const warming = publicLoad()
    await overHttp(setup, true, WARM_UP_SECONDS)
    warming.stop()
    for (const isPaced of [true, false]) {
      console.log(isPaced ? `\nat a steady pace: ${REVIEWERS} acts a second` : '\nwithout a pause: all twenty at once')
      const load = publicLoad()
      const ours = await overHttp(setup, isPaced)
      const floor = await overPgbench(setup, env.DATABASE_URL, isPaced)
      load.stop()
      for (const kind of ACTS) {
        const [mine, bare] = [ours[kind], floor[kind]]
        const p = (times, share) => quantile(times, share).toFixed(1).padStart(7)
        const ratio = quantile(mine, 0.95) / quantile(bare, 0.95)
        console.log(
          `${kind.padEnd(9)} recoupe n ${String(mine.length).padStart(5)}  p50 ${p(mine, 0.5)}  p95 ${p(mine, 0.95)} ms   pgbench n ${String(bare.length).padStart(5)}  p50 ${p(bare, 0.5)}  p95 ${p(bare, 0.95)} ms   ratio of p95 ${ratio.toFixed(2)}`,
        )
      }
      console.log(`public    ${load.counts.sent} requests beside, ${load.counts.failed} failed`)
    }
    const total = Number(values.edits)
    const { accepted, refused, kept, lost, took } = await edits(setup, total, client)
    console.log(
      `\n${total} edits of ${setup.claims.length} claims by ${REVIEWERS} at once in ${took.toFixed(1)} s: ${accepted} accepted, ${refused} refused as stale and tried again, ${kept} in the history, ${lost} lost`,
    )
    if (lost > 0 || kept !== accepted) process.exitCode = 1
  } finally {
    await client.end()
    agent.destroy()
    server.kill('SIGTERM')
    await once(server, 'close')
  }
})
