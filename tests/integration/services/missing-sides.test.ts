import { beforeAll, describe, expect, test } from 'vitest'
import { deskDb, publicDb, transactionAs } from '@/lib/data/db'
import { Fault } from '@/lib/domain/fault'
import { addAssessment } from '@/lib/services/add-assessment'
import { addCommentRequest } from '@/lib/services/add-comment-request'
import { changeCommentRequest } from '@/lib/services/change-comment-request'
import { loadDeskSource } from '@/lib/services/load-desk-source'
import { loadMissingSides } from '@/lib/services/load-missing-sides'
import { aClaim, aPerson, aPublishedClaim, aSource, deskOf } from '@/tests/support/factories'

const faultOf = async (work: Promise<unknown>): Promise<Fault> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Fault)) throw error ?? new Error('nothing was refused')
  return error
}
let reviewer: Awaited<ReturnType<typeof aPerson>>
const desk = () => deskOf(reviewer)
const blank = { via: null, question: null, askedAt: null, dueAt: null, answer: null, answeredAt: null }
beforeAll(async () => {
  reviewer = await aPerson()
})

describe('a side that is not heard', () => {
  test('is proposed from the text, then kept in the ledger, once', async () => {
    const claim = await aClaim({ actors: ["l'armée"] })
    const { dispatchVersion } = await deskDb().anchor.findFirstOrThrow({
      where: { occurrences: { some: { claimId: claim.id } } },
      select: { dispatchVersion: { select: { dispatch: { select: { slug: true } } } } },
    })
    const dispatch = dispatchVersion.dispatch.slug
    expect((await loadMissingSides(await desk(), { dispatch })).proposed.map(({ party }) => party)).toEqual(["l'armée"])
    await addCommentRequest(await desk(), { claimId: claim.id, party: "l'armée", sourceId: '' })
    const after = await loadMissingSides(await desk(), { dispatch })
    expect(after.proposed).toEqual([])
    expect(after.requests).toMatchObject([{ party: "l'armée", state: 'to_ask', version: 1 }])
    const again = addCommentRequest(await desk(), { claimId: claim.id, party: 'Armée', sourceId: '' })
    expect((await faultOf(again)).fields).toEqual([{ field: 'party', reason: 'already_taken' }])
  })

  test('moves from asked to answered, each with what it needs; a stale move gets both', async () => {
    const { id: claimId } = await aClaim()
    const { id: requestId } = await addCommentRequest(await desk(), { claimId, party: 'le ministère', sourceId: '' })
    const asked = {
      ...blank,
      requestId,
      version: 1,
      state: 'asked' as const,
      askedAt: '2026-11-20',
      dueAt: '2026-11-25',
    }
    await changeCommentRequest(await desk(), asked)
    const fault = await faultOf(changeCommentRequest(await desk(), { ...asked, via: 'courriel' }))
    expect(fault.collision).toMatchObject({ version: 2, theirs: { state: 'asked', via: '' } })
    await changeCommentRequest(await desk(), {
      ...asked,
      version: 2,
      state: 'answered',
      answer: 'Nous n’y étions pas.',
      answeredAt: '2026-11-24',
    })
    const revisions = await deskDb().revision.count({ where: { entity: 'comment_requests', entityId: requestId } })
    expect(revisions).toBe(3)
  })

  test('may not be written as answered without an answer, not even past the services', async () => {
    const { id: claimId } = await aClaim()
    const { id } = await addCommentRequest(await desk(), { claimId, party: 'le maire', sourceId: '' })
    const write = transactionAs(deskDb(), reviewer.id, (tx) =>
      tx.commentRequest.update({ where: { id }, data: { state: 'answered', askedAt: new Date(), version: 2 } }),
    )
    await expect(write).rejects.toThrow()
    await expect(deskDb().commentRequest.delete({ where: { id } })).rejects.toThrow()
  })

  test('does not exist for a stranger', async () => {
    await expect(publicDb().commentRequest.count()).rejects.toThrow()
  })
})

describe('a source', () => {
  test('is judged on two fields that do not depend on each other; none is ever changed', async () => {
    const { id: sourceId, slug } = await aSource()
    await addAssessment(await desk(), { sourceId, reliability: 'F', credibility: '', rationale: 'Rien à comparer.' })
    await addAssessment(await desk(), { sourceId, reliability: '', credibility: '2', rationale: 'Recoupé.' })
    const { assessments } = await loadDeskSource(await desk(), slug)
    expect(assessments.map(({ reliability, credibility }) => [reliability, credibility])).toEqual([
      [null, '2'],
      ['F', null],
    ])
    const none = addAssessment(await desk(), { sourceId, reliability: '', credibility: '', rationale: 'x' })
    expect((await faultOf(none)).fields).toEqual([{ field: 'reliability', reason: 'required' }])
  })

  test('takes the verdict with it when it is the only origin', async () => {
    const source = await aSource({ name: 'Témoin', kind: 'person' })
    const { id } = await aPublishedClaim({ chain: [{ sourceId: source.id, role: 'witness' }] })
    const { sensitivity } = await loadDeskSource(await desk(), source.slug)
    expect(sensitivity).toMatchObject([{ claim: { id }, isAlone: true, stakes: [{ kind: 'origin', of: 1 }] }])
  })
})
