import { statisticsPath } from '@/lib/present/addresses'
import { statisticsDocument } from '@/lib/present/documents/statistics-document'
import { loadPublicStatistics } from '@/lib/services/load-public'
import { publicPageInTime } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageInTime(statisticsPath, async (ctx) =>
  statisticsDocument(await loadPublicStatistics(ctx.at), ctx),
)
export const HEAD = GET
