import { conflictsPath } from '@/lib/present/addresses'
import { conflictsDocument } from '@/lib/present/documents/list-documents'
import { loadPublicConflicts } from '@/lib/services/load-public-lists'
import { publicPageAfter } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageAfter(conflictsPath, async (after, ctx) => {
  const page = await loadPublicConflicts({ after })
  return page.items.length === 0 ? null : conflictsDocument(page, ctx, after)
})
export const HEAD = GET
