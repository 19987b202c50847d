import 'server-only'
import type { z } from 'zod'
import { endToken } from '@/lib/data/api-tokens'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { RevokeToken } from '@/lib/domain/api-token'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

/** Ends a token of mine at once; there is no way back, another is made instead. */
export async function revokeToken(
  { db, actor }: Desk<PrismaClient>,
  raw: z.input<typeof RevokeToken>,
): Promise<Record<string, never>> {
  const { by } = permit(actor, 'desk:read')
  const { tokenId } = readInput(RevokeToken, raw)
  return transactionAs(db, by, async (tx) => {
    if (!(await endToken(tx, by, tokenId))) throw new Fault('not_found', 'token')
    await appendAudit(tx, by, { action: 'token.revoked', entity: 'token', id: tokenId, payload: {} })
    return {}
  })
}
