import { claimsPath } from '@/lib/present/addresses'
import { claimsDocument } from '@/lib/present/documents/list-documents'
import { loadPublicHome } from '@/lib/services/load-public'
import { publicPageInTime } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageInTime(claimsPath, async (ctx) =>
  claimsDocument((await loadPublicHome(ctx.at)).verdicts, ctx),
)
export const HEAD = GET
