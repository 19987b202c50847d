import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { firstAuditFault } from '@/lib/data/audit-log'
import { deskDb } from '@/lib/data/db'
import { signerByEmail } from '@/lib/data/users'
import { Fault } from '@/lib/domain/fault'
import { asId, type UserId } from '@/lib/domain/ids'
import type { Role } from '@/lib/domain/permission'
import { addClaim } from '@/lib/services/add-claim'
import { addDispatch } from '@/lib/services/add-dispatch'
import { addEvent } from '@/lib/services/add-event'
import { addSource } from '@/lib/services/add-source'
import { attributeClaim } from '@/lib/services/attribute-claim'
import { changeClaim } from '@/lib/services/change-claim'
import { changeVerdict } from '@/lib/services/change-verdict'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { loadPublication } from '@/lib/services/load-public'
import { markConflict } from '@/lib/services/mark-conflict'
import { publishVerdict } from '@/lib/services/publish-verdict'
import { readVerdict } from '@/lib/services/read-verdict'
import { reopenConflict } from '@/lib/services/reopen-conflict'
import { resolveConflict } from '@/lib/services/resolve-conflict'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { press } from '@/lib/web/press'
import { scriptDesk } from '@/lib/web/script-desk'

const TEXT = 'Les islamistes ont pris Kona 😀 jeudi.\nSelon le Figaro, ils ont pris Konna.'
let ids: { version: string; source: string; event: string }

async function deskAs(role: Role, name: string = role) {
  const { db, newId } = await scriptDesk(null)
  const { id } = await signerByEmail(db, { id: newId(), email: `${name}@example.invalid`, name, role, locale: 'fr' })
  return scriptDesk({ id: asId<UserId>(id), role, isSourceKeeper: false })
}
const claimOf = (exact: string, more: object = {}) => ({
  dispatchVersionId: ids.version,
  quote: { exact },
  statementFr: 'Ils ont pris la ville.',
  kind: 'narration' as const,
  eventId: ids.event,
  chain: [{ sourceId: ids.source, role: 'outlet' as const }],
  statements: [{ property: 'extent', value: exact }],
  ...more,
})
/** The fault a promise ends in: its code, and "field: reason" for each field. */
const faultOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Fault)) throw error ?? new Error('nothing was refused')
  return {
    code: error.code,
    fields: error.fields.map(({ field, reason }) => `${field}: ${reason}`),
    collision: error.collision,
  }
}
const rows = async () => [
  await deskDb().claim.count(),
  await deskDb().occurrence.count(),
  await deskDb().anchor.count(),
  await deskDb().conflict.count(),
  await deskDb().auditEntry.count(),
  await deskDb().revision.count(),
]

beforeAll(async () => {
  const desk = await deskAs('reviewer')
  const { versionId } = await addDispatch(desk, { title: 'Une dépêche', text: TEXT })
  const source = await addSource(desk, { name: 'Le Journal', kind: 'outlet' })
  const event = await addEvent(desk, { titleFr: 'La prise', titleEn: 'The capture' })
  ids = { version: versionId, source: source.id, event: event.id }
})

