import { describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import type { Undo } from '@/lib/domain/undo'
import { addEntity } from '@/lib/services/add-entity'
import { addStatement } from '@/lib/services/add-statement'
import { attributeClaim } from '@/lib/services/attribute-claim'
import { changeClaim } from '@/lib/services/change-claim'
import { changeConflict } from '@/lib/services/change-conflict'
import { changeVerdict } from '@/lib/services/change-verdict'
import { discardClaim } from '@/lib/services/discard-claim'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { linkEntities } from '@/lib/services/link-entities'
import { relateClaims } from '@/lib/services/relate-claims'
import { resolveConflict } from '@/lib/services/resolve-conflict'
import { takeBack } from '@/lib/web/take-back'
import { aClaim, aConflict, aPerson, aSource, deskOf, someEvidence } from '@/tests/support/factories'

const reviewer = async () => deskOf(await aPerson())
const editor = async () => deskOf(await aPerson({ role: 'editor' }))
const back = async (undo: Undo | null, desk = reviewer()) => {
  if (!undo) throw new Error('this action offers no undo')
  await takeBack(await desk, undo, 'undone')
}
const claim = (id: string) => deskDb().claim.findUniqueOrThrow({ where: { id } })
const conflict = (id: string) => deskDb().conflict.findUniqueOrThrow({ where: { id } })

describe('taking an action back', () => {
  test('an added claim is discarded, and comes back when that is taken back too', async () => {
    const made = await aClaim()
    await back(made.undo)
    expect((await claim(made.id)).discardedAt).not.toBeNull()
    await back({ verb: 'restore_claim', claimId: made.id, version: 2 })
    expect((await claim(made.id)).discardedAt).toBeNull()
  })

  test('a discarded claim comes back', async () => {
    const { id } = await aClaim()
    await back((await discardClaim(await reviewer(), { claimId: id, version: 1 })).undo)
    expect(await claim(id)).toMatchObject({ discardedAt: null, version: 3 })
  })

  test('changed words go back to the words before, as a new version with its reason', async () => {
    const { id } = await aClaim({ statementFr: 'Avant.' })
    const { undo } = await changeClaim(await reviewer(), { claimId: id, version: 1, statementFr: 'Après.' })
    await back(undo)
    expect(await claim(id)).toMatchObject({ statementFr: 'Avant.', version: 3 })
    const last = await deskDb().revision.findFirstOrThrow({ where: { entity: 'claims', entityId: id, n: 3 } })
    expect(last.reason).toBe('undone')
  })

  test('is refused with what they saved when somebody changed it since', async () => {
    const { id } = await aClaim({ statementFr: 'Avant.' })
    const { undo } = await changeClaim(await reviewer(), { claimId: id, version: 1, statementFr: 'Après.' })
    await changeClaim(await reviewer(), { claimId: id, version: 2, statementFr: 'Entre-temps.' })
    await expect(back(undo)).rejects.toMatchObject({
      code: 'stale',
      collision: { version: 3, theirs: { statementFr: 'Entre-temps.' } },
    })
    expect((await claim(id)).statementFr).toBe('Entre-temps.')
  })

  test('a replaced chain gives way to the one before it', async () => {
    const { occurrenceId, chain } = await aClaim()
    const agency = await aSource({ name: 'Une agence', kind: 'agency' })
    const longer = [{ sourceId: agency.id, role: 'agency' as const }, ...chain]
    const { undo } = await attributeClaim(await reviewer(), { occurrenceId, version: 1, chain: longer })
    await back(undo)
    const hops = await deskDb().hop.findMany({ where: { occurrenceId }, orderBy: { position: 'asc' } })
    expect(hops.map(({ sourceId, role }) => ({ sourceId, role }))).toEqual(chain)
  })

  test('an added statement is deprecated with the reason', async () => {
    const { occurrenceId } = await aClaim()
    const made = await addStatement(await reviewer(), { occurrenceId, property: 'actor', value: 'eux' })
    await back(made.undo)
    expect(await deskDb().statement.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({
      rank: 'deprecated',
      rankReason: 'undone',
    })
  })

  test('a marked conflict is dismissed; a status goes back along the steps it may take', async () => {
    const made = await aConflict()
    const change = { conflictId: made.id, version: 1, status: 'under_review' as const }
    await back((await changeConflict(await reviewer(), change)).undo)
    expect(await conflict(made.id)).toMatchObject({ status: 'open', version: 3 })
    const other = await aConflict()
    await back(other.undo)
    expect((await conflict(other.id)).status).toBe('dismissed')
  })

  test('a changed description of a conflict goes back, its status stays', async () => {
    const { id } = await aConflict()
    await changeConflict(await reviewer(), { conflictId: id, version: 1, status: 'under_review' })
    const { undo } = await changeConflict(await reviewer(), { conflictId: id, version: 2, titleFr: 'Autre titre' })
    await back(undo)
    expect(await conflict(id)).toMatchObject({ titleFr: 'Kona ou Konna ?', status: 'under_review', version: 4 })
  })

  test('a decision is reopened by an editor, never by a reviewer', async () => {
    const { id } = await aConflict()
    const decision = { conflictId: id, version: 1, outcome: 'both_hold' as const, rationaleFr: 'Deux graphies.' }
    const { undo } = await resolveConflict(await editor(), decision)
    await expect(back(undo)).rejects.toMatchObject({ code: 'forbidden' })
    await back(undo, editor())
    expect((await conflict(id)).status).toBe('reopened')
  })

  test('links end and stay in the record; a second time there is nothing to end', async () => {
    const desk = await reviewer()
    const [a, b] = [await aClaim(), await aClaim()]
    const related = await relateClaims(desk, { kind: 'repeats', fromId: a.id, toId: b.id })
    await back(related.undo)
    expect((await deskDb().claimRelation.findUniqueOrThrow({ where: { id: related.id } })).endedAt).not.toBeNull()
    await expect(back(related.undo)).rejects.toMatchObject({ code: 'stale' })

    const place = (labelFr: string) => addEntity(desk, { kind: 'place', labelFr, labelEn: labelFr })
    const [kona, konna] = [await place('Kona'), await place('Konna')]
    const link = { fromId: kona.id, toId: konna.id, relation: 'same' as const, reasonFr: 'Même ville.' }
    const linked = await linkEntities(desk, link)
    await back(linked.undo)
    expect(await deskDb().entityLink.findUniqueOrThrow({ where: { id: linked.id } })).toMatchObject({
      endedReason: 'undone',
    })

    const piece = await someEvidence(a.id)
    await back(piece.undo)
    expect(await deskDb().evidenceLink.count({ where: { evidenceId: piece.id, endedAt: null } })).toBe(0)
    expect(await deskDb().evidence.count({ where: { id: piece.id } })).toBe(1)
  })

  test('the words of a verdict go back with what it stands on; whoever does it is its last hand', async () => {
    const made = await aConflict()
    const words = { claimId: made.claims[0].id, ratingCode: 'disputed' as const, summaryFr: 'Premier jet.' }
    const dependsOn = { conflictIds: [made.id], evidenceIds: [], sourceIds: [] }
    const { id } = await draftVerdict(await reviewer(), { ...words, dependsOn })
    const second = { verdictId: id, version: 1, ratingCode: 'true' as const, summaryFr: 'Second jet.' }
    const { undo } = await changeVerdict(await reviewer(), second)
    const hand = await aPerson()
    await back(undo, deskOf(hand))
    expect(await deskDb().verdict.findUniqueOrThrow({ where: { id }, include: { dependencies: true } })).toMatchObject({
      ratingCode: 'disputed',
      summaryFr: 'Premier jet.',
      authorId: hand.id,
      dependencies: [{ conflictId: made.id }],
    })
  })
})
