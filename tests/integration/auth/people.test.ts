import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { firstAuditFault } from '@/lib/data/audit-log'
import { closeDb, deskDb } from '@/lib/data/db'
import { liveSession } from '@/lib/data/sessions'
import { settingsOf } from '@/lib/data/settings'
import { credentialsByEmail, personById } from '@/lib/data/users'
import { acceptInvitation } from '@/lib/services/accept-invitation'
import { changePerson } from '@/lib/services/change-person'
import { ChangeSetting, changeSetting } from '@/lib/services/change-setting'
import { disablePerson } from '@/lib/services/disable-person'
import { firstAdmin } from '@/lib/services/first-admin'
import { invitePerson } from '@/lib/services/invite-person'
import { loadInvitation } from '@/lib/services/load-invitation'
import { loadNewsroom } from '@/lib/services/load-newsroom'
import { loadPeople } from '@/lib/services/load-people'
import { resetPassword } from '@/lib/services/reset-password'
import { signIn } from '@/lib/services/sign-in'
import { withdrawInvitation } from '@/lib/services/withdraw-invitation'
import { passwords } from '@/lib/web/password'
import { aSession, aVisitor, deskOf, PASSWORD, somebody } from './newsroom'

afterAll(closeDb)

const accept = async (token: string, more: { name?: string | null; email?: string; password?: string } = {}) =>
  acceptInvitation(
    await deskOf(null),
    { token, name: 'Inès Robert', password: PASSWORD, locale: 'fr', ...more },
    'Firefox',
    passwords,
  )
const expireAll = () =>
  deskDb()
    .$executeRaw`update invitations set expires_at = clock_timestamp() - interval '1 second', created_at = clock_timestamp() - interval '1 hour' where used_at is null`
const anEmail = () => `${randomUUID()}@example.org`

// This block comes first: it needs a newsroom with nobody in it.
describe('the first administrator', () => {
  test('is whoever opens the newest link; earlier links are dead', async () => {
    const desk = await deskOf(null)
    const [older, newer] = [await firstAdmin(desk, {}, passwords), await firstAdmin(desk, {}, passwords)]
    if (older.kind !== 'link' || newer.kind !== 'link') throw new Error('no link')
    expect(newer.expiresAt.getTime() - desk.now.getTime()).toBeLessThanOrEqual(31 * 60_000)
    await expect(accept(older.token, { email: anEmail() })).rejects.toMatchObject({ code: 'conflicting' })
    expect(await loadInvitation(desk, newer.token)).toMatchObject({ purpose: 'join', email: null, role: 'admin' })
  })

  test('is not made from a weak password or a bad e-mail', async () => {
    const desk = await deskOf(null)
    const weak = { email: 'chief@example.org', password: 'password1234567' }
    await expect(firstAdmin(desk, weak, passwords)).rejects.toMatchObject({
      fields: [{ reason: 'password_too_common' }],
    })
    await expect(firstAdmin(desk, { email: 'chief', password: PASSWORD }, passwords)).rejects.toMatchObject({
      fields: [{ field: 'email', reason: 'not_an_email' }],
    })
  })

  test('is made once from what the operator gave, however many machines start, and then exists', async () => {
    const desk = await deskOf(null)
    const link = await firstAdmin(desk, {}, passwords)
    const given = { email: 'Chief@Example.org', password: PASSWORD }
    const answers = await Promise.all([1, 2, 3, 4].map(() => firstAdmin(desk, given, passwords)))
    expect(answers.filter(({ kind }) => kind === 'created')).toEqual([{ kind: 'created', email: 'chief@example.org' }])
    expect(answers.filter(({ kind }) => kind === 'exists')).toHaveLength(3)
    expect(await firstAdmin(desk, {}, passwords)).toEqual({ kind: 'exists' })
    if (link.kind !== 'link') throw new Error('no link')
    await expect(accept(link.token, { email: anEmail() })).rejects.toMatchObject({ code: 'conflicting' })
    await expect(signIn(desk, given, aVisitor(), passwords)).resolves.toMatchObject({ locale: 'fr' })
  })
})

