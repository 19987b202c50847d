/**
 * How fast is a hot verdict page? Several servers send the same bytes of the same page (gzip), measured one after the other,
 * several rounds, in one run: a bare Node http server (the floor), Recoupe with its front, the same page through Next alone
 * and, where nginx is installed, the page as a file of nginx (gzip_static) and Recoupe behind deploy/nginx.conf. Of that file
 * the bench takes out only what needs a certificate and the limits per address, as all load comes from one. Servers run on one
 * core and the load on the other where taskset is there; the load is wrk's where it is installed, else load.mjs.
 * Prints requests per second and, per round, the ratios: median, least and most. The database and the build must be there:
 *
 *   npm start   (once, then Ctrl-C)
 *   node bench/public.mjs [--rounds 5] [--seconds 5] [--connections 50] [--path /fr/claims/…]
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { withHouse } from './house.mjs'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '50' },
    path: { type: 'string', default: '/fr/claims/ansar-dine-controle-kona-presque-en-totalite' },
  },
})

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

const has = (command) => spawnSync('which', [command]).status === 0
const pinned = has('taskset') && availableParallelism() > 1
/** A command on the core of the servers (0) or of the load (1). */
const onCore = (core, command, args) => (pinned ? ['taskset', ['-c', String(core), command, ...args]] : [command, args])

