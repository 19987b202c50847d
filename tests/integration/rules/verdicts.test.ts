import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { METHOD_IN_FORCE } from '@/lib/domain/method'
import { publishVerdict } from '@/lib/services/publish-verdict'
import { press } from '@/lib/web/press'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aClaim, aPerson, aReadVerdict, deskOf, someEvidence } from '@/tests/support/factories'

type Version = {
  verdict: string
  author: string
  reader: string | null
  n?: number
  isSelfPublished?: boolean
  reason?: string | null
  reasonEn?: string | null
  summary?: string | null
}
let editor: string
beforeAll(async () => {
  editor = (await aPerson({ role: 'editor' })).id
})

/** A draft nobody has read, on a claim of its own. */
async function aDraft(reason: string | null = 'Aucune pièce.') {
  const { id: claimId } = await aClaim()
  const { id, author, reader } = await aReadVerdict(claimId, { noEvidenceReasonFr: reason })
  return { claimId, verdict: id, author: author.id, reader: reader.id, reason }
}
/** A published version written straight into PostgreSQL; `correction` comes with it in the same transaction. */
const version = (it: Version, correction?: { verdict?: string; words?: string | null }) =>
  asRole('app_rw', 'a test', async (ask) => {
    const id = randomUUID()
    const {
      n = 1,
      isSelfPublished = false,
      reason = 'Aucune pièce.',
      reasonEn = null,
      summary = 'Personne ne tranche.',
    } = it
    await ask(
      `INSERT INTO verdict_versions (id, verdict_id, n, rating_code, summary_fr, no_evidence_reason_fr, no_evidence_reason_en, author_id, second_reader_id, publisher_id, is_self_published)
       VALUES ($1, $2, $3, 'disputed', $4, $5, $6, $7, $8, $9, $10)`,
      [id, it.verdict, n, summary, reason, reasonEn, it.author, it.reader, editor, isSelfPublished],
    )
    if (correction)
      await ask(
        `INSERT INTO corrections (id, verdict_id, verdict_version_id, severity, what_was_wrong_fr, before, after, by_id)
         VALUES (gen_random_uuid(), $1, $2, 'correction', $3, 'disputed', 'disputed', $4)`,
        [correction.verdict ?? it.verdict, id, correction.words === undefined ? 'Une date.' : correction.words, editor],
      )
  })

describe('the method', () => {
  const namedBy = async (verdict: string) =>
    (await deskDb().verdictVersion.findFirstOrThrow({ where: { verdictId: verdict } })).methodologyVersion

  test('in force is written on a version by the database, whatever the writer says', async () => {
    const draft = await aDraft()
    await asRole('app_rw', 'a test', (ask) =>
      ask(
        `INSERT INTO verdict_versions (id, verdict_id, n, rating_code, summary_fr, no_evidence_reason_fr, author_id, second_reader_id, publisher_id, methodology_version)
         VALUES ($1, $2, 1, 'disputed', 'Personne ne tranche.', 'Aucune pièce.', $3, $4, $5, 999)`,
        [randomUUID(), draft.verdict, draft.author, draft.reader, editor],
      ),
    )
    expect(await namedBy(draft.verdict)).toBe(METHOD_IN_FORCE.version)
  })

  test('a version was published under never changes, and the desk adds none to the list', async () => {
    const draft = await aDraft()
    await version(draft)
    for (const change of [
      'UPDATE verdict_versions SET methodology_version = 1',
      `INSERT INTO methodology_versions VALUES (2, '2030-01-01')`,
      `UPDATE methodology_versions SET since = '2030-01-01'`,
      'DELETE FROM methodology_versions',
    ])
      expect(await refusalOf(asRole('app_rw', 'a test', (ask) => ask(change)))).toMatchObject({ code: '42501' })
  })
})

