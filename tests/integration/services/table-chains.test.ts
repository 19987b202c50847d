import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { deskDb, transactionAs } from '@/lib/data/db'
import type { Actor } from '@/lib/domain/permission'
import { addDispatch } from '@/lib/services/add-dispatch'
import { discardClaim } from '@/lib/services/discard-claim'
import { loadTable } from '@/lib/services/load-table'
import { undoTable } from '@/lib/services/undo-table'
import { aPerson, aSource, deskOf } from '@/tests/support/factories'
import { compared, quiet, written } from '@/tests/support/tables'

const db = deskDb()
const TEXT = 'Le maire a dit que l’eau revient. La garde a vu deux barques. Le pont est ouvert.'
const [WATER, BOATS, BRIDGE] = ['l’eau revient', 'deux barques', 'Le pont est ouvert']
/** A mark for the names of one test, so that no other test knows them. */
const mark = () => randomUUID().slice(0, 8)
/** A dispatch of a publisher of its own. */
async function aText(name = 'La Gazette'): Promise<{ slug: string; publisher: string }> {
  const publisher = await aSource({ name: `${name} ${mark()}`, kind: 'outlet' })
  const text = `${TEXT}\n${randomUUID()}`
  const { slug } = await addDispatch(await deskOf(await aPerson()), { title: 'L’eau', text, publisherId: publisher.id })
  return { slug, publisher: (await db.source.findUniqueOrThrow({ where: { id: publisher.id } })).name }
}
type Row = { says?: string; quote?: string; chain: string; key?: string }
const table = (slug: string, rows: readonly Row[]) =>
  `key\tstatement_fr\tkind\tdispatch_slug\tquote\tqui l’a dit\n${rows
    .map(({ says, quote = WATER, chain, key = '' }) =>
      [key, says ?? `${quote} ${mark()}`, 'indirect', slug, quote, chain].join('\t'),
    )
    .join('\n')}\n`
/** The chains of what an import made, as claims.csv writes them, in the order of the file. */
async function chainsOf(importId: string): Promise<string[]> {
  const rows = await db.tableRow.findMany({ where: { importId, isRefused: false }, orderBy: { row: 'asc' } })
  const hops = await db.hop.findMany({
    where: { occurrenceId: { in: rows.flatMap(({ occurrenceId }) => occurrenceId ?? []) } },
    orderBy: { position: 'asc' },
    select: { occurrenceId: true, role: true, scope: true, source: { select: { name: true } } },
  })
  return rows.map(({ occurrenceId }) =>
    hops
      .filter((it) => it.occurrenceId === occurrenceId)
      .map(({ role, scope, source }) => `${source.name} (${role}${scope === 'ambiguous' ? ', ambiguous' : ''})`)
      .join(' > '),
  )
}
const protect = (id: string) =>
  transactionAs(db, randomUUID(), (tx) =>
    tx.source.update({ where: { id }, data: { isProtected: true, version: { increment: 1 } } }),
  )
const named = (name: string) => db.source.findMany({ where: { name, discardedAt: null } })
const problemsOf = (it: Awaited<ReturnType<typeof compared>>) => it.problems.map(({ row, code }) => [row, code])

