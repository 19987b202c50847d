import 'server-only'
import { type KeptAnswer, type KeptWith, keepAnswer, keptAnswer, takeKey, withTransactions } from '@/lib/data/api-kept'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { permit } from '@/lib/domain/permission'

export type { KeptAnswer }
/** What came of a request with a key: its answer, the answer of the first one, or why there is none. */
export type Once = { answer: KeptAnswer; isReplayed: boolean } | 'reused' | 'in_flight'

/** Ends a transaction that is not to be: the key has an answer, or somebody works on it. */
class Settled extends Error {
  constructor(readonly by: KeptWith | 'in_flight') {
    super('the key is taken')
  }
}

type Request<T> = {
  route: string
  key: string
  fingerprint: Buffer
  work: (desk: Desk<PrismaClient>) => Promise<T>
  /** What is answered to a value, and to a failure that will stay one (null: it may go better the next time). */
  answerOf: (value: T) => KeptAnswer
  refusalOf: (error: unknown) => Promise<KeptAnswer | null>
}

/**
 * Does a piece of work once per key, however often it is asked for: the answer is kept in the transaction of the work, so that
 * a crash leaves neither or both. Asked again within a day, the same body gets the same answer.
 */
export async function answerOnce<T>(
  desk: Desk<PrismaClient>,
  { route, key, fingerprint, work, answerOf, refusalOf }: Request<T>,
): Promise<Once> {
  const { by: userId } = permit(desk.actor, 'desk:read')
  const own = { userId, route, key }
  const replay = (kept: KeptWith): Once =>
    Buffer.compare(kept.fingerprint, fingerprint) === 0 ? { answer: kept, isReplayed: true } : 'reused'
  const before = await keptAnswer(desk.db, own)
  if (before) return replay(before)

  let written: KeptAnswer | null = null
  const db = withTransactions(desk.db, async (tx, run) => {
    if (!(await takeKey(tx, own))) throw new Settled('in_flight')
    const kept = written === null ? await keptAnswer(tx, own) : null
    if (kept) throw new Settled(kept)
    const value = await run()
    const answer = answerOf(value as never)
    await keepAnswer(tx, own, { ...answer, fingerprint })
    written = answer
    return value
  })
  try {
    const answer = answerOf(await work({ ...desk, db }))
    // A verb that writes nothing in a transaction, or tells more than it: its answer is kept beside the work.
    if (JSON.stringify(answer) !== JSON.stringify(written)) await keepAnswer(desk.db, own, { ...answer, fingerprint })
    return { answer, isReplayed: false }
  } catch (error) {
    if (error instanceof Settled) return error.by === 'in_flight' ? 'in_flight' : replay(error.by)
    const answer = await refusalOf(error)
    if (answer === null) throw error
    await keepAnswer(desk.db, own, { ...answer, fingerprint })
    return { answer, isReplayed: false }
  }
}