describe('four eyes', () => {
  test('a version read by another person than its author may stand', async () => {
    await version(await aDraft())
  })

  test('a version nobody else read, or that its author read alone, is refused', async () => {
    const draft = await aDraft()
    for (const reader of [null, draft.author])
      expect((await refusalOf(version({ ...draft, reader }))).constraint).toBe('verdict_versions_were_read_by_two')
  })

  test('the author of a verdict is never its second reader', async () => {
    const { verdict } = await aDraft()
    const refusal = await refusalOf(
      asRole('app_rw', 'a test', (ask) =>
        ask(`UPDATE verdicts SET second_reader_id = author_id, version = version + 1 WHERE id = $1`, [verdict]),
      ),
    )
    expect(refusal.constraint).toBe('verdicts_second_reader_is_another')
  })

  test('to say that one published alone helps only where the house allows it, and then it is written on the version', async () => {
    const draft = { ...(await aDraft()), reader: null, isSelfPublished: true }
    expect((await refusalOf(version(draft))).constraint).toBe('verdict_versions_were_read_by_two')
    const set = (value: string) =>
      asRole('app_rw', 'a test', (ask) =>
        ask(
          `INSERT INTO settings (key, value) VALUES ('four_eyes', $1::jsonb) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
          [value],
        ),
      )
    for (const value of ['true', 'null', '"false"', '0']) {
      await set(value)
      expect((await refusalOf(version(draft))).constraint, value).toBe('verdict_versions_were_read_by_two')
    }
    await set('false')
    await version(draft)
    await set('true')
  })
})

describe('what a verdict stands on', () => {
  test('a version without evidence and without a reason for having none is refused', async () => {
    const draft = await aDraft()
    for (const reason of [null, '', ' \n'])
      expect((await refusalOf(version({ ...draft, reason, reasonEn: reason }))).constraint).toBe(
        'verdict_versions_have_evidence',
      )
    await version({ ...draft, reason: null, reasonEn: 'No public record was found.' })
  })

  test('evidence on its claim is enough', async () => {
    const draft = await aDraft()
    await someEvidence(draft.claimId)
    await version({ ...draft, reason: null })
  })

  test('evidence on another claim, or whose link has ended, is not', async () => {
    const [draft, other] = [await aDraft(), await aDraft()]
    await someEvidence(other.claimId)
    expect((await refusalOf(version({ ...draft, reason: null }))).constraint).toBe('verdict_versions_have_evidence')
    await asRole('app_rw', 'a test', (ask) =>
      ask(`UPDATE evidence_links SET ended_at = now() WHERE claim_id = $1`, [other.claimId]),
    )
    expect((await refusalOf(version({ ...other, reason: null }))).constraint).toBe('verdict_versions_have_evidence')
  })

  test('a version says something', async () => {
    expect((await refusalOf(version({ ...(await aDraft()), summary: ' ' }))).constraint).toBe(
      'verdict_versions_say_something',
    )
  })
})

describe('a second version', () => {
  test('without a correction is refused', async () => {
    const draft = await aDraft()
    await version(draft)
    expect((await refusalOf(version({ ...draft, n: 2 }))).constraint).toBe('verdict_versions_have_a_correction')
  })

  test('with a correction that says nothing, or is another verdict’s, is refused', async () => {
    const [draft, other] = [await aDraft(), await aDraft()]
    await version(draft)
    expect((await refusalOf(version({ ...draft, n: 2 }, { words: ' ' }))).constraint).toBe(
      'corrections_say_what_was_wrong',
    )
    expect((await refusalOf(version({ ...draft, n: 2 }, { verdict: other.verdict }))).constraint).toBe(
      'verdict_versions_have_a_correction',
    )
  })

  test('with its correction may stand, and versions follow one another', async () => {
    const draft = await aDraft()
    expect((await refusalOf(version({ ...draft, n: 2 }, {}))).code).toBe('40001')
    await version(draft)
    await version({ ...draft, n: 2 }, {})
    for (const n of [1, 2, 4]) expect((await refusalOf(version({ ...draft, n }, {}))).code).toMatch(/40001|23505/)
  })
})

test('a verdict is not called published before it has a published version', async () => {
  const { verdict } = await aDraft()
  for (const state of ['published', 'needs_rereview', 'corrected', 'withdrawn']) {
    const refusal = await refusalOf(
      asRole('app_rw', 'a test', (ask) =>
        ask(`UPDATE verdicts SET state = $2::verdict_state, version = version + 1 WHERE id = $1`, [verdict, state]),
      ),
    )
    expect(refusal.constraint, state).toBe('verdicts_published_have_a_version')
  }
})

test('a document whose hash is not of its body is refused', async () => {
  const draft = await aDraft()
  await version(draft)
  const refusal = await refusalOf(
    asRole('app_rw', 'a test', (ask) =>
      ask(
        `INSERT INTO publications (id, verdict_version_id, language, address, body, gzip, brotli, sha256, etag, claim_review)
         SELECT gen_random_uuid(), id, 'fr', '/fr/x', 'corps', '', '', sha256('autre'), 'x', '{}' FROM verdict_versions WHERE verdict_id = $1`,
        [draft.verdict],
      ),
    ),
  )
  expect(refusal.constraint).toBe('publications_hash_is_of_body')
})

describe('the service and PostgreSQL agree', () => {
  test('a verdict without evidence or reason is refused by name, and nothing is opened', async () => {
    const { claimId, verdict } = await aDraft(null)
    const publish = publishVerdict(
      await deskOf(await aPerson({ role: 'editor' })),
      { verdictId: verdict, version: 3 },
      press,
    )
    await expect(publish).rejects.toMatchObject({
      fields: [{ field: 'noEvidenceReason', reason: 'evidence_or_reason' }],
    })
    expect(await deskDb().claim.findUniqueOrThrow({ where: { id: claimId } })).toMatchObject({ publicAt: null })
  })

  test('two editors who publish one verdict at the same moment make one version', async () => {
    const { verdict } = await aDraft()
    const editors = await Promise.all([1, 2].map(async () => deskOf(await aPerson({ role: 'editor' }))))
    const outcomes = await Promise.allSettled(
      editors.map((desk) => publishVerdict(desk, { verdictId: verdict, version: 3 }, press)),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await deskDb().verdictVersion.count({ where: { verdictId: verdict } })).toBe(1)
  })
})
