import 'server-only'
import { type TokenLine, tokensOf } from '@/lib/data/api-tokens'
import type { PrismaClient } from '@/lib/data/generated/client'
import { type Scope, scopesOf } from '@/lib/domain/api-token'
import type { Desk } from '@/lib/domain/desk'
import { permit } from '@/lib/domain/permission'

export type { TokenLine }

/** My tokens, newest first, and what I may give one. */
export async function loadTokens({ db, actor }: Desk<PrismaClient>): Promise<{ tokens: TokenLine[]; scopes: Scope[] }> {
  const { by } = permit(actor, 'desk:read')
  return { tokens: await tokensOf(db, by), scopes: scopesOf(actor) }
}
