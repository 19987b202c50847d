import { homePath } from '@/lib/present/addresses'
import { homeDocument } from '@/lib/present/documents/home-document'
import { loadPublicHome } from '@/lib/services/load-public'
import { publicPage } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPage(homePath, async (ctx) => homeDocument(await loadPublicHome(), ctx))
export const HEAD = GET
