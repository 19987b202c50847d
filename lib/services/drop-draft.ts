import 'server-only'
import { z } from 'zod'
import { transactionAs } from '@/lib/data/db'
import { deleteDraft } from '@/lib/data/drafts'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { draftKey } from '@/lib/domain/draft'
import { readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const DropDraft = z.strictObject({ key: draftKey() })

/** Forgets a draft: it was submitted, or its author let it go. Dropping what is not there changes nothing. */
export async function dropDraft({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof DropDraft>): Promise<null> {
  const proof = permit(actor, 'desk:read')
  const { key } = readInput(DropDraft, raw)
  await transactionAs(db, proof.by, (tx) => deleteDraft(tx, proof.by, key))
  return null
}
