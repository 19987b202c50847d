import { describe, expect, test, vi } from 'vitest'
import { addToken } from '@/lib/services/add-token'
import { aClaim, aConflict, aDispatch, aPerson, deskOf } from '../../support/factories'
import { call, withToken } from './caller'
import { aProgram } from './program'

vi.mock('next/headers', async () => (await import('./caller')).requestScope)

describe('the API can do what the desk can:', () => {
  test('from a dispatch to a published verdict that a stranger reads', async () => {
    const [mine, other] = [await aProgram(), await aProgram()]
    const text =
      'Les islamistes ont pris Kona jeudi. Selon le Figaro, ils ont pris Konna. « Nous tenons la ville », dit un habitant.'
    const dispatch = await mine.ask('POST', '/dispatches', { title: 'Mali', text })
    const source = await mine.ask('POST', '/sources', { name: 'Le Figaro', kind: 'outlet' })
    const event = await mine.ask('POST', '/events', { titleFr: 'La prise', titleEn: 'The capture' })
    await mine.ask(
      'PUT',
      `/events/${event.id}`,
      { titleFr: 'La prise de Konna', titleEn: 'Capture', when: { edtf: '2013-01-10', basis: 'inferred' } },
      1,
    )
    const claimOf = (exact: string) =>
      mine.ask('POST', '/claims', {
        dispatchVersionId: dispatch.versionId,
        quote: { exact },
        statementFr: 'Ils ont pris la ville.',
        statementEn: 'They took the town.',
        kind: 'narration',
        eventId: event.id,
        chain: [{ sourceId: source.id, role: 'outlet' }],
      })
    const [kona, konna] = [await claimOf('ont pris Kona'), await claimOf('ont pris Konna')]
    const statements = []
    for (const [claim, value] of [
      [kona, 'Kona'],
      [konna, 'Konna'],
    ] as const)
      statements.push(
        await mine.ask('POST', `/occurrences/${claim.occurrenceId}/statements`, { property: 'place_spelling', value }),
      )
    await mine.ask(
      'PUT',
      `/occurrences/${kona.occurrenceId}/chain`,
      { chain: [{ sourceId: source.id, role: 'outlet', verb: 'écrit' }] },
      1,
    )
    await mine.ask('PATCH', `/claims/${kona.id}`, { statementEn: 'They took Kona.' }, 1)
    const relation = await mine.ask('POST', '/claim-relations', { kind: 'repeats', fromId: kona.id, toId: konna.id })
    await mine.ask('DELETE', `/claim-relations/${relation.id}`)

    const conflict = await mine.ask('POST', '/conflicts', {
      eventId: event.id,
      property: 'place_spelling',
      type: 'name_spelling',
      class: 'variant',
      titleFr: 'Kona ou Konna',
      titleEn: 'Kona or Konna',
      positions: [
        { value: 'Kona', statementIds: [statements[0]?.id] },
        { value: 'Konna', statementIds: [statements[1]?.id] },
      ],
    })
    await mine.ask('PATCH', `/conflicts/${conflict.id}`, { severity: 'low' }, 1)
    await mine.ask(
      'POST',
      `/conflicts/${conflict.id}/resolution`,
      { outcome: 'same_entity', rationaleFr: 'Une ville.', rationaleEn: 'One town.' },
      2,
    )
    await mine.ask('POST', `/conflicts/${conflict.id}/reopening`, { reason: 'À revoir.' }, 3)

    const evidence = await mine.ask('POST', '/evidence', {
      url: 'https://example.org/a',
      title: 'A',
      links: [{ claimId: konna.id, stance: 'supports' }],
    })
    const link = await mine.ask('POST', `/evidence/${evidence.id}/links`, { claimId: kona.id, stance: 'context' })
    await mine.ask('POST', `/evidence/${evidence.id}/links/ending`, { linkIds: [link.id] })

    const verdict = await mine.ask('POST', '/verdicts', {
      claimId: konna.id,
      ratingCode: 'true',
      summaryFr: 'Vrai.',
      summaryEn: 'True.',
      dependsOn: { evidenceIds: [evidence.id] },
    })
    await mine.ask(
      'PUT',
      `/verdicts/${verdict.id}`,
      {
        ratingCode: 'mostly_true',
        summaryFr: 'Plutôt vrai.',
        summaryEn: 'Mostly.',
        dependsOn: { evidenceIds: [evidence.id] },
      },
      1,
    )
    await mine.ask('POST', `/verdicts/${verdict.id}/submission`, {}, 2)
    await mine.ask('DELETE', `/verdicts/${verdict.id}/submission`, undefined, 3)
    await mine.ask('POST', `/verdicts/${verdict.id}/submission`, { isBlind: false }, 4)
    await other.ask('POST', `/verdicts/${verdict.id}/reviews`, { ratingCode: 'mostly_true' })
    await other.ask('POST', `/verdicts/${verdict.id}/reading`, { decision: 'approved', ratingCode: 'mostly_true' }, 5)
    const published = await mine.ask('POST', `/verdicts/${verdict.id}/publication`, {}, 6)
    expect(published).toMatchObject({ n: 1, slug: konna.slug })

    const { body } = await call('GET', `/v1/verdicts/${verdict.id}`)
    expect(body).toMatchObject({ state: 'published', versions: [{ ratingCode: 'mostly_true', summaryEn: 'Mostly.' }] })
    expect(JSON.stringify(body)).not.toContain(mine.person.id)
    expect((await call('GET', `/v1/claims/${konna.slug}`)).body).toMatchObject({ rating: 'mostly_true' })
    await mine.ask('GET', `/revisions/verdicts/${verdict.id}`)
    await mine.ask('POST', `/dispatches/${dispatch.id}/publication`)
  })

  test('notes, assignments, filters, drafts, names, asked sides, batches', async () => {
    const { ask, person } = await aProgram()
    const claim = await aClaim()
    const note = await ask('POST', '/notes', { targetKind: 'claim', targetId: claim.id, body: 'À revoir.' })
    await ask('PUT', `/notes/${note.id}`, { body: 'Revu.' }, 1)
    await ask('POST', `/notes/${note.id}/settling`, { to: 'settled' }, 2)
    await ask('POST', `/notes/${note.id}/withdrawal`, { to: 'withdrawn' }, 3)
    expect(await ask('GET', `/notes/claim/${claim.id}`)).toMatchObject({ count: 0 })
    await ask('PUT', `/assignments/claim/${claim.id}`, { personId: person.id }, 1)
    const filter = await ask('POST', '/filters', { name: 'Konna', list: 'claims', query: 'q=Konna' })
    await ask('PUT', `/filters/${filter.id}`, { name: 'Kona', isShared: true })
    await ask('DELETE', `/filters/${filter.id}`)
    await ask('PUT', `/drafts/claim:${claim.id}`, { content: { statementFr: 'Ils' } })
    expect(await ask('GET', `/drafts/claim:${claim.id}`)).toMatchObject({ draft: { content: { statementFr: 'Ils' } } })
    await ask('DELETE', `/drafts/claim:${claim.id}`)
    const [a, b] = [
      await ask('POST', '/entities', { kind: 'place', labelFr: 'Kona', labelEn: 'Kona' }),
      await ask('POST', '/entities', { kind: 'place', labelFr: 'Konna', labelEn: 'Konna' }),
    ]
    const link = await ask('POST', '/entity-links', {
      fromId: a.id,
      toId: b.id,
      relation: 'same',
      reasonFr: 'Une ville.',
    })
    await ask('POST', `/entity-links/${link.id}/ending`, { reason: 'Deux villages.' })
    await ask('POST', `/entity-links/${link.id}/return`)
    const request = await ask('POST', '/comment-requests', { claimId: claim.id, party: 'Armée' })
    await ask('DELETE', `/comment-requests/${request.id}`, undefined, 1)
    const batch = await ask('POST', '/claim-batches', {
      change: { do: 'label', label: 'midi' },
      selection: { picked: [{ id: claim.id, version: 2 }] },
    })
    await ask('POST', `/batches/${(batch.undo as { batchId: string }).batchId}/undoing`)
    await ask('DELETE', `/claims/${claim.id}`, undefined, 4)
    await ask('POST', `/claims/${claim.id}/restoration`, {}, 5)
    await ask('POST', `/revisions/claims/${claim.id}/restoration`, { n: 1 }, 6)
    await ask('PUT', '/account/preferences', { locale: 'fr', singleKeys: true })
    await ask('PUT', '/account/mail', { digest: 'off', mailsDirect: false })
    await ask('PUT', '/account/tour', { to: 0 })
    for (const path of [
      '/notifications',
      '/pairs',
      '/reports',
      '/jobs',
      '/desk-search?q=Konna',
      '/search?q=Konna',
      '/similar-claims?text=Ils%20ont%20pris%20la%20ville',
    ])
      await ask('GET', path)
    const { versionId } = await aDispatch()
    await ask('POST', `/dispatch-versions/${versionId}/suggestions`)
    await ask('GET', `/dispatch-versions/${versionId}/suggestions`)
  })

  test('an administrator’s part, with the scope for it', async () => {
    const { ask } = await aProgram('admin', ['read', 'write', 'manage'])
    const person = await aPerson({ role: 'reader' })
    expect(await ask('GET', '/people')).toHaveProperty('people')
    await ask('PUT', `/people/${person.id}`, { role: 'reviewer' })
    await ask('PUT', `/people/${person.id}/access`, { isDisabled: true })
    await ask('PUT', `/people/${person.id}/access`, { isDisabled: false })
    await ask('DELETE', `/people/${person.id}/sessions`)
    const { undo } = await ask('PATCH', '/settings', { blindByDefault: true })
    await ask('POST', '/undo', { undo })
    const job = await ask('POST', '/jobs', { kind: 'pair_claims' })
    if (job.id) await ask('DELETE', `/jobs/${job.id}`)
  })
})

