/**
 * What does the export of a large archive cost? Throw-away databases of growing size, each holding the sample's claims again and
 * again (a claim, its place in the text and its chain a row), are exported as a stranger: over HTTP by Recoupe, and by
 * psql's \copy of the very same statement under the same role, planned alike. A B A B. Prints seconds, rows, the first byte, the memory of the
 * server before and at its most, and the ratio of the seconds (median, least, most). Both sides write to nowhere.
 *
 *   npm start   (once, then Ctrl-C)
 *   node --import ./bin/typescript.mjs bench/archive-export.mjs [--sizes 10000,100000] [--rounds 3] [--path /export/claims.csv]
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { parseArgs } from 'node:util'
import { again, houseOn, inThrowaway } from './throwaway.mjs'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    rounds: { type: 'string', default: '3' },
    path: { type: 'string', default: '/export/claims.csv' },
  },
})
const PORT = 3479
const rounds = Number(values.rounds)
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const another = (column) => `md5(it.${column}::text || nth)::uuid`

async function fill(client, size) {
  const { rows } = await client.query('select count(*)::int as n from occurrences')
  const times = Math.ceil(size / rows[0].n)
  await client.query('set session_replication_role = replica')
  await again(client, 'hops', times, { changed: { id: another('id'), occurrence_id: another('occurrence_id') } })
  await again(client, 'occurrences', times, { changed: { id: another('id'), claim_id: another('claim_id') } })
  await again(client, 'claims', times, {
    changed: {
      id: another('id'),
      ref: `it.ref || '-' || nth`,
      slug: `it.slug || '-' || nth`,
    },
  })
  await client.query('select keep_live_passages(array(select id from occurrences))')
  await client.query('vacuum analyze claims, occurrences, hops, live_passages')
}

/** The whole answer, thrown away: its seconds, those until the first byte, its lines and bytes. */
async function overHttp() {
  const from = performance.now()
  const [response] = await once(get({ host: '127.0.0.1', port: PORT, path: values.path, agent: false }), 'response')
  if (response.statusCode !== 200) throw new Error(`${values.path}: ${response.statusCode}`)
  let [first, bytes, lines] = [null, 0, 0]
  for await (const chunk of response) {
    first ??= (performance.now() - from) / 1000
    bytes += chunk.length
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++
  }
  return { seconds: (performance.now() - from) / 1000, first, bytes, lines }
}

function withPsql(url, planned, statement) {
  const from = performance.now()
  const { status, stderr } = spawnSync(
    'psql',
    [
      url,
      '-qX',
      '-v',
      'ON_ERROR_STOP=1',
      '-c',
      `begin; set local role app_public; ${planned}`,
      '-c',
      statement,
      '-c',
      'commit',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`psql: ${stderr}`)
  return (performance.now() - from) / 1000
}

/** Of a process, in megabytes: now, and at its most since it was last asked. @param {number} pid */
const memory = (pid) => {
  const of = (name) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  return { now: Math.round(of('VmRSS')), most: Math.round(of('VmHWM')) }
}

async function measure(size) {
  await inThrowaway(async (client, databaseUrl) => {
    const house = houseOn(databaseUrl)
    Object.assign(process.env, house)
    const { loadSample } = await import('@/seeds/load-sample')
    const { SAMPLE } = await import('@/seeds/mali-2013/sample')
    const { closeDb } = await import('@/lib/data/db')
    const { claimsExport } = await import('@/lib/data/export-claims')
    const { copyText, PLANNED } = await import('@/lib/data/csv-export')
    const { columnNames } = await import('@/lib/present/datapackage')
    await loadSample(SAMPLE, () => undefined)
    await closeDb()
    await fill(client, size)
    const statement = copyText(claimsExport('http://localhost:3000', 'fr', 'true'), columnNames('claims'), {
      delimiter: ',',
      isForSpreadsheet: false,
    })
    const server = spawn(process.execPath, ['--import', './bin/typescript.mjs', 'bin/serve.ts'], {
      env: { ...house, PORT: String(PORT) },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    try {
      for (let tries = 0; (await fetch(`http://127.0.0.1:${PORT}/readyz`).catch(() => null))?.ok !== true; tries++) {
        if (tries > 300) throw new Error('no answer')
        await pause(100)
      }
      await overHttp() // Next reads its routes first, PostgreSQL its pages
      withPsql(databaseUrl, PLANNED, statement)
      const before = memory(server.pid)
      const ratios = []
      const firsts = []
      for (let round = 1; round <= rounds; round++) {
        const http = await overHttp()
        const psql = withPsql(databaseUrl, PLANNED, statement)
        ratios.push(http.seconds / psql)
        firsts.push(http.first)
        console.log(
          `${size}  round ${round}  HTTP ${http.seconds.toFixed(2)} s, first byte ${http.first.toFixed(3)} s, ${http.lines} lines, ${(http.bytes / 1e6).toFixed(1)} MB; psql ${psql.toFixed(2)} s`,
        )
      }
      ratios.sort((a, b) => a - b)
      const after = memory(server.pid)
      console.log(
        `${size}  HTTP / psql: ${ratios[Math.floor(rounds / 2)].toFixed(2)} (${ratios[0].toFixed(2)} to ${ratios[rounds - 1].toFixed(2)}); first byte at most ${Math.max(...firsts).toFixed(3)} s; server ${before.now} MB before, ${after.now} MB after, ${after.most} MB at its most`,
      )
    } finally {
      server.kill('SIGTERM')
      await once(server, 'exit')
    }
  })
}

const outside = { ...process.env }
for (const size of values.sizes.split(',')) {
  await measure(Number(size))
  // The next finds its database as this one did.
  for (const name of Object.keys(process.env)) if (!(name in outside)) delete process.env[name]
  Object.assign(process.env, outside)
}
