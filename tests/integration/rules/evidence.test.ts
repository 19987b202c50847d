import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { addEvidence } from '@/lib/services/add-evidence'
import { endEvidenceLinks } from '@/lib/services/end-evidence-links'
import { linkEvidence } from '@/lib/services/link-evidence'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aClaim, aPerson, deskOf, someEvidence } from '@/tests/support/factories'

const reviewer = async () => deskOf(await aPerson())
const link = (evidenceId: string, claimId: string, stance: string) =>
  asRole('app_rw', 'a test', (ask) =>
    ask('INSERT INTO evidence_links (id, evidence_id, claim_id, stance) VALUES ($1, $2, $3, $4::stance)', [
      randomUUID(),
      evidenceId,
      claimId,
      stance,
    ]),
  )

describe('a piece of evidence and a claim', () => {
  test.each(['refutes', 'supports', 'context'])(
    'that it supports: %s besides is refused by PostgreSQL',
    async (stance) => {
      const claim = await aClaim()
      const piece = await someEvidence(claim.id)
      expect(await refusalOf(link(piece.id, claim.id, stance))).toMatchObject({
        code: '23505',
        constraint: 'evidence_links_take_one_stance',
      })
    },
  )

  test('that it supported: the other way once that link has ended; and another claim in any way', async () => {
    const [claim, other] = [await aClaim(), await aClaim()]
    const piece = await someEvidence(claim.id)
    await link(piece.id, other.id, 'refutes')
    const { id } = await deskDb().evidenceLink.findFirstOrThrow({ where: { evidenceId: piece.id, claimId: claim.id } })
    await endEvidenceLinks(await reviewer(), { evidenceId: piece.id, linkIds: [id] })
    await linkEvidence(await reviewer(), { evidenceId: piece.id, claimId: claim.id, stance: 'refutes' })
    const links = await deskDb().evidenceLink.findMany({ where: { claimId: claim.id, endedAt: null } })
    expect(links.map(({ stance }) => stance)).toEqual(['refutes'])
  })

  test('of two people at once with opposite stances one is told that it bears on it already', async () => {
    const [claim, elsewhere] = [await aClaim(), await aClaim()]
    const piece = await someEvidence(elsewhere.id)
    const [one, two] = [await reviewer(), await reviewer()]
    const outcomes = await Promise.allSettled([
      linkEvidence(one, { evidenceId: piece.id, claimId: claim.id, stance: 'supports' }),
      linkEvidence(two, { evidenceId: piece.id, claimId: claim.id, stance: 'refutes' }),
    ])
    const refused = outcomes.flatMap((it) => (it.status === 'rejected' ? [it.reason] : []))
    expect(refused).toMatchObject([{ fields: [{ field: 'evidenceId', reason: 'bears_already' }] }])
    expect(await deskDb().evidenceLink.count({ where: { claimId: claim.id, endedAt: null } })).toBe(1)
  })

  test('named twice on one form, for and against, is refused at the second', async () => {
    const claim = await aClaim()
    const links = (['supports', 'refutes'] as const).map((stance) => ({ claimId: claim.id, stance }))
    await expect(
      addEvidence(await reviewer(), { url: 'https://example.org/twice', title: 'Deux fois', links }),
    ).rejects.toMatchObject({ fields: [{ field: 'links.1', reason: 'bears_already' }] })
  })
})

describe('an assessment', () => {
  const assess = (reliability: string | null, credibility: number | null) =>
    asRole('superuser', 'a test', async (ask) => {
      const { id: evidenceId } = await someEvidence((await aClaim()).id)
      const { rows } = await ask(
        `INSERT INTO assessments (id, source_id, reliability, credibility, rationale, by_id)
         SELECT $1, (SELECT id FROM sources LIMIT 1), $2, $3, 'Parce que.', $4 WHERE $5::uuid IS NOT NULL RETURNING reliability, credibility`,
        [randomUUID(), reliability, credibility, (await aPerson()).id, evidenceId],
      )
      return rows[0]
    })

  test.each([
    ['A', null],
    ['F', null],
    [null, 6],
    ['F', 1],
    ['A', 6],
  ])('letter %s and digit %s are two fields, either may be unset', async (reliability, credibility) => {
    expect(await assess(reliability, credibility)).toEqual({ reliability, credibility })
  })

  test.each([
    ['G', null],
    ['a', null],
    ['', null],
    [null, 0],
    [null, 7],
    [null, null],
  ])('letter %s and digit %s are refused', async (reliability, credibility) => {
    expect(await refusalOf(assess(reliability, credibility))).toMatchObject({ code: '23514' })
  })
})