const started = []
/** Starts a server and waits until it answers the page. */
async function serve(command, args, env, url) {
  const child = spawn(...onCore(0, command, args), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  started.push(child)
  for (let i = 0; i < 300; i++) {
    try {
      const answer = await fetch(url)
      if (answer.ok) return
    } catch {
      // Not listening yet: ask again.
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no answer from ${url}`)
}

/** @returns {Promise<{ perSecond: number, p50: string, p99: string, errors: number }>} */
async function load(url) {
  const { seconds, connections } = values
  const [command, args] = has('wrk')
    ? ['wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-H', 'Accept-Encoding: gzip', url]]
    : [
        process.execPath,
        [
          new URL('./load.mjs', import.meta.url).pathname,
          url,
          ...['--encoding', 'gzip', '--seconds', seconds, '--connections', connections],
        ],
      ]
  const child = spawn(...onCore(1, command, args), { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.on('data', (chunk) => {
    printed += chunk
  })
  await once(child, 'close')
  if (command !== 'wrk') {
    const { perSecond, p50, p99, errors } = JSON.parse(printed)
    return { perSecond, p50: `${p50}ms`, p99: `${p99}ms`, errors }
  }
  const find = (pattern) => pattern.exec(printed)?.[1]
  return {
    perSecond: Number(find(/Requests\/sec:\s+([\d.]+)/)),
    p50: find(/^\s+50%\s+(\S+)/m) ?? '?',
    p99: find(/^\s+99%\s+(\S+)/m) ?? '?',
    errors: Number(find(/Non-2xx or 3xx responses: (\d+)/) ?? 0),
  }
}

/** What nginx is told: the page as a file, and deploy/nginx.conf in front of Recoupe. */
function nginxConf(folder, ports, recoupe) {
  const inFolder = (text) => text.replaceAll('/etc/nginx', folder)
  const unlimited = (text) => text.replace(/^\s*(?:listen \[::\]|ssl_|limit_).*\n/gm, '')
  for (const part of ['proxy', 'pages', 'sign-in'])
    writeFileSync(
      join(folder, `recoupe-${part}.conf`),
      unlimited(inFolder(readFileSync(`deploy/nginx-${part}.conf`, 'utf8'))),
    )
  const site = unlimited(inFolder(readFileSync('deploy/nginx.conf', 'utf8')))
    .replace(/server \{\n {2}listen 80;[\s\S]*?\n\}\n/, '')
    .replace(/listen 443 ssl http2;/, `listen 127.0.0.1:${ports.proxy};`)
    .replace('server 127.0.0.1:3000;', `server 127.0.0.1:${recoupe};`)
    .replace('/var/cache/recoupe-nginx', join(folder, 'cache'))
  const fixed = capturedHeaders.filter(
    ([name]) => !/^(content-|etag|vary|date|last-modified|accept-ranges)/i.test(name),
  )
  return `daemon off; worker_processes 1; ${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/nginx.pid; error_log stderr crit;
events { worker_connections 1024; }
http {
  types { text/html html; } default_type text/html; access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  server {
    listen 127.0.0.1:${ports.file};
    root ${folder}/site;
    location / {
      default_type text/html; gzip_static on; open_file_cache max=100;
      ${fixed.map(([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`).join('\n      ')}
    }
  }
  ${site}
}
`
}
let capturedHeaders = []

await withHouse(async (env) => {
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-bench-'))
  chmodSync(folder, 0o755)
  try {
    const [bare, front, alone, file, proxy] = await Promise.all(Array.from({ length: 5 }, freePort))
    const at = (port) => `http://127.0.0.1:${port}${values.path}`
    await serve(
      process.execPath,
      ['--import', './bin/typescript.mjs', 'bin/serve.ts'],
      { ...env, PORT: String(front), NODE_ENV: 'production' },
      at(front),
    )
    await serve(
      process.execPath,
      ['node_modules/next/dist/bin/next', 'start', '-p', String(alone), '-H', '127.0.0.1'],
      { ...env, NODE_ENV: 'production' },
      at(alone),
    )
    // The floor sends exactly what the front sends: same encoded body, same headers.
    const { rawBody, rawHeaders } = await capture(at(front))
    capturedHeaders = rawHeaders.flatMap((it, i) => (i % 2 === 0 ? [[it, rawHeaders[i + 1]]] : []))
    writeFileSync(join(folder, 'body'), rawBody)
    writeFileSync(join(folder, 'headers'), JSON.stringify(rawHeaders))
    await serve(
      process.execPath,
      ['bench/bare-server.mjs', String(bare), join(folder, 'body'), join(folder, 'headers')],
      {},
      at(bare),
    )
    const sides = { bare: at(bare), 'recoupe (front)': at(front), 'next alone': at(alone) }
    if (has('nginx')) {
      const page = join(folder, 'site', values.path)
      mkdirSync(dirname(page), { recursive: true })
      mkdirSync(join(folder, 'cache'))
      writeFileSync(page, gunzipSync(rawBody))
      writeFileSync(`${page}.gz`, rawBody)
      writeFileSync(join(folder, 'nginx.conf'), nginxConf(folder, { file, proxy }, front))
      await serve('nginx', ['-c', join(folder, 'nginx.conf')], {}, at(proxy))
      sides['nginx, a file'] = at(file)
      sides['nginx.conf + recoupe'] = at(proxy)
    } else console.log('nginx is not installed: its two sides are left out')

    const rounds = Object.fromEntries(Object.keys(sides).map((name) => [name, []]))
    console.log(
      `${values.path}: ${rawBody.length} bytes (gzip), ${values.connections} connections, ${values.seconds} s each, ${has('wrk') ? 'wrk' : 'load.mjs'}${pinned ? ', servers on core 0, load on core 1' : ''}`,
    )
    for (const url of Object.values(sides)) await load(url) // the first is not counted
    // There and back: a machine that slows down or speeds up meanwhile favours nobody.
    for (let round = 1; round <= Number(values.rounds); round++)
      for (const [name, url] of round % 2 ? Object.entries(sides) : Object.entries(sides).reverse()) {
        const { perSecond, p50, p99, errors } = await load(url)
        rounds[name].push(perSecond)
        console.log(
          `round ${round}  ${name.padEnd(20)} ${String(Math.round(perSecond)).padStart(7)} requests/s  p50 ${p50}  p99 ${p99}  errors ${errors}`,
        )
      }
    const ratio = (name, floor) => {
      const all = rounds[name].map((it, i) => it / rounds[floor][i]).sort((a, b) => a - b)
      const told = (it) => it.toFixed(2)
      console.log(
        `${name} / ${floor}: ${told(all[Math.floor(all.length / 2)])} (${told(all[0])} to ${told(all[all.length - 1])})`,
      )
    }
    ratio('recoupe (front)', 'bare')
    ratio('next alone', 'bare')
    if ('nginx, a file' in sides) {
      ratio('recoupe (front)', 'nginx, a file')
      ratio('nginx.conf + recoupe', 'nginx, a file')
    }
  } finally {
    for (const child of started) child.kill('SIGTERM')
    await Promise.all(started.map((child) => child.exitCode === null && once(child, 'close')))
    rmSync(folder, { recursive: true, force: true })
  }
})

/** The encoded body and the headers as sent, without those that belong to one connection or one moment. */
async function capture(url) {
  const { request } = await import('node:http')
  const [response] = await once(request(url, { headers: { 'accept-encoding': 'gzip' } }).end(), 'response')
  const chunks = []
  for await (const chunk of response) chunks.push(chunk)
  const rawHeaders = []
  for (let i = 0; i < response.rawHeaders.length; i += 2)
    if (!/^(date|connection|keep-alive|transfer-encoding)$/i.test(response.rawHeaders[i]))
      rawHeaders.push(response.rawHeaders[i], response.rawHeaders[i + 1])
  return { rawBody: Buffer.concat(chunks), rawHeaders }
}
