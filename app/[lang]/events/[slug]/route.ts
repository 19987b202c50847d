import { eventPath } from '@/lib/present/addresses'
import { eventDocument } from '@/lib/present/documents/event-document'
import { loadPublicEvent } from '@/lib/services/load-public'
import { publicPageOf } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageOf(eventPath, async (slug, ctx) => {
  const record = await loadPublicEvent(slug)
  return record && eventDocument(record, ctx)
})
export const HEAD = GET
