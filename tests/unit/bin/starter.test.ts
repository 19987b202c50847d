import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freePort, isAnswering, nextFreePort, readPort } from '../../../bin/parts/ports.mjs'
import { checkSecret, childEnv, judgeNode, readSettings } from '../../../bin/parts/settings.mjs'

/** A listener for as long as `work` lasts. */
async function whileListening(host: string, work: (port: number) => Promise<void>): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const address = server.address()
  try {
    await work(typeof address === 'object' && address !== null ? address.port : 0)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}

test('a port is a whole number from 1 to 65535, and nothing else', () => {
  expect(readPort('3000')).toBe(3000)
  for (const wrong of ['0', '65536', '-1', '3e3', 'http', '', ' ', undefined, '80.5'])
    expect(readPort(wrong)).toBeNull()
})

test('a taken port is passed over for the next one', async () => {
  await whileListening('127.0.0.1', async (port) => {
    expect(await freePort(port)).toBeNull()
    expect(await isAnswering(port)).toBe(true)
    const next = await nextFreePort(port)
    expect(next).toBeGreaterThan(port)
  })
})

test('a program that listens on every address takes the port of 127.0.0.1 too', async () => {
  await whileListening('0.0.0.0', async (port) => {
    expect(await nextFreePort(port)).not.toBe(port)
  })
})

test('settings have defaults, and a wrong one names itself and the repair', () => {
  expect(readSettings({}, '/srv/recoupe')).toEqual({
    port: 3000,
    isPortGiven: false,
    host: '127.0.0.1',
    dataDir: '/srv/recoupe/.data',
    databaseUrl: null,
    url: null,
    wantsSample: true,
    secret: null,
    sourceKey: null,
    logKey: null,
  })
  expect(readSettings({ RECOUPE_URL: 'https://a.example/', PORT: '80', RECOUPE_SAMPLE: '0' }, '/')).toMatchObject({
    url: 'https://a.example',
    port: 80,
    isPortGiven: true,
    wantsSample: false,
  })
  for (const [name, value] of Object.entries({ PORT: 'x', DATABASE_URL: 'mysql://x', RECOUPE_URL: 'a.example' }))
    expect(() => readSettings({ [name]: value }, '/')).toThrow(name)
})

test('a database of your own needs a secret of your own, long enough', () => {
  const own = readSettings({ DATABASE_URL: 'postgres://a@b/c' }, '/')
  expect(() => checkSecret(own)).toThrow('NEXTAUTH_SECRET is missing')
  expect(() => checkSecret({ ...own, secret: 'short' })).toThrow('5 characters')
  expect(() => checkSecret({ ...own, secret: 'x'.repeat(32) })).not.toThrow()
  expect(() => checkSecret(readSettings({}, '/'))).not.toThrow()
})

test('children are told one address, whatever the port became', () => {
  const env = childEnv({ ...readSettings({}, '/'), port: 3001 }, { databaseUrl: 'postgres://x', secret: 's' })
  expect(env).toMatchObject({
    PORT: '3001',
    RECOUPE_URL: 'http://localhost:3001',
    NEXTAUTH_URL: 'http://localhost:3001',
    NODE_ENV: 'production',
  })
})

test.each([
  ['18.20.0', 'too old'],
  ['20.18.3', 'too old'],
  ['20.20.2', 'unpatched'],
  ['22.23.3', 'unpatched'],
  ['22.23.4', 'fine'],
  ['24.22.0', 'unpatched'],
  ['24.22.1', 'fine'],
  ['25.9.0', 'unpatched'],
  ['27.0.0', 'fine'],
])('Node %s is %s', (version, judgement) => {
  expect(judgeNode(version)).toBe(judgement)
})
