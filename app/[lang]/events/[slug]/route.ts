import { eventPath } from '@/lib/present/addresses'
import { eventDocument } from '@/lib/present/documents/event-document'
import { loadPublicEvent } from '@/lib/services/load-public'
import { publicPageOfInTime } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageOfInTime(eventPath, async (slug, ctx) => {
  const record = await loadPublicEvent(slug, ctx.at)
  return record && eventDocument(record, ctx)
})
export const HEAD = GET
