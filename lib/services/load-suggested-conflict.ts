import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { suggestionById } from '@/lib/data/suggestions'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

/** A conflict that is proposed and waits, to fill the form that marks it; null once somebody has decided about it. */
export async function loadSuggestedConflict({ db, actor }: Desk<PrismaClient>, rawId: string) {
  permit(actor, 'desk:read')
  const suggestion = await suggestionById(db, readInput(uuid(), rawId))
  if (suggestion?.value.kind !== 'conflict') throw new Fault('not_found', 'suggested conflict')
  const { id, version, status, value, claims } = suggestion
  if (status !== 'proposed') return null
  // Of two claims it is known which words of each disagree; a text's places are claims of their own.
  const quotes = 'quotes' in value && value.quotes !== null ? value.quotes : []
  return { id, version, value, quotes: quotes.map((words, i) => ({ claimId: claims?.[i] ?? null, words })) }
}
