/**
 * What `bench/change.mjs` needs somebody to do: each line it reads is one correction of a published verdict, drafted, read by
 * somebody else and published through the services. Prints `{ slug }` first, then for each line the words the new page holds
 * and the moment it was committed (milliseconds since 1970, by this machine's clock).
 */
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import { closeDb, deskDb } from '@/lib/data/db'
import { asId, type UserId } from '@/lib/domain/ids'
import type { Role } from '@/lib/domain/permission'
import type { RatingCode } from '@/lib/domain/rating'
import { changeVerdict } from '@/lib/services/change-verdict'
import { publishVerdict } from '@/lib/services/publish-verdict'
import { readVerdict } from '@/lib/services/read-verdict'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { press } from '@/lib/web/press'
import { scriptDesk } from '@/lib/web/script-desk'

const run = randomBytes(4).toString('hex')
const db = deskDb()

async function person(name: string, role: Role) {
  const id = (await scriptDesk(null)).newId()
  await db.user.create({ data: { id, email: `${name}-${run}@example.invalid`, name, role, locale: 'fr' } })
  return async () => scriptDesk({ id: asId<UserId>(id), role, isSourceKeeper: false })
}
const author = await person('author', 'reviewer')
const reader = await person('reader', 'editor')
const verdict = await db.verdict.findFirstOrThrow({
  where: { state: { in: ['published', 'corrected'] } },
  select: { id: true, version: true, ratingCode: true, noEvidenceReasonFr: true, claim: { select: { slug: true } } },
  orderBy: { id: 'asc' },
})
const verdictId = verdict.id
const ratingCode = verdict.ratingCode as RatingCode
let { version } = verdict
console.log(JSON.stringify({ slug: verdict.claim.slug }))

let n = 0
for await (const _ of createInterface({ input: process.stdin })) {
  const words = `Correction ${run}-${++n}.`
  await changeVerdict(await author(), {
    verdictId,
    version: version++,
    ratingCode,
    summaryFr: words,
    summaryEn: words,
    noEvidenceReasonFr: verdict.noEvidenceReasonFr,
  })
  await submitVerdict(await author(), { verdictId, version: version++ })
  await readVerdict(await reader(), { verdictId, version: version++, decision: 'approved', ratingCode })
  const correction = { severity: 'clarification' as const, whatWasWrongFr: words, whatWasWrongEn: words }
  await publishVerdict(await reader(), { verdictId, version: version++, correction }, press)
  console.log(JSON.stringify({ words, at: performance.timeOrigin + performance.now() }))
}
await closeDb()
