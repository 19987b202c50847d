import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test, vi } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { markSampleLoaded } from '@/lib/data/settings'
import { addWebhook } from '@/lib/services/add-webhook'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { invitePerson } from '@/lib/services/invite-person'
import { publishVerdict } from '@/lib/services/publish-verdict'
import { readVerdict } from '@/lib/services/read-verdict'
import { resolveConflict } from '@/lib/services/resolve-conflict'
import { sendReport } from '@/lib/services/send-report'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { press } from '@/lib/web/press'
import { secretOf } from '@/lib/web/webhook-message'
import { loadSample } from '@/seeds/load-sample'
import { SAMPLE } from '@/seeds/mali-2013/sample'
import { aClaim, aConflict, aDispatch, aPerson, aSource, deskOf } from '../../support/factories'
import { aProgram } from './program'

vi.mock('next/headers', async () => (await import('./caller')).requestScope)
beforeAll(async () => {
  await loadSample(SAMPLE, () => undefined)
  await markSampleLoaded(deskDb(), 'mali-2013')
})

test('a reading is changed, put back and set aside; a conflict gets another side; many change at once', async () => {
  const { ask } = await aProgram()
  const claim = await aClaim()
  const [former] = claim.statementIds
  const now = await ask('PUT', `/statements/${former}`, { value: 'Kona', reason: 'Mal lu.' }, 1)
  const back = { replacedId: former, replacedVersion: 2, reason: 'La première était juste.' }
  await ask('POST', `/statements/${now.id}/return`, back)
  await ask('POST', `/statements/${former}/deprecation`, { reason: 'Lu deux fois.' }, 3)
  const conflict = await aConflict()
  const { eventId, dispatchVersionId, chain } = conflict.claims[0]
  const third = await aClaim({
    eventId,
    dispatchVersionId,
    chain,
    statements: [{ property: 'place_spelling', value: 'Kôna' }],
  })
  await ask('POST', `/conflicts/${conflict.id}/positions`, { value: 'Kôna', statementIds: third.statementIds }, 1)
  const selection = { picked: [{ id: conflict.id, version: 2 }] }
  const many = await ask('POST', '/conflict-batches', { change: { do: 'severity', severity: 'low' }, selection })
  expect(many).toMatchObject({ done: 1 })
})

test('a side that was asked, a judgement of a source, a written name, a note that is put back', async () => {
  const { ask } = await aProgram()
  const claim = await aClaim()
  const request = await ask('POST', '/comment-requests', { claimId: claim.id, party: 'L’armée' })
  const asked = { state: 'asked', via: 'téléphone', askedAt: '2013-01-11', dueAt: null, answeredAt: null }
  await ask('PUT', `/comment-requests/${request.id}`, asked, 1)
  await ask('POST', `/comment-requests/${request.id}/return`, {}, 2)
  const source = await aSource()
  const judged = { reliability: 'B', credibility: '2', rationale: 'Souvent confirmée.' }
  await ask('POST', `/sources/${source.id}/assessments`, judged)
  const { versionId, text } = await aDispatch()
  const place = await ask('POST', '/entities', { kind: 'place', labelFr: 'Konna', labelEn: 'Konna' })
  const start = Array.from(text.slice(0, text.indexOf('Konna'))).length
  await ask('POST', '/names', { entityId: place.id, form: 'Konna', dispatchVersionId: versionId, start })
  const note = await ask('POST', '/notes', { targetKind: 'claim', targetId: claim.id, body: 'À revoir.' })
  await ask('PUT', `/notes/${note.id}`, { body: 'Revu.' }, 1)
  await ask('POST', `/notes/${note.id}/return`, {}, 2)
  expect(await ask('POST', '/notifications/reading', { upTo: '120' })).toEqual({ seen: 0 })
})

test('a dispatch, an event and a source that were made by mistake are put away', async () => {
  const { ask } = await aProgram()
  const dispatch = await ask('POST', '/dispatches', { title: 'Deux fois', text: `Deux fois. ${randomUUID()}` })
  await ask('DELETE', `/dispatches/${dispatch.id}`, undefined, 1)
  const event = await ask('POST', '/events', { titleFr: 'Deux fois', titleEn: 'Twice' })
  await ask('DELETE', `/events/${event.id}`, undefined, 1)
  const source = await ask('POST', '/sources', { name: 'Deux fois', kind: 'outlet' })
  await ask('DELETE', `/sources/${source.id}`, undefined, 1)
})

