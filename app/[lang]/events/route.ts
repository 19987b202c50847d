import { eventsPath } from '@/lib/present/addresses'
import { eventsDocument } from '@/lib/present/documents/list-documents'
import { loadPublicHome } from '@/lib/services/load-public'
import { publicPageInTime } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageInTime(eventsPath, async (ctx) =>
  eventsDocument((await loadPublicHome(ctx.at)).events, ctx),
)
export const HEAD = GET
