/** How often what is new comes by e-mail. Off for everybody until they choose. */
export const DIGESTS = ['off', 'daily', 'weekly'] as const
export type DigestChoice = (typeof DIGESTS)[number]
/** `mailsDirect`: what is asked of one by name comes within the hour. */
export type MailChoice = { digest: DigestChoice; mailsDirect: boolean }

const HOUR = 3_600_000
/** A little under a day and a week: a timer that is minutes late must not move the hour a little further every day. */
const APART: Record<Exclude<DigestChoice, 'off'>, number> = { daily: 23.5 * HOUR, weekly: 167.5 * HOUR }

/** What may be sent to somebody now: everything unread, what is asked by name only, or nothing. */
export function mailDue(
  choice: MailChoice & { digestSentAt: Date | null; mailedAt: Date | null },
  now: Date,
): 'digest' | 'direct' | null {
  const since = (at: Date | null): number => (at === null ? Number.POSITIVE_INFINITY : now.getTime() - at.getTime())
  if (choice.digest !== 'off' && since(choice.digestSentAt) >= APART[choice.digest]) return 'digest'
  return choice.mailsDirect && since(choice.mailedAt) >= HOUR ? 'direct' : null
}
