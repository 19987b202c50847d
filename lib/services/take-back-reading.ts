import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { requestNote, updateNote } from '@/lib/data/notes'
import { lastReadingBy } from '@/lib/data/reviews'
import { revisionAt } from '@/lib/data/revisions'
import { updateVerdict, verdictById } from '@/lib/data/verdicts'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid, staleState } from '@/lib/domain/fault'
import { asId, type UserId } from '@/lib/domain/ids'
import { readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { applyVerdictEvent } from '@/lib/domain/verdict'

export const TakeBackReading = z.strictObject({ verdictId: uuid(), version: version() })

/**
 * Takes back one's own answer to a verdict, an approval or a request for changes: the second reading is open again. Refused
 * when the author has gone on, or answered in the thread. The rating given and the answer stay in the record.
 */
export async function takeBackReading({ db, actor, now }: Desk<PrismaClient>, raw: z.input<typeof TakeBackReading>) {
  const { by } = permit(actor, 'review:cast')
  const input = readInput(TakeBackReading, raw)
  return transactionAs(db, by, async (tx) => {
    const saved = await verdictById(tx, input.verdictId)
    const reading = saved && (await lastReadingBy(tx, saved.id, by))
    const read = saved && (await revisionAt(tx, 'verdicts', saved.id, input.version - 1))
    if (!saved || !read || reading?.n !== input.version - 1) throw new Fault('not_found', 'reading')
    const proof = permit(actor, 'verdict:second-read', { authorId: asId<UserId>(saved.authorId) })
    const state = applyVerdictEvent(saved.state, { kind: 'unread' })
    const change = {
      secondReaderId: (read.second_reader_id as string | null | undefined) ?? null,
      changesRequested: null,
    }
    if (!state || !(await updateVerdict(tx, proof, saved.id, input.version, { ...change, state })))
      throw staleState('verdict', saved)
    const note = reading.decision === 'changes_requested' ? await requestNote(tx, saved.id, by) : null
    if (note?.isAnswered) throw invalid({ field: 'verdictId', reason: 'in_use' })
    if (note) await updateNote(tx, proof, note.id, note.version, { discardedAt: now })
    await appendAudit(tx, proof.by, {
      action: 'verdict.unread',
      entity: 'verdict',
      id: saved.id,
      payload: { version: input.version + 1 },
    })
    return { version: input.version + 1 }
  })
}
