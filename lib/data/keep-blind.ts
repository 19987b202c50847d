import 'server-only'
import { Fault, invalid } from '@/lib/domain/fault'
import type { Actor } from '@/lib/domain/permission'
import { isHiddenFrom } from '@/lib/domain/verdict-moves'
import type { Db } from './db'
import { lastRatedAt } from './reviews'
import type { SavedVerdict } from './verdicts'

/**
 * Refuses whoever a blind reading hides this verdict from, before anything of it is said: editing, sending, approving or
 * publishing it would show the first rating, if only in the two texts of a stale save. Every verb on a verdict asks this first.
 */
export async function keepBlind(db: Db, actor: Actor, saved: SavedVerdict): Promise<void> {
  const ratedAt = actor && (await lastRatedAt(db, saved.claimId, actor.id))
  if (!isHiddenFrom(actor, { ...saved, isAuthorGone: saved.author.disabledAt !== null }, ratedAt)) return
  if (saved.state === 'draft') throw new Fault('forbidden', 'a draft that is to be read blind is its author’s')
  throw invalid({ field: 'ratingCode', reason: 'rate_first' })
}
