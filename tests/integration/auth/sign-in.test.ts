import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeDb, deskDb } from '@/lib/data/db'
import { liveSession } from '@/lib/data/sessions'
import { credentialsById, setDisabled } from '@/lib/data/users'
import { signIn } from '@/lib/services/sign-in'
import { passwords } from '@/lib/web/password'
import { aSession, aVisitor, PASSWORD, somebody } from './newsroom'

afterAll(closeDb)

const enter = (email: string, password: string, visitor = aVisitor()) =>
  signIn({ db: deskDb() }, { email, password }, visitor, passwords)
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'signed in',
    ({ code, fields }) => `${code} ${JSON.stringify(fields)}`,
  )

test('the right password opens a session of that person', async () => {
  const awa = await somebody()
  const { token, userId } = await enter(` ${awa.email.toUpperCase()} `, PASSWORD)
  expect(userId).toBe(awa.id)
  expect((await liveSession(deskDb(), token))?.userId).toBe(awa.id)
})

test('a session is always new: the cookie a visitor came with is never adopted, and is ended', async () => {
  const awa = await somebody()
  const planted = 'A'.repeat(43)
  const { token } = await enter(awa.email, PASSWORD, { ...aVisitor(), replaces: planted })
  expect(token).not.toBe(planted)
  expect(await liveSession(deskDb(), planted)).toBeNull()
  const old = await aSession(awa)
  await enter(awa.email, PASSWORD, { ...aVisitor(), replaces: old })
  expect(await liveSession(deskDb(), old)).toBeNull()
})

test('an unknown e-mail, a wrong password and a closed account are one answer', async () => {
  const [awa, bah] = [await somebody(), await somebody()]
  await setDisabled(deskDb(), bah.id, true)
  const answers = new Set([
    await refusal(enter(`${randomUUID()}@example.org`, PASSWORD)),
    await refusal(enter(awa.email, 'not the password of Awa')),
    await refusal(enter(bah.email, PASSWORD)),
    await refusal(enter('not an e-mail', PASSWORD)),
    await refusal(enter(awa.email, 'x'.repeat(5_000))),
  ])
  expect([...answers]).toEqual(['not_signed_in [{"field":"password","reason":"wrong_credentials"}]'])
})

test('an unknown e-mail has its password verified all the same, so that it answers no sooner', async () => {
  const awa = await somebody()
  const asked: string[] = []
  const watched: Pick<typeof passwords, 'verify'> = {
    verify: (stored, password) => {
      asked.push(stored === null ? 'nobody' : 'somebody')
      return passwords.verify(stored, password)
    },
  }
  for (const email of [`${randomUUID()}@example.org`, awa.email])
    await refusal(signIn({ db: deskDb() }, { email, password: 'wrong every time' }, aVisitor(), watched))
  expect(asked).toEqual(['nobody', 'somebody'])
})

test('ten failures close the account for a while, even to the right password; other accounts stay open', async () => {
  const [awa, bah] = [await somebody(), await somebody()]
  for (let n = 0; n < 10; n++) await refusal(enter(awa.email, `wrong ${n}`))
  expect(await refusal(enter(awa.email, PASSWORD))).toMatch(/^too_many/)
  expect(await refusal(enter(bah.email, PASSWORD))).toBe('signed in')
  await deskDb().$executeRaw`update rate_limits set started_at = started_at - interval '16 minutes'`
  expect(await refusal(enter(awa.email, PASSWORD))).toBe('signed in')
})

test('a hundred tries at once are a hundred tries', async () => {
  const awa = await somebody()
  const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => refusal(enter(awa.email, `wrong ${n}`))))
  expect(answers.filter((it) => it.startsWith('not_signed_in'))).toHaveLength(10)
  expect(answers.filter((it) => it.startsWith('too_many'))).toHaveLength(90)
})

test('a right password gives the account its tries back', async () => {
  const awa = await somebody()
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 9; n++) await refusal(enter(awa.email, `wrong ${n}`))
    expect(await refusal(enter(awa.email, PASSWORD))).toBe('signed in')
  }
})

test('fifty failures from one address close that address, whatever the account', async () => {
  const visitor = aVisitor()
  for (let n = 0; n < 50; n++) await refusal(enter(`${randomUUID()}@example.org`, 'wrong', visitor))
  const awa = await somebody()
  expect(await refusal(enter(awa.email, PASSWORD, visitor))).toMatch(/^too_many/)
  expect(await refusal(enter(awa.email, PASSWORD))).toBe('signed in')
})

test('what was typed as an e-mail is not kept', async () => {
  await refusal(enter('my secret password typed in the wrong field', 'wrong'))
  const rows = await deskDb().rateLimit.findMany()
  expect(JSON.stringify(rows)).not.toContain('my secret')
})

test('a password is kept as argon2id, 19 MiB, two passes, one lane, and every byte of it counts', async () => {
  const awa = await somebody()
  const stored = (await credentialsById(deskDb(), awa.id))?.passwordHash
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  const long = await passwords.hash(`${'a'.repeat(72)}1`)
  expect(await passwords.verify(long, `${'a'.repeat(72)}2`)).toBe(false)
  expect(await passwords.verify(long, `${'a'.repeat(72)}1`)).toBe(true)
})

test('an accent composed in another way is the same password', async () => {
  const stored = await passwords.hash('onze têtes é'.normalize('NFC'))
  expect(await passwords.verify(stored, 'onze têtes é'.normalize('NFD'))).toBe(true)
})
