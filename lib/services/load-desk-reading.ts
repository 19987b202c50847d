import 'server-only'
import type { Db } from '@/lib/data/db'
import { hopClues, sourceChoices } from '@/lib/data/desk-lists'
import { dispatchRecord, MARKED } from '@/lib/data/dispatches'
import { eventBriefs } from '@/lib/data/events'
import type { PrismaClient } from '@/lib/data/generated/client'
import { passagesBefore } from '@/lib/data/passage-place'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit, permits } from '@/lib/domain/permission'
import { sentencesOf } from '@/lib/domain/sentences'

/** From which place of the text its passages are marked, or a passage that must be among them. */
export type ReadingPlace = { from: number } | { passage: string }

/** A dispatch as it is read on the desk: the text with its marks, its sentences, and what a claim can be made of. */
export async function loadDeskReading(
  { db, actor }: Desk<PrismaClient>,
  slug: string,
  place: ReadingPlace = { from: 0 },
) {
  permit(actor, 'desk:read')
  const from = 'from' in place ? place.from : await firstMarked(db, slug, place.passage)
  const record = await dispatchRecord(db, 'desk', slug, { from })
  if (!record) throw new Fault('not_found', 'dispatch')
  const [sources, events, hops] = await Promise.all([
    sourceChoices(db),
    eventBriefs(db),
    hopClues(
      db,
      record.occurrences.map(({ id }) => id),
    ),
  ])
  return {
    record,
    sources,
    events,
    hops: Object.fromEntries(hops),
    sentences: sentencesOf(record.text, record.language),
    mayAdd: permits(actor, 'claim:add'),
    mayEdit: permits(actor, 'claim:edit'),
    mayPublish: permits(actor, 'dispatch:publish'),
  }
}

/** The beginning of the text, or of the passage when the marks from there on do not reach it. */
async function firstMarked(db: Db, slug: string, passage: string): Promise<number> {
  const found = await passagesBefore(db, slug, passage)
  return found === null || found.before <= MARKED ? 0 : found.start
}
