import { expect, test } from 'vitest'
import { stripInbound } from '../../../bin/parts/inbound-headers.mjs'

const FORGED = {
  'x-middleware-subrequest': 'middleware:middleware',
  'x-middleware-rewrite': '/admin',
  'x-invoke-path': '/admin',
  'next-resume': '1',
  'x-next-resume-state-length': '9',
  'x-matched-path': '/en/desk',
  'x-now-route-matches': '1=en',
  'x-nextjs-data': '1',
  'x-nextjs-rewritten-path': '/en/desk',
  'content-security-policy': "script-src 'nonce-mine'",
  'content-security-policy-report-only': "script-src 'nonce-mine'",
  'x-nonce': 'mine',
}
const FORWARDED = {
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  'x-forwarded-for': '1.2.3.4',
  forwarded: 'host=evil',
}
const HONEST = {
  host: 'localhost',
  accept: '*/*',
  cookie: 'a=b',
  'if-none-match': '"a"',
  'next-action': 'x',
  rsc: '1',
  'next-router-state-tree': '[]',
  'next-router-prefetch': '1',
  'next-url': '/en/desk',
  'x-nextjs-request-id': 'r',
}

const requestWith = (headers: Record<string, string>) => ({
  headers: { ...headers },
  rawHeaders: Object.entries(headers).flatMap(([name, value]) => [name.toUpperCase(), value]),
})

test('what only Next or a proxy may write does not come in', () => {
  const request = requestWith({ ...FORGED, ...FORWARDED, ...HONEST })
  stripInbound(request, false)
  expect(request).toEqual(requestWith(HONEST))
})

test('a trusted proxy may say who asked and how, and nothing more', () => {
  const request = requestWith({ ...FORGED, ...FORWARDED, ...HONEST })
  stripInbound(request, true)
  expect(request).toEqual(requestWith({ ...FORWARDED, ...HONEST }))
})

test('a clean request is left as it is', () => {
  const request = requestWith(HONEST)
  const { rawHeaders } = request
  stripInbound(request, false)
  expect(request.rawHeaders).toBe(rawHeaders)
  expect(request).toEqual(requestWith(HONEST))
})
