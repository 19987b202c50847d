import { claimsPath } from '@/lib/present/addresses'
import { claimsDocument } from '@/lib/present/documents/list-documents'
import { loadPublicVerdicts } from '@/lib/services/load-public-lists'
import { publicPageInTime } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageInTime(claimsPath, async (ctx) =>
  claimsDocument(await loadPublicVerdicts({ at: ctx.at }), ctx),
)
export const HEAD = GET
