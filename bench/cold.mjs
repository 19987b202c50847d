/**
 * How long does a reader wait for a verdict page nobody remembers? A throw-away database with the sample gets as
 * many published verdicts as are asked for, all with the bytes of its fullest page at other addresses. Each address is asked once, in
 * an order by chance, at a fixed rate: of Recoupe, and of a bare Node server that runs one prepared statement and sends what
 * it finds. A B A B. Prints p50 and p95 of each round, counted from when a request was due, the ratio of the p95 (median,
 * least, most) and the transactions a page cost, each statement being one.
 *
 *   npm start   (once, then Ctrl-C)
 *   node --import ./bin/typescript.mjs bench/cold.mjs [--rate 100] [--seconds 10] [--rounds 5]
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { parseArgs } from 'node:util'
import { again, houseOn, inThrowaway } from './throwaway.mjs'

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '5' },
  },
})
const [rate, seconds, rounds] = [Number(values.rate), Number(values.seconds), Number(values.rounds)]
const WARM = 300
const pages = 2 * (rounds * rate * seconds + WARM) + 200
const PORTS = { recoupe: 3477, bare: 3478 }
const address = (n) => `/fr/claims/cold-${n}`
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const idOf = (kind) => `('00000000-0000-7000-${kind}-' || lpad(to_hex(nth), 12, '0'))::uuid`

async function fill(client) {
  await client.query('set session_replication_role = replica')
  const { rows } = await client.query(
    `select c.id as claim, v.id as verdict, w.id as version, p.id as publication
     from publications p join verdict_versions w on w.id = p.verdict_version_id
       join verdicts v on v.id = w.verdict_id join claims c on c.id = v.claim_id
     where p.language = 'fr' and v.state in ('published', 'corrected') order by length(p.body) desc limit 1`,
  )
  const of = rows[0]
  const [claim, verdict, version, publication] = ['9001', '9002', '9003', '9004'].map(idOf)
  await again(client, 'claims', pages, {
    changed: { id: claim, ref: `'COLD' || nth`, slug: `'cold-' || nth` },
    where: `it.id = '${of.claim}'`,
  })
  await again(client, 'verdicts', pages, {
    changed: { id: verdict, claim_id: claim },
    where: `it.id = '${of.verdict}'`,
  })
  await again(client, 'verdict_versions', pages, {
    changed: { id: version, verdict_id: verdict },
    where: `it.id = '${of.version}'`,
  })
  await again(client, 'publications', pages, {
    changed: { id: publication, verdict_version_id: version, address: `'/fr/claims/cold-' || nth` },
    where: `it.id = '${of.publication}'`,
  })
  await client.query('vacuum analyze claims, verdicts, verdict_versions, publications')
}

const agent = new Agent({ keepAlive: true, maxSockets: 100 })
const ask = (port, path) =>
  new Promise((resolve, reject) => {
    request({ agent, host: '127.0.0.1', port, path, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode))
    })
      .on('error', reject)
      .end()
  })

/** Milliseconds from when each request was due to when its answer was whole; one that failed is an error. */
async function ride(port, numbers) {
  const startsAt = performance.now() + 50
  return Promise.all(
    numbers.map(async (n, i) => {
      const due = startsAt + (i * 1000) / rate
      await pause(due - performance.now())
      const status = await ask(port, address(n))
      if (status !== 200) throw new Error(`${address(n)} on ${port}: ${status}`)
      return performance.now() - due
    }),
  )
}
const quantile = (list, share) => list.toSorted((a, b) => a - b)[Math.floor(list.length * share)]

await inThrowaway(async (client, databaseUrl) => {
  const house = houseOn(databaseUrl)
  Object.assign(process.env, house)
  const { loadSample } = await import('@/seeds/load-sample')
  const { SAMPLE } = await import('@/seeds/mali-2013/sample')
  const { closeDb } = await import('@/lib/data/db')
  await loadSample(SAMPLE, () => undefined)
  await closeDb()
  const children = []
  try {
    await fill(client)
    for (const [args, port] of [
      [['--import', './bin/typescript.mjs', 'bin/serve.ts'], PORTS.recoupe],
      [['bench/bare-sql-server.mjs', String(PORTS.bare)], PORTS.bare],
    ]) {
      children.push(
        spawn(process.execPath, args, {
          env: { ...house, PORT: String(port) },
          stdio: ['ignore', 'ignore', 'inherit'],
        }),
      )
      for (let tries = 0; (await ask(port, address(1)).catch(() => 0)) !== 200; tries++) {
        if (tries > 300) throw new Error(`no answer on ${port}`)
        await pause(100)
      }
    }
    await pause(10_000) // Next reads its routes from disk first
    let next = 2
    const some = (count) =>
      Array.from({ length: count }, () => next++)
        .map((n) => [Math.random(), n])
        .sort(([a], [b]) => a - b)
        .map(([, n]) => n)
    for (const port of Object.values(PORTS)) await ride(port, some(WARM - 1))
    const ratios = []
    for (let round = 1; round <= rounds; round++) {
      const p95 = {}
      for (const [side, port] of Object.entries(PORTS)) {
        const took = await ride(port, some(rate * seconds))
        p95[side] = quantile(took, 0.95)
        console.log(
          `round ${round}  ${side.padEnd(8)} p50 ${quantile(took, 0.5).toFixed(2)} ms  p95 ${p95[side].toFixed(2)} ms`,
        )
      }
      ratios.push(p95.recoupe / p95.bare)
    }
    ratios.sort((a, b) => a - b)
    const told = (it) => it.toFixed(2)
    console.log(
      `${pages} pages, ${rate} a second; p95 of Recoupe / bare Node and one statement: ${told(ratios[Math.floor(rounds / 2)])} (${told(ratios[0])} to ${told(ratios[rounds - 1])})`,
    )
    const transactions = async () => {
      await pause(12_000) // an idle connection tells its counters after ten seconds
      const { rows } = await client.query(
        'select xact_commit + xact_rollback as n from pg_stat_database where datname = current_database()',
      )
      return Number(rows[0].n)
    }
    const before = await transactions()
    const idle = (await transactions()) - before
    const from = await transactions()
    await ride(PORTS.recoupe, some(100))
    console.log(`statements a page: ${(((await transactions()) - from - idle) / 100).toFixed(2)} (goal at most 2)`)
  } finally {
    agent.destroy()
    for (const child of children) child.kill('SIGTERM')
    await Promise.all(children.map((child) => child.exitCode === null && once(child, 'close')))
  }
})
