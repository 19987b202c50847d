import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { appendAudit, firstAuditFault } from '@/lib/data/audit-log'
import { deskDb, transactionAs } from '@/lib/data/db'
import type { AuditEvent } from '@/lib/domain/audit'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aDispatch, aPublishedClaim } from '@/tests/support/factories'

const EVENT: AuditEvent = { action: 'event.added', entity: 'event', id: 'a test', payload: {} }
const append = (event: AuditEvent = EVENT) =>
  transactionAs(deskDb(), 'a test', (tx) => appendAudit(tx, 'a test', event))
const log = async () =>
  (
    await asRole('superuser', null, (ask) =>
      ask('SELECT *, (extract(epoch FROM at) * 1000000)::bigint AS us FROM audit_log ORDER BY seq'),
    )
  ).rows

/** An edit by somebody who owns the database and takes the guards down first. */
const tamper = (sql: string) =>
  asRole('superuser', null, async (ask) => {
    await ask('ALTER TABLE audit_log DISABLE TRIGGER USER')
    await ask(sql)
    await ask('ALTER TABLE audit_log ENABLE TRIGGER USER')
  })

describe('the log', () => {
  test('is empty and whole at the start', async () => {
    expect(await firstAuditFault(deskDb())).toBeNull()
  })

  test('is chained: each row carries the hash of the row before it, from the first', async () => {
    for (let i = 0; i < 4; i++) await append()
    const rows = await log()
    expect(rows[0].prev_hash).toEqual(Buffer.alloc(32))
    rows.forEach((row, i) => {
      if (i > 0) expect(row.prev_hash).toEqual(rows[i - 1].hash)
    })
    expect(await firstAuditFault(deskDb())).toBeNull()
  })

  test('can be verified by anybody without PostgreSQL', async () => {
    await append({ action: 'setting.changed', entity: 'setting', id: 'é😀', payload: { value: 'Ségou' } })
    for (const row of await log()) {
      const size = (n: bigint) => {
        const bytes = Buffer.alloc(8)
        bytes.writeBigInt64BE(n)
        return bytes
      }
      const framed = (text: string) => Buffer.concat([size(BigInt(Buffer.byteLength(text))), Buffer.from(text)])
      const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
      expect(row.payload_sha256).toEqual(sha256(row.payload_salt, Buffer.from(row.payload ?? '')))
      expect(row.hash).toEqual(
        sha256(
          Buffer.from([2]),
          row.prev_hash,
          size(BigInt(row.seq)),
          size(BigInt(row.us)),
          sha256(row.actor_salt, Buffer.from(row.actor)),
          ...[row.action, row.entity, row.entity_id].map(framed),
          row.payload_sha256,
        ),
      )
    }
  })

  test('has no gap after a transaction that was rolled back', async () => {
    const before = (await log()).length
    await expect(
      transactionAs(deskDb(), 'a test', async (tx) => {
        await appendAudit(tx, 'a test', EVENT)
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    await append()
    const rows = await log()
    expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: before + 1 }, (_, i) => i + 1))
    expect(await firstAuditFault(deskDb())).toBeNull()
  })

  test('has no gap and no fork when twenty people write at once', async () => {
    const before = (await log()).length
    await Promise.all(Array.from({ length: 20 }, () => append()))
    expect((await log()).map(({ seq }) => Number(seq))).toEqual(Array.from({ length: before + 20 }, (_, i) => i + 1))
    expect(await firstAuditFault(deskDb())).toBeNull()
  })

  test('has a row for what a service does, in its own transaction', async () => {
    const before = (await log()).length
    await aDispatch()
    expect((await log()).slice(before).map(({ action }) => action)).toEqual(['dispatch.added'])
    await expect(aDispatch({ text: ' ' })).rejects.toMatchObject({ code: 'invalid' })
    expect(await log()).toHaveLength(before + 1)
  })

  test('holds no quoted word and no statement, only ids and hashes', async () => {
    await aPublishedClaim()
    const payloads = (await log()).map(({ payload }) => payload).join('\n')
    for (const words of ['Konna', 'Personne ne tranche', 'Traoré', 'example.org']) expect(payloads).not.toContain(words)
  })

  test.each([
    'UPDATE audit_log SET actor = actor',
    'DELETE FROM audit_log',
    'TRUNCATE audit_log',
    `UPDATE audit_head SET seq = 0`,
    'DELETE FROM audit_head',
    `INSERT INTO audit_log (seq, at, actor, action, entity, entity_id, payload_sha256, prev_hash, hash) VALUES (99, now(), 'x', 'x', 'x', 'x', '', '', '')`,
    'ALTER TABLE audit_log DISABLE TRIGGER USER',
    `SET session_replication_role = replica`,
  ])('refuses the desk: %s', async (sql) => {
    expect((await refusalOf(asRole('app_rw', 'a test', (ask) => ask(sql)))).code).toBe('42501')
  })
})