describe('a claim is refused, with the field and the reason, and nothing is stored', () => {
  const cases: Record<string, [input: () => object, code: string, field: string]> = {
    'when the quote is not in the text': [() => claimOf('ont pris Gao'), 'quote_missing', 'quote: quote_not_in_text'],
    'when the quote differs by one letter': [
      () => claimOf('ils ont pris Konnna'),
      'quote_missing',
      'quote: quote_not_in_text',
    ],
    'when the quote stands elsewhere than said': [
      () => claimOf('Konna', { quote: { exact: 'Konna', start: 24 } }),
      'quote_missing',
      'quote: quote_elsewhere',
    ],
    'when the quote stands in two places': [() => claimOf('ont pris Kon'), 'quote_missing', 'quote: quote_ambiguous'],
    'when a property is unknown': [
      () => claimOf('Konna', { statements: [{ property: 'colour', value: 'x' }] }),
      'invalid',
      'statements.0.property: unknown_property',
    ],
    'when there is a U+0000': [
      () => claimOf('Konna', { statementFr: 'a\u0000b' }),
      'invalid',
      'statementFr: nul_character',
    ],
    'when there is a lone surrogate': [
      () => claimOf('Konna', { statementFr: 'a\ud800b' }),
      'invalid',
      'statementFr: lone_surrogate',
    ],
    'when a statement is over-long': [
      () => claimOf('Konna', { statementFr: 'x'.repeat(1_001) }),
      'invalid',
      'statementFr: too_long',
    ],
    'when nobody speaks': [() => claimOf('Konna', { chain: [] }), 'invalid', 'chain: chain_empty'],
    'when the source does not exist': [
      () => claimOf('Konna', { chain: [{ sourceId: ids.event, role: 'outlet' }] }),
      'invalid',
      'chain.0.sourceId: unknown_id',
    ],
    'when the date has no basis': [
      () => claimOf('Konna', { when: { edtf: '2013-01-10' } }),
      'invalid',
      'when.basis: date_needs_basis',
    ],
    'when the date is not one': [
      () => claimOf('Konna', { when: { edtf: '2013-13-40', basis: 'inferred' } }),
      'invalid',
      'when.edtf: not_a_date',
    ],
    'when a field is not ours': [
      () => claimOf('Konna', { publishedAt: '2013-01-01' }),
      'invalid',
      'publishedAt: unknown_field',
    ],
    'when an operator comes instead of an id': [
      () => claimOf('Konna', { dispatchVersionId: { not: '' } }),
      'invalid',
      'dispatchVersionId: required',
    ],
  }
  test.each(Object.entries(cases))('%s', async (_sentence, [input, code, field]) => {
    const desk = await deskAs('reviewer')
    const before = await rows()
    const fault = await faultOf(addClaim(desk, input() as never))
    expect(fault.code).toBe(code)
    expect(fault.fields).toContain(field)
    expect(await rows()).toEqual(before)
  })
})

test('a dispatch with U+0000, a lone surrogate or too long a text is refused, and so is the same text twice', async () => {
  const desk = await deskAs('reviewer')
  expect((await faultOf(addDispatch(desk, { title: 't', text: 'a\u0000' }))).fields).toEqual(['text: nul_character'])
  expect((await faultOf(addDispatch(desk, { title: 't', text: '\udc00' }))).fields).toEqual(['text: lone_surrogate'])
  expect((await faultOf(addDispatch(desk, { title: 't', text: 'x'.repeat(1_000_001) }))).fields).toEqual([
    'text: too_long',
  ])
  expect((await faultOf(addDispatch(desk, { title: 't', text: TEXT }))).code).toBe('conflicting')
})

test('offsets count code points: a quote after an emoji is where PostgreSQL counts it', async () => {
  const desk = await deskAs('reviewer')
  const { occurrenceId } = await addClaim(desk, claimOf('jeudi'))
  const { anchor } = await deskDb().occurrence.findUniqueOrThrow({
    where: { id: occurrenceId },
    include: { anchor: true },
  })
  expect([anchor.start, anchor.end]).toEqual([31, 36])
})

test('a stranger and a reader may not add a claim', async () => {
  expect((await faultOf(addClaim(await scriptDesk(null), claimOf('Konna')))).code).toBe('not_signed_in')
  expect((await faultOf(addClaim(await deskAs('reader'), claimOf('Konna')))).code).toBe('forbidden')
})

test('two people change one claim: one saves, the other gets what was saved, and nothing is lost', async () => {
  const [first, second] = [await deskAs('reviewer'), await deskAs('reviewer', 'another')]
  const claim = await addClaim(first, claimOf('Selon le Figaro'))
  await changeClaim(first, { claimId: claim.id, version: 1, statementFr: 'Le Figaro le dit.' })
  const fault = await faultOf(changeClaim(second, { claimId: claim.id, version: 1, statementFr: 'D’après le Figaro.' }))
  expect(fault.code).toBe('stale')
  expect(fault.collision).toMatchObject({ version: 2, theirs: { statementFr: 'Le Figaro le dit.' } })
  expect(await deskDb().claim.findUnique({ where: { id: claim.id } })).toMatchObject({
    version: 2,
    statementFr: 'Le Figaro le dit.',
  })
})

test('twenty writers on one version: exactly one wins', async () => {
  const desk = await deskAs('reviewer')
  const claim = await addClaim(desk, claimOf('pris Konna'))
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) =>
      changeClaim(desk, { claimId: claim.id, version: 1, statementFr: `Version ${i}` }),
    ),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'stale' })
})

