import { describe, expect, test } from 'vitest'
import { safeNext } from '@/lib/web/safe-next'

const BASE = 'https://recoupe.example'

describe('the way back after signing in', () => {
  test.each(['/', '/fr/desk', '/fr/desk/claims?state=open&q=Kona%20Konna#C14', '/en/desk/people', '/a/b-c_d~e.f'])(
    '%s is one of ours',
    (path) => expect(safeNext(path, '/fallback')).toBe(path),
  )

  // trust.md B15, and the spellings browsers forgive.
  test.each([
    '//evil',
    '/\\evil',
    '\\\\evil',
    'https:evil',
    'https://evil.example',
    'http://recoupe.example.evil',
    'javascript:alert(1)',
    'data:text/html,x',
    '%2f%2fevil',
    '/%2fevil',
    '/%2F/evil',
    '/%5cevil',
    '/%09/evil',
    '/\t/evil',
    '/\n/evil',
    ' //evil',
    '/.//evil',
    '/..//evil',
    '/x/..//evil',
    '/@evil\u0000',
    `/${'a'.repeat(5_000)}`,
    '',
    'desk',
    '/\ud800',
    null,
    undefined,
  ])('%j is not', (raw) => expect(safeNext(raw, '/fallback')).toBe('/fallback'))

  test('is on our own site for 100,000 random strings', () => {
    let state = 20_130_110
    const random = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state % below
    }
    const parts = [
      '/',
      '//',
      '\\',
      '.',
      '..',
      ':',
      '@',
      '?',
      '#',
      '%2f',
      '%5c',
      '%09',
      '\t',
      '\n',
      '\r',
      ' ',
      'http:',
      'https://',
      'javascript:',
      'evil.example',
      '[::1]',
      'desk',
      'é',
      '\u202e',
      '\ud800',
      '\u0000',
      ';',
      '&',
      '0',
    ]
    let ours = 0
    for (let n = 0; n < 100_000; n++) {
      const raw = `${random(3) ? '/' : ''}${Array.from({ length: random(7) }, () => parts[random(parts.length)]).join('')}`
      const result = safeNext(raw, '/fallback')
      if (new URL(result, BASE).origin !== BASE || !result.startsWith('/')) throw new Error(JSON.stringify(raw))
      if (result !== '/fallback') ours++
    }
    expect(ours).toBeGreaterThan(5_000) // the test must not pass by refusing everything
  })
})
