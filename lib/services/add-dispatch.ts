import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import { dispatchBySha256, insertDispatch } from '@/lib/data/dispatches'
import type { PrismaClient } from '@/lib/data/generated/client'
import { freeSlug } from '@/lib/data/slugs'
import { existingSources } from '@/lib/data/sources'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { line, oneOf, optionalLine, optionalUuid, quoted, readInput, slug, webAddress } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { codePointLength, MAX_DISPATCH_LENGTH, slugOf } from '@/lib/domain/text'
import type { Undo } from '@/lib/domain/undo'
import { readVagueDate } from '@/lib/domain/vague-date'
import { DATE_BASES } from '@/lib/domain/vocabulary'

/** A dispatch as typed or pasted: the text letter for letter; no date is ever guessed for it. */
export const AddDispatch = z.strictObject({
  title: line(),
  text: quoted(MAX_DISPATCH_LENGTH),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .default('fr'),
  url: z.union([z.literal(''), webAddress()]).nullish(),
  publisherId: optionalUuid(),
  published: z
    .strictObject({ words: optionalLine(), edtf: optionalLine(), basis: oneOf(DATE_BASES).default('unknown') })
    .default({ words: null, edtf: null, basis: 'unknown' }),
  boilerplate: z.array(z.strictObject({ start: z.int().min(0), end: z.int().min(1) })).default([]),
  slug: slug().optional(),
})

/** Takes a text in. The same text is not taken in twice: the one already there is named. */
export async function addDispatch({ db, actor, now, newId }: Desk<PrismaClient>, raw: z.input<typeof AddDispatch>) {
  const proof = permit(actor, 'dispatch:add')
  const input = readInput(AddDispatch, raw)
  if (input.text.trim() === '') throw invalid({ field: 'text', reason: 'required' })
  const published = readVagueDate('published', input.published)
  if ('reason' in published) throw invalid(published)
  const sha256 = createHash('sha256').update(input.text, 'utf8').digest()
  return transactionAs(db, proof.by, async (tx) => {
    const known = await dispatchBySha256(tx, sha256)
    if (known)
      throw new Fault('conflicting', 'same text', [
        { field: 'text', reason: 'already_taken', values: { found: known.dispatch.slug } },
      ])
    if (input.publisherId && !(await existingSources(tx, [input.publisherId])).has(input.publisherId))
      throw invalid({ field: 'publisherId', reason: 'unknown_id' })
    const id = newId()
    const versionId = newId()
    const address = await freeSlug(tx, 'dispatches', input.slug ?? slugOf(input.title))
    await insertDispatch(tx, proof, {
      id,
      versionId,
      slug: address,
      title: input.title,
      url: input.url || null,
      language: input.language,
      publisherId: input.publisherId,
      published,
      text: input.text,
      sha256,
      length: codePointLength(input.text),
      boilerplate: input.boilerplate,
      retrievedAt: now,
    })
    await appendAudit(tx, proof.by, {
      action: 'dispatch.added',
      entity: 'dispatch',
      id,
      payload: { sha256: sha256.toString('hex') },
    })
    return { id, versionId, slug: address, undo: { verb: 'discard_dispatch', id, version: 1 } satisfies Undo }
  })
}