test('a chain is replaced as a whole, and the one before stays in its history', async () => {
  const desk = await deskAs('reviewer')
  const claim = await addClaim(desk, claimOf('ils ont pris'))
  const speaker = await addSource(desk, { name: 'Un porte-parole', kind: 'person' })
  await attributeClaim(desk, {
    occurrenceId: claim.occurrenceId,
    version: 1,
    chain: [
      { sourceId: speaker.id, role: 'speaker', scope: 'ambiguous' },
      { sourceId: ids.source, role: 'outlet' },
    ],
  })
  const history = await deskDb().revision.findMany({
    where: { entity: 'chains', entityId: claim.occurrenceId },
    orderBy: { n: 'asc' },
  })
  expect(history.map(({ content }) => (content as unknown[]).length)).toEqual([1, 2])
})

describe('a conflict', () => {
  let statements: string[]
  beforeAll(async () => {
    const desk = await deskAs('reviewer')
    const a = await addClaim(desk, claimOf('Les islamistes'))
    const b = await addClaim(desk, claimOf('Les islamistes ont pris Kona'))
    statements = (
      await deskDb().statement.findMany({
        where: { occurrenceId: { in: [a.occurrenceId, b.occurrenceId] } },
        orderBy: { id: 'asc' },
      })
    ).map(({ id }) => id)
  })
  const conflictOf = (more: object = {}) => ({
    eventId: ids.event,
    property: 'extent',
    type: 'extent' as const,
    class: 'contradiction' as const,
    titleFr: 'Toute la ville ?',
    titleEn: 'The whole town?',
    positions: statements.map((id, i) => ({ value: `côté ${i}`, statementIds: [id] })),
    ...more,
  })

  test('needs two sides, on one known property, with no statement on both', async () => {
    const desk = await deskAs('reviewer')
    expect((await faultOf(markConflict(desk, conflictOf({ positions: [] })))).fields).toEqual([
      'positions: needs_two_positions',
    ])
    expect((await faultOf(markConflict(desk, conflictOf({ property: 'colour' })))).fields).toEqual([
      'property: unknown_property',
    ])
    expect((await faultOf(markConflict(desk, conflictOf({ property: 'actor' })))).fields[0]).toBe(
      'positions.0.statements: statement_on_other_property',
    )
    expect(
      (
        await faultOf(
          markConflict(
            desk,
            conflictOf({ positions: [0, 1].map(() => ({ value: 'x', statementIds: [statements[0]] })) }),
          ),
        )
      ).fields,
    ).toEqual(['positions.1.statements: statement_twice'])
  })

  test('is settled only by an editor, only with a rationale, and can be opened again', async () => {
    const { id } = await markConflict(await deskAs('reviewer'), conflictOf())
    const editor = await deskAs('editor')
    expect(
      (
        await faultOf(
          resolveConflict(await deskAs('reviewer'), {
            conflictId: id,
            version: 1,
            outcome: 'both_hold',
            rationaleFr: 'Oui.',
          }),
        )
      ).code,
    ).toBe('forbidden')
    expect(
      (await faultOf(resolveConflict(editor, { conflictId: id, version: 1, outcome: 'both_hold', rationaleFr: '  ' })))
        .fields,
    ).toEqual(['rationaleFr: rationale_required'])
    await resolveConflict(editor, {
      conflictId: id,
      version: 1,
      outcome: 'both_hold',
      rationaleFr: 'Les deux tiennent.',
    })
    expect(
      (
        await faultOf(
          resolveConflict(editor, { conflictId: id, version: 1, outcome: 'unresolvable', rationaleFr: 'Non.' }),
        )
      ).collision,
    ).toMatchObject({ version: 2, theirs: { rationaleFr: 'Les deux tiennent.' } })
    await reopenConflict(editor, { conflictId: id, version: 2, reason: 'Un nouvel élément.' })
    expect(
      (await deskDb().conflict.findUnique({ where: { id }, include: { resolutions: true } }))?.resolutions,
    ).toHaveLength(1)
  })
})

