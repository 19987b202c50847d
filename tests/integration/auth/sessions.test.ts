import { afterAll, describe, expect, test } from 'vitest'
import { closeDb, deskDb } from '@/lib/data/db'
import { endSessionsOf, hashOf, liveSession, openSession, sessionsOf } from '@/lib/data/sessions'
import { setDisabled, updateUser } from '@/lib/data/users'
import { changePassword } from '@/lib/services/change-password'
import { changePerson } from '@/lib/services/change-person'
import { disablePerson } from '@/lib/services/disable-person'
import { endSession } from '@/lib/services/end-session'
import { signOut } from '@/lib/services/sign-out'
import { signOutEverywhere } from '@/lib/services/sign-out-everywhere'
import { passwords } from '@/lib/web/password'
import { aSession, deskOf, PASSWORD, somebody } from './newsroom'

afterAll(closeDb)

const isAlive = async (token: string) => (await liveSession(deskDb(), token)) !== null
/** Only a test may move a session in time; the database still judges by its own clock. */
const age = (token: string, column: 'last_seen_at' | 'absolute_expires_at', interval: string) =>
  deskDb().$executeRawUnsafe(
    `update sessions set ${column} = clock_timestamp() - interval '${interval}' where id_hash = $1`,
    hashOf(token),
  )

