import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Fault, type FieldFault } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import { networkOf } from '@/lib/web/client-address'
import { objectOfForm } from '@/lib/web/form-values'
import { originOf } from '@/lib/web/request-guard'
import { idMaker } from '@/lib/web/script-desk'

const OWN = 'https://recoupe.example'

describe('a request that changes something', () => {
  const cases: Record<string, [origin: string | null, fetchSite: string | null, verdict: string]> = {
    'from our page': [OWN, 'same-origin', 'own'],
    'from our page in a browser without Sec-Fetch-Site': [OWN, null, 'own'],
    'from our page in a browser that leaves Origin out': [null, 'same-origin', 'own'],
    'from the host it was sent to': ['http://127.0.0.1:3000', 'same-origin', 'own'],
    'from another site': ['https://evil.example', 'cross-site', 'foreign'],
    'from another site in an old browser': ['https://evil.example', null, 'foreign'],
    'from a sibling of ours': ['https://other.recoupe.example', 'same-site', 'foreign'],
    'from a sandboxed frame': ['null', 'cross-site', 'foreign'],
    'from an opaque origin that calls itself ours': ['null', 'same-origin', 'foreign'],
    'from ours by name, but sent across sites': [OWN, 'cross-site', 'foreign'],
    'from a program that says nothing': [null, null, 'silent'],
  }
  test.each(Object.entries(cases))('%s', (_sentence, [origin, fetchSite, verdict]) =>
    expect(originOf({ origin, fetchSite, host: '127.0.0.1:3000' }, `${OWN}/`)).toBe(verdict),
  )
})

describe('an address that is counted', () => {
  const cases: Record<string, [address: string, counted: string]> = {
    'an IPv4 address is itself': ['192.0.2.7', '192.0.2.7'],
    'an IPv4 address inside IPv6 is itself': ['::ffff:192.0.2.7', '192.0.2.7'],
    'an IPv6 address is its /64': ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    'a short IPv6 address is its /64': ['2001:db8::1', '2001:db8:0:0::/64'],
    'this machine is itself': ['::1', '0:0:0:0::/64'],
    'an unknown one is one and the same': ['unknown', 'unknown'],
  }
  test.each(Object.entries(cases))('%s', (_sentence, [address, counted]) => expect(networkOf(address)).toBe(counted))
})

describe('a form', () => {
  const form = (...pairs: [string, string][]) => {
    const data = new FormData()
    for (const [name, value] of pairs) data.append(name, value)
    return objectOfForm(data)
  }
  test('describes objects and lists by dots and numbers', () => {
    expect(
      form(['title', 'Kona'], ['chain.0.verb', 'dit'], ['chain.1.verb', 'traduit'], ['tags', 'a'], ['tags', 'b'])
        .nested,
    ).toEqual({
      title: 'Kona',
      chain: [{ verb: 'dit' }, { verb: 'traduit' }],
      tags: ['a', 'b'],
    })
  })
  test('gives back what was typed, never a password', () => {
    expect(form(['email', 'awa@example.org'], ['password', 'x'], ['currentPassword', 'y']).typed).toEqual({
      email: 'awa@example.org',
    })
  })
  test('reaches behind no object', () => {
    const { nested } = form(
      ['__proto__.polluted', 'yes'],
      ['constructor.prototype.polluted', 'yes'],
      ['a.__proto__.polluted', 'yes'],
    )
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
    expect(() => readInput(z.object({}).strict(), nested)).toThrow(Fault)
  })
  test('drops what Next adds for itself', () => {
    expect(form(['$ACTION_ID_x', ''], ['$ACTION_1:0', '{}'], ['a', '1']).nested).toEqual({ a: '1' })
  })
})

describe('a refused input', () => {
  const schema = z
    .object({
      id: uuid(),
      n: z.coerce.number().int().min(1),
      kind: z.enum(['a', 'b']),
      email: z.email(),
      hops: z.array(z.object({ verb: z.string() })),
    })
    .strict()
  const faultsOf = (raw: unknown): readonly FieldFault[] => {
    try {
      readInput(schema, raw)
      return []
    } catch (error) {
      return (error as Fault).fields
    }
  }
  const good = {
    id: '019a0000-0000-7000-8000-000000000001',
    n: 1,
    kind: 'a',
    email: 'awa@example.org',
    hops: [{ verb: 'dit' }],
  }
  const cases: Record<string, [raw: object, field: string, reason: string]> = {
    'names the missing field': [{ ...good, hops: [{}] }, 'hops.0.verb', 'required'],
    'says that an id is unknown': [{ ...good, id: 'x' }, 'id', 'unknown_id'],
    'says that it is no choice': [{ ...good, kind: 'c' }, 'kind', 'not_a_choice'],
    'says that it is no e-mail': [{ ...good, email: 'awa' }, 'email', 'not_an_email'],
    'names the key nobody asked for': [{ ...good, role: 'admin' }, 'role', 'unknown_field'],
    'takes no operator for a value': [{ ...good, id: { not: '' } }, 'id', 'required'],
  }
  test('is not refused when it is good', () => expect(faultsOf(good)).toEqual([]))
  test.each(Object.entries(cases))('%s', (_sentence, [raw, field, reason]) =>
    expect(faultsOf(raw)).toMatchObject([{ field, reason }]),
  )
})

test('ids made at one moment sort in the order they were made, and differ', () => {
  const newId = idMaker(new Date('2026-11-25T22:00:00Z'))
  const ids = Array.from({ length: 20_000 }, newId)
  expect(ids).toEqual([...ids].sort())
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
