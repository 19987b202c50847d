import { dispatchesPath } from '@/lib/present/addresses'
import { dispatchesDocument } from '@/lib/present/documents/list-documents'
import { loadPublicDispatches } from '@/lib/services/load-public-lists'
import { publicPageAfter } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageAfter(dispatchesPath, async (after, ctx) => {
  const page = await loadPublicDispatches({ after })
  return page.items.length === 0 ? null : dispatchesDocument(page, ctx, after)
})
export const HEAD = GET