describe('an undo', () => {
  test('takes back what its answer offered, within the scope of what it does', async () => {
    const { ask } = await aProgram('editor', ['read', 'write'])
    const source = await ask('POST', '/sources', { name: 'AFP', kind: 'agency' })
    await ask('POST', '/undo', { undo: source.undo })
    const admin = await aProgram('admin', ['read', 'write'])
    const conflict = await aConflict()
    for (const [undo, scope] of [
      [{ verb: 'change_setting', before: {}, made: { blindByDefault: true } }, 'manage'],
      [{ verb: 'enable_person', userId: admin.person.id }, 'manage'],
      [{ verb: 'reopen_conflict', conflictId: conflict.id, version: 1 }, 'publish'],
    ] as const) {
      const { status, body } = await call('POST', '/v1/undo', { headers: admin.headers, body: { undo } })
      expect([status, body.scope]).toEqual([403, scope])
    }
  })
})

test('a source that was protected is no program’s to open, whatever its owner may', async () => {
  const keeper = await aPerson({ role: 'admin', isSourceKeeper: true })
  const { token } = await addToken(await deskOf(keeper), { name: 'x', scopes: ['read', 'write', 'publish', 'manage'] })
  for (const path of ['/v1/sources/x/identity', '/v1/sources/x/reveal', '/v1/people/x/password'])
    expect((await call('POST', path, { headers: withToken(token), body: {} })).status).toBe(404)
})