describe('a verdict', () => {
  test('goes from one hand to another, is published with its documents, and changes only with a correction', async () => {
    const [author, editor] = [await deskAs('reviewer'), await deskAs('editor')]
    const claim = await addClaim(author, claimOf('Konna'))
    const words = {
      ratingCode: 'disputed' as const,
      summaryFr: 'Personne ne tranche.',
      summaryEn: 'Nobody settles it.',
    }
    const { id } = await draftVerdict(author, { claimId: claim.id, ...words })
    await submitVerdict(author, { verdictId: id, version: 1 })
    expect(
      (await faultOf(readVerdict(author, { verdictId: id, version: 2, decision: 'approved', ratingCode: 'disputed' })))
        .fields,
    ).toEqual(['secondReader: second_reader_is_author'])
    expect((await faultOf(publishVerdict(editor, { verdictId: id, version: 2 }, press))).fields).toEqual(
      expect.arrayContaining(['secondReader: needs_second_reader', 'noEvidenceReason: evidence_or_reason']),
    )
    expect(await deskDb().publication.count()).toBe(0)
    expect(await deskDb().claim.findUnique({ where: { id: claim.id } })).toMatchObject({ publicAt: null })
  })

  test('is published by two people, needs another look when its conflict is settled, and changes only with a correction', async () => {
    const [author, editor] = [await deskAs('reviewer'), await deskAs('editor')]
    const claims = [await addClaim(author, claimOf('pris Kona')), await addClaim(author, claimOf('pris Konna.'))]
    const claim = claims[0]
    if (!claim) throw new Error('no claim')
    const statements = await deskDb().statement.findMany({
      where: { occurrenceId: { in: claims.map(({ occurrenceId }) => occurrenceId) } },
      orderBy: { id: 'asc' },
    })
    const conflict = await markConflict(author, {
      eventId: ids.event,
      property: 'extent',
      type: 'extent',
      class: 'contradiction',
      titleFr: 'Laquelle ?',
      titleEn: 'Which one?',
      positions: statements.map(({ id, value }) => ({ value, statementIds: [id] })),
    })
    const words = {
      ratingCode: 'disputed' as const,
      summaryFr: 'Personne ne tranche.',
      summaryEn: 'Nobody settles it.',
      noEvidenceReasonFr: 'Aucune pièce.',
    }
    const dependsOn = { conflictIds: [conflict.id], evidenceIds: [], sourceIds: [] }
    const { id } = await draftVerdict(author, { claimId: claim.id, ...words, dependsOn })
    await submitVerdict(author, { verdictId: id, version: 1 })
    await readVerdict(editor, { verdictId: id, version: 2, decision: 'approved', ratingCode: 'disputed' })
    const first = await publishVerdict(editor, { verdictId: id, version: 3 }, press)
    expect(first.n).toBe(1)
    const address = `/fr/claims/${claim.slug}`
    const published = async () => gunzipSync((await loadPublication(address))?.gzip ?? '').toString()
    expect(await published()).toContain('Personne ne tranche.')

    const { rereview } = await resolveConflict(editor, {
      conflictId: conflict.id,
      version: 1,
      outcome: 'both_hold',
      rationaleFr: 'Les deux.',
    })
    expect(rereview).toEqual([id])
    expect(await deskDb().verdict.findUnique({ where: { id } })).toMatchObject({ state: 'needs_rereview', version: 5 })

    await changeVerdict(author, {
      verdictId: id,
      version: 5,
      ...words,
      ratingCode: 'mostly_true',
      summaryFr: 'C’est plutôt vrai.',
      dependsOn,
    })
    await submitVerdict(author, { verdictId: id, version: 6 })
    await readVerdict(editor, { verdictId: id, version: 7, decision: 'approved', ratingCode: 'mostly_true' })
    expect((await faultOf(publishVerdict(editor, { verdictId: id, version: 8 }, press))).fields).toEqual([
      'correction: needs_correction',
    ])
    const correction = { severity: 'verdict_change' as const, whatWasWrongFr: 'Le conflit est tranché.' }
    expect((await publishVerdict(editor, { verdictId: id, version: 8, correction }, press)).n).toBe(2)
    expect(await published()).toContain('C’est plutôt vrai.')
    expect(await deskDb().publication.count({ where: { address } })).toBe(2)
    expect(await firstAuditFault(deskDb())).toBeNull()
  })
})
