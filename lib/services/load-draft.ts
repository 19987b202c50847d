import 'server-only'
import { z } from 'zod'
import { transactionAs } from '@/lib/data/db'
import { draftOf } from '@/lib/data/drafts'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { draftKey, type KeptDraft } from '@/lib/domain/draft'
import { readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const LoadDraft = z.strictObject({ key: draftKey() })

/** My draft under this key, or null; nobody else's. */
export async function loadDraft(
  { db, actor }: Desk<PrismaClient>,
  raw: z.input<typeof LoadDraft>,
): Promise<KeptDraft | null> {
  const proof = permit(actor, 'desk:read')
  const { key } = readInput(LoadDraft, raw)
  return transactionAs(db, proof.by, (tx) => draftOf(tx, proof.by, key))
}
