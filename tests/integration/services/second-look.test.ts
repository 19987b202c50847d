import { describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { castReview } from '@/lib/services/cast-review'
import { changeVerdict } from '@/lib/services/change-verdict'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { loadDeskClaim } from '@/lib/services/load-desk-claim'
import { readVerdict } from '@/lib/services/read-verdict'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { aClaim, aPerson, deskOf } from '@/tests/support/factories'

const BEFORE = 'Kona est tombée jeudi.'
const AFTER = 'Konna est tombée jeudi soir.'

/** A verdict that was sent back with a comment, written anew, and sent again. */
async function sentAgain({ isBlind }: { isBlind: boolean }) {
  const claim = await aClaim()
  const [writer, reader] = [await deskOf(await aPerson()), await deskOf(await aPerson())]
  const words = { ratingCode: 'disputed' as const, summaryFr: BEFORE, noEvidenceReasonFr: 'Aucune pièce.' }
  const { id } = await draftVerdict(writer, { claimId: claim.id, ...words })
  await submitVerdict(writer, { verdictId: id, version: 1, isBlind })
  if (isBlind) await castReview(reader, { verdictId: id, ratingCode: 'disputed' })
  await readVerdict(reader, {
    verdictId: id,
    version: 2,
    decision: 'changes_requested',
    ...(isBlind ? {} : { ratingCode: 'disputed' }),
    note: 'Dites quand.',
    comments: { summaryFr: 'Quelle graphie ?' },
  })
  await changeVerdict(writer, { verdictId: id, version: 3, ...words, summaryFr: AFTER, ratingCode: 'mostly_true' })
  await submitVerdict(writer, { verdictId: id, version: 4, isBlind })
  const { slug } = await deskDb().claim.findUniqueOrThrow({ where: { id: claim.id } })
  return { id, slug, writer, reader }
}

describe('a second look', () => {
  test('shows what changed since the reader read it, field by field, beside what they asked for', async () => {
    const { slug, reader } = await sentAgain({ isBlind: false })
    const { since } = await loadDeskClaim(reader, slug)
    expect(since).toMatchObject({ note: 'Dites quand.', asked: { summaryFr: 'Quelle graphie ?' } })
    expect(since?.changes).toEqual([
      { column: 'ratingCode', before: 'disputed', after: 'mostly_true' },
      { column: 'summaryFr', before: BEFORE, after: AFTER },
    ])
  })

  test('shows nothing of it to somebody who reads it for the first time, or who wrote it', async () => {
    const { slug, writer } = await sentAgain({ isBlind: false })
    expect((await loadDeskClaim(await deskOf(await aPerson()), slug)).since).toBeNull()
    expect((await loadDeskClaim(writer, slug)).since).toBeNull()
  })

  test('waits, when the reading is blind, for the reader’s own rating of what was sent again', async () => {
    const { id, slug, reader } = await sentAgain({ isBlind: true })
    const before = await loadDeskClaim(reader, slug)
    expect(before.since).toBeNull()
    expect(JSON.stringify(before)).not.toContain(AFTER)
    await castReview(reader, { verdictId: id, ratingCode: 'disputed' })
    expect((await loadDeskClaim(reader, slug)).since?.changes.map(({ column }) => column)).toEqual([
      'ratingCode',
      'summaryFr',
    ])
  })
})
