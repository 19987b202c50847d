import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { deskDb, publicDb } from '@/lib/data/db'
import { search } from '@/lib/data/search'
import { readSearch } from '@/lib/domain/search-query'
import { loadPublicSearch } from '@/lib/services/load-public'
import { asRole } from '@/tests/support/as-role'
import { aClaim, anEvent, aPublishedClaim, aSource } from '@/tests/support/factories'
import { strangeQuestions } from '@/tests/support/strange-questions'
import '@/tests/support/with-sample'

const publicly = (q: string) => search(publicDb(), q)
const onDesk = (q: string) => search(deskDb(), q, { eyes: 'desk' })
const refs = ({ claims }: { claims: readonly { claim: { ref: string } }[] }) => claims.map(({ claim }) => claim.ref)
const change = (sql: string, ...values: string[]) => asRole('superuser', 'x', (it) => it(sql, values))

/** A place with one name. */
async function aPlace(form: string): Promise<string> {
  const id = randomUUID()
  await asRole('superuser', 'x', async (it) => {
    await it(
      `insert into entities (id, slug, kind, label_fr, label_en, public_at) values ($1, $2, 'place', $3, $3, now())`,
      [id, `lieu-${id}`, form],
    )
    await it(`insert into names (id, entity_id, form) values ($1, $2, $3)`, [randomUUID(), id, form])
  })
  return id
}

/** Everything a claim says, without accents. */
const wordsOf = async (id: string) => {
  const claim = await deskDb().claim.findUniqueOrThrow({
    where: { id },
    select: {
      ref: true,
      statementFr: true,
      statementEn: true,
      occurrences: { select: { anchor: { select: { exact: true } } } },
    },
  })
  return [claim.statementFr, claim.statementEn, ...claim.occurrences.map(({ anchor }) => anchor.exact)].join(' ')
}

/** What the tables hold against what they would hold if everything were read again now. */
const stale = () =>
  asRole('superuser', null, async (it) => {
    const { rows } = await it(
      `(select 'desk' as eyes, claim_id, words, fr, en, facets, time_from, time_to from claim_search except select 'desk', * from search_rows(null, false))
       union all (select 'desk', * from search_rows(null, false) except select 'desk', * from claim_search)
       union all (select 'stranger', * from public_claim_search except select 'stranger', * from search_rows(null, true))
       union all (select 'stranger', * from search_rows(null, true) except select 'stranger', * from public_claim_search)`,
      [],
    )
    return rows
  })

describe('the index', () => {
  test('holds what the sample says, and nothing else', async () => expect(await stale()).toEqual([]))
})

describe('spellings', () => {
  test.each(['Kona', 'Konna', 'kona', 'KONNA'])(
    '%s finds the town in both spellings, the other one as a variant',
    async (q) => {
      const { claims, variants } = await publicly(q)
      const by = new Set(claims.map(({ foundBy }) => foundBy))
      expect([by.has('words'), by.has('form'), by.has('likeness')]).toEqual([true, true, false])
      expect(variants.map((it) => it.toLowerCase())).toContain(q.toLowerCase() === 'kona' ? 'konna' : 'kona')
      for (const { claim, foundBy } of claims) {
        const text = await wordsOf(claim.id)
        const own = new RegExp(`\\b${q}\\b`, 'i')
        expect(own.test(text), `${claim.ref} ${foundBy}`).toBe(foundBy === 'words')
      }
    },
  )

  test.each(['SEVARE', 'sévaré', 'Sévaré'])('%s is Sévaré in both languages', async (q) => {
    const { claims } = await publicly(q)
    expect(claims.map(({ claim }) => claim.ref)).toContain('C26')
  })

  test('Timbuktu finds Tombouctou and Tombouctou Timbuktu, linked or not, and says so', async () => {
    const fr = await aPublishedClaim({
      statementFr: 'Des manuscrits ont brûlé à Tombouctou.',
      statementEn: 'Some writings burnt there.',
    })
    const en = await aPublishedClaim({
      statementFr: 'Des textes ont brûlé.',
      statementEn: 'Writings were burnt in Timbuktu.',
    })
    await aPlace('Tombouctou')
    await aPlace('Timbuktu')
    for (const [q, own, other] of [
      ['Tombouctou', fr, en],
      ['Timbuktu', en, fr],
    ] as const) {
      const { claims, variants } = await publicly(q)
      const by = (slug: string) => claims.find(({ claim }) => claim.slug === slug)?.foundBy
      expect([by(own.slug), by(other.slug)], q).toEqual(['words', 'likeness'])
      expect(variants).toContain(q === 'Timbuktu' ? 'Tombouctou' : 'Timbuktu')
    }
  })

  test('exact words stand before stems, and stems before other spellings', async () => {
    const { claims } = await publicly('Kona')
    const order = claims.map(({ foundBy }) => ['words', 'stem', 'form', 'likeness'].indexOf(foundBy))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    await aPublishedClaim({ statementFr: 'Les ambassadeurs zigzaguaient.' })
    const exact = await aPublishedClaim({
      statementFr: 'Un ambassadeur zigzaguait au loin dans une très longue phrase sans intérêt.',
    })
    const found = (await publicly('ambassadeur')).claims
    expect(found[0]?.claim.slug).toBe(exact.slug)
    expect(found.map(({ foundBy }) => foundBy)).toContain('stem')
  })
})

