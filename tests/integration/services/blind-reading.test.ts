import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { hiddenVerdictIds } from '@/lib/data/reviews'
import { Fault } from '@/lib/domain/fault'
import { addNote } from '@/lib/services/add-note'
import { castReview } from '@/lib/services/cast-review'
import { changeSetting } from '@/lib/services/change-setting'
import { changeVerdict } from '@/lib/services/change-verdict'
import { disablePerson } from '@/lib/services/disable-person'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { loadDeskClaim } from '@/lib/services/load-desk-claim'
import { loadDeskVerdicts } from '@/lib/services/load-desk-verdicts'
import { loadThread } from '@/lib/services/load-thread'
import { publishVerdict } from '@/lib/services/publish-verdict'
import { readVerdict } from '@/lib/services/read-verdict'
import { restoreRevision } from '@/lib/services/restore-revision'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { press } from '@/lib/web/press'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aClaim, aPerson, deskOf } from '@/tests/support/factories'

const SECRET = 'Le premier avis, que personne ne doit lire.'
/** A verdict sent to be read, by its author's choice blind or open. */
async function sent({ isBlind = true } = {}) {
  const claim = await aClaim()
  const author = await aPerson()
  const desk = await deskOf(author)
  const { id } = await draftVerdict(desk, {
    claimId: claim.id,
    ratingCode: 'mostly_false',
    summaryFr: SECRET,
    noEvidenceReasonFr: 'Aucune pièce.',
  })
  const { version } = await submitVerdict(desk, { verdictId: id, version: 1, isBlind })
  const { slug } = await deskDb().claim.findUniqueOrThrow({ where: { id: claim.id } })
  return { id, version, author, claimId: claim.id, slug }
}
const faultOf = async (work: Promise<unknown>): Promise<Fault> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Fault)) throw error ?? new Error('nothing was refused')
  return error
}
/** Everything a refusal hands to the browser, as one text. */
const said = (fault: Fault) => JSON.stringify({ ...fault, message: fault.message, fields: fault.fields })
/** Another person, with a name of their own so that it can be looked for. */
const nameOf = async (id: string) => {
  const name = `Autrice ${randomUUID()}`
  await asRole('superuser', null, (ask) => ask(`UPDATE users SET name = $2 WHERE id = $1`, [id, name]))
  return name
}

