import { sourcePath } from '@/lib/present/addresses'
import { sourceDocument } from '@/lib/present/documents/source-document'
import { loadPublicSource } from '@/lib/services/load-public'
import { publicPageOf } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageOf(sourcePath, async (slug, ctx) => {
  const record = await loadPublicSource(slug)
  return record && sourceDocument(record, ctx)
})
export const HEAD = GET
