import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { listChoices } from '@/lib/data/list-choices'
import { countVerdicts, verdictPage } from '@/lib/data/verdict-lists'
import type { Desk } from '@/lib/domain/desk'
import type { ListView } from '@/lib/domain/desk-filter'
import { permit } from '@/lib/domain/permission'
import { isHiddenFrom } from '@/lib/domain/verdict-moves'

/** One page of verdicts as this person may see them: rating and author are null while a blind reading hides them. */
export async function loadVerdictList({ db, actor, now }: Desk<PrismaClient>, view: ListView) {
  const { by } = permit(actor, 'desk:read')
  const [{ lines, next }, total, choices] = await Promise.all([
    verdictPage(db, view, by),
    countVerdicts(db, view.filter, by),
    listChoices(db),
  ])
  return {
    lines: lines.map((line) => {
      const isHidden = isHiddenFrom(actor, line, line.ownRatingAt)
      const { authorId, isAuthorGone, ...shown } = line
      return {
        ...shown,
        rating: isHidden ? null : line.rating,
        author: isHidden ? null : line.author,
        isMine: authorId === by,
      }
    }),
    next,
    total,
    choices,
    now,
  }
}
