import 'server-only'
import { z } from 'zod'
import { transactionAs } from '@/lib/data/db'
import { keepDraft } from '@/lib/data/drafts'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { draftContent, draftKey } from '@/lib/domain/draft'
import { readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const SaveDraft = z.strictObject({ key: draftKey(), content: draftContent() })

/** Keeps what somebody is writing, for that person only. No audit entry: nothing has been said yet. */
export async function saveDraft({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof SaveDraft>) {
  const proof = permit(actor, 'desk:read')
  const { key, content } = readInput(SaveDraft, raw)
  const savedAt = await transactionAs(db, proof.by, (tx) => keepDraft(tx, proof.by, key, content))
  return { savedAt: savedAt.toISOString() }
}
