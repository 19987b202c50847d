import 'server-only'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import { claimsLike } from '@/lib/data/matching'
import type { Desk } from '@/lib/domain/desk'
import { optionalLine, optionalQuoted, readInput } from '@/lib/domain/input'
import { comparable, isComparable, MAX_MATCH_TEXT, MAX_MATCHES, type Similar, worthALook } from '@/lib/domain/matching'
import { permit } from '@/lib/domain/permission'
import { languageOf } from '@/lib/domain/suggest/language'

export const FindSimilarClaims = z.strictObject({
  text: optionalQuoted(MAX_MATCH_TEXT),
  /** The claim the text belongs to: nobody is told that it is like itself. */
  except: optionalLine().optional(),
})

/**
 * Has this been checked? The claims of the archive that read like a text, with their verdicts, and what others have published
 * about such a claim; nothing for a text too short.
 */
export async function findSimilarClaims(
  { db, actor }: Desk<PrismaClient>,
  raw: z.input<typeof FindSimilarClaims>,
): Promise<Similar> {
  permit(actor, 'desk:read')
  const { text, except } = readInput(FindSimilarClaims, raw)
  if (text === null || !isComparable(text)) return { claims: [], reviews: [] }
  const words = comparable(text)
  const { claims, reviews } = await claimsLike(db, words, languageOf(words), MAX_MATCHES + 1)
  return {
    claims: worthALook(claims, except ?? null).map(({ id: _id, ...claim }) => claim),
    reviews: worthALook(reviews, null),
  }
}
