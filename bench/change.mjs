/**
 * What happens when a public page is replaced? Two processes serve one database. First: a correction is published 100 times,
 * and both are asked until they send it (goal: 1 s, each time). Then, on a page that was just replaced, 500 requests at once
 * to each process: how many renders they cost, counted in transactions of the database against what one render costs, and
 * how many failed. Last, a crawl of addresses nobody has: memory before and after, growth of the disk.
 *
 *   npm start   (once, then Ctrl-C)
 *   node bench/change.mjs [--times 100] [--crawl 200000]
 *
 * It writes into the database it runs on: use a data folder of its own (RECOUPE_DATA_DIR).
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { withHouse } from './house.mjs'

const { values } = parseArgs({
  options: { times: { type: 'string', default: '100' }, crawl: { type: 'string', default: '200000' } },
})
const PORTS = [3473, 3474]
const AT_ONCE = 500
const LATE_MS = 10_000
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })

/** @returns {Promise<{ status: number, body: string }>} */
const get = (port, path) =>
  new Promise((resolve, reject) => {
    request({ agent, host: '127.0.0.1', port, path }, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }))
    })
      .on('error', reject)
      .end()
  })
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const quantile = (list, share) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))]

/** Resident memory of a process, in MB (Linux). */
const memoryOf = (pid) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
const diskOf = (folder) => Number(spawnSync('du', ['-sm', folder], { encoding: 'utf8' }).stdout.split('\t')[0])

await withHouse(async (env) => {
  const house = { ...process.env, ...env, NODE_ENV: 'production', RECOUPE_URL: `http://localhost:${PORTS[0]}` }
  const servers = PORTS.map((port) =>
    spawn(process.execPath, ['--import', './bin/typescript.mjs', 'bin/serve.ts'], {
      env: { ...house, PORT: String(port) },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  )
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  const publisher = spawn(process.execPath, ['--import', './bin/typescript.mjs', 'bench/publisher.ts'], {
    env: house,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  try {
    for (const port of PORTS)
      for (let tries = 0; ; tries++) {
        const isUp = await get(port, '/readyz').then(
          ({ status }) => status === 200,
          () => false,
        )
        if (isUp) break
        if (tries > 300) throw new Error(`no answer on ${port}`)
        await pause(100)
      }
    const said = createInterface({ input: publisher.stdout })[Symbol.asyncIterator]()
    const { slug } = JSON.parse((await said.next()).value)
    const path = `/fr/claims/${slug}`
    const publish = async () => {
      publisher.stdin.write('\n')
      return JSON.parse((await said.next()).value)
    }

    const waits = []
    let late = 0
    for (let n = 0; n < Number(values.times); n++) {
      for (const port of PORTS) await get(port, path)
      const { words, at } = await publish()
      await Promise.all(
        PORTS.map(async (port) => {
          for (;;) {
            const { body } = await get(port, path)
            const waited = performance.timeOrigin + performance.now() - at
            if (body.includes(words)) return waits.push(waited)
            if (waited > LATE_MS) return late++
            await pause(5)
          }
        }),
      )
    }
    const within = waits.filter((ms) => ms <= 1000).length
    console.log(
      `published ${values.times} times, asked on ${PORTS.length} processes: ${within} of ${waits.length + late} had it within 1 s; p50 ${quantile(waits, 0.5).toFixed(0)} ms, p95 ${quantile(waits, 0.95).toFixed(0)} ms, worst ${Math.max(...waits).toFixed(0)} ms`,
    )

    // Everything is forgotten, then one reader asks: what one render costs.
    const transactions = async () => {
      await pause(12_000) // an idle connection tells its counters after ten seconds
      const { rows } = await client.query(
        'select xact_commit + xact_rollback as n from pg_stat_database where datname = current_database()',
      )
      return Number(rows[0].n)
    }
    const cost = async (ask) => {
      await client.query(`select pg_notify('recoupe_public', '*')`)
      await pause(300)
      const before = await transactions()
      const failed = await ask()
      return { n: (await transactions()) - before, failed }
    }
    const idle = (await cost(async () => 0)).n
    const one = (await cost(async () => void (await get(PORTS[0], path)))).n - idle
    for (const port of PORTS) {
      const { n, failed } = await cost(async () => {
        const answers = await Promise.all(
          Array.from({ length: AT_ONCE }, () =>
            get(port, path).then(
              ({ status }) => status,
              () => 0,
            ),
          ),
        )
        return answers.filter((status) => status !== 200).length
      })
      console.log(
        `${AT_ONCE} at once on a page just replaced (port ${port}): ${n - idle} transactions, one render costs ${one}; ${failed} failed`,
      )
    }

    const total = Number(values.crawl)
    const warm = Math.min(5_000, total)
    const crawl = async (from, to) => {
      let next = from
      await Promise.all(
        Array.from({ length: 32 }, async () => {
          while (next < to) await get(PORTS[0], `/fr/claims/nobody-${next++}`)
        }),
      )
    }
    await crawl(0, warm)
    const [memory, disk] = [memoryOf(servers[0].pid), diskOf('.next')]
    const from = performance.now()
    await crawl(warm, total)
    console.log(
      `${total - warm} addresses nobody has, ${(((total - warm) / (performance.now() - from)) * 1000).toFixed(0)} a second: memory ${memory} MB before, ${memoryOf(servers[0].pid)} MB after; disk grew by ${diskOf('.next') - disk} MB`,
    )
  } finally {
    publisher.stdin.end()
    await client.end()
    agent.destroy()
    for (const server of servers) server.kill('SIGTERM')
    await Promise.all(servers.map((server) => once(server, 'close')))
  }
})