describe('a blind second reading', () => {
  test('shows neither rating, words nor author to anybody who has not given their own, on no page', async () => {
    const { id, author, slug } = await sent()
    const name = await nameOf(author.id)
    for (const role of ['reader', 'reviewer', 'editor', 'admin'] as const) {
      const person = await aPerson({ role })
      const page = await loadDeskClaim(await deskOf(person), slug)
      const queues = await loadDeskVerdicts(await deskOf(person))
      const line = Object.values(queues.queues)
        .flat()
        .find((it) => it.id === id)
      expect(line).toMatchObject({ rating: null, author: null })
      for (const shown of [JSON.stringify(page), JSON.stringify(line)]) {
        expect(shown).not.toContain(SECRET)
        expect(shown).not.toContain('mostly_false')
        expect(shown).not.toContain(name)
        expect(shown).not.toContain(author.id)
      }
      expect(page.verdict).toBeNull()
      expect(await hiddenVerdictIds(deskDb(), person.id)).toContain(id)
    }
    expect(await hiddenVerdictIds(deskDb(), author.id)).not.toContain(id)
  })

  test('no crafted request gets the first rating out, nor around giving one’s own', async () => {
    const { id, version, claimId } = await sent()
    const desk = await deskOf(await aPerson({ role: 'editor' }))
    const words = { ratingCode: 'true' as const, summaryFr: 'Autre chose.' }
    for (const stale of [version, version + 7, 1])
      for (const attempt of [
        () => readVerdict(desk, { verdictId: id, version: stale, decision: 'approved', ratingCode: 'true' }),
        () => readVerdict(desk, { verdictId: id, version: stale, decision: 'changes_requested', note: 'Non.' }),
        () => changeVerdict(desk, { verdictId: id, version: stale, ...words }),
        () => submitVerdict(desk, { verdictId: id, version: stale, isBlind: false }),
        () => restoreRevision(desk, { entity: 'verdicts', id, version: stale, n: 1 }),
        () => publishVerdict(desk, { verdictId: id, version: stale }, press),
      ]) {
        const fault = await faultOf(attempt())
        expect(fault.fields).toMatchObject([{ reason: 'rate_first' }])
        expect(fault.collision).toBeNull()
        expect(said(fault)).not.toContain(SECRET)
        expect(said(fault)).not.toContain('mostly_false')
      }
    // Nor what is said about it, where its author may have given it away.
    const target = { kind: 'verdict', id } as const
    expect((await faultOf(loadThread(desk, target))).code).toBe('not_found')
    expect((await faultOf(addNote(desk, { targetKind: 'verdict', targetId: id, body: 'Alors ?' }))).code).toBe(
      'not_found',
    )
    expect(said(await faultOf(draftVerdict(desk, { claimId, ...words })))).not.toContain(SECRET)
    expect(await deskDb().verdict.findUniqueOrThrow({ where: { id } })).toMatchObject({
      version,
      state: 'second_reading',
      secondReaderId: null,
      isBlind: true,
    })
  })

  test('after one’s own rating shows both, then takes the decision without asking for a rating again', async () => {
    const { id, version, slug, claimId } = await sent()
    const reader = await aPerson({ role: 'editor' })
    const desk = await deskOf(reader)
    await castReview(desk, { verdictId: id, ratingCode: 'disputed', note: 'Deux sources se contredisent.' })
    const page = await loadDeskClaim(desk, slug)
    expect(page.own).toEqual({ rating: 'disputed', note: 'Deux sources se contredisent.', isBlind: true })
    expect(page.verdict).toMatchObject({ ratingCode: 'mostly_false', summaryFr: SECRET })
    expect(await hiddenVerdictIds(deskDb(), reader.id)).not.toContain(id)
    // Another person who has not rated still sees nothing.
    expect((await loadDeskClaim(await deskOf(await aPerson()), slug)).verdict).toBeNull()
    await readVerdict(desk, { verdictId: id, version, decision: 'approved' })
    const reviews = await deskDb().review.findMany({ where: { claimId } })
    expect(reviews).toMatchObject([{ ratingCode: 'disputed', isBlind: true, readerId: reader.id }])
    expect(await deskDb().secondReading.findMany({ where: { verdictId: id } })).toMatchObject([
      { n: version, decision: 'approved', readerId: reader.id },
    ])
  })

  test('one’s own rating is given once: nobody adjusts theirs after seeing the first', async () => {
    const { id } = await sent()
    const desk = await deskOf(await aPerson())
    await castReview(desk, { verdictId: id, ratingCode: 'true' })
    const fault = await faultOf(castReview(desk, { verdictId: id, ratingCode: 'mostly_false' }))
    expect(fault.fields).toMatchObject([{ field: 'ratingCode', reason: 'already_rated' }])
  })

  test('is remembered without the rating: the log says that a rating was cast, not which, nor what was drafted', async () => {
    const { id } = await sent()
    const reader = await aPerson()
    const { id: review } = await castReview(await deskOf(reader), { verdictId: id, ratingCode: 'satire' })
    const entries = await deskDb().auditEntry.findMany({
      where: { entity: 'verdict', entityId: id },
      orderBy: { seq: 'asc' },
    })
    expect(entries.map(({ action }) => action)).toEqual(['verdict.drafted', 'verdict.submitted', 'review.cast'])
    expect(entries.at(-1)).toMatchObject({ actor: reader.id, payload: JSON.stringify({ isBlind: true, review }) })
    for (const { payload } of entries) {
      expect(payload).not.toContain('satire')
      expect(payload).not.toContain('mostly_false')
    }
  })

  test('begins again when the draft comes back changed: a rating of the old words is no rating of the new ones', async () => {
    const { id, version, author, claimId, slug } = await sent()
    const reader = await deskOf(await aPerson())
    await castReview(reader, { verdictId: id, ratingCode: 'true' })
    await readVerdict(reader, { verdictId: id, version, decision: 'changes_requested', note: 'Datez-le.' })
    const writer = await deskOf(author)
    await changeVerdict(writer, { verdictId: id, version: version + 1, ratingCode: 'false', summaryFr: SECRET })
    await submitVerdict(writer, { verdictId: id, version: version + 2, isBlind: true })
    expect((await loadDeskClaim(reader, slug)).verdict).toBeNull()
    expect(
      (await faultOf(readVerdict(reader, { verdictId: id, version: version + 3, decision: 'approved' }))).fields,
    ).toMatchObject([{ reason: 'rate_first' }])
    // They may rate again, but that second word is not called blind: they have seen the first draft.
    await castReview(reader, { verdictId: id, ratingCode: 'true' })
    expect(
      (await deskDb().review.findMany({ where: { claimId }, orderBy: { createdAt: 'asc' } })).map((it) => it.isBlind),
    ).toEqual([true, false])
  })

  test('keeps the draft that came back from everybody but its author and the reader who saw it', async () => {
    const { id, version, slug } = await sent()
    const reader = await aPerson()
    await castReview(await deskOf(reader), { verdictId: id, ratingCode: 'true' })
    await readVerdict(await deskOf(reader), {
      verdictId: id,
      version,
      decision: 'changes_requested',
      note: 'Datez-le.',
    })
    expect((await loadDeskClaim(await deskOf(reader), slug)).verdict).not.toBeNull()
    const other = await deskOf(await aPerson())
    expect((await loadDeskClaim(other, slug)).verdict).toBeNull()
    const fault = await faultOf(changeVerdict(other, { verdictId: id, version: 1, ratingCode: 'true' }))
    expect(fault).toMatchObject({ code: 'forbidden', collision: null })
    expect((await faultOf(submitVerdict(other, { verdictId: id, version, isBlind: false }))).code).toBe('forbidden')
  })

  test('is the author’s choice, and the newsroom’s when nothing is said', async () => {
    const admin = await deskOf(await aPerson({ role: 'admin' }))
    const claim = await aClaim()
    const author = await aPerson()
    await changeSetting(admin, { blindByDefault: true })
    try {
      const desk = await deskOf(author)
      const { id } = await draftVerdict(desk, { claimId: claim.id, ratingCode: 'true', summaryFr: SECRET })
      const other = await aPerson()
      expect(await hiddenVerdictIds(deskDb(), other.id)).toContain(id)
      await submitVerdict(desk, { verdictId: id, version: 1 })
      expect(await deskDb().verdict.findUniqueOrThrow({ where: { id } })).toMatchObject({ isBlind: true })
      const open = await sent({ isBlind: false })
      expect((await loadDeskClaim(await deskOf(other), open.slug)).verdict).toMatchObject({ summaryFr: SECRET })
    } finally {
      await changeSetting(admin, { blindByDefault: false })
    }
  })

  test('a draft whose author has left can be taken over', async () => {
    const { id, version, author, slug } = await sent()
    const reader = await aPerson()
    await castReview(await deskOf(reader), { verdictId: id, ratingCode: 'true' })
    await readVerdict(await deskOf(reader), { verdictId: id, version, decision: 'changes_requested', note: 'Non.' })
    const admin = await deskOf(await aPerson({ role: 'admin' }))
    await disablePerson(admin, { userId: author.id, isDisabled: true })
    const other = await aPerson()
    expect((await loadDeskClaim(await deskOf(other), slug)).verdict).not.toBeNull()
    expect(await hiddenVerdictIds(deskDb(), other.id)).not.toContain(id)
  })
})

