import 'server-only'
import type { MailChoice } from '@/lib/domain/mail-choice'
import type { Language } from '@/lib/domain/vocabulary'
import type { Db } from './db'

export type Addressee = MailChoice & {
  id: string
  name: string
  email: string
  lang: Language
  digestSentAt: Date | null
  /** When something was last mailed to them. */
  mailedAt: Date | null
}

/** People who chose to be written to and have something unread that was not mailed yet. */
export const addressees = (db: Db): Promise<Addressee[]> =>
  db.$queryRaw<Addressee[]>`
    select u.id, u.name, u.email, u.locale as lang, u.digest, u.mails_direct as "mailsDirect", u.digest_sent_at as "digestSentAt",
      (select max(n.mailed_at) from notifications n where n.user_id = u.id) as "mailedAt"
    from users u
    where u.disabled_at is null and (u.digest <> 'off' or u.mails_direct)
      and exists (select from notifications n where n.user_id = u.id and n.seen_at is null and n.mailed_at is null)
    order by u.id`

/** Takes the right to write to one person until the transaction ends; false when another process has it. */
export async function holdMailOf(db: Db, userId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ held: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtext('recoupe.mail'), hashtext(${userId})) as held`
  return row?.held === true
}

/** The addressee as they are now: another process may have written to them since the list was made. */
export const addresseeNow = async (db: Db, userId: string): Promise<Addressee | null> =>
  (await addressees(db)).find(({ id }) => id === userId) ?? null

/** Remembers that these lines were mailed, and when a digest was last sent. */
export async function markMailed(db: Db, userId: string, ids: readonly string[], isDigest: boolean): Promise<void> {
  await db.$executeRaw`
    update notifications set mailed_at = clock_timestamp()
    where user_id = ${userId}::uuid and id = any(${ids.map(BigInt)}::bigint[])`
  if (isDigest) await db.$executeRaw`update users set digest_sent_at = clock_timestamp() where id = ${userId}::uuid`
}

/** What somebody chose. */
export const mailChoiceOf = async (db: Db, id: string): Promise<MailChoice> => {
  const row = await db.user.findUniqueOrThrow({ where: { id }, select: { digest: true, mailsDirect: true } })
  return { digest: row.digest as MailChoice['digest'], mailsDirect: row.mailsDirect }
}

export const updateMailChoice = async (db: Db, id: string, choice: MailChoice): Promise<void> => {
  await db.user.update({ where: { id }, data: choice, select: { id: true } })
}
