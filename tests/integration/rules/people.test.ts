import { expect, test } from 'vitest'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aPerson } from '@/tests/support/factories'

const change = (what: string, id: string) =>
  asRole('app_rw', 'a test', (ask) => ask(`UPDATE users SET ${what} WHERE id = $1`, [id]))

test('the last administrator stays one, and stays enabled', async () => {
  const { id } = await aPerson({ role: 'admin' })
  for (const what of [`role = 'editor'`, `role = 'reader'`, 'disabled_at = now()'])
    expect((await refusalOf(change(what, id))).constraint, what).toBe('users_an_admin_remains')
  await change(`name = 'Awa'`, id)

  const second = await aPerson({ role: 'admin' })
  await change('disabled_at = now()', second.id)
  expect((await refusalOf(change(`role = 'editor'`, id))).constraint, 'a disabled one does not count').toBe(
    'users_an_admin_remains',
  )
  await change('disabled_at = NULL', second.id)
  await change(`role = 'editor'`, id)
})

test('of two administrators who leave at the same moment, one stays', async () => {
  await asRole('superuser', null, async (ask) => {
    await ask('ALTER TABLE users DISABLE TRIGGER an_admin_remains')
    await ask(`UPDATE users SET role = 'editor'`)
    await ask('ALTER TABLE users ENABLE TRIGGER an_admin_remains')
  })
  const people = [await aPerson({ role: 'admin' }), await aPerson({ role: 'admin' })]
  await Promise.allSettled(people.map(({ id }) => change(`role = 'editor'`, id)))
  const { rows } = await asRole('superuser', null, (ask) =>
    ask(`SELECT count(*)::int AS n FROM users WHERE role = 'admin' AND disabled_at IS NULL`),
  )
  expect(rows[0].n).toBe(1)
})

test('nobody is deleted: what they did keeps their name', async () => {
  const { id } = await aPerson()
  expect(
    (await refusalOf(asRole('app_rw', 'a test', (ask) => ask(`DELETE FROM users WHERE id = $1`, [id])))).code,
  ).toBe('42501')
})

test('one address is one person, however it is written', async () => {
  const insert = (email: string) =>
    asRole('app_rw', 'a test', (ask) =>
      ask(`INSERT INTO users (id, email, name, role) VALUES (gen_random_uuid(), $1, 'x', 'reader')`, [email]),
    )
  await insert('awa@example.org')
  expect((await refusalOf(insert('awa@example.org'))).code).toBe('23505')
  for (const email of ['Awa@example.org', 'awa', 'awa @example.org', `${'a'.repeat(250)}@example.org`])
    expect((await refusalOf(insert(email))).constraint, email).toBe('users_email_is_folded')
})
