import 'server-only'
import { z } from 'zod'
import { databaseNow } from '@/lib/data/sessions'
import { actorById } from '@/lib/data/users'
import { uuid } from '@/lib/domain/input'
import { TABLE_STEPS } from '@/lib/domain/table-import'
import { compareTable } from '@/lib/services/compare-table'
import type { JobWork } from '@/lib/services/run-next-job'
import { undoTable } from '@/lib/services/undo-table'
import { writeTable } from '@/lib/services/write-table'
import { idMaker } from './script-desk'
import { tableRecords } from './table-records'

const Payload = z.strictObject({ importId: uuid(), step: z.enum(TABLE_STEPS) })

/** Does with a table what was asked, in the name and with the rights whoever asked has now. */
export const tableWork: JobWork = async (db, job, report) => {
  const { importId, step } = Payload.parse(job.payload)
  const now = await databaseNow(db)
  const desk = { db, actor: await actorById(db, job.createdById), now, newId: idMaker(now) }
  if (step === 'compare') await compareTable(desk, { importId }, tableRecords, report)
  if (step === 'write') await writeTable(desk, { importId }, report)
  if (step === 'undo') await undoTable(desk, { importId }, report)
}
