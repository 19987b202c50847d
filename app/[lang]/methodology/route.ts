import { methodologyPath } from '@/lib/present/addresses'
import { methodologyDocument } from '@/lib/present/documents/methodology-document'
import { publicPage } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = publicPage(methodologyPath, async (ctx) => methodologyDocument(ctx))
export const HEAD = GET
