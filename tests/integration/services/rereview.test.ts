import { describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { changeVerdict } from '@/lib/services/change-verdict'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { loadDeskClaim } from '@/lib/services/load-desk-claim'
import { publishVerdict } from '@/lib/services/publish-verdict'
import { readVerdict } from '@/lib/services/read-verdict'
import { reopenConflict } from '@/lib/services/reopen-conflict'
import { resolveConflict } from '@/lib/services/resolve-conflict'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { upholdVerdict } from '@/lib/services/uphold-verdict'
import { press } from '@/lib/web/press'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aConflict, aPerson, deskOf } from '@/tests/support/factories'

/** A published verdict that stands on a conflict, both in the hands of an editor. */
async function onAConflict() {
  const conflict = await aConflict()
  const [author, editor] = [await aPerson(), await aPerson({ role: 'editor' })]
  const [writer, desk] = [await deskOf(author), await deskOf(editor)]
  const claimId = conflict.claims[0].id
  const words = { ratingCode: 'disputed' as const, summaryFr: 'Personne ne tranche.', noEvidenceReasonFr: 'Aucune.' }
  const dependsOn = { conflictIds: [conflict.id] }
  const { id } = await draftVerdict(writer, { claimId, ...words, dependsOn })
  const { slug } = await deskDb().claim.findUniqueOrThrow({ where: { id: claimId } })
  return { conflict, writer, desk, id, slug, words: { ...words, dependsOn }, author }
}
type Scene = Awaited<ReturnType<typeof onAConflict>>
const saved = ({ id }: Scene) => deskDb().verdict.findUniqueOrThrow({ where: { id } })
async function published(scene: Scene) {
  const { writer, desk, id } = scene
  await submitVerdict(writer, { verdictId: id, version: 1 })
  await readVerdict(desk, { verdictId: id, version: 2, decision: 'approved', ratingCode: 'disputed' })
  await publishVerdict(desk, { verdictId: id, version: 3 }, press)
}
const resolve = ({ conflict, desk }: Scene, version = 1) =>
  resolveConflict(desk, {
    conflictId: conflict.id,
    version,
    outcome: 'both_hold',
    rationaleFr: 'Deux graphies, un lieu.',
    rationaleEn: 'Two spellings, one place.',
  })

describe('a conflict that changes', () => {
  test('sends the published verdict to another look and drafts its correction in both languages', async () => {
    const scene = await onAConflict()
    await published(scene)
    expect((await resolve(scene)).rereview).toEqual([scene.id])
    const after = await saved(scene)
    expect(after).toMatchObject({ state: 'needs_rereview', correctionReason: 'conflict_resolved' })
    expect(after.correctionDraftFr).toContain('Kona ou Konna ?')
    expect(after.correctionDraftFr).toContain('Deux graphies, un lieu.')
    expect(after.correctionDraftEn).toContain('Two spellings, one place.')

    // Reopened before anybody looked: the note of what happened first is not lost.
    expect(
      (await reopenConflict(scene.desk, { conflictId: scene.conflict.id, version: 2, reason: 'Une dépêche.' }))
        .rereview,
    ).toEqual([])
    const again = await saved(scene)
    expect(again).toMatchObject({ state: 'needs_rereview', correctionReason: 'conflict_reopened' })
    expect(again.correctionDraftEn).toMatch(/Two spellings, one place\.\n\n.*open again\./)
    // Its author is told, without anybody having to think of it.
    const told = await deskDb().notification.findMany({ where: { userId: scene.author.id } })
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['conflict_resolved', 'conflict_reopened']))
  })

  test('leaves the draft with the correction, which is published with it and then gone', async () => {
    const scene = await onAConflict()
    await published(scene)
    await resolve(scene)
    const { writer, desk, id, words } = scene
    const { version } = await saved(scene)
    await changeVerdict(writer, { verdictId: id, version, ...words, ratingCode: 'true' })
    await submitVerdict(writer, { verdictId: id, version: version + 1 })
    await readVerdict(desk, { verdictId: id, version: version + 2, decision: 'approved', ratingCode: 'true' })
    const { correctionDraftFr } = await saved(scene)
    expect((await loadDeskClaim(desk, scene.slug)).verdict).toMatchObject({ correctionDraftFr })
    await publishVerdict(
      desk,
      {
        verdictId: id,
        version: version + 3,
        correction: { severity: 'verdict_change', whatWasWrongFr: correctionDraftFr, whatWasWrongEn: null },
      },
      press,
    )
    expect(await saved(scene)).toMatchObject({
      state: 'corrected',
      correctionReason: null,
      correctionDraftFr: null,
      correctionDraftEn: null,
    })
    expect(await deskDb().correction.findMany({ where: { verdictId: id } })).toMatchObject([
      { whatWasWrongFr: correctionDraftFr, before: 'disputed', after: 'true' },
    ])
  })

  test('calls for no correction when an editor says why: the verdict is published as it was, and history keeps the reason', async () => {
    const scene = await onAConflict()
    await published(scene)
    await resolve(scene)
    const { id, desk, writer } = scene
    const { version } = await saved(scene)
    await expect(upholdVerdict(desk, { verdictId: id, version, reason: ' ' })).rejects.toMatchObject({
      fields: [{ field: 'reason', reason: 'required' }],
    })
    await expect(upholdVerdict(writer, { verdictId: id, version, reason: 'Non.' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(upholdVerdict(desk, { verdictId: id, version: version - 1, reason: 'Non.' })).rejects.toMatchObject({
      code: 'stale',
    })
    await upholdVerdict(desk, { verdictId: id, version, reason: 'Le verdict ne dépend pas de la graphie.' })
    expect(await saved(scene)).toMatchObject({ state: 'published', correctionReason: null, correctionDraftEn: null })
    const revision = await deskDb().revision.findFirst({
      where: { entity: 'verdicts', entityId: id },
      orderBy: { n: 'desc' },
    })
    expect(revision?.reason).toBe('Le verdict ne dépend pas de la graphie.')
    expect(await deskDb().auditEntry.count({ where: { entityId: id, action: 'verdict.upheld' } })).toBe(1)
    await expect(upholdVerdict(desk, { verdictId: id, version: version + 1, reason: 'Encore.' })).rejects.toMatchObject(
      {
        fields: [{ reason: 'wrong_state' }],
      },
    )
  })

  test('says nothing of a verdict that was never published', async () => {
    const scene = await onAConflict()
    expect((await resolve(scene)).rereview).toEqual([])
    expect(await saved(scene)).toMatchObject({ state: 'draft', version: 1, correctionReason: null })
  })

  test('a draft of a correction goes with its reason, in PostgreSQL too', async () => {
    const { id } = await onAConflict()
    const refusal = await refusalOf(
      asRole('app_rw', 'a test', (ask) =>
        ask(`UPDATE verdicts SET correction_draft_fr = 'x', version = version + 1 WHERE id = $1`, [id]),
      ),
    )
    expect(refusal.constraint).toBe('verdicts_draft_a_correction_for_a_reason')
  })
})
