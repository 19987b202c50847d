import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstAuditFault } from '@/lib/data/audit-log'
import { closeDb, deskDb } from '@/lib/data/db'
import { addSource } from '@/lib/services/add-source'
import { confirmPassword } from '@/lib/services/confirm-password'
import { keepIdentity } from '@/lib/services/keep-identity'
import { loadDeskSources } from '@/lib/services/load-desk-lists'
import { loadProtectedSource } from '@/lib/services/load-protected-source'
import { revealSource } from '@/lib/services/reveal-source'
import { identitySealOf } from '@/lib/web/identity-seal'
import { passwords } from '@/lib/web/password'
import { deskAt } from '@/lib/web/script-desk'
import { asRole, refusalOf } from '../../support/as-role'
import { deskOf, PASSWORD, type Somebody, somebody } from '../auth/newsroom'

afterAll(closeDb)

const SECRET = `Moussa ${randomUUID()}\n+223 70 00 00 00`
const seal = identitySealOf('a key of at least thirty-two characters')
const another = identitySealOf('another key of at least thirty-two characters')

/** A person who holds the keys to protected sources. */
async function aKeeper(): Promise<Somebody> {
  const it = await somebody('reviewer')
  await deskDb().user.update({ where: { id: it.id }, data: { isSourceKeeper: true } })
  return { ...it, actor: { ...it.actor, isSourceKeeper: true } }
}
const confirmed = async (who: Somebody) => confirmPassword(await deskOf(who), PASSWORD, passwords)
async function aProtectedSource(who: Somebody, identity = SECRET) {
  const source = await addSource(await deskOf(who), {
    name: 'un habitant de Kona',
    kind: 'anonymous_person',
    roleWords: 'un instituteur',
  })
  const written = { sourceId: source.id, version: 1, identity }
  await keepIdentity(await deskOf(who), written, await confirmed(who), seal)
  return source
}
const look = async (who: Somebody, sourceId: string, by = seal, reason = 'Vérifier un rendez-vous.') =>
  revealSource(await deskOf(who), { sourceId, reason }, await confirmed(who), by)

let keeper: Somebody
let source: { id: string; slug: string }
beforeAll(async () => {
  keeper = await aKeeper()
  source = await aProtectedSource(keeper)
})

describe('the identity of a protected source', () => {
  test('is shown to a keeper who says why and types the password again', async () => {
    expect(await look(keeper, source.id)).toEqual({ identity: SECRET })
    const [reveal] = (await loadProtectedSource(await deskOf(keeper), source.slug)).reveals
    expect(reveal).toMatchObject({ reason: 'Vérifier un rendez-vous.', by: 'Awa Traoré' })
    const entries = await deskDb().auditEntry.findMany({ where: { entityId: source.id }, orderBy: { seq: 'asc' } })
    expect(entries.map(({ action }) => action)).toEqual(['source.added', 'source.identity_kept', 'source.revealed'])
    expect(await firstAuditFault(deskDb())).toBeNull()
  })

  test('is shown to nobody else: there is nothing at the address', async () => {
    for (const role of ['reviewer', 'editor', 'admin'] as const) {
      const other = await somebody(role)
      await expect(look(other, source.id)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(loadProtectedSource(await deskOf(other), source.slug)).rejects.toMatchObject({ code: 'forbidden' })
      const input = { sourceId: source.id, version: 2, identity: 'Personne' }
      await expect(keepIdentity(await deskOf(other), input, await confirmed(other), seal)).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    await expect(loadProtectedSource(await deskOf(null), source.slug)).rejects.toMatchObject({ code: 'not_signed_in' })
  })

  test('stays closed without the right password, without a reason, and five minutes after the password', async () => {
    await expect(confirmPassword(await deskOf(keeper), 'not the password', passwords)).rejects.toMatchObject({
      fields: [{ field: 'password', reason: 'wrong_credentials' }],
    })
    await expect(look(keeper, source.id, seal, ' ')).rejects.toMatchObject({
      fields: [{ field: 'reason', reason: 'required' }],
    })
    const proof = await confirmed(keeper)
    const input = { sourceId: source.id, reason: 'Trop tard.' }
    const later = deskAt(keeper.actor, new Date(proof.at.getTime() + 5 * 60_000 + 1))
    await expect(revealSource(later, input, proof, seal)).rejects.toMatchObject({ fields: [{ field: 'password' }] })
    const other = await aKeeper()
    await expect(revealSource(await deskOf(other), input, proof, seal)).rejects.toMatchObject({
      fields: [{ field: 'password' }],
    })
    expect(await deskDb().sourceReveal.count({ where: { reason: 'Trop tard.' } })).toBe(0)
  })

  test('opens with its own key and for its own source alone, and a look that fails is remembered', async () => {
    const who = await aKeeper()
    const closed = { code: 'invalid', fields: [{ field: 'identity', reason: 'no_source_key' }] }
    await expect(look(who, source.id, another, 'Avec une autre clé.')).rejects.toMatchObject(closed)
    expect(await deskDb().sourceReveal.count({ where: { reason: 'Avec une autre clé.' } })).toBe(1)
    const other = await aProtectedSource(who, 'Une autre personne')
    await deskDb().$executeRaw`
      update source_identities mine set ciphertext = theirs.ciphertext, nonce = theirs.nonce
      from source_identities theirs where mine.source_id = ${other.id}::uuid and theirs.source_id = ${source.id}::uuid`
    await expect(look(who, other.id)).rejects.toMatchObject(closed)
  })

  test('is looked at five times an hour, and the sixth look is refused without a trace of one', async () => {
    const who = await aKeeper()
    for (let i = 0; i < 5; i++) await look(who, source.id)
    await expect(look(who, source.id)).rejects.toMatchObject({ code: 'too_many' })
    expect(await deskDb().sourceReveal.count({ where: { userId: who.id } })).toBe(5)
  })

  test('is not written over what somebody saved in between', async () => {
    const input = { sourceId: source.id, version: 1, identity: 'Personne' }
    await expect(keepIdentity(await deskOf(keeper), input, await confirmed(keeper), seal)).rejects.toMatchObject({
      code: 'stale',
    })
    expect(await look(keeper, source.id)).toEqual({ identity: SECRET })
  })

  test('is in no row of the database in words that can be read, whoever asks', async () => {
    const tables = await deskDb().$queryRaw<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`
    const [first = ''] = SECRET.split('\n')
    const inHex = Buffer.from(first).toString('hex')
    // With the rights of whoever owns the database: tables that nobody else may read are looked at too.
    await asRole('superuser', null, async (ask) => {
      for (const { name } of tables) {
        const { rows } = await ask(
          `select count(*)::int as n from "${name}" t where to_jsonb(t)::text like $1 or to_jsonb(t)::text like $2`,
          [`%${first}%`, `%${inHex}%`],
        )
        expect(rows[0]?.n, name).toBe(0)
      }
    })
    for (const table of ['source_identities', 'source_reveals'])
      expect((await refusalOf(asRole('app_public', 'a stranger', (ask) => ask(`SELECT * FROM ${table}`)))).code).toBe(
        '42501',
      )
  })

  test('takes every clue off the list, and leaves the alias', async () => {
    const { sources, mayReveal } = await loadDeskSources(await deskOf(await somebody('admin')))
    expect(mayReveal).toBe(false)
    expect(sources.find(({ id }) => id === source.id)).toMatchObject({
      name: 'un habitant de Kona',
      isProtected: true,
      roleWords: null,
      affiliation: null,
    })
  })
})
