import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import { insertEntity } from '@/lib/data/entities'
import type { PrismaClient } from '@/lib/data/generated/client'
import { freeSlug } from '@/lib/data/slugs'
import type { Desk } from '@/lib/domain/desk'
import { line, oneOf, readInput, slug } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { slugOf } from '@/lib/domain/text'
import { ENTITY_KINDS } from '@/lib/domain/vocabulary'

/** A place, a person or a group. An id of an authority is given when it is known, and null otherwise: never guessed. */
export const AddEntity = z.strictObject({
  kind: oneOf(ENTITY_KINDS),
  labelFr: line(),
  labelEn: line(),
  wikidataId: z
    .string()
    .regex(/^Q[1-9][0-9]*$/)
    .nullish()
    .transform((id) => id ?? null),
  geonamesId: z
    .int()
    .min(1)
    .nullish()
    .transform((id) => id ?? null),
  latitude: z
    .number()
    .min(-90)
    .max(90)
    .nullish()
    .transform((it) => it ?? null),
  longitude: z
    .number()
    .min(-180)
    .max(180)
    .nullish()
    .transform((it) => it ?? null),
  isGeneric: z.boolean().default(false),
  slug: slug().optional(),
})

export async function addEntity({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof AddEntity>) {
  const proof = permit(actor, 'entity:link')
  const input = readInput(AddEntity, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const id = newId()
    const address = await freeSlug(tx, 'entities', input.slug ?? slugOf(input.labelFr))
    await insertEntity(tx, proof, { ...input, id, slug: address })
    await appendAudit(tx, proof.by, { action: 'entity.added', entity: 'entity', id, payload: {} })
    return { id, slug: address }
  })
}
