/**
 * How fast is a hot verdict page? Three servers send the same bytes of the same page, measured one after the other,
 * several rounds, in one run: a bare Node http server (the floor), Recoupe with its front, and the same page through Next
 * alone. Prints requests per second and the ratios to the floor. The database and the build must be there:
 *
 *   npm start   (once, then Ctrl-C)
 *   node bench/public.mjs [--rounds 3] [--seconds 5] [--connections 50] [--path /fr/claims/…]
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { withHouse } from './house.mjs'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
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

const started = []
/** Starts a server and waits until it answers the page. */
async function serve(args, env, url) {
  const child = spawn(process.execPath, args, {
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

const load = async (url) => {
  const child = spawn(
    process.execPath,
    [
      new URL('./load.mjs', import.meta.url).pathname,
      url,
      '--seconds',
      values.seconds,
      '--connections',
      values.connections,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let printed = ''
  child.stdout.on('data', (chunk) => {
    printed += chunk
  })
  await once(child, 'close')
  return JSON.parse(printed)
}

await withHouse(async (env) => {
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-bench-'))
  try {
    const [bare, front, alone] = [await freePort(), await freePort(), await freePort()]
    const at = (port) => `http://127.0.0.1:${port}${values.path}`
    await serve(
      ['--import', './bin/typescript.mjs', 'bin/serve.ts'],
      { ...env, PORT: String(front), NODE_ENV: 'production' },
      at(front),
    )
    await serve(
      ['node_modules/next/dist/bin/next', 'start', '-p', String(alone), '-H', '127.0.0.1'],
      { ...env, NODE_ENV: 'production' },
      at(alone),
    )

    // The floor sends exactly what the front sends: same encoded body, same headers.
    const { rawBody, rawHeaders } = await capture(at(front))
    writeFileSync(join(folder, 'body'), rawBody)
    writeFileSync(join(folder, 'headers'), JSON.stringify(rawHeaders))
    await serve(['bench/bare-server.mjs', String(bare), join(folder, 'body'), join(folder, 'headers')], {}, at(bare))

    const sides = { bare: at(bare), 'recoupe (front)': at(front), 'next alone': at(alone) }
    const totals = Object.fromEntries(Object.keys(sides).map((name) => [name, []]))
    console.log(
      `${values.path}: ${rawBody.length} bytes (br), ${values.connections} connections, ${values.seconds} s each`,
    )
    for (let round = 1; round <= Number(values.rounds); round++)
      for (const [name, url] of Object.entries(sides)) {
        const result = await load(url)
        totals[name].push(result.perSecond)
        console.log(
          `round ${round}  ${name.padEnd(16)} ${String(result.perSecond).padStart(7)} requests/s  p50 ${result.p50} ms  p95 ${result.p95} ms  errors ${result.errors}`,
        )
      }
    const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length
    const floor = mean(totals.bare)
    for (const name of Object.keys(sides))
      console.log(
        `${name.padEnd(16)} ${Math.round(mean(totals[name]))} requests/s  ratio to bare ${(mean(totals[name]) / floor).toFixed(2)}`,
      )
  } finally {
    for (const child of started) child.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
})

/** The encoded body and the headers as sent, without those that belong to one connection or one moment. */
async function capture(url) {
  const { request } = await import('node:http')
  const [response] = await once(request(url, { headers: { 'accept-encoding': 'br' } }).end(), 'response')
  const chunks = []
  for await (const chunk of response) chunks.push(chunk)
  const rawHeaders = []
  for (let i = 0; i < response.rawHeaders.length; i += 2)
    if (!/^(date|connection|keep-alive|transfer-encoding)$/i.test(response.rawHeaders[i]))
      rawHeaders.push(response.rawHeaders[i], response.rawHeaders[i + 1])
  return { rawBody: Buffer.concat(chunks), rawHeaders }
}
