import { deskDb } from '@/lib/data/db'
import { tableChanges, tableProblems } from '@/lib/data/table-imports'
import type { Actor } from '@/lib/domain/permission'
import { compareTable } from '@/lib/services/compare-table'
import { confirmTable } from '@/lib/services/confirm-table'
import { loadTable } from '@/lib/services/load-table'
import { prepareTable } from '@/lib/services/prepare-table'
import { receiveTable } from '@/lib/services/receive-table'
import { writeTable } from '@/lib/services/write-table'
import { tableRecords } from '@/lib/web/table-records'
import { deskOf } from './factories'

const db = deskDb()
/** Nobody watches. */
export const quiet = async () => undefined
/** A file as it comes, cut anywhere. */
export async function* parts(text: string | Uint8Array, size = 7) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
type More = Partial<Parameters<typeof prepareTable>[1]>
/** Received, mapped and laid beside ours, without a worker. */
export async function compared(actor: Actor, file: string | Buffer, more: More = {}) {
  const desk = await deskOf(actor)
  const declared = Buffer.byteLength(file)
  const format = typeof file === 'string' ? 'csv' : 'xlsx'
  const { id } = await receiveTable(desk, { name: `claims.${format}`, format, declared }, parts(file, 1_000))
  await prepareTable(await deskOf(actor), { importId: id, isQueued: false, ...more }, tableRecords)
  await compareTable(desk, { importId: id }, tableRecords, quiet)
  const { table } = await loadTable(desk, id, 100)
  const changes = await tableChanges(db, id, { take: 100 })
  const problems = await tableProblems(db, id, 100)
  return { id, table, changes, problems }
}
/** Said yes to and written. */
export async function written(actor: Actor, importId: string, more: Partial<Parameters<typeof confirmTable>[1]> = {}) {
  const { version } = await db.tableImport.findUniqueOrThrow({ where: { id: importId } })
  await confirmTable(await deskOf(actor), { importId, version, isQueued: false, ...more })
  return writeTable(await deskOf(actor), { importId, isQueued: false }, quiet)
}
