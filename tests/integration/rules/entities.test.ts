import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { asRole, refusalOf } from '@/tests/support/as-role'

/** A place with this Wikidata item, written straight into PostgreSQL. */
const place = async (wikidata: string | null) => {
  const id = randomUUID()
  return asRole('app_rw', 'a test', async (ask) => {
    const { rows } = await ask(
      `INSERT INTO entities (id, slug, kind, label_fr, label_en, wikidata_id) VALUES ($1, $2, 'place', 'Konna', 'Konna', $3) RETURNING wikidata_id`,
      [id, `place-${id}`, wikidata],
    )
    return rows[0]
  })
}

test.each(['Q42', 'Q1', null])('the Wikidata item %s may stand: unknown is null', async (id) => {
  expect(await place(id)).toEqual({ wikidata_id: id })
})

test.each(['', 'Q', 'Q0', 'q42', '42', 'Q42 ', 'https://www.wikidata.org/wiki/Q42'])(
  '“%s” is no Wikidata item and is refused',
  async (id) => {
    expect(await refusalOf(place(id))).toMatchObject({ code: '23514', constraint: 'entities_wikidata_is_an_item' })
  },
)
