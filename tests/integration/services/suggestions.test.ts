import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { deskDb, publicDb, transactionAs } from '@/lib/data/db'
import { Fault } from '@/lib/domain/fault'
import type { ShownSuggestion } from '@/lib/domain/shown-suggestion'
import { acceptClaimSuggestion } from '@/lib/services/accept-claim-suggestion'
import { acceptNameSuggestion } from '@/lib/services/accept-name-suggestion'
import { dismissSuggestion } from '@/lib/services/dismiss-suggestion'
import { loadDeskReading } from '@/lib/services/load-desk-reading'
import { loadSuggestions } from '@/lib/services/load-suggestions'
import { markConflict } from '@/lib/services/mark-conflict'
import { proposeSuggestions } from '@/lib/services/propose-suggestions'
import { gazetteers } from '@/lib/web/gazetteers'
import { takeBack } from '@/lib/web/take-back'
import { aDispatch, anEvent, aPerson, aSource, deskOf } from '@/tests/support/factories'

const SAMPLE = readFileSync('seeds/mali-2013/dispatch.fr.txt', 'utf8')
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
beforeAll(async () => {
  reviewer = await aPerson()
})

/** A text that nobody has read yet, and what is proposed about it. */
async function aReadText(text = `${SAMPLE}\n${randomUUID()}`) {
  const dispatch = await aDispatch({ text })
  const answer = await propose(dispatch.versionId)
  return { ...dispatch, ...answer }
}
const propose = async (dispatchVersionId: string) =>
  proposeSuggestions(await desk(), { dispatchVersionId }, await gazetteers())
const openOf = async (versionId: string) => (await loadSuggestions(await desk(), versionId)).suggestions
async function first<K extends ShownSuggestion['kind']>(versionId: string, kind: K) {
  const found = (await openOf(versionId)).find((it) => it.kind === kind)
  if (!found) throw new Error(`no ${kind} is proposed`)
  return found as Extract<ShownSuggestion, { kind: K }>
}
const claimsOf = async (slug: string) => (await loadDeskReading(await desk(), slug)).record.occurrences

describe('reading a text', () => {
  test('proposes claims, names and conflicts, and makes none of them', async () => {
    const { versionId, slug, added, open } = await aReadText()
    const suggestions = await openOf(versionId)
    expect(added).toBe(open)
    expect(new Set(suggestions.map(({ kind }) => kind))).toEqual(new Set(['claim', 'name', 'conflict']))
    expect(await claimsOf(slug)).toEqual([])
    for (const { places } of suggestions) for (const it of places) expect(SAMPLE).toContain(it.words)
  })

  test('a second time adds nothing, and a dismissed suggestion does not come back', async () => {
    const { versionId, open } = await aReadText()
    const { id, version } = await first(versionId, 'conflict')
    await dismissSuggestion(await desk(), { suggestionId: id, version, reason: 'Ce n’en est pas un.' })
    expect(await propose(versionId)).toMatchObject({ added: 0, open: open - 1 })
    expect((await openOf(versionId)).map((it) => it.id)).not.toContain(id)
  })

  test('does not propose what is a claim already', async () => {
    const { versionId } = await aReadText()
    const { id, version, claim } = await first(versionId, 'claim')
    await acceptClaimSuggestion(await desk(), { suggestionId: id, version })
    await propose(versionId)
    const again = (await openOf(versionId)).filter((it) => it.kind === 'claim')
    expect(again.map(({ claim: { span } }) => span.start)).not.toContain(claim.span.start)
  })

  test('is for reviewers; nobody else sees what was proposed', async () => {
    const { versionId } = await aReadText()
    const reader = await deskOf(await aPerson({ role: 'reader' }))
    expect((await faultOf(proposeSuggestions(reader, { dispatchVersionId: versionId }, await gazetteers()))).code).toBe(
      'forbidden',
    )
    const stranger = await deskOf(null)
    expect((await faultOf(loadSuggestions(stranger, versionId))).code).toBe('not_signed_in')
    await expect(publicDb().suggestion.count()).rejects.toThrow(/denied/)
  })
})

