import { dispatchesPath } from '@/lib/present/addresses'
import { dispatchesDocument } from '@/lib/present/documents/list-documents'
import { loadPublicHome } from '@/lib/services/load-public'
import { publicPage } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPage(dispatchesPath, async (ctx) =>
  dispatchesDocument((await loadPublicHome()).dispatches, ctx),
)
export const HEAD = GET