describe('who sees what', () => {
  test('a draft is found on the desk only, and by strangers once it is published', async () => {
    const draft = await aClaim({ statementFr: 'Le xylophone municipal a disparu.' })
    expect((await publicly('xylophone')).claims).toEqual([])
    expect((await onDesk('xylophone')).claims.map(({ claim }) => claim.slug)).toEqual([draft.slug])
    await change('update claims set public_at = now(), version = version + 1 where id = $1', draft.id)
    expect((await publicly('xylophone')).claims.map(({ claim }) => claim.slug)).toEqual([draft.slug])
    await change('update claims set discarded_at = now(), version = version + 1 where id = $1', draft.id)
    expect((await publicly('xylophone')).total + (await onDesk('xylophone')).total).toBe(0)
  })

  test('a source is found by its name and its filter until it is protected; then neither index holds it', async () => {
    const source = await aSource({ name: 'Zébulon Quetzal', kind: 'person' })
    const claim = await aPublishedClaim({ chain: [{ sourceId: source.id, role: 'speaker' }] })
    const found = async (q: string) => (await publicly(q)).claims.map((it) => it.claim.slug)
    for (const q of ['quetzal', `source:${source.slug}`, 'source:"zebulon quetzal"'])
      expect(await found(q), q).toEqual([claim.slug])
    await change('update sources set is_protected = true, version = version + 1 where id = $1', source.id)
    for (const q of ['quetzal', `source:${source.slug}`, 'source:"zebulon quetzal"']) {
      expect(await found(q), q).toEqual([])
      expect((await onDesk(q)).total, q).toBe(0)
    }
    const held = await asRole('superuser', null, (it) =>
      it(
        `select 1 from (select words::text || facets::text as it from claim_search union all select words::text || facets::text from public_claim_search) all_words
          where it ~* 'quetzal|zebulon' or it like '%' || $1 || '%'`,
        [source.slug],
      ),
    )
    expect(held.rows).toEqual([])
  })

  test('sources and events are found by a part of their name, without accents, by strangers once they are public', async () => {
    const source = await aSource({ name: 'La Gazette d’Égypte', kind: 'outlet' })
    const event = await anEvent({
      titleFr: 'Le pont de Gazettier s’effondre',
      titleEn: 'The bridge falls at Gazettier',
    })
    const slugs = ({ sources, events }: Awaited<ReturnType<typeof publicly>>) => [
      ...sources.map(({ slug }) => slug),
      ...events.map(({ slug }) => slug),
    ]
    expect(slugs(await onDesk('gazett'))).toEqual([source.slug, event.slug])
    expect(slugs(await onDesk('d’egypte'))).toEqual([source.slug])
    expect(slugs(await publicly('gazett'))).toEqual([])
    await change('update sources set public_at = now(), version = version + 1 where id = $1', source.id)
    await change('update events set public_at = now(), version = version + 1 where id = $1', event.id)
    expect(slugs(await publicly('gazett'))).toEqual([source.slug, event.slug])
    const then = new Date().toISOString()
    await change(
      `update events set title_fr = 'Le pont cède', title_en = 'It gives way', version = version + 1 where id = $1`,
      event.id,
    )
    expect(slugs(await publicly('gazettier'))).toEqual([])
    expect(slugs(await loadPublicSearch('gazettier', then))).toEqual([event.slug])
    const mistake = await aSource({ name: 'Gazetterie', kind: 'outlet' })
    await change('update sources set discarded_at = now(), version = version + 1 where id = $1', mistake.id)
    expect(slugs(await onDesk('gazetterie'))).toEqual([])
    // A sign of LIKE is a letter of the question, and a question without a letter is in no name.
    for (const q of ['gaz%', '%', '_', '"']) expect(slugs(await onDesk(q)), q).toEqual([])
  })

  test('a stranger reads no table of the desk’s search, and runs none of what fills it', async () => {
    for (const sql of [
      'select 1 from claim_search',
      'select 1 from search_due',
      'select search_rows(null, false)',
      `select index_search('{}')`,
      'select tidy_search()',
    ])
      await expect(
        asRole('app_public', null, (it) => it(sql)),
        sql,
      ).rejects.toThrow(/permission denied/)
    await expect(asRole('app_public', null, (it) => it('delete from public_claim_search'))).rejects.toThrow(
      /permission denied/,
    )
    await expect(asRole('app_rw', null, (it) => it('delete from claim_search'))).rejects.toThrow(/permission denied/)
  })

  test('the index of strangers is used under their policy', async () => {
    const plan = await asRole('app_public', null, async (it) => {
      await it('set local enable_seqscan = off')
      return (
        await it(
          `explain select claim_id from public_claim_search s where s.words @@ 'kona'::tsquery or s.fr @@ 'kon'::tsquery`,
        )
      ).rows
    })
    expect(JSON.stringify(plan)).toContain('public_claim_search_words_fr_en_idx')
  })
})

