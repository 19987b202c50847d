import { describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { addPosition } from '@/lib/services/add-position'
import { linkEvidence } from '@/lib/services/link-evidence'
import { loadDeskConflict } from '@/lib/services/load-desk-conflict'
import { resolveConflict } from '@/lib/services/resolve-conflict'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aClaim, aConflict, aPerson, deskOf, someEvidence } from '@/tests/support/factories'

/** A conflict of two sides, and a passage of the same dispatch that is on neither. */
async function withAThird() {
  const conflict = await aConflict()
  const { dispatchVersionId, eventId, chain } = conflict.claims[0]
  const third = await aClaim({
    dispatchVersionId,
    eventId,
    chain,
    quote: { exact: 'Selon le Figaro' },
    statements: [
      { property: 'place_spelling', value: 'Konah' },
      { property: 'time', value: 'jeudi' },
    ],
  })
  const rows = await deskDb().statement.findMany({ where: { occurrenceId: third.occurrenceId } })
  const saying = (value: string) => rows.find((it) => it.value === value)?.id ?? ''
  return { conflict, third, spelling: saying('Konah'), time: saying('jeudi'), desk: await deskOf(await aPerson()) }
}

describe('one more position', () => {
  test('stands after the others, with its statements, and leaves a trace of who added it', async () => {
    const { conflict, spelling, desk } = await withAThird()
    const before = await loadDeskConflict(desk, conflict.slug)
    expect(before.unsided.map(({ id }) => id)).toEqual([spelling])
    const made = await addPosition(desk, {
      conflictId: conflict.id,
      version: 1,
      value: 'Konah',
      statementIds: [spelling],
    })
    expect(made).toMatchObject({ ordinal: 3, version: 2 })
    const after = await loadDeskConflict(desk, conflict.slug)
    expect(after.conflict.positions.map(({ value }) => value)).toEqual(['Kona', 'Konna', 'Konah'])
    expect(after.conflict.positions[2]?.statements.map(({ id }) => id)).toEqual([spelling])
    expect(after.unsided).toEqual([])
    const [trace] = await deskDb().auditEntry.findMany({
      where: { action: 'conflict.position_added', entityId: conflict.id },
    })
    expect(trace?.actor).toBe(desk.actor?.id)
    expect(trace?.payload).toContain(made.id)
  })

  test('is refused without a statement, on another property, of a statement that is on a side, or by somebody who only reads', async () => {
    const { conflict, spelling, time, desk } = await withAThird()
    const add = (statementIds: string[], who = desk) =>
      addPosition(who, { conflictId: conflict.id, version: 1, value: 'Konah', statementIds })
    await expect(add([])).rejects.toMatchObject({ fields: [{ reason: 'position_empty' }] })
    await expect(add([time])).rejects.toMatchObject({ fields: [{ reason: 'statement_on_other_property' }] })
    await expect(add(conflict.claims[0].statementIds)).rejects.toMatchObject({
      fields: [{ reason: 'statement_twice' }],
    })
    await expect(add([spelling], await deskOf(await aPerson({ role: 'reader' })))).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await deskDb().position.count({ where: { conflictId: conflict.id } })).toBe(2)
  })

  test('is refused once the conflict is settled, and when somebody changed it meanwhile', async () => {
    const { conflict, spelling, desk } = await withAThird()
    await expect(
      addPosition(desk, { conflictId: conflict.id, version: 7, value: 'Konah', statementIds: [spelling] }),
    ).rejects.toMatchObject({ code: 'stale', collision: { version: 1 } })
    await resolveConflict(await deskOf(await aPerson({ role: 'editor' })), {
      conflictId: conflict.id,
      version: 1,
      outcome: 'both_hold',
      rationaleFr: 'Deux graphies.',
    })
    await expect(
      addPosition(desk, { conflictId: conflict.id, version: 2, value: 'Konah', statementIds: [spelling] }),
    ).rejects.toMatchObject({ fields: [{ field: 'status', reason: 'wrong_state' }] })
    expect((await loadDeskConflict(desk, conflict.slug)).may.addPosition).toBe(false)
  })

  test('shows readers of a public conflict nothing of a claim that is not public, whoever writes it', async () => {
    const { conflict, spelling, desk } = await withAThird()
    await asRole('app_rw', desk.actor?.id ?? '', (ask) =>
      ask('UPDATE conflicts SET public_at = now(), version = version + 1 WHERE id = $1', [conflict.id]),
    )
    await expect(
      addPosition(desk, { conflictId: conflict.id, version: 2, value: 'Konah', statementIds: [spelling] }),
    ).rejects.toMatchObject({ fields: [{ reason: 'claim_not_public' }] })
    const [side] = await deskDb().position.findMany({ where: { conflictId: conflict.id } })
    expect(
      await refusalOf(
        asRole('app_rw', desk.actor?.id ?? '', (ask) =>
          ask('INSERT INTO position_statements (position_id, statement_id) VALUES ($1, $2)', [side?.id, spelling]),
        ),
      ),
    ).toMatchObject({ constraint: 'public_sides_stand_on_public_claims' })
  })
})

describe('evidence on a position', () => {
  test('is a piece there is already, with a stance of its own, once per position', async () => {
    const { conflict, desk } = await withAThird()
    const piece = await someEvidence(conflict.claims[0].id)
    const [side] = (await loadDeskConflict(desk, conflict.slug)).conflict.positions
    const link = { evidenceId: piece.id, positionId: side?.id ?? '', stance: 'refutes' as const }
    const { undo } = await linkEvidence(desk, link)
    expect(undo).toMatchObject({ verb: 'end_evidence_links', evidenceId: piece.id })
    const { bearing, pieces } = await loadDeskConflict(desk, conflict.slug)
    expect(bearing.get(side?.id ?? '')).toMatchObject([{ id: piece.id, stance: 'refutes' }])
    expect(pieces.map(({ id }) => id)).toContain(piece.id)
    await expect(linkEvidence(desk, link)).rejects.toMatchObject({ fields: [{ reason: 'bears_already' }] })
    await expect(linkEvidence(desk, { ...link, conflictId: conflict.id })).rejects.toMatchObject({
      fields: [{ reason: 'required' }],
    })
  })
})
