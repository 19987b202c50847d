import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { POST } from '@/app/api/[...path]/route'
import { deskDb } from '@/lib/data/db'
import { ID } from '@/lib/web/api/operation'
import { aConflict, aDispatch, anEvent, aSource } from '../../support/factories'
import { aSession, somebody } from '../auth/newsroom'

let request = new Headers()
vi.mock('next/headers', () => ({
  headers: async () => request,
  cookies: async () => ({
    get: (name: string) => {
      const value = new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.get('cookie') ?? '')?.[1]
      return value === undefined ? undefined : { name, value }
    },
  }),
}))

const [postClaim, postConflict, postDispatch, postVerdict] = ['claims', 'conflicts', 'dispatches', 'verdicts']
const resolve = 'conflicts/ID/resolution'
async function send(path: string | undefined, body: unknown, { lang = 'fr', id = ID } = {}) {
  const headers = new Headers(request)
  headers.set('content-type', 'application/json')
  headers.set('accept-language', lang)
  const address = `http://localhost:3000/api/v1/${path?.replace('ID', id)}`
  const response = await POST(new NextRequest(address, { method: 'POST', headers, body: JSON.stringify(body) }))
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() }
}
const rows = async () => [
  await deskDb().dispatch.count(),
  await deskDb().claim.count(),
  await deskDb().occurrence.count(),
  await deskDb().anchor.count(),
  await deskDb().conflict.count(),
  await deskDb().resolution.count(),
  await deskDb().verdict.count(),
  await deskDb().auditEntry.count(),
  await deskDb().revision.count(),
]

let ids: { version: string; source: string; event: string; conflict: string; claim: string }
beforeAll(async () => {
  const [dispatch, source, event, conflict] = [await aDispatch(), await aSource(), await anEvent(), await aConflict()]
  ids = {
    version: dispatch.versionId,
    source: source.id,
    event: event.id,
    conflict: conflict.id,
    claim: conflict.claims[0].id,
  }
  request = new Headers({
    host: 'localhost:3000',
    origin: 'http://localhost:3000',
    'sec-fetch-site': 'same-origin',
    cookie: `recoupe.session=${await aSession(await somebody('editor'))}`,
  })
})
const claim = (more: object = {}) => ({
  dispatchVersionId: ids.version,
  quote: { exact: 'ont pris Konna' },
  statementFr: 'Ils ont pris la ville.',
  kind: 'narration',
  eventId: ids.event,
  chain: [{ sourceId: ids.source, role: 'outlet' }],
  statements: [{ property: 'extent', value: 'Konna' }],
  ...more,
})
const resolution = (more: object = {}) => ({ version: 1, outcome: 'both_hold', rationaleFr: 'Les deux.', ...more })
const OVER_LONG = 'x'.repeat(1_001)

describe('bad input gets a 4xx with the field, the reason and the fix, and nothing is stored:', () => {
  const cases: Record<string, [path: string | undefined, body: () => object, field: string, reason: string]> = {
    'an unknown property of a claim': [
      postClaim,
      () => claim({ statements: [{ property: 'colour', value: 'x' }] }),
      'statements.0.property',
      'unknown_property',
    ],
    'an unknown property of a conflict': [
      postConflict,
      () => ({
        eventId: ids.event,
        property: 'colour',
        type: 'actor',
        class: 'contradiction',
        titleFr: 'a',
        titleEn: 'a',
        positions: [],
      }),
      'property',
      'unknown_property',
    ],
    'a quote that is not in the text': [
      postClaim,
      () => claim({ quote: { exact: 'ont pris Gao' } }),
      'quote',
      'quote_not_in_text',
    ],
    'U+0000 in a claim': [postClaim, () => claim({ statementFr: 'a\u0000b' }), 'statementFr', 'nul_character'],
    'U+0000 in a dispatch': [postDispatch, () => ({ title: 't', text: 'a\u0000b' }), 'text', 'nul_character'],
    'a lone surrogate in a claim': [
      postClaim,
      () => claim({ statementFr: 'a\ud800' }),
      'statementFr',
      'lone_surrogate',
    ],
    'a lone surrogate in a dispatch': [postDispatch, () => ({ title: 't', text: '\udc00' }), 'text', 'lone_surrogate'],
    'a lone surrogate in a rationale': [
      resolve,
      () => resolution({ rationaleFr: '\ud83d' }),
      'rationaleFr',
      'lone_surrogate',
    ],
    'an over-long statement': [postClaim, () => claim({ statementFr: OVER_LONG }), 'statementFr', 'too_long'],
    'an over-long dispatch': [postDispatch, () => ({ title: 't', text: 'x'.repeat(1_000_001) }), 'text', 'too_long'],
    'an over-long rationale': [
      resolve,
      () => resolution({ rationaleFr: 'x'.repeat(20_001) }),
      'rationaleFr',
      'too_long',
    ],
    'a missing rationale': [resolve, () => resolution({ rationaleFr: ' ' }), 'rationaleFr', 'rationale_required'],
    'an unknown rating': [
      postVerdict,
      () => ({ claimId: ids.claim, ratingCode: 'rather', summaryFr: 'a' }),
      'ratingCode',
      'not_a_choice',
    ],
    'a field that is not ours': [postClaim, () => claim({ publicAt: '2013-01-01' }), 'publicAt', 'unknown_field'],
  }
  test.each(Object.entries(cases))('%s', async (_sentence, [path, body, field, reason]) => {
    const before = await rows()
    const french = await send(path, body(), { id: ids.conflict })
    expect([french.status, french.type]).toEqual([422, 'application/problem+json; charset=utf-8'])
    const said = french.body.errors.find((it: { field: string }) => it.field === field)
    expect(said).toMatchObject({ field, reason })
    expect(said.detail.length).toBeGreaterThan(20)
    const english = await send(path, body(), { id: ids.conflict, lang: 'en' })
    expect(english.body.errors.find((it: { field: string }) => it.field === field).detail).not.toBe(said.detail)
    expect(await rows()).toEqual(before)
  })
})

test('a stranger is told to sign in before the body is looked at', async () => {
  const signedIn = request
  request = new Headers({ host: 'localhost:3000' })
  for (const path of [postClaim, postConflict, postDispatch, postVerdict, resolve])
    expect((await send(path, { colour: 'x' })).status).toBe(401)
  request = signedIn
})

test('good input makes the thing and says where it is', async () => {
  const { status, body } = await send(postClaim, claim())
  expect(status).toBe(201)
  expect(await deskDb().claim.findUnique({ where: { id: body.id } })).toMatchObject({ slug: body.slug })
  expect((await send(resolve, resolution(), { id: ids.conflict })).body).toMatchObject({ version: 2 })
})
