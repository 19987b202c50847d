import { describe, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { revisionsOf } from '@/lib/data/revisions'
import { readView } from '@/lib/domain/desk-filter'
import { addStatement } from '@/lib/services/add-statement'
import { attributeClaim } from '@/lib/services/attribute-claim'
import { changeClaim } from '@/lib/services/change-claim'
import { changeConflict } from '@/lib/services/change-conflict'
import { changeVerdict } from '@/lib/services/change-verdict'
import { discardClaim } from '@/lib/services/discard-claim'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { endEvidenceLinks } from '@/lib/services/end-evidence-links'
import { loadAssignment } from '@/lib/services/load-assignment'
import { loadClaimList } from '@/lib/services/load-claim-list'
import { loadConflictList } from '@/lib/services/load-conflict-list'
import { loadDeskClaim } from '@/lib/services/load-desk-claim'
import { loadDeskConflict } from '@/lib/services/load-desk-conflict'
import { loadDeskEvent } from '@/lib/services/load-desk-event'
import { loadDeskEvents, loadDeskSources, loadDeskToday } from '@/lib/services/load-desk-lists'
import { loadDeskReading } from '@/lib/services/load-desk-reading'
import { loadVerdictList } from '@/lib/services/load-verdict-list'
import { resolveConflict } from '@/lib/services/resolve-conflict'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { asKnownAt } from '@/lib/web/as-known'
import { SAMPLE } from '@/seeds/mali-2013/sample'
import { aClaim, aConflict, aPerson, aPublishedClaim, aSource, deskOf, someEvidence } from '@/tests/support/factories'
import '@/tests/support/with-sample'

type DeskOfTest = Awaited<ReturnType<typeof deskOf>>
const reviewer = async () => deskOf(await aPerson())
const editor = async () => deskOf(await aPerson({ role: 'editor' }))
const LATER = '2099-01-01T00:00:00Z'
/** The time of the database, to the microsecond. */
const momentNow = async () => {
  const [row] = await deskDb().$queryRaw<{ at: string }[]>`
    select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`
  return row?.at ?? ''
}

describe('a page as of now, through the views', () => {
  const { slug } = SAMPLE.dispatch
  const pages: [string, (desk: DeskOfTest) => Promise<unknown>][] = [
    ['the desk', (desk) => loadDeskToday(desk)],
    ['the reading of a dispatch', (desk) => loadDeskReading(desk, slug)],
    ['the claims', (desk) => loadClaimList(desk, readView('claims', { q: 'Konna' }))],
    ['a claim', (desk) => loadDeskClaim(desk, SAMPLE.claims[0]?.slug ?? '')],
    ['the conflicts', (desk) => loadConflictList(desk, readView('conflicts', {}))],
    ['a conflict', (desk) => loadDeskConflict(desk, SAMPLE.conflicts[0]?.slug ?? '')],
    ['the verdicts', (desk) => loadVerdictList(desk, readView('verdicts', {}))],
    ['the verdicts of an author', (desk) => loadVerdictList(desk, readView('verdicts', { author: 'me' }))],
    ['the sources', (desk) => loadDeskSources(desk)],
    ['an event', (desk) => loadDeskEvent(desk, SAMPLE.events[0]?.slug ?? '')],
    ['the events', (desk) => loadDeskEvents(desk)],
    [
      'who works on a claim',
      async (desk) => loadAssignment(desk, 'claim', (await loadDeskClaim(desk, SAMPLE.claims[0]?.slug ?? '')).claim.id),
    ],
  ]
  test.each(pages)('%s is what the tables say', async (_, load) => {
    // A reader may do nothing in either, so that only the record is compared.
    const desk = { ...(await deskOf(await aPerson({ role: 'reader' }))), now: new Date(LATER) }
    expect(await asKnownAt(desk, LATER, load)).toEqual(await load(desk))
  })
})

describe('a page as of a moment', () => {
  test('has the words, the chain, the statements and the evidence there were, and what came later is not there', async () => {
    const desk = await reviewer()
    const claim = await aClaim({ statementFr: 'Avant.' })
    const piece = await someEvidence(claim.id)
    const before = await momentNow()
    await changeClaim(desk, { claimId: claim.id, version: 1, statementFr: 'Après.' })
    const agency = await aSource({ name: 'Une agence', kind: 'agency' })
    const chain = [{ sourceId: agency.id, role: 'agency' as const }, ...claim.chain]
    await attributeClaim(desk, { occurrenceId: claim.occurrenceId, version: 1, chain })
    await addStatement(desk, { occurrenceId: claim.occurrenceId, property: 'actor', value: 'eux' })
    if (piece.undo.verb === 'end_evidence_links')
      await endEvidenceLinks(await reviewer(), { evidenceId: piece.id, linkIds: piece.undo.linkIds })
    const seen = async (at: string | null) => {
      const page = await asKnownAt(desk, at, (it) => loadDeskClaim(it, claim.slug))
      const [passage] = page.claim.occurrences
      return {
        words: page.claim.statementFr,
        chain: passage?.chain.map(({ role }) => role),
        statements: passage?.statements.map(({ property }) => property),
        evidence: page.claim.evidence.length,
      }
    }
    expect(await seen(null)).toEqual({
      words: 'Après.',
      chain: ['agency', 'outlet'],
      statements: ['place_spelling', 'actor'],
      evidence: 0,
    })
    expect(await seen(before)).toEqual({
      words: 'Avant.',
      chain: ['outlet'],
      statements: ['place_spelling'],
      evidence: 1,
    })
  })

  test('stands on either side of one change, to the microsecond', async () => {
    const { id, slug } = await aClaim({ statementFr: 'Avant.' })
    const desk = await reviewer()
    await changeClaim(desk, { claimId: id, version: 1, statementFr: 'Après.' })
    const [latest] = await revisionsOf(deskDb(), 'claims', id)
    const wordsAt = async (at: string) => (await asKnownAt(desk, at, (it) => loadDeskClaim(it, slug))).claim.statementFr
    expect(await wordsAt(latest?.at ?? '')).toBe('Après.')
    expect(await wordsAt(latest?.justBefore ?? '')).toBe('Avant.')
  })

  test('does not know what did not exist, and still knows what was discarded since', async () => {
    const desk = await reviewer()
    const before = await momentNow()
    const { id, slug } = await aClaim()
    const between = await momentNow()
    await discardClaim(desk, { claimId: id, version: 1 })
    const at = (moment: string) => asKnownAt(desk, moment, (it) => loadDeskClaim(it, slug))
    await expect(at(before)).rejects.toMatchObject({ code: 'not_found' })
    expect((await at(between)).claim.slug).toBe(slug)
    await expect(at(LATER)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('shows a conflict open before it was settled, without the decision', async () => {
    const { id, slug } = await aConflict()
    await changeConflict(await reviewer(), { conflictId: id, version: 1, status: 'under_review' })
    const before = await momentNow()
    await resolveConflict(await editor(), {
      conflictId: id,
      version: 2,
      outcome: 'both_hold',
      rationaleFr: 'Les deux.',
    })
    const desk = await reviewer()
    const then = await asKnownAt(desk, before, (it) => loadDeskConflict(it, slug))
    expect([then.conflict.status, then.conflict.resolutions.length]).toEqual(['under_review', 0])
    const now = await asKnownAt(desk, LATER, (it) => loadDeskConflict(it, slug))
    expect([now.conflict.status, now.conflict.resolutions.length]).toEqual(['resolved', 1])
  })

  test('shows a claim before its verdict was published', async () => {
    const before = await momentNow()
    const { slug } = await aPublishedClaim()
    const desk = await reviewer()
    await expect(asKnownAt(desk, before, (it) => loadDeskClaim(it, slug))).rejects.toMatchObject({ code: 'not_found' })
    expect((await asKnownAt(desk, LATER, (it) => loadDeskClaim(it, slug))).claim.verdict).not.toBeNull()
  })

  test('knows that a verdict stood on something, and that it then stood on nothing', async () => {
    const { id: conflictId, claims } = await aConflict()
    const desk = await reviewer()
    const [{ id: claimId, slug }] = claims
    const words = { ratingCode: 'disputed' as const, summaryFr: 'Personne ne tranche.' }
    const dependsOn = { conflictIds: [conflictId], evidenceIds: [], sourceIds: [] }
    const { id } = await draftVerdict(desk, { ...words, claimId, dependsOn })
    const before = await momentNow()
    await changeVerdict(desk, { ...words, verdictId: id, version: 1 })
    const stoodOn = async (at: string) =>
      (await asKnownAt(desk, at, (it) => loadDeskClaim(it, slug))).verdict?.dependsOn
    expect(await stoodOn(before)).toEqual([conflictId])
    expect(await stoodOn(LATER)).toEqual([])
  })

  test('offers nothing to write, to an administrator either, and refuses a write', async () => {
    const { id, slug } = await aClaim()
    const admin = await deskOf(await aPerson({ role: 'admin' }))
    const then = await asKnownAt(admin, LATER, (it) => loadDeskClaim(it, slug))
    expect(then.may).toEqual(expect.objectContaining({ addEvidence: false, markConflict: false, addStatement: false }))
    const change = { claimId: id, version: 1, statementFr: 'Écrit dans le passé.' }
    await expect(asKnownAt(admin, LATER, (it) => changeClaim(it, change))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      asKnownAt(admin, LATER, ({ db }) => db.$executeRaw`update public.claims set version = version + 1`),
    ).rejects.toThrow(/read-only transaction/)
  })

  test('does not lift the veil of a blind reading under way', async () => {
    const [author, second] = [await aPerson(), await aPerson()]
    const { id: claimId, slug } = await aClaim()
    const words = { claimId, ratingCode: 'true' as const, summaryFr: 'Secret.' }
    const { id } = await draftVerdict(await deskOf(author), words)
    const asDraft = await momentNow()
    await submitVerdict(await deskOf(author), { verdictId: id, version: 1, isBlind: true })
    const then = await asKnownAt(await deskOf(second), asDraft, (it) => loadDeskClaim(it, slug))
    expect([then.verdict, then.blind?.id]).toEqual([null, id])
    const ofAuthor = await asKnownAt(await deskOf(author), asDraft, (it) => loadDeskClaim(it, slug))
    expect(ofAuthor.verdict?.summaryFr).toBe('Secret.')
  })

  test('does not bring back the name of a source protected since', async () => {
    const source = await aSource({ name: 'Nom en clair', kind: 'person' })
    const before = await momentNow()
    await deskDb().$transaction(async (tx) => {
      await tx.$queryRaw`select set_config('recoupe.actor', 'test', true)`
      await tx.source.update({
        where: { id: source.id },
        data: { name: 'Un habitant', isProtected: true, version: { increment: 1 } },
      })
    })
    const { sources } = await asKnownAt(await reviewer(), before, (it) => loadDeskSources(it))
    expect(sources.find(({ id }) => id === source.id)?.name).toBe('Un habitant')
  })
})
