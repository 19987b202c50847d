import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { appendAudit, firstAuditFault } from '@/lib/data/audit-log'
import { deskDb, transactionAs } from '@/lib/data/db'
import { keepCheckpoint } from '@/lib/services/keep-checkpoint'
import { loadCheckpoint, loadCheckpoints, loadLogPart } from '@/lib/services/load-public-log'
import { logKeyOf } from '@/lib/web/log-key'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aPublishedClaim } from '@/tests/support/factories'
import { verifyLog } from '../../../bin/verify-log.mjs'

const ORIGIN = 'recoupe.test/transparency'
const key = logKeyOf('a secret of at least thirty-two characters', ORIGIN)
const folder = mkdtempSync(join(tmpdir(), 'recoupe-log-'))
const PYTHON = spawnSync('python3', ['--version']).status === 0
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const append = (id: string) =>
  transactionAs(deskDb(), 'é 😀', (tx) =>
    appendAudit(tx, 'é 😀', { action: 'setting.changed', entity: 'setting', id, payload: { value: id } }),
  )
const kept = (name: string, text: string) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
const allRows = async () => {
  const rows = []
  for (let after: number | null = 0; after !== null; ) {
    const part: Awaited<ReturnType<typeof loadLogPart>> = await loadLogPart(after)
    rows.push(...part.items)
    after = part.next
  }
  return rows
}
type Row = Awaited<ReturnType<typeof allRows>>[number]
const asFile = (rows: readonly Row[], name = 'log.ndjson') =>
  kept(name, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
const verdictOf = async (file: string, checkpoint: string) => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  try {
    await verifyLog({ from: file, checkpoint, key: key.verifier, isJson: true })
    return JSON.parse(String(said.mock.lastCall?.[0])) as { ok: boolean; rows: number; fault: string | null }
  } finally {
    said.mockRestore()
  }
}

let rows: Row[]
let note: string
beforeAll(async () => {
  for (const id of ['Ségou', 'Se\u0301gou', 'ÿ\u{1E900}', '漢字']) await append(id)
  await aPublishedClaim()
  await keepCheckpoint(deskDb(), key.signed)
  note = (await loadCheckpoint()) ?? ''
  rows = await allRows()
})

