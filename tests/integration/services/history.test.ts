import { describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { attributeClaim } from '@/lib/services/attribute-claim'
import { changeClaim } from '@/lib/services/change-claim'
import { changeConflict } from '@/lib/services/change-conflict'
import { changeVerdict } from '@/lib/services/change-verdict'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { loadHistory } from '@/lib/services/load-history'
import { publishVerdict } from '@/lib/services/publish-verdict'
import { readVerdict } from '@/lib/services/read-verdict'
import { resolveConflict } from '@/lib/services/resolve-conflict'
import { restoreRevision } from '@/lib/services/restore-revision'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { press } from '@/lib/web/press'
import { aClaim, aConflict, aPerson, aSource, deskOf } from '@/tests/support/factories'

const reviewer = async () => deskOf(await aPerson())
const editor = async () => deskOf(await aPerson({ role: 'editor' }))

describe('the history of a thing', () => {
  test('says who, why and what changed, latest first; its states too', async () => {
    const { id } = await aConflict()
    const hand = await aPerson()
    await changeConflict(await deskOf(hand), { conflictId: id, version: 1, titleFr: 'Autre titre' })
    await changeConflict(await deskOf(hand), { conflictId: id, version: 2, status: 'under_review' })
    const { steps, names, version } = await loadHistory(await reviewer(), { entity: 'conflicts', id })
    expect(version).toBe(3)
    expect(steps.map(({ n, by, changes }) => ({ n, mine: by === hand.id, changes })).slice(0, 2)).toEqual([
      { n: 3, mine: true, changes: [{ column: 'status', before: 'open', after: 'under_review' }] },
      { n: 2, mine: true, changes: [{ column: 'titleFr', before: 'Kona ou Konna ?', after: 'Autre titre' }] },
    ])
    expect(names[hand.id]).toBe('Awa Traoré')
  })

  test('of a passage shows the chain that was replaced, by name', async () => {
    const { occurrenceId, chain } = await aClaim()
    const agency = await aSource({ name: 'Une agence', kind: 'agency' })
    const longer = [{ sourceId: agency.id, role: 'agency' as const }, ...chain]
    await attributeClaim(await reviewer(), { occurrenceId, version: 1, chain: longer })
    const { steps, names } = await loadHistory(await reviewer(), { entity: 'occurrences', id: occurrenceId })
    const said = (items: readonly Readonly<Record<string, unknown>>[] | undefined) =>
      items?.map((it) => names[String(it.source_id)])
    expect(said(steps[0]?.list?.before)).toEqual(['Le Journal'])
    expect(said(steps[0]?.list?.after)).toEqual(['Une agence', 'Le Journal'])
  })

  test('of a verdict is closed to whoever reads it blind', async () => {
    const [author, second] = [await aPerson(), await aPerson()]
    const { id: claimId } = await aClaim()
    const { id } = await draftVerdict(await deskOf(author), { claimId, ratingCode: 'true', summaryFr: 'Secret.' })
    await submitVerdict(await deskOf(author), { verdictId: id, version: 1, isBlind: true })
    await expect(loadHistory(await deskOf(second), { entity: 'verdicts', id })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect((await loadHistory(await deskOf(author), { entity: 'verdicts', id })).steps).toHaveLength(2)
  })

  test('of a source protected since says nothing of what it was called', async () => {
    const { id } = await aSource({ name: 'Nom en clair', kind: 'person' })
    await deskDb().$transaction(async (tx) => {
      await tx.$queryRaw`select set_config('recoupe.actor', 'test', true)`
      await tx.source.update({
        where: { id },
        data: { name: 'Un habitant', isProtected: true, version: { increment: 1 } },
      })
    })
    const history = await loadHistory(await editor(), { entity: 'sources', id })
    expect(JSON.stringify(history)).not.toContain('Nom en clair')
    expect(history.mayRestore).toBe(false)
    await expect(restoreRevision(await editor(), { entity: 'sources', id, version: 2, n: 1 })).rejects.toMatchObject({
      fields: [{ field: 'n', reason: 'wrong_state' }],
    })
  })
})

describe('putting a former state back', () => {
  test('makes a new version with the old words and the reason; nothing is taken out of history', async () => {
    const { id } = await aClaim({ statementFr: 'Un.' })
    await changeClaim(await reviewer(), { claimId: id, version: 1, statementFr: 'Deux.' })
    await changeClaim(await reviewer(), { claimId: id, version: 2, statementFr: 'Trois.' })
    const put = { entity: 'claims' as const, id, version: 3, n: 1, reason: 'Le premier était juste.' }
    expect((await restoreRevision(await reviewer(), put)).version).toBe(4)
    const { steps } = await loadHistory(await reviewer(), { entity: 'claims', id })
    expect(steps.map(({ n }) => n)).toEqual([4, 3, 2, 1])
    expect(steps[0]).toMatchObject({
      reason: 'Le premier était juste.',
      changes: [{ column: 'statementFr', before: 'Trois.', after: 'Un.' }],
    })
  })

  test('is refused with what is saved when the person saw an older version, and to whoever may not edit', async () => {
    const { id } = await aClaim({ statementFr: 'Un.' })
    await changeClaim(await reviewer(), { claimId: id, version: 1, statementFr: 'Deux.' })
    const put = { entity: 'claims' as const, id, version: 1, n: 1 }
    await expect(restoreRevision(await reviewer(), put)).rejects.toMatchObject({
      code: 'stale',
      collision: { version: 2, theirs: { statementFr: 'Deux.' } },
    })
    const reader = await deskOf(await aPerson({ role: 'reader' }))
    await expect(restoreRevision(reader, { ...put, version: 2 })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('never brings a state back', async () => {
    const { id } = await aConflict()
    await resolveConflict(await editor(), {
      conflictId: id,
      version: 1,
      outcome: 'both_hold',
      rationaleFr: 'Les deux.',
    })
    await restoreRevision(await reviewer(), { entity: 'conflicts', id, version: 2, n: 1 })
    expect((await deskDb().conflict.findUniqueOrThrow({ where: { id } })).status).toBe('resolved')
  })

  test('sends a published verdict that stands on it to another look', async () => {
    const { id: conflictId, claims } = await aConflict()
    const [{ id: claimId }] = claims
    const [author, second] = [await aPerson(), await aPerson({ role: 'editor' })]
    const words = { ratingCode: 'disputed' as const, summaryFr: 'Personne ne tranche.' }
    const dependsOn = { conflictIds: [conflictId], evidenceIds: [], sourceIds: [] }
    const why = { noEvidenceReasonFr: 'Aucune pièce publique.' }
    const { id } = await draftVerdict(await deskOf(author), { ...words, ...why, claimId, dependsOn })
    await submitVerdict(await deskOf(author), { verdictId: id, version: 1 })
    const decision = { verdictId: id, version: 2, decision: 'approved' as const, ratingCode: 'disputed' as const }
    await readVerdict(await deskOf(second), decision)
    await publishVerdict(await deskOf(second), { verdictId: id, version: 3 }, press)
    const { version } = await deskDb().conflict.findUniqueOrThrow({ where: { id: conflictId } })
    await changeConflict(await reviewer(), { conflictId, version, titleFr: 'Autre titre' })
    const put = { entity: 'conflicts' as const, id: conflictId, version: version + 1, n: version }
    expect((await restoreRevision(await reviewer(), put)).rereview).toEqual([id])
    expect((await deskDb().verdict.findUniqueOrThrow({ where: { id } })).state).toBe('needs_rereview')
  })

  test('of a verdict makes whoever does it its author, and a reading under way starts again', async () => {
    const { id: claimId } = await aClaim()
    const words = { ratingCode: 'true' as const, summaryFr: 'Un.' }
    const { id } = await draftVerdict(await reviewer(), { claimId, ...words })
    await changeVerdict(await reviewer(), { verdictId: id, version: 1, ratingCode: 'false', summaryFr: 'Deux.' })
    await submitVerdict(await reviewer(), { verdictId: id, version: 2 })
    const hand = await aPerson()
    await restoreRevision(await deskOf(hand), { entity: 'verdicts', id, version: 3, n: 1 })
    expect(await deskDb().verdict.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ratingCode: 'true',
      summaryFr: 'Un.',
      state: 'draft',
      authorId: hand.id,
    })
  })
})
