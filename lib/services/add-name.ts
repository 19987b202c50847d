import 'server-only'
import { z } from 'zod'
import { insertAnchor } from '@/lib/data/anchors'
import { transactionAs } from '@/lib/data/db'
import { versionText } from '@/lib/data/dispatches'
import { insertName } from '@/lib/data/entities'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { optionalUuid, quoted, readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { CodePoints, locate, quoteAt } from '@/lib/domain/quote'
import { MAX_LINE_LENGTH } from '@/lib/domain/text'

/** One written form of a name at one place of a text, as that writer wrote it. */
export const AddName = z.strictObject({
  entityId: uuid(),
  form: quoted(MAX_LINE_LENGTH),
  writerId: optionalUuid(),
  dispatchVersionId: uuid(),
  start: z.int().min(0),
})

/** Keeps a name form with its anchor; the words there must be exactly the form. */
export async function addName({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof AddName>) {
  const proof = permit(actor, 'entity:link')
  const input = readInput(AddName, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const version = await versionText(tx, input.dispatchVersionId)
    if (!version) throw new Fault('not_found', 'dispatch version')
    const text = new CodePoints(version.text)
    const span = locate(text, { exact: input.form, prefix: '', suffix: '', start: input.start })
    if (!span || span.start !== input.start)
      throw new Fault('quote_missing', 'name not at its place', [{ field: 'form', reason: 'quote_not_in_text' }])
    const anchorId = newId()
    await insertAnchor(tx, proof, anchorId, version.id, span, quoteAt(text, span))
    const id = newId()
    await insertName(tx, proof, {
      id,
      entityId: input.entityId,
      form: input.form,
      language: version.language,
      writerId: input.writerId,
      anchorId,
    })
    return { id }
  })
}
