import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import type { Actor } from '@/lib/domain/permission'
import { annotationCollection } from '@/lib/present/annotations-jsonld'
import { claimsJsonl } from '@/lib/present/claims-jsonl'
import { addDispatch } from '@/lib/services/add-dispatch'
import { changeClaim } from '@/lib/services/change-claim'
import { findSimilarClaims } from '@/lib/services/find-similar-claims'
import { loadAnnotationPage, loadOccurrences } from '@/lib/services/load-public-feeds'
import { pairSomeClaims } from '@/lib/services/pair-claims'
import { streamCsv } from '@/lib/services/stream-csv'
import { aClaim, anEvent, aPerson, aPublishedClaim, aSource, deskOf } from '@/tests/support/factories'
import { compared, written } from '@/tests/support/tables'

const db = deskDb()
async function exported(actor: Actor, profile: 'machine' | 'excel' = 'machine'): Promise<string> {
  const asked = { table: 'claims', lang: 'fr', baseUrl: 'http://localhost', filter: {} as never, profile } as const
  const { head, records } = streamCsv(actor, { ...asked, signal: new AbortController().signal })
  const found = [Buffer.from(head)]
  for await (const part of records) found.push(Buffer.from(part))
  return Buffer.concat(found).toString('utf8')
}
const searchOnDesk = (words: string) =>
  db.$queryRaw<
    unknown[]
  >`select s.claim_id from claim_search s where s.claim_id in (select id from claims where statement_fr = ${words})`
const claim = (id: string) => db.claim.findUniqueOrThrow({ where: { id } })

