import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { CodePoints } from '@/lib/domain/quote'
import { addClaim } from '@/lib/services/add-claim'
import { addDispatch } from '@/lib/services/add-dispatch'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aClaim, aDispatch, anEvent, aPerson, aSource, deskOf } from '@/tests/support/factories'

const TEXT = 'Oui 😀😀. Les islamistes ont pris Kona, dit-il 😀 jeudi. Fin'
let version: string
beforeAll(async () => {
  version = (await aDispatch({ text: TEXT })).versionId
})

type Anchor = { start: number; end: number; exact: string; prefix?: string; suffix?: string }
const anchor = ({ start, end, exact, prefix = '', suffix = '' }: Anchor) =>
  asRole('app_rw', 'a test', (ask) =>
    ask(
      `INSERT INTO anchors (id, dispatch_version_id, start, "end", exact, prefix, suffix) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [randomUUID(), version, start, end, exact, prefix, suffix],
    ),
  )
const placed = (words: string): Anchor => {
  const text = new CodePoints(TEXT)
  const start = text.placeOf(TEXT.indexOf(words))
  return { start, end: start + Array.from(words).length, exact: words }
}

test('an anchor whose words are the text at its place is kept, before and after characters beyond the BMP', async () => {
  for (const words of ['Oui', '😀', '😀😀', 'ont pris Kona', 'dit-il 😀 jeudi', 'Fin', TEXT])
    await anchor(placed(words))
})

const wrong: Record<string, () => Anchor> = {
  'one letter differs': () => ({ ...placed('ont pris Kona'), exact: 'ont pris Gona' }),
  'only the case differs': () => ({ ...placed('Les islamistes'), exact: 'les islamistes' }),
  'the words stand one place further on': () => {
    const it = placed('pris Kona')
    return { ...it, start: it.start - 1, end: it.end - 1 }
  },
  'the place was counted in UTF-16 units': () => {
    const at = TEXT.indexOf('jeudi')
    return { start: at, end: at + 5, exact: 'jeudi' }
  },
  'the end is beyond the end of the text': () => {
    const it = placed('Fin')
    return { ...it, end: it.end + 1 }
  },
  'it is empty': () => ({ start: 4, end: 4, exact: '' }),
  'it ends before it starts': () => ({ start: 5, end: 3, exact: '' }),
  'it starts before the text': () => ({ start: -1, end: 2, exact: 'Ou' }),
}
test.each(Object.entries(wrong))('an anchor is refused when %s', async (_sentence, it) => {
  const { code, constraint } = await refusalOf(anchor(it()))
  // PostgreSQL itself (22011) will not cut a text from its end to its start.
  expect(['anchors_exact_is_the_text', 'anchors_place_is_ordered', '22011']).toContain(constraint ?? code)
})

test('the words around the quotation are the text around it, too', async () => {
  await anchor({ ...placed('Kona'), prefix: 'ont pris ', suffix: ', dit-il 😀' })
  for (const around of [{ prefix: 'ont perdu ' }, { suffix: ' jeudi' }, { prefix: `x${TEXT.slice(0, 60)}` }])
    expect(await refusalOf(anchor({ ...placed('Kona'), ...around }))).toMatchObject({
      constraint: 'anchors_context_is_the_text',
    })
})

test('a name that claims to be written in the text is what stands there', async () => {
  const refusal = await refusalOf(
    asRole('app_rw', 'a test', async (ask) => {
      const [entity, at] = [randomUUID(), randomUUID()]
      await ask(`INSERT INTO entities (id, slug, kind, label_fr, label_en) VALUES ($1, $2, 'place', 'Kona', 'Kona')`, [
        entity,
        `kona-${entity.slice(0, 8)}`,
      ])
      const { start, end, exact } = placed('Kona')
      await ask(
        `INSERT INTO anchors (id, dispatch_version_id, start, "end", exact, prefix, suffix) VALUES ($1, $2, $3, $4, $5, '', '')`,
        [at, version, start, end, exact],
      )
      await ask(`INSERT INTO names (id, entity_id, form, anchor_id) VALUES ($1, $2, 'Konna', $3)`, [
        randomUUID(),
        entity,
        at,
      ])
    }),
  )
  expect(refusal.constraint).toBe('names_form_is_the_text')
})

test('U+0000 reaches no text: the service says so, and PostgreSQL would refuse it', async () => {
  const desk = await deskOf(await aPerson())
  await expect(addDispatch(desk, { title: 'Une dépêche', text: 'avant\u0000après' })).rejects.toMatchObject({
    fields: [{ field: 'text', reason: 'nul_character' }],
  })
  const refusal = await refusalOf(anchor({ start: 0, end: 3, exact: 'Ou\u0000' }))
  expect(refusal.code).toBe('22021')
})

test('a text kept with a false hash or a false length is refused', async () => {
  const insert = (length: string, hash: string) =>
    asRole('app_rw', 'a test', async (ask) => {
      const dispatch = (await ask(`SELECT dispatch_id FROM dispatch_versions WHERE id = $1`, [version])).rows[0]
        .dispatch_id
      await ask(
        `INSERT INTO dispatch_versions (id, dispatch_id, n, text, sha256, length, language, retrieved_at)
         VALUES ($1, $2, 2, 'é😀', ${hash}, ${length}, 'fr', now())`,
        [randomUUID(), dispatch],
      )
    })
  expect((await refusalOf(insert('2', `sha256('x'::bytea)`))).constraint).toBe('dispatch_versions_hash_is_of_text')
  expect((await refusalOf(insert('3', `sha256(convert_to('é😀', 'UTF8'))`))).constraint).toBe(
    'dispatch_versions_text_is_there',
  )
})

test('the service finds the place of words given without one, and counts it in code points', async () => {
  const [source, event] = [await aSource(), await anEvent()]
  const { occurrenceId } = await addClaim(await deskOf(await aPerson()), {
    dispatchVersionId: version,
    quote: { exact: 'jeudi' },
    statementFr: 'C’était jeudi.',
    kind: 'narration',
    eventId: event.id,
    chain: [{ sourceId: source.id, role: 'outlet' }],
  })
  const { rows } = await asRole('superuser', null, (ask) =>
    ask(`SELECT start, "end", exact FROM anchors JOIN occurrences o ON o.anchor_id = anchors.id WHERE o.id = $1`, [
      occurrenceId,
    ]),
  )
  expect(rows).toEqual([placed('jeudi')])
})

test('a claim on words that are not there leaves nothing behind', async () => {
  const count = async () =>
    (
      await asRole('superuser', null, (ask) =>
        ask(`SELECT (SELECT count(*) FROM anchors), (SELECT count(*) FROM claims) AS c`),
      )
    ).rows
  const before = await count()
  await expect(aClaim({ dispatchVersionId: version, quote: { exact: 'ont pris Gao' } })).rejects.toMatchObject({
    code: 'quote_missing',
  })
  expect(await count()).toEqual(before)
})
