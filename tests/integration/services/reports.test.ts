import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { Fault } from '@/lib/domain/fault'
import { decideReport } from '@/lib/services/decide-report'
import { eraseContact } from '@/lib/services/erase-contact'
import { linkReport } from '@/lib/services/link-report'
import { loadDeskReport, loadDeskReports, loadWaitingReports } from '@/lib/services/load-desk-reports'
import { loadReportWaits, loadTicket } from '@/lib/services/load-report'
import { sendReport } from '@/lib/services/send-report'
import { takeUpReport } from '@/lib/services/take-up-report'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aClaim, aPerson, aPublishedClaim, aSource, deskOf } from '@/tests/support/factories'

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

describe('at the desk', () => {
  let editor: Awaited<ReturnType<typeof aPerson>>
  let reviewer: Awaited<ReturnType<typeof aPerson>>
  let reader: Awaited<ReturnType<typeof aPerson>>
  beforeAll(async () => {
    editor = await aPerson({ role: 'editor' })
    reviewer = await aPerson()
    reader = await aPerson({ role: 'reader' })
  })
  const outcome = { outcomeFr: 'Vous aviez raison.', outcomeEn: '' }

  test('a report is taken up, accepted with a public reason, and leads to a claim its sender can read', async () => {
    const { slug, id: claimId } = await aPublishedClaim()
    const { ref } = await deskDb().claim.findUniqueOrThrow({ where: { id: claimId } })
    const before = await loadWaitingReports(await deskOf(editor))
    const { ticket } = await send({ about: `claims/${slug}` })
    const { id: reportId } = await saved(ticket)
    expect(await loadWaitingReports(await deskOf(editor))).toBe(before + 1)
    await takeUpReport(await deskOf(reviewer), { reportId, version: 1 })
    expect(await loadTicket(ticket)).toMatchObject({ state: 'looking', decidedAt: null })
    await decideReport(await deskOf(editor), { reportId, version: 2, decision: 'accepted', ...outcome })
    await linkReport(await deskOf(reviewer), { reportId, version: 3, claim: ref.toLowerCase(), correctionId: '' })
    expect(await loadTicket(ticket)).toMatchObject({
      state: 'accepted',
      outcomeFr: 'Vous aviez raison.',
      outcomeEn: null,
      claimSlug: slug,
    })
    const log = await deskDb().auditEntry.findMany({ where: { entityId: reportId }, orderBy: { seq: 'asc' } })
    expect(log.map(({ action }) => action)).toEqual([
      'report.received',
      'report.moved',
      'report.moved',
      'report.linked',
    ])
    expect(log.map(({ payload }) => payload).join()).not.toContain('raison')
  })

  test('a claim that is no longer a secret of the desk is shown to the sender, a draft is not', async () => {
    const draft = await aClaim()
    const { ticket } = await send({ kind: 'claim' })
    const { id: reportId } = await saved(ticket)
    await decideReport(await deskOf(editor), { reportId, version: 1, decision: 'accepted', ...outcome })
    const { slug } = await deskDb().claim.findUniqueOrThrow({ where: { id: draft.id } })
    await linkReport(await deskOf(reviewer), { reportId, version: 2, claim: slug, correctionId: '' })
    expect(await loadTicket(ticket)).toMatchObject({ state: 'accepted', claimSlug: null })
  })

  test('a decision needs a reason in the language of the reader, an editor, and nobody who was faster', async () => {
    const { ticket } = await send({ kind: 'claim', language: 'en' })
    const { id: reportId } = await saved(ticket)
    const decision = { reportId, version: 1, decision: 'refused' as const }
    expect((await faultOf(decideReport(await deskOf(editor), { ...decision, ...outcome }))).fields).toEqual([
      { field: 'outcomeEn', reason: 'rationale_required' },
    ])
    const said = { outcomeFr: '', outcomeEn: 'Nobody can check it.' }
    expect((await faultOf(decideReport(await deskOf(reviewer), { ...decision, ...said }))).code).toBe('forbidden')
    await decideReport(await deskOf(editor), { ...decision, ...said })
    const late = await faultOf(decideReport(await deskOf(editor), { ...decision, decision: 'accepted', ...said }))
    expect(late.collision?.theirs).toMatchObject({ decision: 'refused', outcomeEn: 'Nobody can check it.' })
    expect((await faultOf(takeUpReport(await deskOf(reviewer), { reportId, version: 2 }))).fields).toMatchObject([
      { field: 'state', reason: 'wrong_state' },
    ])
  })

  test('PostgreSQL lets no report go back, no decision change and no word of it be rewritten', async () => {
    const { ticket } = await send({ kind: 'claim', contact: 'awa@example.org' })
    const { id } = await saved(ticket)
    const write = (set: string) =>
      asRole('app_rw', editor?.id ?? '', (ask) =>
        ask(`update reports set ${set}, version = version + 1 where id = $1`, [id]),
      )
    const constraintOf = async (set: string) => (await refusalOf(write(set))).constraint
    expect(await constraintOf(`words = 'other'`)).toBe('reports_stay_as_sent')
    expect(await constraintOf(`contact = 'other'`)).toBe('reports_stay_as_sent')
    expect(await constraintOf(`state = 'accepted'`)).toBe('reports_are_decided_by_somebody')
    await write(`state = 'looking'`)
    expect(await constraintOf(`state = 'received'`)).toBe('reports_go_forward')
    await write(`state = 'refused', outcome_fr = 'Non.', decided_at = now(), decided_by_id = '${editor?.id}'`)
    expect(await constraintOf(`outcome_fr = 'Oui.'`)).toBe('reports_go_forward')
    expect(await constraintOf(`state = 'looking', outcome_fr = null, decided_at = null, decided_by_id = null`)).toBe(
      'reports_go_forward',
    )
    expect((await refusalOf(asRole('app_rw', editor?.id ?? '', (ask) => ask('delete from reports')))).code).toBe(
      '42501',
    )
  })

  test('a contact is seen by those who may answer, and erased everywhere while the words stay', async () => {
    const contact = `Canari ${randomUUID()}`
    const { ticket } = await send({ kind: 'claim', contact })
    const { id: reportId, words } = await saved(ticket)
    expect((await loadDeskReport(await deskOf(reviewer), ticket)).report.contact).toBe(contact)
    const looking = await loadDeskReport(await deskOf(reader), ticket)
    expect(looking).toMatchObject({ hasContact: true, mayWork: false, mayDecide: false })
    expect(
      JSON.stringify([looking, await loadDeskReports(await deskOf(reader), { state: null, kind: null })]),
    ).not.toContain(contact)
    expect((await faultOf(eraseContact(await deskOf(reviewer), { reportId, version: 1 }))).code).toBe('forbidden')
    await eraseContact(await deskOf(editor), { reportId, version: 1 })
    expect(await saved(ticket)).toMatchObject({ contact: null, contactErasedAt: expect.any(Date), words })
    const kept = await asRole('superuser', 'test', (ask) =>
      ask(
        `select (select count(*) from revisions where content::text like $1) + (select count(*) from audit_log where payload like $1)
          + (select count(*) from notifications where params::text like $1) as n`,
        [`%${contact}%`],
      ),
    )
    expect(kept.rows).toEqual([{ n: '0' }])
  })

  test('the page of corrections can say how long readers waited', async () => {
    const { settled, medianDays } = await loadReportWaits()
    const decided = await deskDb().report.count({ where: { decidedAt: { not: null } } })
    expect(settled).toBe(decided)
    expect(medianDays).toBeGreaterThanOrEqual(0)
  })
})