for (const profile of ['machine', 'excel'] as const)
  test(`an export (${profile}), three cells edited, shows exactly these three and writes them`, async () => {
    const actor = await aPerson()
    const mark = `Le pont ${profile} tient`
    const event = await anEvent({ titleFr: `Le siège ${profile}`, titleEn: `The siege ${profile}` })
    const [first, second] = [
      await aClaim({ statementFr: mark, modality: 'asserted' }),
      await aClaim({ statementFr: `=1+1 ${profile}`, statementEn: null }),
    ]
    const file = await exported(actor, profile)
    const again = await compared(actor, file)
    expect(again.problems).toEqual([])
    expect(again.table).toMatchObject({ added: 0, changed: 0, rejected: 0, state: 'compared' })

    const lines = file.split('\r\n').map((line) => {
      if (line.includes(`${first.ref}${profile === 'excel' ? '"' : ','}`))
        return line.replace(mark, `${mark} bon`).replace('asserted', 'hedged')
      return line.includes(`=1+1 ${profile}`) ? line.replace(/(la-prise[^,;"]*)/, `Le siège ${profile}`) : line
    })
    const edited = await compared(actor, lines.join('\r\n'))
    expect(edited.problems).toEqual([])
    expect(edited.changes.map(({ ref, field, after }) => [ref, field, after])).toEqual(
      expect.arrayContaining([
        [first.ref, 'statement_fr', `${mark} bon`],
        [first.ref, 'modality', 'hedged'],
        [second.ref, 'event', event.slug],
      ]),
    )
    expect(edited.changes).toHaveLength(3)
    expect(await written(actor, edited.id)).toBe('written')
    expect(await claim(first.id)).toMatchObject({ statementFr: `${mark} bon`, version: 2 })
    expect(await claim(second.id)).toMatchObject({ eventId: event.id, statementFr: `=1+1 ${profile}` })
    expect((await compared(actor, await exported(actor, profile))).changes).toEqual([])
  })

test('what a table changed is told once, under the id of its record, and stays as it was written', async () => {
  const actor = await aPerson()
  const { ref } = await aClaim({ statementFr: 'Avant' })
  const { id } = await compared(actor, `claim_id,statement_fr\n${ref},Après\n`)
  await written(actor, id)
  expect(await db.import.findUnique({ where: { id } })).toMatchObject({ changed: 1, changes: null })
  expect(await db.tableChange.findMany({ where: { importId: id } })).toMatchObject([
    { ref, field: 'statement_fr', before: 'Avant', after: 'Après' },
  ])
  await expect(db.tableChange.deleteMany({ where: { importId: id } })).rejects.toThrow(/stays as it was written|42501/)
  await expect(db.tableChange.updateMany({ where: { importId: id }, data: { takesTheirs: false } })).rejects.toThrow(
    'as it was written',
  )
})

test('our own JSON Lines change nothing; a value that was edited in them is the one change', async () => {
  const actor = await aPerson()
  await aPublishedClaim()
  const { items } = await loadOccurrences(null)
  const lines = claimsJsonl(items, 'http://localhost')
  const { table, problems } = await compared(actor, lines)
  expect({ ...table, problems }).toMatchObject({
    added: 0,
    changed: 0,
    rejected: 0,
    unchanged: items.length,
    problems: [],
  })

  const [first] = items
  const edited = lines.replace(JSON.stringify(first?.claim.statementFr), JSON.stringify('Dit autrement'))
  const { table: after, changes } = await compared(actor, edited)
  expect(after).toMatchObject({ changed: 1, added: 0, rejected: 0 })
  expect(changes.map(({ field, after }) => [field, after])).toEqual([['statement_fr', 'Dit autrement']])
})

test('our own annotations change nothing; another’s becomes a claim with its passage, once', async () => {
  const actor = await aPerson()
  await aPublishedClaim()
  const page = await loadAnnotationPage(1)
  if (!page) throw new Error('there is a first page')
  const own = await compared(actor, annotationCollection(page, 'http://localhost'))
  expect(own.table).toMatchObject({ added: 0, changed: 0, rejected: 0, unchanged: page.items.length })

  const publisher = await aSource({ kind: 'outlet' })
  const { slug } = await addDispatch(await deskOf(actor), {
    title: 'Léré',
    text: 'Le maire de Léré dit que le marché a rouvert.',
    publisherId: publisher.id,
  })
  const theirs = (quote: string) =>
    JSON.stringify({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://notes.example.org/1',
      type: 'Annotation',
      body: { type: 'TextualBody', value: 'Le marché de Léré a rouvert', language: 'fr' },
      target: {
        source: `https://recoupe.example.org/fr/dispatches/${slug}`,
        selector: { type: 'TextQuoteSelector', exact: quote, prefix: '', suffix: '' },
      },
    })
  const first = await compared(actor, theirs('le marché a rouvert'))
  expect(first.table).toMatchObject({ added: 1, rejected: 0 })
  await written(actor, first.id)
  const made = await db.claim.findFirstOrThrow({
    where: { statementFr: 'Le marché de Léré a rouvert' },
    select: { occurrences: { select: { anchor: { select: { exact: true } } } } },
  })
  expect(made.occurrences).toEqual([{ anchor: { exact: 'le marché a rouvert' } }])
  expect((await compared(actor, theirs('le marché a rouvert'))).table).toMatchObject({
    added: 0,
    changed: 0,
    unchanged: 1,
  })
  expect((await compared(actor, theirs('le marché est clos').replace('/1"', '/2"'))).problems).toMatchObject([
    { row: 1, code: 'quote_not_in_text' },
  ])
})

test('a line that is no JSON is refused with its number, and nothing else is', async () => {
  const lines = '{"statement_fr":"Le bac de Diré est à quai"}\nDiré\n{"statement_fr":"Le bac de Tonka est à quai"}\n'
  const { table, problems } = await compared(await aPerson(), lines)
  expect(table).toMatchObject({ added: 2, rejected: 1 })
  expect(problems).toMatchObject([{ row: 2, code: 'not_json' }])
})

test('rows without a key of ours are added once, and the same file again adds nothing', async () => {
  const actor = await aPerson()
  const file = 'statement_fr;statement_en\nUn puits est sec;A well is dry\nUne route est coupée;\n'
  const first = await compared(actor, file)
  expect(first.table).toMatchObject({ read: 2, added: 2, rejected: 0 })
  await written(actor, first.id)
  const [made] = await db.claim.findMany({ where: { statementFr: 'Un puits est sec' } })
  expect(made).toMatchObject({ statementEn: 'A well is dry', slug: 'un-puits-est-sec', createdById: actor.id })
  expect((await compared(actor, file)).table).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
})

test('what was imported is found by the search at once, and by “has this been checked?” after the next round', async () => {
  const actor = await aPerson()
  const words = 'Les hippopotames du Niger remontent vers Mopti'
  const { id } = await compared(actor, `statement_fr\n${words}\n`)
  await written(actor, id)
  expect((await searchOnDesk(words)).length).toBe(1)
  const alike = async () => (await findSimilarClaims(await deskOf(actor), { text: words })).claims
  expect(await alike()).toEqual([])
  while ((await pairSomeClaims(db, randomUUID)) > 0);
  expect(await alike()).toHaveLength(1)
})

test('an empty cell erases nothing', async () => {
  const actor = await aPerson()
  const { ref, id } = await aClaim({ statementFr: 'Resté', statementEn: 'Kept' })
  const { table } = await compared(actor, `claim_id,statement_fr,statement_en\n${ref},Resté,\n`)
  expect(table).toMatchObject({ changed: 0, unchanged: 1 })
  expect(await claim(id)).toMatchObject({ statementEn: 'Kept' })
})

test('a claim twice in the file is changed once; two answers to one question are refused with both rows', async () => {
  const actor = await aPerson()
  const { ref } = await aClaim({ statementFr: 'Une fois' })
  const alike = await compared(actor, `claim_id,statement_fr\n${ref},Deux fois\n${ref},Deux fois\n`)
  expect(alike.changes).toHaveLength(1)
  const unlike = await compared(actor, `claim_id,statement_fr\n${ref},Deux fois\n${ref},Trois fois\n`)
  expect(unlike.problems).toMatchObject([{ row: 3, column: 'statement_fr', code: 'said_twice', told: { first: 2 } }])
  expect(unlike.table).toMatchObject({ changed: 1, rejected: 1 })
  const refused = await compared(
    actor,
    `claim_id,statement_fr,event\n${ref},Deux fois,un-siege-inconnu\n${ref},Trois fois,\n`,
  )
  expect(refused.problems.map(({ row, code }) => [row, code])).toEqual([[2, 'unknown_event']])
  expect(refused.changes).toMatchObject([{ row: 3, after: 'Trois fois' }])
})

test('what only the archive changed since the export is no change; what both changed is a conflict, and ours stays', async () => {
  const actor = await aPerson()
  const [left, both] = [await aClaim({ statementFr: 'Gauche' }), await aClaim({ statementFr: 'Milieu' })]
  const right = await aClaim({ statementFr: 'Droite' })
  const rows = await db.$queryRaw<{ at: Date }[]>`select clock_timestamp() as at`
  const baseAt = rows[0]?.at.toISOString() ?? ''
  for (const { id, statementFr } of [
    { id: left.id, statementFr: 'Gauche, chez nous' },
    { id: both.id, statementFr: 'Milieu, chez nous' },
  ])
    await changeClaim(await deskOf(actor), { claimId: id, version: 1, statementFr })
  const file = `claim_id,statement_fr\n${left.ref},Gauche\n${both.ref},"Milieu, chez eux"\n${right.ref},"Droite, chez eux"\n`
  const { id, table, changes } = await compared(actor, file, { baseAt })
  expect(table).toMatchObject({ changed: 1, conflicts: 1, unchanged: 2 })
  expect(changes).toMatchObject([
    { ref: both.ref, base: 'Milieu', before: 'Milieu, chez nous', after: 'Milieu, chez eux', isConflict: true },
    { ref: right.ref, base: 'Droite', before: 'Droite', after: 'Droite, chez eux', isConflict: false },
  ])
  await written(actor, id)
  expect(await claim(left.id)).toMatchObject({ statementFr: 'Gauche, chez nous' })
  expect(await claim(both.id)).toMatchObject({ statementFr: 'Milieu, chez nous' })
  expect(await claim(right.id)).toMatchObject({ statementFr: 'Droite, chez eux' })

  const second = await compared(actor, file, { baseAt })
  await written(actor, second.id, { theirs: [{ row: 3, field: 'statement_fr' }] })
  expect(await claim(both.id)).toMatchObject({ statementFr: 'Milieu, chez eux' })
  // Without a base nobody can know who moved on: every cell that differs is theirs.
  expect((await compared(actor, file)).table).toMatchObject({ changed: 1, conflicts: 0 })
})

test('derived and quoted cells that were edited are refused, each with where it is changed', async () => {
  const actor = await aPerson()
  const { ref } = await aClaim({ statementFr: 'À citer' })
  const file = await exported(actor)
  const edited = file
    .split('\r\n')
    .map((line) =>
      line.startsWith(`${ref},`)
        ? line.replace('ont pris Konna', 'ont repris Konna').replace('Le Journal', 'La Gazette')
        : line,
    )
    .join('\r\n')
  const { problems, table } = await compared(actor, edited)
  expect(problems.map(({ code, field }) => [code, field])).toEqual(
    expect.arrayContaining([
      ['not_changed_here', 'quote'],
      ['not_changed_here', 'source'],
    ]),
  )
  expect(table).toMatchObject({ rejected: 1, changed: 0 })
})

test('a new row with a passage quotes the text letter for letter, or is refused with what the text has', async () => {
  const actor = await aPerson()
  const outlet = await aSource()
  const text = 'Le maire a dit que l’eau « revient » lundi.'
  const { id: dispatchId } = await addDispatch(await deskOf(actor), { title: 'L’eau', text, publisherId: outlet.id })
  const { slug } = await db.dispatch.findUniqueOrThrow({ where: { id: dispatchId } })
  const file = (quote: string) =>
    `statement_fr;kind;quote_scope;dispatch_slug;quote\nL’eau revient à Gao;indirect;partial;${slug};${quote}\n`
  const near = await compared(actor, file("que l'eau"))
  expect(near.problems).toMatchObject([{ row: 2, code: 'quote_not_in_text', told: { nearest: 'que l’eau' } }])
  const { id, table } = await compared(actor, file('que l’eau'))
  expect(table).toMatchObject({ added: 1, rejected: 0 })
  await written(actor, id)
  const made = await db.claim.findFirstOrThrow({
    where: { statementFr: 'L’eau revient à Gao' },
    include: { occurrences: { include: { anchor: true, hops: true } } },
  })
  expect(made.occurrences).toMatchObject([
    {
      kind: 'indirect',
      quoteScopes: ['partial'],
      anchor: { exact: 'que l’eau', start: 15 },
      hops: [{ sourceId: outlet.id, role: 'outlet' }],
    },
  ])
  expect((await compared(actor, file('que l’eau'))).table).toMatchObject({ added: 0, unchanged: 1 })
})

test('the key of a sender means one claim: a later file of theirs changes it, another sender adds their own', async () => {
  const actor = await aPerson()
  const file = (words: string) => `key,statement_en\nA-1,${words}\n`
  await written(actor, (await compared(actor, file('The dam holds'), { sender: 'Agence A' })).id)
  const later = await compared(actor, file('The dam held'), { sender: 'Agence A' })
  expect(later.table).toMatchObject({ added: 0, changed: 1 })
  expect((await compared(actor, file('The dam holds'), { sender: 'Agence B' })).table).toMatchObject({ added: 1 })
})