describe('the log as anybody reads it', () => {
  test('holds for the database, for our verifier and for one in another language', async () => {
    expect(await firstAuditFault(deskDb())).toBeNull()
    expect(await verdictOf(asFile(rows), kept('checkpoint.txt', note))).toMatchObject({ ok: true, rows: rows.length })
  })

  test.skipIf(!PYTHON)('holds for the verifier in Python', () => {
    const files = [asFile(rows), kept('checkpoint.txt', note), kept('key.txt', `${key.verifier}\n`)]
    expect(execFileSync('python3', ['docs/verify/verify_log.py', ...files], { encoding: 'utf8' })).toContain(
      `${rows.length} rows hold`,
    )
    const changed = rows.map((row, i) => (i === 1 ? { ...row, entity_id: 'Ségou' } : row))
    const refused = spawnSync(
      'python3',
      ['docs/verify/verify_log.py', asFile(changed, 'changed.ndjson'), ...files.slice(1)],
      {
        encoding: 'utf8',
      },
    )
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('row 2 was changed')
    const forged = kept('forged.txt', note.replace(/\ntime 2/, '\ntime 1'))
    const signature = spawnSync('python3', ['docs/verify/verify_log.py', files[0] ?? '', forged, files[2] ?? ''], {
      encoding: 'utf8',
    })
    expect(signature.stderr).toContain('not signed by this key')
  })

  test('names nobody: who acted is a salted hash, and the salt is not there', async () => {
    expect(JSON.stringify(rows)).not.toContain('😀')
    for (const row of rows) {
      expect(row.actor).toBeUndefined()
      expect(row.actor_sha256).toMatch(/^[0-9a-f]{64}$/)
    }
    const refused = await refusalOf(asRole('app_public', null, (ask) => ask('select actor_salt from audit_log')))
    expect(refused.code).toBe('42501')
  })

  test('shows what a public action says, and only the hash of the others', () => {
    const of = (action: string) => rows.find((row) => row.action === action)
    expect(of('verdict.published')?.payload).toContain('"documents"')
    expect(of('setting.changed')?.payload).toBeUndefined()
    expect(of('setting.changed')?.payload_salt).toBeUndefined()
  })

  const edits: [string, (rows: Row[]) => Row[], RegExp][] = [
    [
      'a row is changed',
      (it) => it.map((row, i) => (i === 2 ? { ...row, action: 'claim.added' } : row)),
      /row 3 was changed/,
    ],
    ['a row is taken out', (it) => it.filter((_, i) => i !== 2), /row 3 is missing/],
    ['two rows change places', (it) => [it[1] as Row, it[0] as Row, ...it.slice(2)], /row 1 is missing/],
    [
      'a moment is moved',
      (it) => it.map((row, i) => (i === 0 ? { ...row, at_us: row.at_us + 1 } : row)),
      /row 1 was changed/,
    ],
    ['the end is cut off', (it) => it.slice(0, -1), /ends at row \d+, before the checkpoint/],
    [
      'what was said is changed',
      (it) => it.map((row) => (row.payload ? { ...row, payload: row.payload.replace('rating', 'rated') } : row)),
      /what it says was changed/,
    ],
  ]
  test.each(edits)('is found out when %s', async (_, edit, fault) => {
    const said = await verdictOf(asFile(edit(structuredClone(rows)), 'edited.ndjson'), kept('checkpoint.txt', note))
    expect(said.ok).toBe(false)
    expect(said.fault).toMatch(fault)
  })

  test('a log that was written anew from its first row does not agree with a checkpoint somebody kept', async () => {
    const other = logKeyOf('another secret of at least thirty-two chars', ORIGIN)
    const rewritten = other.signed({
      seq: BigInt(rows.length),
      root: Buffer.alloc(32, 7).toString('base64'),
      at: new Date(),
    })
    expect((await verdictOf(asFile(rows), kept('other.txt', rewritten))).fault).toMatch(/not signed by/)
    const ours = key.signed({ seq: BigInt(rows.length), root: Buffer.alloc(32, 7).toString('base64'), at: new Date() })
    expect((await verdictOf(asFile(rows), kept('ours.txt', ours))).fault).toMatch(/something before it was changed/)
  })
})

describe('a checkpoint', () => {
  test('is kept once for a head, after a publication and not before the hour otherwise', async () => {
    expect(await keepCheckpoint(deskDb(), key.signed)).toBe(false)
    await append('later')
    expect(await keepCheckpoint(deskDb(), key.signed)).toBe(false)
    await aPublishedClaim()
    const both = await Promise.all([keepCheckpoint(deskDb(), key.signed), keepCheckpoint(deskDb(), key.signed)])
    expect(both.filter(Boolean)).toHaveLength(1)
    const { items } = await loadCheckpoints(0)
    expect(items.map(({ seq }) => seq)).toEqual([rows.length, expect.any(Number)])
    expect(items.at(-1)?.note).toBe(await loadCheckpoint())
  })

  test('is a row of the log, and stays', async () => {
    const invented = refusalOf(
      asRole('app_rw', 'a test', (ask) =>
        ask(`insert into checkpoints (seq, hash, note) values (1, decode(repeat('00', 32), 'hex'), 'x')`),
      ),
    )
    expect((await invented).constraint).toMatch(/checkpoints_are_rows|checkpoints_pkey/)
    for (const sql of ['update checkpoints set note = note', 'delete from checkpoints', 'truncate checkpoints'])
      expect((await refusalOf(asRole('app_rw', 'a test', (ask) => ask(sql)))).code).toBe('42501')
  })
})
