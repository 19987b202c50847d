import { NextRequest } from 'next/server'
import { deskDb } from '@/lib/data/db'
import { openSession } from '@/lib/data/sessions'
import type { Role } from '@/lib/domain/permission'
import { aPerson } from '../../support/factories'

/** Who asks: the token of a session, or nobody. Stands where Next keeps the cookies of a request. */
const asking = { token: null as string | null }
export const requestScope = {
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => (asking.token === null ? undefined : { value: asking.token }) }),
}

export const asStranger = (): void => {
  asking.token = null
}
export async function asSomebody(role: Role = 'reader'): Promise<void> {
  asking.token = await openSession(deskDb(), (await aPerson({ role })).id, 'Firefox')
}

type Handler = (request: NextRequest, context: { params: Promise<Record<string, never>> }) => Promise<Response>
/** What a handler answers to a request for this path. */
export const ask = (handler: Handler, path: string, init: ConstructorParameters<typeof NextRequest>[1] = {}) =>
  handler(new NextRequest(`http://localhost:3000${path}`, init), { params: Promise.resolve({}) })
/** The bytes as text, the byte order mark included. */
export const textOf = async (response: Response): Promise<string> =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await response.arrayBuffer())