describe('PostgreSQL holds the same rules when no service stands before it', () => {
  let reader: string
  beforeAll(async () => {
    reader = (await aPerson()).id
  })
  const approve = (verdict: string, who: string) =>
    asRole('app_rw', who, (ask) =>
      ask(`UPDATE verdicts SET second_reader_id = $2, version = version + 1 WHERE id = $1`, [verdict, who]),
    )
  const rate = (claim: string, who: string, isBlind = true, at = '2031-01-01') =>
    asRole('app_rw', who, (ask) =>
      ask(
        `INSERT INTO reviews (id, claim_id, reader_id, rating_code, is_blind, created_at) VALUES (gen_random_uuid(), $1, $2, 'true', $3, $4)`,
        [claim, who, isBlind, at],
      ),
    )

  test('a blind verdict is not approved by somebody who has not rated since it was sent', async () => {
    const { id, claimId, author, version } = await sent()
    expect((await refusalOf(approve(id, reader))).constraint).toBe('verdicts_blind_reader_rates_first')
    await rate(claimId, reader)
    const desk = await deskOf(author)
    await changeVerdict(desk, { verdictId: id, version, ratingCode: 'true', summaryFr: SECRET })
    await submitVerdict(desk, { verdictId: id, version: version + 1, isBlind: true })
    expect((await refusalOf(approve(id, reader))).constraint).toBe('verdicts_blind_reader_rates_first')
    await rate(claimId, reader, false)
    await approve(id, reader)
  })

  test('a date typed by hand, before or after, is not believed', async () => {
    const { id, claimId } = await sent()
    await rate(claimId, reader, true, '2001-01-01')
    await approve(id, reader)
    const { created_at } = (
      await asRole('app_rw', reader, (ask) => ask(`SELECT created_at FROM reviews WHERE claim_id = $1`, [claimId]))
    ).rows[0]
    expect(Math.abs(Date.now() - created_at.getTime())).toBeLessThan(60_000)
  })

  test('what is being read is not made open, reworded or given another author on the way', async () => {
    const { id } = await sent()
    for (const change of [
      `is_blind = false`,
      `is_blind = false, second_reader_id = '${reader}'`,
      `summary_fr = 'autre'`,
      `rating_code = 'true'`,
      `author_id = '${reader}'`,
    ]) {
      const refusal = await refusalOf(
        asRole('app_rw', reader, (ask) =>
          ask(`UPDATE verdicts SET ${change}, version = version + 1 WHERE id = $1`, [id]),
        ),
      )
      expect(refusal.constraint, change).toBe('verdicts_are_read_as_sent')
    }
    // Nor is the moment it was sent moved.
    await asRole('app_rw', reader, (ask) =>
      ask(`UPDATE verdicts SET submitted_at = '2001-01-01', version = version + 1 WHERE id = $1`, [id]),
    )
    expect((await deskDb().verdict.findUniqueOrThrow({ where: { id } })).submittedAt?.getFullYear()).toBeGreaterThan(
      2020,
    )
  })

  test('a rating is not called blind when its reader could have seen the first one', async () => {
    const [blind, open] = [await sent(), await sent({ isBlind: false })]
    expect((await refusalOf(rate(open.claimId, reader))).constraint).toBe('reviews_blind_before_seeing')
    expect((await refusalOf(rate(blind.claimId, blind.author.id))).constraint).toBe('reviews_blind_before_seeing')
    await rate(blind.claimId, reader)
    expect((await refusalOf(rate(blind.claimId, reader))).constraint).toBe('reviews_blind_before_seeing')
  })

  test('a reading is kept neither for the author nor, blind, without a rating; and never changed', async () => {
    const { id, author, claimId } = await sent()
    const keep = (who: string) =>
      asRole('app_rw', who, (ask) =>
        ask(
          `INSERT INTO second_readings (id, verdict_id, n, reader_id, decision) VALUES (gen_random_uuid(), $1, 2, $2, 'changes_requested')`,
          [id, who],
        ),
      )
    expect((await refusalOf(keep(author.id))).constraint).toBe('second_readings_are_by_another')
    expect((await refusalOf(keep(reader))).constraint).toBe('second_readings_blind_reader_rates_first')
    await rate(claimId, reader)
    await keep(reader)
    for (const role of ['app_rw', 'superuser'] as const)
      expect(
        (
          await refusalOf(
            asRole(role, reader, (ask) => ask(`UPDATE second_readings SET note = 'x' WHERE verdict_id = $1`, [id])),
          )
        ).code,
      ).toBe('42501')
    expect((await refusalOf(asRole('app_public', null, (ask) => ask(`SELECT * FROM second_readings`)))).code).toBe(
      '42501',
    )
    expect((await refusalOf(asRole('app_public', null, (ask) => ask(`SELECT * FROM reading_comments`)))).code).toBe(
      '42501',
    )
  })
})
