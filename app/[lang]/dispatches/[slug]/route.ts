import { dispatchPath } from '@/lib/present/addresses'
import { dispatchDocument } from '@/lib/present/documents/dispatch-document'
import { loadPublicDispatch } from '@/lib/services/load-public'
import { publicPageOf } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageOf(dispatchPath, async (slug, ctx) => {
  const record = await loadPublicDispatch(slug)
  return record && dispatchDocument(record, ctx)
})
export const HEAD = GET
