import { describe, expect, test } from 'vitest'
import { isKnownTo, preferredEncoding, tagOf } from '@/lib/web/negotiation'

describe('the encoding of an answer', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['*', 'br'],
    ['*;q=0.1, gzip;q=0.9', 'gzip'],
    ['identity, gzip;q=0.5', 'identity'],
    ['deflate', 'identity'],
    ['GZIP', 'gzip'],
    ['x-gzip', 'gzip'],
    ['br; q=1.0', 'br'],
    ['nonsense;;;q', 'identity'],
  ] as const)('for %s is %s', (header, encoding) => expect(preferredEncoding(header)).toBe(encoding))
})

describe('a reader who has the document already', () => {
  const etag = '"abc"'
  test.each(['"abc"', 'W/"abc"', '"x", "abc"', '"abc-br"', 'W/"abc-gzip" , "y"', '*'])('is known by %s', (header) =>
    expect(isKnownTo(header, etag)).toBe(true),
  )
  test.each(['"abd"', 'abc', '', null, undefined, '"abc'])('is not known by %s', (header) =>
    expect(isKnownTo(header, etag)).toBe(false),
  )
  test('gets another tag with other bytes', () => {
    expect(new Set([tagOf(etag, 'identity'), tagOf(etag, 'gzip'), tagOf(etag, 'br')]).size).toBe(3)
  })
})
