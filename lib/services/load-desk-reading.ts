import 'server-only'
import { hopClues, sourceChoices } from '@/lib/data/desk-lists'
import { dispatchRecord } from '@/lib/data/dispatches'
import { eventBriefs } from '@/lib/data/events'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit, permits } from '@/lib/domain/permission'
import { sentencesOf } from '@/lib/domain/sentences'

/** A dispatch as it is read on the desk: the text with its marks, its sentences, and what a claim can be made of. */
export async function loadDeskReading({ db, actor }: Desk<PrismaClient>, slug: string, from = 0) {
  permit(actor, 'desk:read')
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
