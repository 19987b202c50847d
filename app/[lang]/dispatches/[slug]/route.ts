import { dispatchPath } from '@/lib/present/addresses'
import { dispatchDocument } from '@/lib/present/documents/dispatch-document'
import { loadPublicDispatch } from '@/lib/services/load-public'
import { publicPageOfInTime } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageOfInTime(dispatchPath, async (slug, ctx) => {
  const record = await loadPublicDispatch(slug, ctx.at)
  return record && dispatchDocument(record, ctx)
})
export const HEAD = GET
