import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { freeSlug } from '@/lib/data/slugs'
import { insertSource } from '@/lib/data/sources'
import type { Desk } from '@/lib/domain/desk'
import {
  line,
  oneOf,
  optionalLine,
  optionalProse,
  optionalQuoted,
  optionalUuid,
  readInput,
  slug,
  webAddress,
} from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { MAX_LINE_LENGTH, slugOf } from '@/lib/domain/text'
import type { Undo } from '@/lib/domain/undo'
import { SOURCE_KINDS } from '@/lib/domain/vocabulary'

/** Who may be cited. `roleWords` are the text's own words about them. */
export const AddSource = z.strictObject({
  name: line(),
  kind: oneOf(SOURCE_KINDS),
  isNamed: z.boolean().default(true),
  affiliation: optionalLine(),
  roleWords: optionalQuoted(MAX_LINE_LENGTH),
  language: optionalLine(),
  url: z.union([z.literal(''), webAddress()]).nullish(),
  noteFr: optionalProse(),
  noteEn: optionalProse(),
  entityId: optionalUuid(),
  slug: slug().optional(),
})

export async function addSource({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof AddSource>) {
  const proof = permit(actor, 'source:add')
  const input = readInput(AddSource, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const id = newId()
    const address = await freeSlug(tx, 'sources', input.slug ?? slugOf(input.name))
    await insertSource(tx, proof, { ...input, id, slug: address, url: input.url || null })
    await appendAudit(tx, proof.by, { action: 'source.added', entity: 'source', id, payload: { isProtected: false } })
    return { id, slug: address, undo: { verb: 'discard_source', id, version: 1 } satisfies Undo }
  })
}
