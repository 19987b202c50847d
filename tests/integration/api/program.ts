import { expect } from 'vitest'
import type { Scope } from '@/lib/domain/api-token'
import type { Role } from '@/lib/domain/permission'
import { addToken } from '@/lib/services/add-token'
import { aPerson, deskOf } from '../../support/factories'
import { call, withToken } from './caller'

/** A program of somebody: asks, and fails the test when it is refused. */
export async function aProgram(role: Role = 'editor', scopes: Scope[] = ['read', 'write', 'publish']) {
  const person = await aPerson({ role })
  const headers = withToken((await addToken(await deskOf(person), { name: 'Un script', scopes })).token)
  const ask = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    version?: number,
  ) => {
    const more = version === undefined ? {} : { 'if-match': `"${version}"` }
    const answer = await call(method, `/v1${path}`, { headers: { ...headers, ...more }, ...(body ? { body } : {}) })
    expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300)
    return answer.body
  }
  return { person, headers, ask }
}
