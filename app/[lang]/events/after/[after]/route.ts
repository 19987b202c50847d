import { eventsPath } from '@/lib/present/addresses'
import { eventsDocument } from '@/lib/present/documents/list-documents'
import { loadPublicEvents } from '@/lib/services/load-public-lists'
import { publicPageAfter } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageAfter(eventsPath, async (after, ctx) => {
  const page = await loadPublicEvents({ after })
  return page.items.length === 0 ? null : eventsDocument(page, ctx, after)
})
export const HEAD = GET