test('a new row brings its chain, with its roles and its ambiguity, and ends at the publisher of the dispatch', async () => {
  const actor = await aPerson()
  const { slug, publisher } = await aText()
  const m = mark()
  const voice = await aSource({ name: `Awa Traoré ${m}`, kind: 'person' })
  await aSource({ name: `Dépêches ${m}`, kind: 'agency' })
  const file = table(slug, [
    { chain: `Awa Traoré ${m} (speaker) > Dépêches ${m} (agency, ambiguous) > ${publisher} (outlet)` },
    { chain: `AWA TRAORE ${m}`, quote: BOATS },
    { chain: `${voice.slug} (témoin) → Dépêches ${m}`, quote: BRIDGE },
    { chain: '', quote: 'La garde' },
  ])
  const wanted = [
    `Awa Traoré ${m} (speaker) > Dépêches ${m} (agency, ambiguous) > ${publisher} (outlet)`,
    `Awa Traoré ${m} (speaker) > ${publisher} (outlet)`,
    `Awa Traoré ${m} (witness) > Dépêches ${m} (agency) > ${publisher} (outlet)`,
    `${publisher} (outlet)`,
  ]
  const { id, problems } = await compared(actor, file)
  expect(problems).toEqual([])
  // What will be written is shown before anybody says yes.
  const shown = (await loadTable(await deskOf(actor), id, 10)).additions
  expect(shown.map(({ chain }) => chain.map(({ source }) => source))).toEqual(
    wanted.map((line) => line.split(' > ').map((it) => it.replace(/ \([^(]*\)$/, ''))),
  )
  expect(shown[0]?.chain[1]).toEqual({ source: `Dépêches ${m}`, role: 'agency', scope: 'ambiguous', isNew: false })
  await written(actor, id)
  expect(await chainsOf(id)).toEqual(wanted)
  expect((await compared(actor, file)).table).toMatchObject({ added: 0, changed: 0, rejected: 0, unchanged: 4 })
})

test('the same file with keys changes nothing, though its chains are written otherwise than ours', async () => {
  const actor = await aPerson()
  const { slug } = await aText()
  const m = mark()
  await aSource({ name: `Le préfet ${m}`, kind: 'person' })
  const file = table(slug, [{ says: `Crue ${m}`, chain: `le préfet ${m}`, key: 'P-1' }])
  const first = await compared(actor, file, { sender: m })
  await written(actor, first.id)
  expect((await compared(actor, file, { sender: m })).table).toMatchObject({ unchanged: 1, rejected: 0 })

  const other = await compared(actor, table(slug, [{ says: `Crue ${m}`, chain: `Personne ${m}`, key: 'P-1' }]), {
    sender: m,
    addsSources: true,
  })
  expect(other.problems).toMatchObject([{ row: 2, code: 'not_changed_here', field: 'attribution_chain' }])
  expect(await named(`Personne ${m}`)).toEqual([])
})

test('a row whose words came in already says nothing new with another chain', async () => {
  const actor = await aPerson()
  const { slug } = await aText()
  const m = mark()
  for (const name of ['Un', 'Deux']) await aSource({ name: `${name} ${m}`, kind: 'person' })
  const row = (name: string) => table(slug, [{ says: `Eau ${m}`, chain: `${name} ${m}` }])
  await written(actor, (await compared(actor, row('Un'))).id)
  expect((await compared(actor, row('Un'))).table).toMatchObject({ unchanged: 1 })
  expect(problemsOf(await compared(actor, row('Deux')))).toEqual([[2, 'not_changed_here']])
  const twice = table(slug, [
    { says: `Pont ${m}`, chain: `Un ${m}` },
    { says: `Pont ${m}`, chain: `Deux ${m}` },
  ])
  expect(problemsOf(await compared(actor, twice))).toEqual([[3, 'said_twice']])
})

test('a name nobody knows is refused with the name; one of a protected source is answered the same', async () => {
  const actor = await aPerson()
  const { slug } = await aText()
  const m = mark()
  const secret = await aSource({ name: `Le gardien ${m}`, kind: 'anonymous_person' })
  await protect(secret.id)
  const { problems } = await compared(
    actor,
    table(slug, [
      { chain: `Le gardien ${m} (witness)` },
      { chain: secret.slug },
      { chain: `Le voisin ${m} (witness)`, quote: BOATS },
    ]),
  )
  expect(problems.map(({ row, field, code, told }) => ({ row, field, code, told }))).toEqual(
    [`Le gardien ${m}`, secret.slug, `Le voisin ${m}`].map((name, i) => ({
      ...{ row: i + 2, field: 'attribution_chain', code: 'unknown_source' },
      told: { name, slugs: null },
    })),
  )
})

test('of two sources of one name the slug says which; a chain that is none is refused with its reason', async () => {
  const actor = await aPerson()
  const { slug, publisher } = await aText()
  const m = mark()
  const [first, second] = [
    await aSource({ name: `Oumar Cissé ${m}`, kind: 'person' }),
    await aSource({ name: `Oumar Cissé ${m}`, kind: 'person' }),
  ]
  const found = await compared(
    actor,
    table(slug, [
      { chain: `Oumar Cissé ${m}` },
      { chain: second.slug, quote: BOATS },
      { chain: `${first.slug} (maire)` },
      { chain: `${publisher} (outlet) > ${first.slug} (speaker)` },
      { chain: `${first.slug} > ${second.slug}` },
      { chain: `${first.slug} > > ${publisher}` },
      { chain: '… (speaker)' },
      { chain: Array(12).fill(`${publisher} (agency)`).concat(first.slug).join(' > ') },
    ]),
  )
  expect(problemsOf(found)).toEqual([
    [2, 'ambiguous_source'],
    [4, 'chain_role_unknown'],
    [5, 'chain_role_order'],
    [6, 'chain_role_missing'],
    [7, 'chain_hop_empty'],
    [8, 'chain_hop_withheld'],
    [9, 'chain_too_long'],
  ])
  expect(found.problems[0]?.told).toMatchObject({ name: `Oumar Cissé ${m}`, slugs: `${first.slug}, ${second.slug}` })
  expect(found.problems[3]?.told).toMatchObject({ name: second.slug })
  await written(actor, found.id, { leavesOut: true })
  const [hop] = await db.hop.findMany({ where: { sourceId: second.id } })
  expect(hop).toMatchObject({ position: 1, role: 'speaker' })
})

test('a chain says nothing of a claim without a passage, and who publishes must be known', async () => {
  const actor = await aPerson()
  const m = mark()
  const voice = await aSource({ name: `Une voix ${m}`, kind: 'person' })
  const agency = await aSource({ name: `Une agence ${m}`, kind: 'agency' })
  const { slug } = await addDispatch(await deskOf(actor), { title: 'Sans éditeur', text: `${TEXT}\n${m}` })
  expect(problemsOf(await compared(actor, `statement_fr,chaîne\nSeul ${m},${voice.slug}\n`))).toEqual([
    [2, 'needs_passage'],
  ])
  const found = await compared(
    actor,
    table(slug, [{ chain: voice.slug }, { chain: `${voice.slug} > ${agency.slug}`, quote: BOATS }]),
  )
  expect(problemsOf(found)).toEqual([[2, 'no_publisher']])
  await written(actor, found.id, { leavesOut: true })
  expect(await chainsOf(found.id)).toEqual([`Une voix ${m} (speaker) > Une agence ${m} (agency)`])
})

test('when a person chose it, sources nobody knows are added once each, and leave with the import', async () => {
  const actor = await aPerson()
  const { slug, publisher } = await aText()
  const m = mark()
  const file = table(slug, [
    { chain: `Fatou Diallo ${m} > une voisine ${m} (interpreter) > Radio ${m} (outlet)` },
    { chain: `FATOU DIALLO ${m} (witness)`, quote: BOATS },
    { chain: `Refusée ${m}`, quote: 'n’est pas dans le texte' },
  ])
  expect(problemsOf(await compared(actor, file)).map(([, code]) => code)).toContain('unknown_source')
  const { id } = await compared(actor, file, { addsSources: true })
  const shown = (await loadTable(await deskOf(actor), id, 10)).additions
  expect(shown[0]?.chain.map(({ source, isNew }) => [source, isNew])).toEqual([
    [`Fatou Diallo ${m}`, true],
    [`une voisine ${m}`, true],
    [`Radio ${m}`, true],
    [publisher, false],
  ])
  expect(await named(`Fatou Diallo ${m}`)).toEqual([]) // looking writes nothing
  await written(actor, id, { leavesOut: true })
  expect(await chainsOf(id)).toEqual([
    `Fatou Diallo ${m} (speaker) > une voisine ${m} (interpreter) > Radio ${m} (outlet) > ${publisher} (outlet)`,
    `Fatou Diallo ${m} (witness) > ${publisher} (outlet)`,
  ])
  expect(await named(`Fatou Diallo ${m}`)).toMatchObject([{ kind: 'person', isNamed: true, createdById: actor.id }])
  expect(await named(`une voisine ${m}`)).toMatchObject([{ kind: 'anonymous_person', isNamed: false }])
  expect(await named(`Radio ${m}`)).toMatchObject([{ kind: 'outlet' }])
  expect(await named(`Refusée ${m}`)).toEqual([]) // a row that is refused adds nobody
  expect((await compared(actor, file)).table).toMatchObject({ added: 0, unchanged: 2 })

  await undoTable(await deskOf(actor), { importId: id }, quiet)
  expect(await db.source.count({ where: { name: { contains: m }, discardedAt: null, kind: { not: 'outlet' } } })).toBe(
    0,
  )
  expect(await named(`Radio ${m}`)).toEqual([])
})

test('an undo leaves the sources others stand on, and a claim that comes back brings its own back', async () => {
  const actor = await aPerson()
  const { slug } = await aText()
  const m = mark()
  const first = await compared(actor, table(slug, [{ chain: `Moussa ${m}` }, { chain: `Salif ${m}`, quote: BOATS }]), {
    addsSources: true,
  })
  await written(actor, first.id)
  const second = await compared(actor, table(slug, [{ chain: `Moussa ${m} (witness)`, quote: BRIDGE }]))
  await written(actor, second.id)
  await undoTable(await deskOf(actor), { importId: first.id }, quiet)
  expect(await named(`Moussa ${m}`)).toHaveLength(1)
  expect(await named(`Salif ${m}`)).toEqual([])
  const { table: undone } = await loadTable(await deskOf(actor), first.id, 10)
  expect(undone).toMatchObject({ undone: 2, left: [{ ref: `Moussa ${m}`, field: 'source', reason: 'built_on' }] })

  const row = await db.tableRow.findFirstOrThrow({ where: { importId: first.id, exact: BOATS } })
  await discardClaim(await deskOf(actor), { claimId: row.claimId ?? '', version: 2, restore: true })
  expect(await named(`Salif ${m}`)).toHaveLength(1)
})

test('with the box too, a protected source is neither found nor told: another of that name is added', async () => {
  const actor = await aPerson()
  const { slug, publisher } = await aText()
  const m = mark()
  const secret = await aSource({ name: `Le gardien ${m}`, kind: 'anonymous_person' })
  await protect(secret.id)
  const { id, problems } = await compared(actor, table(slug, [{ chain: `Le gardien ${m} (witness)` }]), {
    addsSources: true,
  })
  expect(problems).toEqual([])
  await written(actor, id)
  expect(await db.hop.count({ where: { sourceId: secret.id } })).toBe(0)
  expect(await chainsOf(id)).toEqual([`Le gardien ${m} (witness) > ${publisher} (outlet)`])
})

test('whoever becomes known, protected or taken back between the look and the yes has it compared anew', async () => {
  const actor = await aPerson()
  const { slug } = await aText()
  const m = mark()
  const look = () => compared(actor, table(slug, [{ chain: `Nana ${m}` }]), { addsSources: true })
  const added = await look()
  const source = await aSource({ name: `nana ${m}`, kind: 'person' })
  expect(await written(actor, added.id)).toBe('moved_on')
  const known = await look()
  expect((await loadTable(await deskOf(actor), known.id, 1)).additions[0]?.chain[0]).toMatchObject({ isNew: false })
  await protect(source.id)
  expect(await written(actor, known.id)).toBe('moved_on')
})

test('only who may add sources has an import add them', async () => {
  const reader: Actor = await aPerson({ role: 'reader' })
  await expect(compared(reader, 'statement_fr\nRien\n', { addsSources: true })).rejects.toMatchObject({
    code: 'forbidden',
  })
})