describe('a suggested claim', () => {
  test('becomes a claim with its passage, its chain and its new source when somebody accepts it', async () => {
    const { versionId, slug } = await aReadText()
    const { id, version, exact, claim } = await first(versionId, 'claim')
    const made = await acceptClaimSuggestion(await desk(), { suggestionId: id, version })
    expect(made.status).toBe('accepted')
    const [occurrence] = await claimsOf(slug)
    expect(occurrence).toMatchObject({ exact, kind: claim.kind, modality: claim.modality, claim: { ref: made.ref } })
    expect(occurrence?.chain.map(({ sourceName, role }) => [sourceName, role])).toEqual(
      claim.chain.map(({ name, role }) => [name, role]),
    )
  })

  test('keeps what was proposed when it is accepted with changes', async () => {
    const { versionId } = await aReadText()
    const { id, version, claim, exact, value } = await first(versionId, 'claim')
    const made = await acceptClaimSuggestion(await desk(), {
      suggestionId: id,
      version,
      claim: {
        quote: { exact, start: claim.span.start },
        statementFr: 'Dit autrement.',
        statementEn: 'Said in another way.',
        kind: claim.kind,
        quoteScopes: claim.quoteScopes,
        modality: 'hedged',
        chain: claim.chain,
      },
    })
    expect(made.status).toBe('edited')
    const row = await deskDb().suggestion.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ status: 'edited', decidedById: reviewer.id, madeKind: 'claim', madeId: made.id, value })
    const rewrite = transactionAs(
      deskDb(),
      reviewer.id,
      (tx) => tx.$executeRaw`update suggestions set value = '{}', version = version + 1 where id = ${id}::uuid`,
    )
    await expect(rewrite).rejects.toThrow(/denied|never rewritten/)
  })

  test('is decided by one of two people who decide at once; the other one sees what was decided', async () => {
    const { versionId, slug } = await aReadText()
    const { id, version } = await first(versionId, 'claim')
    const other = await deskOf(await aPerson())
    const both = await Promise.allSettled([
      acceptClaimSuggestion(await desk(), { suggestionId: id, version }),
      acceptClaimSuggestion(other, { suggestionId: id, version }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await claimsOf(slug)).toHaveLength(1)
    const fault = await faultOf(dismissSuggestion(other, { suggestionId: id, version }))
    expect(fault).toMatchObject({ code: 'stale', collision: { theirs: { status: 'accepted' } } })
  })

  test('is open again, and its claim gone, when whoever accepted it takes that back; nobody else can', async () => {
    const { versionId, slug } = await aReadText()
    const { id, version } = await first(versionId, 'claim')
    const { undo } = await acceptClaimSuggestion(await desk(), { suggestionId: id, version })
    expect((await faultOf(takeBack(await deskOf(await aPerson()), undo, 'undone'))).code).toBe('not_found')
    await takeBack(await desk(), undo, 'undone')
    expect(await claimsOf(slug)).toEqual([])
    expect((await openOf(versionId)).map((it) => it.id)).toContain(id)
  })
})

test('two names are linked as the person decides, each kept where it stands', async () => {
  const { versionId } = await aReadText()
  const names = (await openOf(versionId)).filter((it) => it.kind === 'name')
  const kona = names.find(({ value }) => value.surfaces.some(({ text }) => text === 'Kona'))
  if (!kona) throw new Error('Kona is not proposed')
  const { made, undo } = await acceptNameSuggestion(await desk(), {
    suggestionId: kona.id,
    version: kona.version,
    relation: 'same',
  })
  expect(made.kind).toBe('entity_link')
  const link = await deskDb().entityLink.findUniqueOrThrow({
    where: { id: made.id },
    select: { relation: true, authority: true, from: { select: { names: true } }, to: { select: { names: true } } },
  })
  expect(link).toMatchObject({ relation: 'same', authority: 'GeoNames 2454857' })
  const places = kona.value.surfaces.map(({ spans }) => spans.length)
  expect([link.from.names.length, link.to.names.length]).toEqual(places)
  await takeBack(await desk(), undo, 'undone')
  expect((await deskDb().entityLink.findUniqueOrThrow({ where: { id: made.id } })).endedReason).toBe('undone')
})

