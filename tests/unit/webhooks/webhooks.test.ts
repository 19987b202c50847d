import { describe, expect, test, vi } from 'vitest'
import { PAUSES, pauseAfter, secondsOfRetryAfter } from '@/lib/domain/webhook'
import { mayBeTold, PUBLIC } from '@/lib/web/outgoing'
import { isPublicAddress } from '@/lib/web/public-address'
import { secretOf, signature } from '@/lib/web/webhook-message'

vi.stubEnv('DATABASE_URL', 'postgresql://localhost/nowhere')
vi.stubEnv('RECOUPE_URL', 'https://recoupe.example')
vi.stubEnv('NEXTAUTH_SECRET', 'a secret of this test run, thirty-two letters or more')

describe('a signature', () => {
  const known = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: 1_614_265_330,
    body: Buffer.from('{"test": 2432232314}'),
  }
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const expected = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='

  test('is the one of Standard Webhooks', () => expect(signature(secret, known)).toBe(expected))

  test('is another when one byte, the id, the time or the secret is', () => {
    const others = [
      signature(secret, { ...known, body: Buffer.from('{"test": 2432232315}') }),
      signature(secret, { ...known, id: 'msg_x' }),
      signature(secret, { ...known, timestamp: known.timestamp + 1 }),
      signature(secretOf('a', 1), known),
    ]
    expect(new Set([...others, expected]).size).toBe(5)
  })

  test('has a secret of 32 bytes of its own for each address and each turn', () => {
    const secrets = [secretOf('a', 1), secretOf('a', 2), secretOf('b', 1)]
    expect(new Set(secrets).size).toBe(3)
    expect(secretOf('a', 1)).toBe(secrets[0])
    for (const it of secrets) expect(Buffer.from(it.replace(/^whsec_/, ''), 'base64')).toHaveLength(32)
  })
})

describe('a try that failed', () => {
  test('is followed by the next after the pause of the schedule, a little more by chance', () => {
    for (let tries = 1; tries < PAUSES.length; tries++) {
      expect(pauseAfter(tries, 0, null)).toBe(PAUSES[tries])
      expect(pauseAfter(tries, 1, null)).toBeCloseTo((PAUSES[tries] ?? 0) * 1.2)
    }
    expect(pauseAfter(PAUSES.length, 0, null)).toBeNull()
  })

  test('waits as long as the receiver asks, for a day at most', () => {
    expect(pauseAfter(1, 0, 120)).toBe(120)
    expect(pauseAfter(3, 0, 120)).toBe(1_800)
    expect(pauseAfter(1, 0, 999_999)).toBe(86_400)
    const now = new Date('2026-11-26T12:00:00Z')
    expect(secondsOfRetryAfter('90', now)).toBe(90)
    expect(secondsOfRetryAfter('Thu, 26 Nov 2026 12:01:00 GMT', now)).toBe(60)
    expect(secondsOfRetryAfter('soon', now)).toBeNull()
    expect(secondsOfRetryAfter(null, now)).toBeNull()
  })
})

test('an address of the house, of this machine or of nobody is not public, however it is written', () => {
  for (const it of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '0.0.0.0',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:93.184.216.34',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    '2001::1',
    'localhost',
    '',
  ])
    expect(isPublicAddress(it), it).toBe(false)
  for (const it of ['93.184.216.34', '172.32.0.1', '2606:2800:220:1:248:1893:25c8:1946'])
    expect(isPublicAddress(it), it).toBe(true)
})

describe('an address that is to be told', () => {
  const resolve = (...addresses: string[]) => ({
    ...PUBLIC,
    resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  })
  const world = resolve('93.184.216.34')

  test('is one of a public machine', async () => {
    for (const url of [
      'https://example.org/hook',
      'http://example.org',
      'https://example.org:443/a?b=c',
      'https://93.184.216.34/',
    ])
      expect(await mayBeTold(url, world), url).toBe(true)
  })

  test('is never a private one: not by number, not by name, not when one of several answers is', async () => {
    for (const url of [
      'http://127.0.0.1',
      'http://127.1',
      'http://2130706433',
      'http://0x7f000001',
      'http://0177.0.0.1',
      'http://0.0.0.0',
      'http://[::1]',
      'http://[::ffff:127.0.0.1]',
      'http://[::ffff:7f00:1]',
      'http://[fe80::1]',
      'http://[64:ff9b::7f00:1]',
      'http://169.254.169.254/latest/meta-data',
      'http://10.0.0.1',
      'http://192.168.0.1',
    ])
      expect(await mayBeTold(url, world), url).toBe(false)
    expect(await mayBeTold('https://localhost/', resolve('127.0.0.1'))).toBe(false)
    expect(await mayBeTold('https://two.example/', resolve('93.184.216.34', '10.0.0.1'))).toBe(false)
    expect(await mayBeTold('https://none.example/', resolve())).toBe(false)
  })

  test('has no other protocol or port, no name or password, no fragment, no dot at its end, and is not ourselves', async () => {
    for (const url of [
      'ftp://example.org',
      'file:///etc/passwd',
      'https://example.org:8080/',
      'https://a:b@example.org/',
      'https://a@example.org/',
      'https://example.org/#x',
      'https://example.org./',
      'https://example.org。/',
      'https://recoupe.example/hook',
      'example.org',
      '',
      `https://example.org/${'a'.repeat(2_048)}`,
    ])
      expect(await mayBeTold(url, world), url.slice(0, 60)).toBe(false)
  })
})
