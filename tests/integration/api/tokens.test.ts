import { describe, expect, test, vi } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { endSessionsOf, hashOf } from '@/lib/data/sessions'
import type { Scope } from '@/lib/domain/api-token'
import type { ROLES } from '@/lib/domain/permission'
import { addToken } from '@/lib/services/add-token'
import { disablePerson } from '@/lib/services/disable-person'
import { loadTokens } from '@/lib/services/load-tokens'
import { revokeToken } from '@/lib/services/revoke-token'
import { asRole } from '../../support/as-role'
import { aClaim, aPerson, deskOf } from '../../support/factories'
import { call, withToken } from './caller'

vi.mock('next/headers', async () => (await import('./caller')).requestScope)

async function aToken(role: (typeof ROLES)[number] = 'editor', scopes: Scope[] = ['read', 'write']) {
  const person = await aPerson({ role, isSourceKeeper: true })
  const desk = await deskOf(person)
  return { person, desk, ...(await addToken(desk, { name: 'Un script', scopes })) }
}
const change = (token: string, id: string, body: object = { statementFr: 'Autrement.' }) =>
  call('PATCH', `/v1/claims/${id}`, { headers: { ...withToken(token), 'if-match': '*' }, body })

describe('a token', () => {
  test('reads and writes as its owner, without a cookie, and only its hash is kept', async () => {
    const { token, person } = await aToken()
    const claim = await aClaim()
    expect(token).toMatch(/^recoupe_pat_[A-Za-z0-9_-]{43}$/)
    expect((await call('GET', `/v1/claims/${claim.id}`, { headers: withToken(token) })).body.work).toBeDefined()
    expect((await change(token, claim.id)).status).toBe(200)
    const last = await deskDb().auditEntry.findFirst({ orderBy: { seq: 'desc' } })
    expect(last).toMatchObject({ actor: person.id, action: 'claim.changed' })
    const rows = JSON.stringify(await deskDb().$queryRaw`select * from api_tokens`)
    expect(rows).not.toContain(token)
    expect(await deskDb().apiToken.count({ where: { hash: Uint8Array.from(hashOf(token)) } })).toBe(1)
  })

  test('does not do what it was not made for, and says which scope it lacks', async () => {
    const { token } = await aToken('editor', ['read'])
    const claim = await aClaim()
    const { status, body, headers } = await change(token, claim.id)
    expect([status, body.code, body.scope]).toEqual([403, 'insufficient_scope', 'write'])
    expect(headers.get('www-authenticate')).toContain('insufficient_scope')
  })

  test('is never more than its owner: not when it is made, not when the role changes', async () => {
    for (const [role, scopes] of [
      ['reader', ['publish']],
      ['reviewer', ['publish']],
      ['editor', ['manage']],
    ] as const)
      await expect(aToken(role, [...scopes])).rejects.toMatchObject({ fields: [{ field: 'scopes' }] })
    const { token, person } = await aToken('editor')
    const claim = await aClaim()
    await deskDb().user.update({ where: { id: person.id }, data: { role: 'reader' } })
    expect((await change(token, claim.id)).status).toBe(403)
    expect((await call('GET', '/v1/claims', { headers: withToken(token) })).status).toBe(200)
  })

  test('opens nothing once revoked, expired, or when its owner is disabled or signed out everywhere', async () => {
    const status = async (token: string) => {
      const answer = await call('GET', '/v1/claims', { headers: withToken(token) })
      if (answer.status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer .*invalid_token/)
      return answer.status
    }
    const revoked = await aToken()
    expect(await status(revoked.token)).toBe(200)
    await revokeToken(revoked.desk, { tokenId: revoked.id })
    expect(await status(revoked.token)).toBe(401)
    await expect(revokeToken(revoked.desk, { tokenId: revoked.id })).rejects.toMatchObject({ code: 'not_found' })

    const disabled = await aToken('reviewer')
    await disablePerson(await deskOf(await aPerson({ role: 'admin' })), {
      userId: disabled.person.id,
      isDisabled: true,
    })
    expect(await status(disabled.token)).toBe(401)

    const away = await aToken()
    await endSessionsOf(deskDb(), away.person.id)
    expect(await status(away.token)).toBe(401)

    const old = await aToken()
    await asRole('superuser', null, async (ask) => {
      await ask('alter table api_tokens disable trigger token_stays')
      await ask(
        `update api_tokens set created_at = created_at - interval '91 days', expires_at = expires_at - interval '91 days' where id = $1`,
        [old.id],
      )
      await ask('alter table api_tokens enable trigger token_stays')
    })
    expect(await status(old.token)).toBe(401)
    for (const odd of ['x', 'recoupe_pat_', `recoupe_pat_${'A'.repeat(43)}`, '']) expect(await status(odd)).toBe(401)
  })

  test('is listed for its owner with its last four letters, and nobody else can end it', async () => {
    const { token, desk, id } = await aToken()
    await call('GET', '/v1/claims', { headers: withToken(token) })
    const { tokens } = await loadTokens(desk)
    expect(tokens).toMatchObject([{ id, name: 'Un script', tail: token.slice(-4), lastUsedAt: expect.any(Date) }])
    const other = await deskOf(await aPerson({ role: 'admin' }))
    await expect(revokeToken(other, { tokenId: id })).rejects.toMatchObject({ code: 'not_found' })
    expect((await loadTokens(other)).tokens).toEqual([])
  })

  test('does not change in the database, and a stranger’s role sees none', async () => {
    const { id } = await aToken()
    await expect(
      asRole('app_rw', null, (ask) => ask(`update api_tokens set scopes = '{manage}' where id = $1`, [id])),
    ).rejects.toMatchObject({ constraint: 'api_tokens_do_not_change' })
    for (const table of ['api_tokens', 'api_answers'])
      await expect(asRole('app_public', null, (ask) => ask(`select * from ${table}`))).rejects.toMatchObject({
        code: '42501',
      })
  })
})

describe('a quota', () => {
  test('is said with every answer; one request more is refused, and only for who used it up', async () => {
    const [one, other] = [await aToken(), await aToken()]
    const get = (token: string) => call('GET', '/v1/events?limit=1', { headers: withToken(token) })
    for (let n = 1; n <= 100; n++) {
      const { status, headers } = await get(one.token)
      expect([status, headers.get('ratelimit-policy')]).toEqual([200, '"default";q=100;w=60'])
      expect(headers.get('ratelimit')).toMatch(new RegExp(`^"default";r=${100 - n};t=([1-9]|[1-5]\\d|60)$`))
    }
    const { status, headers, body } = await get(one.token)
    expect([status, body.type, body['violated-policies']]).toEqual([
      429,
      'https://iana.org/assignments/http-problem-types#quota-exceeded',
      ['default'],
    ])
    const wait = Number(/t=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1])
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(wait)
    expect((await get(other.token)).status).toBe(200)
  })
})
