import { conflictsPath } from '@/lib/present/addresses'
import { conflictsDocument } from '@/lib/present/documents/list-documents'
import { loadPublicConflicts } from '@/lib/services/load-public-lists'
import { publicPageInTime } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPageInTime(conflictsPath, async (ctx) =>
  conflictsDocument(await loadPublicConflicts({ at: ctx.at }), ctx),
)
export const HEAD = GET
