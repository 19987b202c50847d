import 'server-only'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { addresseeNow, addressees, holdMailOf, markMailed } from '@/lib/data/mail-queue'
import { unmailedNews } from '@/lib/data/notifications'
import type { Desk } from '@/lib/domain/desk'
import { mailDue } from '@/lib/domain/mail-choice'
import { isDirect } from '@/lib/domain/notification'
import { type Letter, newsLetter } from '@/lib/present/news-letter'

/** How a letter leaves: the web room knows. It throws when the letter did not leave. */
export type Post = (letter: Letter) => Promise<void>

/**
 * Writes to everybody who is due. Each person is held by a lock until their letter has left and is remembered, so that two
 * processes never write twice; a letter that did not leave is tried again the next time.
 */
export async function sendDueMail(
  { db, now }: Pick<Desk<PrismaClient>, 'db' | 'now'>,
  site: string,
  post: Post,
): Promise<{ sent: number; failed: number }> {
  const done = { sent: 0, failed: 0 }
  for (const { id } of await addressees(db)) {
    const outcome = await transactionAs(db, id, async (tx) => {
      if (!(await holdMailOf(tx, id))) return null
      const to = await addresseeNow(tx, id)
      const due = to && mailDue(to, now)
      if (!due) return null
      const news = (await unmailedNews(tx, id)).filter(({ kind }) => due === 'digest' || isDirect(kind))
      if (news.length === 0) return null
      try {
        await post(newsLetter({ lang: to.lang, name: to.name, email: to.email, site, news }))
      } catch (error) {
        console.warn(`a letter did not leave: ${error instanceof Error ? error.message : 'no reason given'}`)
        return 'failed' as const
      }
      await markMailed(
        tx,
        id,
        news.map((it) => it.id),
        due === 'digest',
      )
      return 'sent' as const
    })
    if (outcome) done[outcome]++
  }
  return done
}
