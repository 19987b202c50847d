import { suggestionsPath } from '@/lib/present/addresses'
import { suggestionsDocument } from '@/lib/present/documents/suggestions-document'
import { loadPublicRuleFigures } from '@/lib/services/load-public'
import { publicPage } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPage(suggestionsPath, async (ctx) => suggestionsDocument(await loadPublicRuleFigures(), ctx))
export const HEAD = GET
