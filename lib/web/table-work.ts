import 'server-only'
import { z } from 'zod'
import { databaseNow } from '@/lib/data/sessions'
import { tableImportById } from '@/lib/data/table-imports'
import { actorById } from '@/lib/data/users'
import { uuid } from '@/lib/domain/input'
import { TABLE_STEPS } from '@/lib/domain/table-import'
import { compareReviews } from '@/lib/services/compare-reviews'
import { compareTable } from '@/lib/services/compare-table'
import { importReviews } from '@/lib/services/import-reviews'
import type { JobWork } from '@/lib/services/run-next-job'
import { undoTable } from '@/lib/services/undo-table'
import { writeReviews } from '@/lib/services/write-reviews'
import { writeTable } from '@/lib/services/write-table'
import { documentContext } from './public-document'
import { idMaker } from './script-desk'
import { tableRecords } from './table-records'

const Payload = z.strictObject({ importId: uuid(), step: z.enum(TABLE_STEPS), version: z.int().optional() })

/** Does with a table what was asked, in the name and with the rights whoever asked has now. */
export const tableWork: JobWork = async (db, job, report) => {
  const { importId, step, version } = Payload.parse(job.payload)
  const now = await databaseNow(db)
  const desk = { db, actor: await actorById(db, job.createdById), now, newId: idMaker(now) }
  if ((await tableImportById(db, importId))?.format === 'claimreview') {
    const { baseUrl } = documentContext('en')
    const keep: Parameters<typeof writeReviews>[2] = (who, input, alongside) =>
      importReviews(who, input, baseUrl, alongside)
    if (step === 'compare') await compareReviews(desk, { importId }, keep, report)
    if (step === 'write') await writeReviews(desk, { importId }, keep, report)
    return
  }
  if (step === 'compare') await compareTable(desk, { importId }, tableRecords, report)
  if (step === 'write') await writeTable(desk, { importId, ...(version === undefined ? {} : { version }) }, report)
  if (step === 'undo') await undoTable(desk, { importId }, report)
}
