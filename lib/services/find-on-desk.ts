import 'server-only'
import { z } from 'zod'
import { findOnDesk as find } from '@/lib/data/desk-find'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { type DeskThing, MAX_QUESTION } from '@/lib/domain/found'
import { optionalQuoted, readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const FindOnDesk = z.strictObject({ q: optionalQuoted(MAX_QUESTION) })

/** Most words one question may have: a longer one is a quotation, which the reading view finds. */
const WORDS = 8

/** Claims, conflicts, dispatches, events and sources that hold the words typed; nothing for no words. */
export async function findOnDesk(
  { db, actor }: Desk<PrismaClient>,
  raw: z.input<typeof FindOnDesk>,
): Promise<DeskThing[]> {
  permit(actor, 'desk:read')
  const { q } = readInput(FindOnDesk, raw)
  const words = (q ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, WORDS)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'))
  return words.length === 0 ? [] : find(db, words, words.join(' '))
}