test('a conflict that answers a suggestion closes it, and is the only way to accept it', async () => {
  const { versionId } = await aReadText()
  const suggestion = await first(versionId, 'conflict')
  const claims = (await openOf(versionId)).filter((it) => it.kind === 'claim').slice(0, 2)
  const made = []
  for (const { id, version } of claims)
    made.push(await acceptClaimSuggestion(await desk(), { suggestionId: id, version }))
  const conflict = await markConflict(await desk(), {
    eventId: (await anEvent()).id,
    property: 'place_spelling',
    type: suggestion.value.type,
    class: suggestion.value.class,
    titleFr: 'Deux versions',
    titleEn: 'Two versions',
    positions: made.map(({ occurrenceId }, i) => ({
      value: `version ${i}`,
      newStatements: [{ occurrenceId, value: `version ${i}`, words: null }],
    })),
    suggestion: { id: suggestion.id, version: suggestion.version },
  })
  const row = await deskDb().suggestion.findUniqueOrThrow({ where: { id: suggestion.id } })
  expect(row).toMatchObject({ status: 'accepted', madeKind: 'conflict', madeId: conflict.id })
  expect(conflict.undo).toMatchObject({ verb: 'take_back_suggestion' })
})

test('what was decided is counted by rule, and counted back when it is taken back', async () => {
  const { versionId } = await aReadText()
  const { id, version, rule } = await first(versionId, 'conflict')
  const count = async () =>
    (await publicDb().ruleCount.findUnique({ where: { kind_rule: { kind: 'conflict', rule } } }))?.dismissed ?? 0
  const before = await count()
  const { undo } = await dismissSuggestion(await desk(), { suggestionId: id, version })
  expect(await count()).toBe(before + 1)
  await takeBack(await desk(), undo, 'undone')
  expect(await count()).toBe(before)
})

describe('a provider beside the rules', () => {
  const saying = (words: string) => ({
    id: 'model:loopback',
    heard: [] as string[],
    async propose(text: string) {
      this.heard.push(text)
      return [{ content: words, source: null, cue: null, direct: false }]
    },
  })

  test('adds what the rules did not find, and only words of the text', async () => {
    const { versionId } = await aDispatch({
      text: `La localité est tenue par l’armée depuis neuf mois.\n${randomUUID()}`,
    })
    const proposer = saying('est tenue par l’armée depuis neuf mois')
    const places = await gazetteers()
    expect(
      await proposeSuggestions(await desk(), { dispatchVersionId: versionId }, { ...places, proposer }),
    ).toMatchObject({
      model: 'heard',
      added: 1,
    })
  })

  test('is never sent a text in which a protected source is named', async () => {
    const { id } = await aSource({ name: 'Abou Moussa Traoré', kind: 'person' })
    await transactionAs(deskDb(), reviewer.id, (tx) =>
      tx.source.update({ where: { id }, data: { isProtected: true, version: { increment: 1 } } }),
    )
    const { versionId } = await aDispatch({ text: `« Je n’ai rien vu », dit Abou Moussa TRAORE.\n${randomUUID()}` })
    const proposer = saying('Je n’ai rien vu')
    const places = await gazetteers()
    expect(
      await proposeSuggestions(await desk(), { dispatchVersionId: versionId }, { ...places, proposer }),
    ).toMatchObject({
      model: 'withheld',
    })
    expect(proposer.heard).toEqual([])
  })

  test('that fails takes nothing away from the rules', async () => {
    const { versionId } = await aDispatch({
      text: `Selon le Figaro, des forces ont pris position à Sévaré.\n${randomUUID()}`,
    })
    const places = await gazetteers()
    const proposer = { id: 'model:broken', propose: () => Promise.reject(new Error('no')) }
    const answer = await proposeSuggestions(await desk(), { dispatchVersionId: versionId }, { ...places, proposer })
    expect(answer.model).toBe('failed')
    expect(answer.added).toBeGreaterThan(0)
  })
})
