import { homePath } from '@/lib/present/addresses'
import { homeDocument } from '@/lib/present/documents/home-document'
import { loadPublicHome } from '@/lib/services/load-public'
import { publicPageInTime } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageInTime(homePath, async (ctx) => homeDocument(await loadPublicHome(ctx.at), ctx))
export const HEAD = GET
