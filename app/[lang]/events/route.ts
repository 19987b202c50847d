import { eventsPath } from '@/lib/present/addresses'
import { eventsDocument } from '@/lib/present/documents/list-documents'
import { loadPublicEvents } from '@/lib/services/load-public-lists'
import { publicPageInTime } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageInTime(eventsPath, async (ctx) =>
  eventsDocument(await loadPublicEvents({ at: ctx.at }), ctx),
)
export const HEAD = GET
