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
  const { id, version, status, value } = suggestion
  return status === 'proposed' ? { id, version, value } : null
}
