import { correctionsPath } from '@/lib/present/addresses'
import { correctionsDocument } from '@/lib/present/documents/corrections-document'
import { loadPublicCorrections } from '@/lib/services/load-public'
import { loadReportWaits } from '@/lib/services/load-report'
import { publicPageInTime } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageInTime(correctionsPath, async (ctx) =>
  correctionsDocument(await loadPublicCorrections(ctx.at), await loadReportWaits(), ctx),
)
export const HEAD = GET
