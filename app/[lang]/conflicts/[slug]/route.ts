import { conflictPath } from '@/lib/present/addresses'
import { conflictDocument } from '@/lib/present/documents/conflict-document'
import { loadPublicConflict } from '@/lib/services/load-public'
import { publicPageOfInTime } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageOfInTime(conflictPath, async (slug, ctx) => {
  const record = await loadPublicConflict(slug, ctx.at)
  return record && conflictDocument(record, ctx)
})
export const HEAD = GET
