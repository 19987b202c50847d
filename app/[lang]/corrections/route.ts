import { correctionsPath } from '@/lib/present/addresses'
import { correctionsDocument } from '@/lib/present/documents/corrections-document'
import { loadPublicCorrections } from '@/lib/services/load-public'
import { loadReportWaits } from '@/lib/services/load-report'
import { publicPage } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPage(correctionsPath, async (ctx) =>
  correctionsDocument(await loadPublicCorrections(), await loadReportWaits(), ctx),
)
export const HEAD = GET