describe('an edit by the owner of the database is found', () => {
  // The rows are put back, so that each edit is found on its own.
  afterEach(async () => {
    await tamper(
      `DELETE FROM audit_log; INSERT INTO audit_log SELECT * FROM kept_log; UPDATE audit_head SET (seq, hash) = (SELECT seq, hash FROM kept_log ORDER BY seq DESC LIMIT 1)`,
    )
    expect(await firstAuditFault(deskDb())).toBeNull()
    await asRole('superuser', null, (ask) => ask('DROP TABLE kept_log'))
  })

  const edits: Record<string, [sql: string, seq: number, fault: string]> = {
    'an actor is changed': [`UPDATE audit_log SET actor = 'somebody else' WHERE seq = 3`, 3, 'who acted was changed'],
    'a time is changed': [
      `UPDATE audit_log SET at = at + interval '1 microsecond' WHERE seq = 3`,
      3,
      'the row was changed',
    ],
    'an action is changed': [`UPDATE audit_log SET action = 'event.removed' WHERE seq = 3`, 3, 'the row was changed'],
    'letters move from one field to the next': [
      `UPDATE audit_log SET entity = entity || left(entity_id, 1), entity_id = substr(entity_id, 2) WHERE seq = 3`,
      3,
      'the row was changed',
    ],
    'a payload is changed': [`UPDATE audit_log SET payload = '{"x":1}' WHERE seq = 3`, 3, 'the payload was changed'],
    'a row is taken out of the middle': ['DELETE FROM audit_log WHERE seq = 3', 4, 'a row is missing before this one'],
    'the first row is taken out': ['DELETE FROM audit_log WHERE seq = 1', 2, 'a row is missing before this one'],
    'a row is made again with a hash that fits it': [
      `UPDATE audit_log SET actor = 'somebody else', actor_sha256 = sha256(actor_salt || 'somebody else'::bytea) WHERE seq = 3; UPDATE audit_log l SET hash = audit_hash_of(l) WHERE seq = 3`,
      4,
      'does not follow the row before it',
    ],
    'the last rows are taken out': [
      'DELETE FROM audit_log WHERE seq > 5',
      0,
      'the end of the log is not where it was left',
    ],
  }
  test.each(Object.entries(edits))('when %s', async (_sentence, [sql, seq, fault]) => {
    while ((await log()).length < 8) await append()
    await asRole('superuser', null, (ask) => ask('CREATE TABLE kept_log AS SELECT * FROM audit_log'))
    await tamper(sql)
    const found = await firstAuditFault(deskDb())
    expect(found?.fault).toBe(fault)
    if (seq > 0) expect(Number(found?.seq)).toBe(seq)
  })

  test('when every row is taken out', async () => {
    await append()
    await asRole('superuser', null, (ask) => ask('CREATE TABLE kept_log AS SELECT * FROM audit_log'))
    await tamper('DELETE FROM audit_log')
    expect((await firstAuditFault(deskDb()))?.fault).toBe('the end of the log is not where it was left')
  })

  test('but a payload erased with its salt, as the law may ask, leaves the chain whole', async () => {
    await append({ action: 'setting.changed', entity: 'setting', id: 'x', payload: { value: 'y' } })
    await asRole('superuser', null, (ask) => ask('CREATE TABLE kept_log AS SELECT * FROM audit_log'))
    await tamper('UPDATE audit_log SET payload = NULL, payload_salt = NULL WHERE seq = 2')
    expect(await firstAuditFault(deskDb())).toBeNull()
  })
})