test('what the rules propose is accepted, opened again and dismissed', async () => {
  const { ask } = await aProgram()
  const text = readFileSync('seeds/mali-2013/dispatch.fr.txt', 'utf8')
  const { versionId } = await aDispatch({ text: `${text}\n${randomUUID()}` })
  await ask('POST', `/dispatch-versions/${versionId}/suggestions`)
  const { suggestions } = (await ask('GET', `/dispatch-versions/${versionId}/suggestions`)) as unknown as {
    suggestions: { id: string; kind: string; version: number }[]
  }
  const first = (kind: string) => suggestions.find((it) => it.kind === kind) ?? expect.fail(`no ${kind} is proposed`)
  const [claim, name, conflict] = [first('claim'), first('name'), first('conflict')]
  await ask('POST', `/suggestions/${claim.id}/claim`, {}, claim.version)
  await ask('POST', `/suggestions/${claim.id}/return`, { reason: 'Trop vite.' }, claim.version + 1)
  await ask('POST', `/suggestions/${name.id}/name`, { relation: 'possibly_same', kind: 'place' }, name.version)
  await ask('POST', `/suggestions/${conflict.id}/dismissal`, { reason: 'Ce n’en est pas un.' }, conflict.version)
})

test('a reader’s report is taken up, linked, decided, and how to reach them is erased', async () => {
  const { ask } = await aProgram('editor')
  const { ref } = await aClaim()
  const blank = { about: '', place: 'La une', subject: '', language: 'fr' as const }
  const report = { ...blank, kind: 'error' as const, words: 'Kona s’écrit Konna.', contact: 'lecteur@example.org' }
  const { ticket } = await sendReport({ db: deskDb() }, report, { address: randomUUID() })
  const { id } = await deskDb().report.findUniqueOrThrow({ where: { ticket } })
  await ask('POST', `/reports/${id}/taking-up`, {}, 1)
  await ask('POST', `/reports/${id}/decision`, { decision: 'accepted', outcomeFr: 'Oui.', outcomeEn: 'Yes.' }, 2)
  await ask('PUT', `/reports/${id}/links`, { claim: ref }, 3)
  await ask('DELETE', `/reports/${id}/contact`, undefined, 4)
})

test('a second reading is taken back; a verdict that was looked at again is upheld', async () => {
  const [mine, other] = [await aProgram(), await aProgram()]
  const [writer, reader] = [await deskOf(mine.person), await deskOf(other.person)]
  const conflict = await aConflict()
  const words = { ratingCode: 'disputed' as const, summaryFr: 'Personne ne tranche.', noEvidenceReasonFr: 'Aucune.' }
  const dependsOn = { conflictIds: [conflict.id] }
  const { id } = await draftVerdict(writer, { claimId: conflict.claims[0].id, ...words, dependsOn })
  const read = (version: number) =>
    readVerdict(reader, { verdictId: id, version, decision: 'approved', ratingCode: 'disputed' })
  await submitVerdict(writer, { verdictId: id, version: 1 })
  await read(2)
  await other.ask('DELETE', `/verdicts/${id}/reading`, undefined, 3)
  await read(4)
  await publishVerdict(writer, { verdictId: id, version: 5 }, press)
  const settled = { outcome: 'both_hold' as const, rationaleFr: 'Deux graphies.', rationaleEn: 'Two spellings.' }
  await resolveConflict(reader, { conflictId: conflict.id, version: 1, ...settled })
  const { version } = await deskDb().verdict.findUniqueOrThrow({ where: { id } })
  await mine.ask('POST', `/verdicts/${id}/upholding`, { reason: 'La note ne change pas.' }, version)
  const wrong = { whatWasWrongFr: 'La vidéo n’était pas de Konna.' }
  await mine.ask('POST', `/verdicts/${id}/withdrawal`, wrong, version + 1)
})

test('an administrator’s program: webhooks, invitations, reviews of others, the sample', async () => {
  const { ask } = await aProgram('admin', ['read', 'write', 'publish', 'manage'])
  const admin = await deskOf(await aPerson({ role: 'admin' }))
  const anybody = { mayBeTold: async () => true, secretOf }
  const { id } = await addWebhook(admin, { url: 'https://example.org/hook', events: ['conflict.resolved'] }, anybody)
  const told = { webhookId: id, event: 'conflict.resolved', data: {}, state: 'failed', nextAt: null }
  const delivery = await deskDb().webhookDelivery.create({ data: told })
  await ask('POST', `/webhook-deliveries/${delivery.id}/sending`)
  await ask('PATCH', `/webhooks/${id}`, { isOn: false }, 1)
  const email = `${randomUUID()}@example.org`
  await invitePerson(admin, { email, role: 'reader' })
  const invitation = await deskDb().invitation.findFirstOrThrow({ where: { email } })
  await ask('DELETE', `/invitations/${invitation.id}`)
  const review = {
    ...{ '@type': 'ClaimReview', url: 'https://example.org/avis', claimReviewed: 'Une pirogue a chaviré à Diré' },
    ...{ author: { name: 'Vérif' }, reviewRating: { alternateName: 'Faux' } },
  }
  const reviews = await ask('POST', '/review-imports', { source: 'feed', documents: [review] })
  expect(reviews).toMatchObject({ added: 1 })
  expect(await ask('POST', '/sample', { act: 'restore' })).toEqual({ back: 0, aside: 0 })
})
