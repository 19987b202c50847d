import 'server-only'
import { sourceChoices } from '@/lib/data/desk-lists'
import { dispatchesWithCounts } from '@/lib/data/dispatches'
import { entityList } from '@/lib/data/entities'
import { eventsWithCounts } from '@/lib/data/events'
import type { PrismaClient } from '@/lib/data/generated/client'
import { sourcesWithCounts } from '@/lib/data/sources'
import type { Desk } from '@/lib/domain/desk'
import { permit, permits } from '@/lib/domain/permission'

/** The lists of the desk, for whoever is signed in; each says what the reader may do there. */
export async function loadDeskToday({ db, actor }: Desk<PrismaClient>) {
  permit(actor, 'desk:read')
  const dispatches = await dispatchesWithCounts(db, 'desk')
  return { dispatches, mayAdd: permits(actor, 'dispatch:add'), mayPublish: permits(actor, 'dispatch:publish') }
}

export async function loadDeskSources({ db, actor }: Desk<PrismaClient>) {
  permit(actor, 'desk:read')
  return {
    sources: await sourcesWithCounts(db),
    mayAdd: permits(actor, 'source:add'),
    mayReveal: permits(actor, 'source:reveal'),
  }
}

/** What a dispatch may name as its publisher. */
export async function loadPublishers({ db, actor }: Desk<PrismaClient>) {
  permit(actor, 'dispatch:add')
  return (await sourceChoices(db)).filter(({ kind }) => kind === 'outlet' || kind === 'agency')
}

export async function loadDeskEvents({ db, actor }: Desk<PrismaClient>) {
  permit(actor, 'desk:read')
  const [events, places] = await Promise.all([eventsWithCounts(db), entityList(db, 'place')])
  return { events, places, mayAdd: permits(actor, 'event:add') }
}
