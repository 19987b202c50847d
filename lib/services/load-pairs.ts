import 'server-only'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import { openPairsOf, type PairLine } from '@/lib/data/pairing'
import type { Desk } from '@/lib/domain/desk'
import { oneOf, readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const LoadPairs = z.strictObject({ claimId: uuid(), lang: oneOf(['fr', 'en']) })

/** What the rules propose about a claim and others of the archive, and nobody has decided. */
export async function loadPairs(
  { db, actor }: Desk<PrismaClient>,
  raw: z.input<typeof LoadPairs>,
): Promise<PairLine[]> {
  permit(actor, 'desk:read')
  const { claimId, lang } = readInput(LoadPairs, raw)
  return openPairsOf(db, claimId, lang)
}
