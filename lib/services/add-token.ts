import 'server-only'
import type { z } from 'zod'
import { insertToken } from '@/lib/data/api-tokens'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { AddToken, scopesOf } from '@/lib/domain/api-token'
import type { Desk } from '@/lib/domain/desk'
import { invalid } from '@/lib/domain/fault'
import { readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

/** A token of my own for a program: shown once, never more than I may. */
export async function addToken(
  { db, actor, newId }: Desk<PrismaClient>,
  raw: z.input<typeof AddToken>,
): Promise<{ id: string; token: string; expiresAt: string }> {
  const { by } = permit(actor, 'desk:read')
  const { name, scopes, days } = readInput(AddToken, raw)
  const mine = scopesOf(actor)
  if (!scopes.every((it) => mine.includes(it)))
    throw invalid({ field: 'scopes', reason: 'not_a_choice', values: { choices: mine.join(', ') } })
  return transactionAs(db, by, async (tx) => {
    const id = newId()
    const { token, expiresAt } = await insertToken(tx, {
      id,
      userId: by,
      name,
      scopes: [...new Set(scopes)],
      days: Number(days),
    })
    await appendAudit(tx, by, { action: 'token.added', entity: 'token', id, payload: { scopes: [...scopes] } })
    return { id, token, expiresAt: expiresAt.toISOString() }
  })
}
