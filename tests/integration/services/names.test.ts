import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addEntity } from '@/lib/services/add-entity'
import { addName } from '@/lib/services/add-name'
import { linkEntities } from '@/lib/services/link-entities'
import { loadNames } from '@/lib/services/load-names'
import { unlinkEntities } from '@/lib/services/unlink-entities'
import { aClaim, aPerson, aSource, deskOf, TEXT } from '@/tests/support/factories'

/** Two names of one town, each with a form in the same dispatch, under labels nobody else has. */
async function twoNames() {
  const desk = await deskOf(await aPerson())
  const mark = randomUUID()
  const claim = await aClaim({ quote: { exact: 'ont pris Kona' } })
  const writer = await aSource({ name: `Journal ${mark}`, kind: 'outlet' })
  const place = (label: string) =>
    addEntity(desk, { kind: 'place', labelFr: `${label} ${mark}`, labelEn: `${label} ${mark}` })
  const [kona, konna] = [await place('Kona'), await place('Konna')]
  const at = (entityId: string, form: string) =>
    addName(desk, {
      entityId,
      form,
      writerId: writer.id,
      dispatchVersionId: claim.dispatchVersionId,
      start: Array.from(TEXT.slice(0, TEXT.indexOf(form))).length,
    })
  await at(kona.id, 'Kona')
  await at(konna.id, 'Konna')
  const load = (who = desk) => loadNames(who, { text: mark, kind: null })
  return { desk, mark, kona, konna, load }
}

describe('the names', () => {
  test('stand each with its own forms: language, script, writer, and the claim whose passage holds them', async () => {
    const { mark, load } = await twoNames()
    const { entities } = await load()
    expect(entities.map(({ labelFr }) => labelFr)).toEqual([`Kona ${mark}`, `Konna ${mark}`])
    const [first, second] = entities.map(({ forms }) => forms)
    expect(first).toMatchObject([
      {
        form: 'Kona',
        language: 'fr',
        script: 'Latn',
        writer: `Journal ${mark}`,
        times: 1,
        places: [{ exact: 'Kona' }],
      },
    ])
    expect(first?.[0]?.places[0]?.claim).toMatch(/^C\d+$/)
    expect(second).toMatchObject([{ form: 'Konna', places: [{ claim: null }] }])
  })

  test('show a link on both sides, who decided it, and how it ended, and are never merged', async () => {
    const { desk, kona, konna, load } = await twoNames()
    const { id } = await linkEntities(desk, {
      fromId: kona.id,
      toId: konna.id,
      relation: 'broader',
      authority: 'GeoNames 2454857',
      reasonFr: 'Même lieu.',
    })
    const links = (await load()).entities.map((it) => it.links)
    const said = { id, relation: 'broader', authority: 'GeoNames 2454857', decidedBy: 'Awa Traoré', ended: null }
    expect(links).toMatchObject([
      [{ ...said, isFrom: true, other: { slug: konna.slug } }],
      [{ ...said, isFrom: false, other: { slug: kona.slug } }],
    ])
    await unlinkEntities(desk, { linkId: id, reason: 'Deux lieux.' })
    const { entities } = await load()
    expect(entities.map((it) => it.links[0]?.ended?.reason)).toEqual(['Deux lieux.', 'Deux lieux.'])
    expect(entities.map(({ forms }) => forms.map(({ form }) => form))).toEqual([['Kona'], ['Konna']])
  })

  test('are for whoever is signed in to read, and for reviewers to link', async () => {
    const { load } = await twoNames()
    const reader = await load(await deskOf(await aPerson({ role: 'reader' })))
    expect(reader).toMatchObject({ mayLink: false, choices: [] })
    expect(reader.entities).toHaveLength(2)
    await expect(load(await deskOf(null))).rejects.toMatchObject({ code: 'not_signed_in' })
  })
})
