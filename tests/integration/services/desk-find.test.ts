import { expect, test } from 'vitest'
import { Fault } from '@/lib/domain/fault'
import { findOnDesk } from '@/lib/services/find-on-desk'
import { aClaim, aDispatch, anEvent, aPerson, aSource, deskOf } from '@/tests/support/factories'

const ask = async (q: string) => findOnDesk(await deskOf(await aPerson({ role: 'reader' })), { q })

test('a claim is found by its reference, first of all', async () => {
  const claim = await aClaim()
  const [first] = await ask(claim.ref)
  expect(first).toMatchObject({ kind: 'claim', ref: claim.ref, slug: claim.slug })
})

test('a claim is found by the words of its passage, accents and case folded', async () => {
  const { versionId } = await aDispatch({ text: 'Un été à Sévaré.' })
  const claim = await aClaim({ dispatchVersionId: versionId, quote: { exact: 'été à Sévaré' } })
  expect((await ask('SEVARE ete')).map(({ slug }) => slug)).toContain(claim.slug)
  expect((await ask('SEVARE hiver')).map(({ slug }) => slug)).not.toContain(claim.slug)
})

test('dispatches, events and sources are found by name, drafts among them', async () => {
  const dispatch = await aDispatch({ title: 'Crue du Niger à Mopti' })
  const event = await anEvent({ titleFr: 'Crue du fleuve', titleEn: 'Flood of the river' })
  const source = await aSource({ name: 'Crue Infos' })
  const found = await ask('crue')
  expect(found.map(({ kind, slug }) => [kind, slug])).toEqual(
    expect.arrayContaining([
      ['dispatch', dispatch.slug],
      ['event', event.slug],
      ['source', source.slug],
    ]),
  )
})

test('signs of a pattern are letters, and no words find nothing', async () => {
  await aSource({ name: 'Cent pour cent' })
  expect(await ask('100%_')).toEqual([])
  expect(await ask('  ')).toEqual([])
})

test('a stranger finds nothing at all', async () => {
  await expect(findOnDesk(await deskOf(null), { q: 'Kona' })).rejects.toMatchObject({ code: 'not_signed_in' })
  await expect(findOnDesk(await deskOf(null), { q: 'Kona' })).rejects.toBeInstanceOf(Fault)
})
