import 'server-only'
import { sourceChoices } from '@/lib/data/desk-lists'
import type { PrismaClient } from '@/lib/data/generated/client'
import { countsOfSuggestions, openSuggestions, takenPassages, textToRead } from '@/lib/data/suggestions'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit, permits } from '@/lib/domain/permission'
import { CodePoints } from '@/lib/domain/quote'
import { shownSuggestions } from '@/lib/domain/shown-suggestion'

/** What is proposed about a text and waits for somebody, ready to be shown: with its words, and the claim it would make. */
export async function loadSuggestions({ db, actor }: Desk<PrismaClient>, dispatchVersionId: string) {
  permit(actor, 'desk:read')
  const version = await textToRead(db, dispatchVersionId)
  if (!version) throw new Fault('not_found', 'dispatch version')
  const [open, counts, taken, sources] = await Promise.all([
    openSuggestions(db, version.id),
    countsOfSuggestions(db, version.id),
    takenPassages(db, version.id),
    sourceChoices(db),
  ])
  const { publisherId } = version.dispatch
  return {
    versionId: version.id,
    suggestions: shownSuggestions(new CodePoints(version.text), open, { sources, publisherId, taken }),
    counts,
    mayPropose: permits(actor, 'claim:add'),
    mayDecide: {
      claim: permits(actor, 'claim:add'),
      name: permits(actor, 'entity:link'),
      conflict: permits(actor, 'conflict:mark'),
    },
  }
}