describe('a session', () => {
  test('says who, in which role, until when', async () => {
    const awa = await somebody('editor')
    const session = await liveSession(deskDb(), await aSession(awa))
    expect(session).toMatchObject({ userId: awa.id, role: 'editor', isSourceKeeper: false, locale: 'fr' })
    const hours = ((session?.absoluteExpiresAt.getTime() ?? 0) - (session?.createdAt.getTime() ?? 0)) / 3_600_000
    expect(hours).toBe(12)
  })

  test('is stored as a hash only', async () => {
    const token = await aSession(await somebody())
    expect(token).toMatch(/^[\w-]{43}$/)
    const rows = await deskDb().$queryRaw<{ row: string }[]>`select s::text as row from sessions s`
    expect(rows.some(({ row }) => row.includes(token))).toBe(false)
  })

  test('is dead after sign-out, for every copy of its cookie', async () => {
    const token = await aSession(await somebody())
    expect(await isAlive(token)).toBe(true)
    await signOut(await deskOf(null), token)
    expect(await isAlive(token)).toBe(false)
  })

  test('that was revoked cannot be brought back, even by SQL', async () => {
    const token = await aSession(await somebody())
    await signOut(await deskOf(null), token)
    await expect(
      deskDb().$executeRaw`update sessions set revoked_at = null where id_hash = ${hashOf(token)}`,
    ).rejects.toThrow()
  })

  test('ends 30 minutes after it was last used', async () => {
    const token = await aSession(await somebody())
    await age(token, 'last_seen_at', '29 minutes')
    expect(await isAlive(token)).toBe(true) // and this use slides it
    await age(token, 'last_seen_at', '31 minutes')
    expect(await isAlive(token)).toBe(false)
  })

  test('slides when it is used, at most once a minute', async () => {
    const token = await aSession(await somebody())
    await age(token, 'last_seen_at', '10 minutes')
    const before = await liveSession(deskDb(), token)
    const after = await liveSession(deskDb(), token)
    expect((after?.lastSeenAt.getTime() ?? 0) - (before?.lastSeenAt.getTime() ?? 0)).toBeGreaterThan(9 * 60_000)
    await age(token, 'last_seen_at', '30 seconds')
    const third = await liveSession(deskDb(), token)
    const fourth = await liveSession(deskDb(), token)
    expect(fourth?.lastSeenAt).toEqual(third?.lastSeenAt)
  })

  test('ends after 12 hours, however much it is used', async () => {
    const token = await aSession(await somebody())
    await age(token, 'absolute_expires_at', '1 second')
    expect(await isAlive(token)).toBe(false)
  })

  test('dies with the account', async () => {
    const [boss, awa] = [await somebody('admin'), await somebody()]
    const token = await aSession(awa)
    await disablePerson(await deskOf(boss), { userId: awa.id, isDisabled: true })
    expect(await isAlive(token)).toBe(false)
    expect(await openSession(deskDb(), awa.id, null)).toBeNull()
  })

  test('of a person disabled behind our back is dead too', async () => {
    const awa = await somebody()
    const token = await aSession(awa)
    await setDisabled(deskDb(), awa.id, true)
    expect(await isAlive(token)).toBe(false)
  })

  test('reads the role from the database at every request', async () => {
    const awa = await somebody('editor')
    const token = await aSession(awa)
    await updateUser(deskDb(), awa.id, { role: 'reader' })
    expect((await liveSession(deskDb(), token))?.role).toBe('reader')
  })

  test('ends when an administrator changes the role', async () => {
    const [boss, awa] = [await somebody('admin'), await somebody('editor')]
    const token = await aSession(awa)
    await changePerson(await deskOf(boss), { userId: awa.id, role: 'reader', isSourceKeeper: false })
    expect(await isAlive(token)).toBe(false)
  })

  test('ends when its epoch is out of date, even if its row was not revoked', async () => {
    const awa = await somebody()
    const token = await aSession(awa)
    await deskDb().$executeRaw`update users set security_epoch = security_epoch + 1 where id = ${awa.id}::uuid`
    expect(await isAlive(token)).toBe(false)
  })

  test('can be ended by its owner from another one, and by nobody else', async () => {
    const [awa, bah] = [await somebody(), await somebody()]
    const [here, there] = [await aSession(awa), await aSession(awa)]
    const id = hashOf(there).toString('hex')
    await expect(endSession(await deskOf(bah), { sessionId: id })).rejects.toMatchObject({ code: 'not_found' })
    await endSession(await deskOf(awa), { sessionId: id })
    expect([await isAlive(here), await isAlive(there)]).toEqual([true, false])
    expect((await sessionsOf(deskDb(), awa.id)).map((it) => it.id)).toEqual([hashOf(here).toString('hex')])
  })

  test('dies everywhere when an administrator says so; a reviewer may not', async () => {
    const [boss, awa] = [await somebody('admin'), await somebody()]
    const tokens = [await aSession(awa), await aSession(awa)]
    await expect(signOutEverywhere(await deskOf(awa), { userId: awa.id })).rejects.toMatchObject({ code: 'forbidden' })
    await signOutEverywhere(await deskOf(boss), { userId: awa.id })
    expect(await Promise.all(tokens.map(isAlive))).toEqual([false, false])
  })

  test('in use while it is ended stays ended', async () => {
    const awa = await somebody()
    const token = await aSession(awa)
    await age(token, 'last_seen_at', '5 minutes')
    await Promise.all([
      ...Array.from({ length: 8 }, () => liveSession(deskDb(), token)),
      endSessionsOf(deskDb(), awa.id),
      ...Array.from({ length: 8 }, () => liveSession(deskDb(), token)),
    ])
    expect(await isAlive(token)).toBe(false)
  })

  test('with a malformed token is nobody', async () => {
    for (const token of ['', 'x', 'a'.repeat(43).replace('a', "'"), 'a'.repeat(5_000), '\u0000'.repeat(43)])
      expect(await isAlive(token)).toBe(false)
  })
})

describe('a new password', () => {
  test('ends every other session and keeps the one it was chosen in', async () => {
    const awa = await somebody()
    const [here, there] = [await aSession(awa), await aSession(awa)]
    const input = { currentPassword: PASSWORD, password: 'douze hérons gris au bord du fleuve' }
    await changePassword(await deskOf(awa), input, hashOf(here).toString('hex'), passwords)
    expect([await isAlive(here), await isAlive(there)]).toEqual([true, false])
  })

  test('needs the present one, and not too many tries', async () => {
    const awa = await somebody()
    const wrong = { currentPassword: 'not my password at all', password: 'douze hérons gris au bord du fleuve' }
    const refusals: string[] = []
    for (let n = 0; n < 11; n++)
      await changePassword(await deskOf(awa), wrong, null, passwords).catch((fault) => refusals.push(fault.code))
    expect(refusals).toEqual([...Array(10).fill('invalid'), 'too_many'])
  })
})
