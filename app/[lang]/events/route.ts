import { eventsPath } from '@/lib/present/addresses'
import { eventsDocument } from '@/lib/present/documents/list-documents'
import { loadPublicHome } from '@/lib/services/load-public'
import { publicPage } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPage(eventsPath, async (ctx) => eventsDocument((await loadPublicHome()).events, ctx))
export const HEAD = GET
