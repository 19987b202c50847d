import 'server-only'
import { z } from 'zod'
import { publicDb } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertReport, publicTitle } from '@/lib/data/public-reports'
import { type Budget, limitKey, takeTry } from '@/lib/data/rate-limits'
import { Fault, invalid } from '@/lib/domain/fault'
import { leftEmpty, oneOf, optionalLine, readInput, reportContact, reportWords } from '@/lib/domain/input'
import { REPORT_KINDS, readAbout } from '@/lib/domain/report'
import { LANGUAGES } from '@/lib/domain/vocabulary'

/** Ten in an hour from one address, because a village shares one; a hundred and twenty from everywhere. */
export const REPORTS_OF_ADDRESS: Budget = { limit: 10, minutes: 60 }
export const REPORTS_OF_ALL: Budget = { limit: 120, minutes: 60 }

/** What a reader types. `subject` is a trap: people do not see it, programs fill it in. */
export const SendReport = z.strictObject({
  kind: oneOf(REPORT_KINDS),
  about: z.string(),
  place: optionalLine(),
  words: reportWords(),
  contact: reportContact(),
  language: oneOf(LANGUAGES),
  subject: leftEmpty(),
})

/**
 * Hands in what a reader says: an error, a reply, a claim to check. No account, nothing asked but their words. What it is about
 * is looked up with a stranger's eyes: a draft and a page that never was are the same to them. Returns the ticket.
 */
export async function sendReport(
  { db }: { db: PrismaClient },
  raw: z.input<typeof SendReport>,
  visitor: { address: string },
): Promise<{ ticket: string }> {
  const { about: aboutWords, place, subject: _, ...report } = readInput(SendReport, raw)
  const named = readAbout(aboutWords)
  const about = named && (await publicTitle(publicDb(), named)) ? named : null
  // A page that is no longer there is still what they meant.
  const said = place ?? (about === null && named !== null ? aboutWords : null)
  if (report.kind !== 'claim' && about === null && said === null) throw invalid({ field: 'place', reason: 'required' })
  // Whoever has none left takes none of the others'.
  const mayTry =
    (await takeTry(db, limitKey('report:address', visitor.address), REPORTS_OF_ADDRESS)) &&
    (await takeTry(db, limitKey('report:all', ''), REPORTS_OF_ALL))
  if (!mayTry) throw new Fault('too_many', 'report')
  return { ticket: await insertReport(publicDb(), { ...report, about, place: said }) }
}
