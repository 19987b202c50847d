import { sourcePath } from '@/lib/present/addresses'
import { sourceDocument } from '@/lib/present/documents/source-document'
import { loadPublicSource } from '@/lib/services/load-public'
import { publicPageOfInTime } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageOfInTime(sourcePath, async (slug, ctx) => {
  const record = await loadPublicSource(slug, ctx.at)
  return record && sourceDocument(record, ctx)
})
export const HEAD = GET
