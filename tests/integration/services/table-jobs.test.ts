import { expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { JobTakenAway } from '@/lib/domain/job'
import type { Actor } from '@/lib/domain/permission'
import { askTableUndo } from '@/lib/services/ask-table-undo'
import { changeClaim } from '@/lib/services/change-claim'
import { compareTable } from '@/lib/services/compare-table'
import { confirmTable } from '@/lib/services/confirm-table'
import { loadTable } from '@/lib/services/load-table'
import { loadTables } from '@/lib/services/load-tables'
import { prepareTable } from '@/lib/services/prepare-table'
import { receiveTable } from '@/lib/services/receive-table'
import { runNextJob } from '@/lib/services/run-next-job'
import { stopTable } from '@/lib/services/stop-table'
import { undoTable } from '@/lib/services/undo-table'
import { writeTable } from '@/lib/services/write-table'
import { tableRecords } from '@/lib/web/table-records'
import { tableWork } from '@/lib/web/table-work'
import { aClaim, aPerson, deskOf, someEvidence } from '@/tests/support/factories'
import { compared, parts, quiet, written } from '@/tests/support/tables'

const db = deskDb()
const claim = (id: string) => db.claim.findUniqueOrThrow({ where: { id } })
const stateOf = async (actor: Actor, id: string) => (await loadTable(await deskOf(actor), id, 10)).table
const manyRows = (word: string, many: number) =>
  `key,statement_fr\n${Array.from({ length: many }, (_, i) => `${word}-${i},Le fait ${word} numéro ${i} est su`).join('\n')}\n`
const received = async (actor: Actor, text: string) =>
  (await receiveTable(await deskOf(actor), { name: 'x.csv', format: 'csv' }, parts(text, 10_000))).id
const round = () => runNextJob(db, 'this test', { import_table: tableWork })

test('whatever stops the work midway, nothing of it is kept, and it can be begun again', async () => {
  const actor = await aPerson()
  const before = await db.claim.count()
  const id = await received(actor, manyRows('arrêté', 50))
  await prepareTable(await deskOf(actor), { importId: id, isQueued: false }, tableRecords)
  const takenAway = async () => {
    throw new JobTakenAway()
  }
  const desk = await deskOf(actor)
  await expect(compareTable(desk, { importId: id }, tableRecords, takenAway)).rejects.toThrow(JobTakenAway)
  expect(await stateOf(actor, id)).toMatchObject({ state: 'received', added: 0 })
  await compareTable(desk, { importId: id }, tableRecords, quiet)
  const { version } = await stateOf(actor, id)
  await confirmTable(desk, { importId: id, version, isQueued: false })
  let looks = 0
  const later = async () => {
    if (++looks > 1) throw new JobTakenAway()
  }
  await expect(writeTable(desk, { importId: id }, later)).rejects.toThrow(JobTakenAway)
  expect(await db.claim.count()).toBe(before)
  expect(await writeTable(desk, { importId: id }, quiet)).toBe('written')
  expect(await writeTable(desk, { importId: id }, quiet)).toBe('written') // a second time writes nothing more
  expect(await db.claim.count()).toBe(before + 50)
})

test('work that is stopped ends as cancelled; an import that is given up forgets its bytes and is not gone on with', async () => {
  const actor = await aPerson()
  const id = await received(actor, manyRows('laissé', 5))
  const { jobId } = await prepareTable(await deskOf(actor), { importId: id }, tableRecords)
  expect(await stopTable(await deskOf(actor), { importId: id })).toEqual({ isStopped: true })
  expect(await db.job.findUnique({ where: { id: jobId ?? '' } })).toMatchObject({ state: 'cancelled' })
  expect(await round()).toBe(null)
  expect(await db.tableChunk.count({ where: { importId: id } })).toBe(1)
  await expect(stopTable(await deskOf(await aPerson()), { importId: id, givesUp: true })).rejects.toMatchObject({
    code: 'not_found',
  })
  await stopTable(await deskOf(actor), { importId: id, givesUp: true })
  expect(await db.tableChunk.count({ where: { importId: id } })).toBe(0)
  await expect(prepareTable(await deskOf(actor), { importId: id }, tableRecords)).rejects.toThrow()
})

test('columns that are said otherwise while a table is compared are not written as they were said before', async () => {
  const actor = await aPerson()
  const id = await received(actor, 'statement_fr,b\nUn mot,deux\n')
  await prepareTable(await deskOf(actor), { importId: id, isQueued: false }, tableRecords)
  let looks = 0
  const meanwhile = async () => {
    if (++looks > 1) return
    const columns = { statement_fr: 'statement_en' } as const
    await prepareTable(await deskOf(actor), { importId: id, columns, isQueued: false }, tableRecords)
  }
  const desk = await deskOf(actor)
  await expect(compareTable(desk, { importId: id }, tableRecords, meanwhile)).rejects.toThrow('asked')
  expect(await stateOf(actor, id)).toMatchObject({ state: 'received', added: 0 })
  await compareTable(desk, { importId: id }, tableRecords, quiet)
  const { additions } = await loadTable(desk, id, 10)
  expect(additions).toMatchObject([{ statementFr: null, statementEn: 'Un mot' }])
})

test('when ours changed between the comparison and the yes, nothing is written and it is compared anew', async () => {
  const actor = await aPerson()
  const { ref, id: claimId } = await aClaim({ statementFr: 'Premier' })
  const { id } = await compared(actor, `claim_id,statement_fr\n${ref},Deuxième\n,Un fait de plus\n`)
  await changeClaim(await deskOf(actor), { claimId, version: 1, statementFr: 'Entre-temps' })
  expect(await written(actor, id)).toBe('moved_on')
  expect(await claim(claimId)).toMatchObject({ statementFr: 'Entre-temps' })
  expect(await stateOf(actor, id)).toMatchObject({ state: 'received', movedOn: true })
  await compareTable(await deskOf(actor), { importId: id }, tableRecords, quiet)
  const [change] = (await loadTable(await deskOf(actor), id, 10)).changes
  expect(change).toMatchObject({ before: 'Entre-temps', after: 'Deuxième' })
})

test('an undo puts back what nobody touched since, and tells what stays and why', async () => {
  const actor = await aPerson()
  const [first, second] = [
    await aClaim({ statementFr: 'Un', statementEn: null }),
    await aClaim({ statementFr: 'Deux' }),
  ]
  const file = `claim_id,statement_fr,statement_en\n${first.ref},Un bis,One\n${second.ref},Deux bis,\n,Libre,\n,Étayé,\n`
  const { id } = await compared(actor, file)
  await written(actor, id)
  const held = await db.claim.findFirstOrThrow({ where: { statementFr: 'Étayé' } })
  await someEvidence(held.id)
  await changeClaim(await deskOf(actor), { claimId: second.id, version: 2, statementFr: 'Deux ter' })
  await expect(askTableUndo(await deskOf(await aPerson()), { importId: id })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await askTableUndo(await deskOf(actor), { importId: id })
  expect(await round()).toBe('done')
  expect(await claim(first.id)).toMatchObject({ statementFr: 'Un', statementEn: null, version: 3 })
  expect(await claim(second.id)).toMatchObject({ statementFr: 'Deux ter', version: 3 })
  expect(await db.claim.findFirst({ where: { statementFr: 'Libre', discardedAt: null } })).toBe(null)
  expect(await claim(held.id)).toMatchObject({ discardedAt: null })
  const undone = await stateOf(actor, id)
  expect(undone).toMatchObject({ state: 'undone', undone: 2 })
  expect(undone.left).toEqual([
    { ref: second.ref, field: 'statement_fr', reason: 'changed_since' },
    { ref: held.ref, field: 'claim', reason: 'built_on' },
  ])
  // Once taken back, the same file adds again what it had added.
  expect((await compared(actor, file)).table).toMatchObject({ added: 1 })
  expect(await undoTable(await deskOf(actor), { importId: id }, quiet)).toMatchObject({ undone: 2 })
})

test('an upload that does not arrive whole is refused and forgotten, and so is a stranger’s', async () => {
  const actor = await aPerson()
  const upload = async (who: Actor, declared: number) =>
    receiveTable(await deskOf(who), { name: 'x.csv', format: 'csv', declared }, parts('a,b\n1,2\n'))
  await expect(upload(actor, 9)).rejects.toMatchObject({ fields: [{ field: 'file', reason: 'cut_short' }] })
  await expect(upload(actor, 2_000_000_000)).rejects.toMatchObject({ fields: [{ reason: 'file_too_big' }] })
  expect(await db.tableChunk.count({ where: { tableImport: { createdById: actor.id } } })).toBe(0)
  await expect(upload(await aPerson({ role: 'reader' }), 8)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(upload(null, 8)).rejects.toMatchObject({ code: 'not_signed_in' })
  const broken = async function* () {
    yield Buffer.from('statement_fr,b\n')
    throw new Error('the connection was lost')
  }
  await expect(receiveTable(await deskOf(actor), { name: 'x.csv', format: 'csv' }, broken())).rejects.toThrow('lost')
  expect(await db.tableChunk.count({ where: { tableImport: { createdById: actor.id } } })).toBe(0)
})

test('whoever sent what was cut off on its way is told so, apart from what a person gave up, and nobody else is', async () => {
  const [actor, other] = [await aPerson(), await aPerson()]
  const upload = async (name: string, declared: number | null) =>
    receiveTable(await deskOf(actor), { name, format: 'csv', declared }, parts('a,b\n1,2\n'))
  await expect(upload('cut.csv', 9)).rejects.toMatchObject({ code: 'invalid' })
  const { id: importId } = await upload('given-up.csv', 8)
  await stopTable(await deskOf(actor), { importId, givesUp: true })
  const told = async (who: Actor) =>
    (await loadTables(await deskOf(who))).tables
      .filter(({ createdById }) => createdById === actor.id)
      .map(({ name, state, sha256 }) => ({ name, state, isKnown: sha256 !== null }))
  const givenUp = { name: 'given-up.csv', state: 'cancelled', isKnown: true }
  expect(await told(actor)).toEqual([givenUp, { name: 'cut.csv', state: 'cut_short', isKnown: false }])
  expect(await told(other)).toEqual([givenUp])
})

test('a worker acts with the rights of whoever asked, as they are by then', async () => {
  const actor = await aPerson()
  const id = await received(actor, manyRows('droits', 2))
  await prepareTable(await deskOf(actor), { importId: id }, tableRecords)
  await db.user.update({ where: { id: actor.id }, data: { disabledAt: new Date() } })
  expect(await round()).toBe('again')
  expect(await db.tableImport.findUnique({ where: { id } })).toMatchObject({ state: 'received' })
})
