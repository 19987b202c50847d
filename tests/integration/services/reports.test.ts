import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { Fault } from '@/lib/domain/fault'
import { loadTicket } from '@/lib/services/load-report'
import { sendReport } from '@/lib/services/send-report'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aClaim, aPerson, aPublishedClaim, aSource } from '@/tests/support/factories'

const faultOf = async (work: Promise<unknown>): Promise<Fault> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Fault)) throw error ?? new Error('nothing was refused')
  return error
}
const blank = { about: '', place: '', contact: '', subject: '', language: 'fr' as const }
/** Every sender of these tests is at an address of their own, unless a test says otherwise. */
const send = (more: Partial<Parameters<typeof sendReport>[1]>, address: string = randomUUID()) =>
  sendReport(
    { db: deskDb() },
    { ...blank, kind: 'error', words: `Kona s’écrit Konna. ${randomUUID()}`, ...more },
    { address },
  )
const saved = (ticket: string) => deskDb().report.findUniqueOrThrow({ where: { ticket } })
const letGo = () => deskDb().rateLimit.deleteMany({ where: { key: { startsWith: 'report:' } } })

describe('a reader without an account', () => {
  test('reports an error on a published page and reads its state by the ticket, typed from paper', async () => {
    const { slug } = await aPublishedClaim()
    const { ticket } = await send({ about: `claims/${slug}`, contact: 'Awa, 66 00 00 00' })
    expect(await saved(ticket)).toMatchObject({ aboutKind: 'claim', aboutSlug: slug, contact: 'Awa, 66 00 00 00' })
    const typed = ticket.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(await loadTicket(typed)).toEqual({
      ticket,
      kind: 'error',
      state: 'received',
      receivedAt: expect.any(String),
      decidedAt: null,
      outcomeFr: null,
      outcomeEn: null,
      claimSlug: null,
      correctedAt: null,
    })
  })

  test('submits a claim about no page of ours, and sends a form twice without making two of it', async () => {
    const report = { kind: 'claim' as const, words: `La gare a fermé. ${randomUUID()}`, place: 'Radio Jamana' }
    const { ticket } = await send(report)
    expect(await send(report)).toEqual({ ticket })
    expect(await deskDb().report.count({ where: { words: report.words } })).toBe(1)
  })

  test('is told by field what to mend', async () => {
    const { fields } = await faultOf(send({ words: ' ', kind: 'praise' as 'error', subject: 'casino' }))
    expect(fields.map(({ field, reason }) => [field, reason])).toEqual([
      ['kind', 'not_a_choice'],
      ['words', 'required'],
      ['subject', 'leave_empty'],
    ])
    expect((await faultOf(send({ words: 'é'.repeat(5_001), place: 'p. 1' }))).fields).toMatchObject([
      { field: 'words', reason: 'too_long', values: { max: 5_000 } },
    ])
    expect((await faultOf(send({}))).fields).toEqual([{ field: 'place', reason: 'required' }])
  })

  test('learns nothing of drafts and protected sources: they are treated like pages that never were', async () => {
    const draft = await deskDb().claim.findUniqueOrThrow({ where: { id: (await aClaim()).id } })
    const keeper = await aSource()
    const source = await deskDb().source.findUniqueOrThrow({ where: { id: keeper.id } })
    await asRole('superuser', 'test', (ask) =>
      ask('update sources set public_at = now(), is_protected = true, version = version + 1 where id = $1', [
        source.id,
      ]),
    )
    for (const about of [`claims/${draft.slug}`, `sources/${source.slug}`, 'claims/nobody-wrote-this']) {
      const { ticket } = await send({ about })
      expect(await saved(ticket)).toMatchObject({ aboutKind: null, aboutSlug: null, place: about })
    }
    const asked = (kind: string, slug: string) =>
      refusalOf(
        asRole('app_public', null, (ask) =>
          ask(`select send_report('R-0000-0000-0000', 'error', $1, $2, null, 'words', null, 'fr')`, [kind, slug]),
        ),
      )
    const refusals = [
      await asked('claim', draft.slug),
      await asked('source', source.slug),
      await asked('claim', 'nobody-wrote-this'),
    ]
    expect(new Set(refusals.map(({ code, message }) => `${code} ${message}`)).size).toBe(1)
  })

  test('can read no list, no words and no contact, and decide nothing', async () => {
    for (const sql of ['select * from reports', 'select ticket from reports', `update reports set state = 'accepted'`])
      expect((await refusalOf(asRole('app_public', null, (ask) => ask(sql)))).code).toBe('42501')
    const direct = `insert into reports (id, ticket, kind, words, language) values (gen_random_uuid(), 'R-0000-0000-0000', 'error', 'x', 'fr')`
    expect((await refusalOf(asRole('app_public', null, (ask) => ask(direct)))).code).toBe('42501')
    expect(await loadTicket('R-0000-0000-0000')).toBeNull()
    expect(await loadTicket("' or 1=1")).toBeNull()
  })

  test('is slowed after ten in an hour; those elsewhere are not', async () => {
    await letGo()
    const address = randomUUID()
    for (let i = 0; i < 10; i++) await send({ place: 'p. 1' }, address)
    expect((await faultOf(send({ place: 'p. 1' }, address))).code).toBe('too_many')
    await send({ place: 'p. 1' })
  })

  test('waits with everybody when a hundred and twenty came in an hour', async () => {
    await letGo()
    const all = Array.from({ length: 121 }, () =>
      send({ place: 'p. 1' }).then(
        () => 'sent',
        () => 'refused',
      ),
    )
    expect((await Promise.all(all)).filter((it) => it === 'refused')).toHaveLength(1)
    await letGo()
  })
})

describe('when a report arrives', () => {
  test('the log has its id and kind, and editors are told', async () => {
    const editor = await aPerson({ role: 'editor' })
    const reviewer = await aPerson()
    const { ticket } = await send({ place: 'p. 1' })
    const { id } = await saved(ticket)
    const told = await deskDb().notification.findMany({ where: { targetKind: 'report', targetId: id } })
    expect(told.filter(({ kind }) => kind === 'report_received').map(({ userId }) => userId)).toContain(editor?.id)
    expect(told.map(({ userId }) => userId)).not.toContain(reviewer?.id)
    const [row] = await deskDb().auditEntry.findMany({ where: { entity: 'report', entityId: id } })
    expect(row).toMatchObject({ action: 'report.received', actor: 'stranger', payload: '{"kind":"error"}' })
  })
})
