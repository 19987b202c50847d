import { expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { changeClaim } from '@/lib/services/change-claim'
import { discardClaim } from '@/lib/services/discard-claim'
import { findSimilarClaims } from '@/lib/services/find-similar-claims'
import { aClaim, aDispatch, aPerson, aPublishedClaim, deskOf } from '@/tests/support/factories'

const like = async (text: string, except?: string) =>
  (
    await findSimilarClaims(await deskOf(await aPerson({ role: 'reader' })), { text, ...(except ? { except } : {}) })
  ).claims.map(({ slug }) => slug)

test('a claim is found by a text that says it in other words, before claims that share one word', async () => {
  const bridge = await aClaim({ statementFr: 'Le pont de Markala a été détruit par une crue en 2009.' })
  await aClaim({ statementFr: 'Le pont de Ségou sera inauguré au printemps.' })
  await aClaim({ statementFr: 'La récolte de mil a doublé dans la région de Kayes.' })
  expect((await like('Une crue détruisit le pont à Markala'))[0]).toBe(bridge.slug)
})

test('accents are not taken away before stemming, and names are found however they are written', async () => {
  const claim = await aClaim({ statementFr: 'L’information a été confirmée à Sévaré par la gendarmerie.' })
  expect(await like('confirmer une information à Sevare')).toContain(claim.slug)
})

test('an English text finds the English statement of a claim', async () => {
  const claim = await aClaim({ statementEn: 'The governor of Timbuktu resigned over unpaid wages.' })
  expect((await like('Did the governor of Timbuktu resign because wages were unpaid?'))[0]).toBe(claim.slug)
})

test('the words of the passage count as the claim’s words', async () => {
  const { versionId } = await aDispatch({ text: 'Quarante chameaux ont traversé Bourem mardi.' })
  const claim = await aClaim({
    dispatchVersionId: versionId,
    quote: { exact: 'Quarante chameaux ont traversé Bourem' },
    statementFr: 'Une caravane est passée.',
  })
  expect((await like('des chameaux à Bourem, quarante'))[0]).toBe(claim.slug)
})

test('a claim whose words change is found by its new words only, and the totals follow', async () => {
  const claim = await aClaim({ statementFr: 'Le puits de Tessalit est empoisonné.' })
  const desk = await deskOf(await aPerson())
  await changeClaim(desk, { claimId: claim.id, version: 1, statementFr: 'Le barrage de Manantali est fissuré.' })
  expect(await like('le puits de Tessalit empoisonné')).not.toContain(claim.slug)
  expect((await like('barrage fissuré à Manantali'))[0]).toBe(claim.slug)
  const [sums] = await deskDb().$queryRaw<{ kept: bigint; counted: bigint }[]>`
    select (select sum(words) from claim_term_totals)::bigint as kept, (select sum(tf) from claim_terms)::bigint as counted`
  expect(sums?.kept).toBe(sums?.counted)
})

test('a discarded claim is no longer found', async () => {
  const claim = await aClaim({ statementFr: 'Une météorite est tombée sur Douentza.' })
  const desk = await deskOf(await aPerson({ role: 'editor' }))
  await discardClaim(desk, { claimId: claim.id, version: 1 })
  expect(await like('météorite tombée sur Douentza')).toEqual([])
})

test('a claim is not said to be like itself, and its verdict comes with it', async () => {
  const claim = await aPublishedClaim({ statementFr: 'Des girafes broutent sur la piste de Nioro.' })
  const text = 'Des girafes broutent sur la piste de Nioro'
  expect(await like(text, claim.slug)).not.toContain(claim.slug)
  const [found] = (await findSimilarClaims(await deskOf(await aPerson({ role: 'reader' })), { text })).claims
  expect(found).toMatchObject({ ref: claim.ref, rating: 'disputed', isPublic: true })
})

test('a few letters are no question, and a stranger is told nothing', async () => {
  expect(await like('le pont')).toEqual([])
  await expect(findSimilarClaims(await deskOf(null), { text: 'le pont de Markala' })).rejects.toMatchObject({
    code: 'not_signed_in',
  })
})
