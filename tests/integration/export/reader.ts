import { NextRequest } from 'next/server'
import { expect, vi } from 'vitest'
import { deskDb, poolOf } from '@/lib/data/db'
import { openSession } from '@/lib/data/sessions'
import type { Role } from '@/lib/domain/permission'
import { asRole } from '../../support/as-role'
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

/** How many connections of the desk somebody is using. */
export const held = (): number => poolOf('app_rw').totalCount - poolOf('app_rw').idleCount

/** Reads an answer on to its end, which it must not have: it breaks off. */
export const expectCutOff = (reader: ReadableStreamDefaultReader<Uint8Array> | undefined) =>
  expect(
    (async () => {
      for (let it = await reader?.read(); it && !it.done; it = await reader?.read());
    })(),
  ).rejects.toThrow()

/** The database goes away in the middle of an answer: the reader hears of it, the log too, and the connection is free again. */
export async function expectCutOffMidway(handler: Handler, path: string): Promise<void> {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const response = await ask(handler, path)
  expect(response.status).toBe(200)
  const reader = response.body?.getReader()
  await reader?.read()
  await asRole('superuser', null, (it) =>
    it(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'COPY%'`,
    ),
  )
  await expectCutOff(reader)
  expect(said).toHaveBeenCalled()
  await vi.waitFor(() => expect(held()).toBe(0))
  said.mockRestore()
}