describe('filters and their counts', () => {
  test('a filter keeps what its count said, and can be left out', async () => {
    const all = await publicly('Konna')
    for (const key of ['source', 'place', 'event', 'verdict', 'year'] as const) {
      expect(all.facets[key].length, key).toBeGreaterThan(0)
      for (const { value, n } of all.facets[key].slice(0, 3)) {
        expect((await publicly(`Konna ${key}:${value}`)).total, `${key}:${value}`).toBe(n)
        expect((await publicly(`Konna -${key}:${value}`)).total, `-${key}:${value}`).toBe(all.total - n)
      }
    }
  })

  test('may be given by name, in either language and spelling', async () => {
    const n = async (q: string) => (await publicly(q)).total
    expect(await n('source:"abdou dardar"')).toBe(await n('source:abdou-dardar'))
    expect(await n('verdict:contesté')).toBe(await n('verdict:disputed'))
    expect(await n('verdict:disputed')).toBeGreaterThan(0)
    expect(await n('lieu:Kona')).toBe(await n('place:konna'))
    expect(await n('lieu:Kona')).toBeGreaterThan(0)
    const event = await deskDb().event.findFirstOrThrow({ where: { slug: 'prise-de-kona-konna' } })
    expect(await n(`event:${event.ref}`)).toBe(await n('event:prise-de-kona-konna'))
    expect(await n(`event:"${event.titleEn}"`)).toBe(await n('event:prise-de-kona-konna'))
  })

  test('time narrows by the days a claim speaks of', async () => {
    const n = async (q: string) => (await publicly(q)).total
    expect(await n('before:2013-02 after:2012')).toBeGreaterThan(0)
    expect(await n('before:1900')).toBe(0)
    expect(await n('year:2013')).toBeGreaterThan(0)
  })

  test('one that names nothing is said, and finds nothing', async () => {
    const { total, unknown } = await publicly('Kona source:"personne du tout"')
    expect([total, unknown]).toEqual([0, [{ key: 'source', value: 'personne du tout' }]])
  })
})

describe('pages', () => {
  test('meet every result once, forwards and back, in the order of the whole', async () => {
    for (let i = 0; i < 60; i++)
      await asRole('superuser', 'x', (it) =>
        it(
          `insert into claims (id, ref, slug, statement_fr, public_at, created_by_id) select $1, $2, lower($2), $3, now(), id from users limit 1`,
          [randomUUID(), `PG${i}`, `Un pangolin ${'vu '.repeat(i % 7)}passe numéro ${i}.`],
        ),
      )
    const query = readSearch('pangolin')
    const first = await loadPublicSearch(query)
    if (!first.next) throw new Error('sixty results are two pages')
    const second = await loadPublicSearch(query, undefined, { after: first.next })
    expect([first.total, first.claims.length, first.previous, second.claims.length, second.next]).toEqual([
      60,
      50,
      null,
      10,
      null,
    ])
    expect(new Set([...refs(first), ...refs(second)]).size).toBe(60)
    if (!second.previous) throw new Error('there is a page before the second')
    const back = await loadPublicSearch(query, undefined, { back: second.previous })
    expect(refs(back)).toEqual(refs(first))
    expect(back.previous).toBeNull()
    expect(back.next).toEqual(first.next)
  })
})

test('whatever is typed gets an answer from PostgreSQL', async () => {
  for (const [i, typed] of [...strangeQuestions(400)].entries())
    await expect(i % 2 === 0 ? publicly(typed) : onDesk(typed), JSON.stringify(typed)).resolves.toBeTruthy()
})

test('after everything that was done here, the index holds what it would if it were read anew', async () => {
  expect(await stale()).toEqual([])
})