describe('the last administrator', () => {
  test('can neither step down nor be disabled, until there is another', async () => {
    const chief = await credentialsByEmail(deskDb(), 'chief@example.org')
    if (!chief) throw new Error('no chief')
    const boss = await somebody('admin')
    const desk = await deskOf(boss)
    await changePerson(desk, { userId: chief.id, role: 'editor', isSourceKeeper: false })
    const refused = { code: 'conflicting', fields: [{ reason: 'last_admin' }] }
    await expect(changePerson(desk, { userId: boss.id, role: 'editor', isSourceKeeper: false })).rejects.toMatchObject(
      refused,
    )
    await expect(disablePerson(desk, { userId: boss.id, isDisabled: true })).rejects.toMatchObject(refused)
    expect(await personById(deskDb(), boss.id)).toEqual({ role: 'admin', isSourceKeeper: false })
    const other = await somebody('admin')
    await changePerson(await deskOf(other), { userId: boss.id, role: 'editor', isSourceKeeper: true })
    expect(await personById(deskDb(), boss.id)).toEqual({ role: 'editor', isSourceKeeper: true })
  })

  test('stays when two administrators disable each other at the same time', async () => {
    const all = await deskDb().user.findMany({ where: { role: 'admin', disabledAt: null }, select: { id: true } })
    const [a, b] = [await somebody('admin'), await somebody('admin')]
    for (const { id } of all) await disablePerson(await deskOf(a), { userId: id, isDisabled: true })
    const answers = await Promise.allSettled([
      disablePerson(await deskOf(a), { userId: b.id, isDisabled: true }),
      disablePerson(await deskOf(b), { userId: a.id, isDisabled: true }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await deskDb().user.count({ where: { role: 'admin', disabledAt: null } })).toBe(1)
  })
})

describe('an invitation', () => {
  test('lets one person join, once, in the role that was chosen, signed in', async () => {
    const email = anEmail()
    const { token } = await invitePerson(await deskOf(await somebody('admin')), { email, role: 'editor' })
    const joined = await accept(token)
    expect(await liveSession(deskDb(), joined.token)).toMatchObject({ email, role: 'editor', name: 'Inès Robert' })
    await expect(accept(token)).rejects.toMatchObject({ fields: [{ reason: 'link_expired' }] })
  })

  test('opened twice at once makes one account', async () => {
    const { token } = await invitePerson(await deskOf(await somebody('admin')), { email: anEmail(), role: 'reader' })
    const answers = await Promise.allSettled([accept(token), accept(token), accept(token)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('is not spent by a refused form', async () => {
    const { token } = await invitePerson(await deskOf(await somebody('admin')), { email: anEmail(), role: 'reader' })
    await expect(accept(token, { password: 'too short' })).rejects.toMatchObject({
      fields: [{ reason: 'password_too_short' }],
    })
    await expect(accept(token, { name: null })).rejects.toMatchObject({
      fields: [{ field: 'name', reason: 'required' }],
    })
    await expect(accept(token)).resolves.toBeTruthy()
  })

  test('keeps its own e-mail, whatever the form says', async () => {
    const email = anEmail()
    const { token } = await invitePerson(await deskOf(await somebody('admin')), { email, role: 'reader' })
    await accept(token, { email: 'someone.else@example.org' })
    expect(await credentialsByEmail(deskDb(), email)).not.toBeNull()
  })

  test('dies in time, by the database’s clock', async () => {
    const { token, expiresAt } = await invitePerson(await deskOf(await somebody('admin')), {
      email: anEmail(),
      role: 'reader',
    })
    expect(Math.round((expiresAt.getTime() - Date.now()) / 3_600_000)).toBe(72)
    await expireAll()
    expect(await loadInvitation(await deskOf(null), token)).toBeNull()
    await expect(accept(token)).rejects.toMatchObject({ code: 'conflicting' })
  })

  test('is killed by a newer one, and can be withdrawn', async () => {
    const desk = await deskOf(await somebody('admin'))
    const email = anEmail()
    const older = await invitePerson(desk, { email, role: 'reader' })
    const newer = await invitePerson(desk, { email, role: 'reader' })
    await expect(accept(older.token)).rejects.toMatchObject({ code: 'conflicting' })
    const line = (await loadPeople(desk)).invitations.find((it) => it.email === email)
    await withdrawInvitation(desk, { invitationId: line?.id ?? '' })
    await expect(accept(newer.token)).rejects.toMatchObject({ code: 'conflicting' })
  })

  test('is stored as a hash only', async () => {
    const { token } = await invitePerson(await deskOf(await somebody('admin')), { email: anEmail(), role: 'reader' })
    const rows = await deskDb().$queryRaw<{ row: string }[]>`select i::text as row from invitations i`
    expect(rows.some(({ row }) => row.includes(token))).toBe(false)
  })

  test('is for administrators to give, and not to somebody who is here already', async () => {
    const editor = await somebody('editor')
    await expect(invitePerson(await deskOf(editor), { email: anEmail(), role: 'admin' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(invitePerson(await deskOf(null), { email: anEmail(), role: 'admin' })).rejects.toMatchObject({
      code: 'not_signed_in',
    })
    await expect(
      invitePerson(await deskOf(await somebody('admin')), { email: editor.email, role: 'reader' }),
    ).rejects.toMatchObject({ fields: [{ field: 'email', reason: 'already_taken' }] })
  })
})

describe('a link for a new password', () => {
  test('changes the password once, ends every session, keeps the role', async () => {
    const [boss, awa] = [await somebody('admin'), await somebody('editor')]
    const before = await aSession(awa)
    const { token } = await resetPassword(await deskOf(boss), { email: awa.email })
    const after = await accept(token, { password: 'douze hérons gris au bord du fleuve' })
    expect(await liveSession(deskDb(), before)).toBeNull()
    expect(await liveSession(deskDb(), after.token)).toMatchObject({ role: 'editor', userId: awa.id })
    await expect(
      signIn({ db: deskDb() }, { email: awa.email, password: PASSWORD }, aVisitor(), passwords),
    ).rejects.toMatchObject({
      code: 'not_signed_in',
    })
    await expect(accept(token)).rejects.toMatchObject({ code: 'conflicting' })
  })

  test('opens no closed account', async () => {
    const [boss, awa] = [await somebody('admin'), await somebody()]
    const desk = await deskOf(boss)
    const { token } = await resetPassword(desk, { email: awa.email })
    await disablePerson(desk, { userId: awa.id, isDisabled: true })
    await expect(accept(token)).rejects.toMatchObject({ code: 'conflicting' })
    await expect(resetPassword(desk, { email: awa.email })).rejects.toMatchObject({ code: 'conflicting' })
  })
})

test('the list of people and the settings are for administrators', async () => {
  await expect(loadPeople(await deskOf(await somebody('editor')))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(changeSetting(await deskOf(await somebody('editor')), { fourEyes: false })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const desk = await deskOf(await somebody('admin'))
  expect(await settingsOf(deskDb())).toEqual({ fourEyes: true, blindByDefault: false, newsroom: 'Recoupe' })
  await changeSetting(desk, { fourEyes: false })
  expect((await loadPeople(desk)).settings).toMatchObject({ fourEyes: false, blindByDefault: false })
  await changeSetting(desk, { fourEyes: true })
  await changeSetting(desk, ChangeSetting.parse({ newsroom: 'Sahel Vérif' }))
  expect(await loadNewsroom()).toBe('Sahel Vérif')
  expect(ChangeSetting.safeParse({ newsroom: '  ' }).success).toBe(false)
})

test('everything about people is in the log, without a name or an e-mail, and the log holds', async () => {
  const rows = await deskDb().$queryRaw<
    { action: string; payload: string }[]
  >`select action, payload from audit_log order by seq`
  const actions = new Set(rows.map(({ action }) => action))
  for (const action of [
    'person.invited',
    'person.joined',
    'person.changed',
    'person.disabled',
    'person.password_changed',
    'setting.changed',
  ])
    expect(actions).toContain(action)
  expect(rows.some(({ payload }) => payload.includes('@'))).toBe(false)
  expect(await firstAuditFault(deskDb())).toBeNull()
})
