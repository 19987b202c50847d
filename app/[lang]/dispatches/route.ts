import { dispatchesPath } from '@/lib/present/addresses'
import { dispatchesDocument } from '@/lib/present/documents/list-documents'
import { loadPublicDispatches } from '@/lib/services/load-public-lists'
import { publicPageInTime } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageInTime(dispatchesPath, async (ctx) =>
  dispatchesDocument(await loadPublicDispatches({ at: ctx.at }), ctx),
)
export const HEAD = GET
