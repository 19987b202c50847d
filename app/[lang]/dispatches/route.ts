import { dispatchesPath } from '@/lib/present/addresses'
import { dispatchesDocument } from '@/lib/present/documents/list-documents'
import { loadPublicHome } from '@/lib/services/load-public'
import { publicPageInTime } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageInTime(dispatchesPath, async (ctx) =>
  dispatchesDocument((await loadPublicHome(ctx.at)).dispatches, ctx),
)
export const HEAD = GET
