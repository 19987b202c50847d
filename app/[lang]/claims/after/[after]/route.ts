import { claimsPath } from '@/lib/present/addresses'
import { claimsDocument } from '@/lib/present/documents/list-documents'
import { loadPublicVerdicts } from '@/lib/services/load-public-lists'
import { publicPageAfter } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageAfter(claimsPath, async (after, ctx) => {
  const page = await loadPublicVerdicts({ after })
  return page.items.length === 0 ? null : claimsDocument(page, ctx, after)
})
export const HEAD = GET
