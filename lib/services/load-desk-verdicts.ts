import 'server-only'
import { type VerdictLine, verdictLines } from '@/lib/data/desk-review'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { permit } from '@/lib/domain/permission'
import { isHiddenFrom } from '@/lib/domain/verdict-moves'

export const QUEUES = ['waiting', 'ready', 'rereview', 'drafts', 'sent', 'published'] as const
export type Queue = (typeof QUEUES)[number]
/** A line as this person may see it: rating and author are null while a blind reading hides them. */
export type QueueLine = Omit<VerdictLine, 'rating' | 'author' | 'authorId' | 'isAuthorGone'> & {
  rating: VerdictLine['rating'] | null
  author: string | null
  isMine: boolean
}

/** Verdicts by what they wait for, oldest first; what is published, latest first. */
export async function loadDeskVerdicts({ db, actor, now }: Desk<PrismaClient>) {
  const { by } = permit(actor, 'desk:read')
  const lines = (await verdictLines(db, by)).map((line): QueueLine => {
    const isHidden = isHiddenFrom(actor, line, line.ownRatingAt)
    const { authorId, isAuthorGone, ...shown } = line
    return {
      ...shown,
      rating: isHidden ? null : line.rating,
      author: isHidden ? null : line.author,
      isMine: authorId === by,
    }
  })
  const queues = Object.fromEntries(
    QUEUES.map((queue) => [queue, lines.filter((line) => queueOf(line) === queue)]),
  ) as Record<Queue, QueueLine[]>
  queues.published.reverse()
  return { queues, now }
}

function queueOf({ state, secondReaderId, isMine }: QueueLine): Queue | null {
  if (state === 'draft') return 'drafts'
  if (state === 'needs_rereview') return 'rereview'
  if (state === 'published' || state === 'corrected') return 'published'
  if (state === 'withdrawn') return null
  return secondReaderId !== null ? 'ready' : isMine ? 'sent' : 'waiting'
}
