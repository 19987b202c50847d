import { onlyReads } from '@/lib/web/api/answer'
import { claimsSearch } from '@/lib/web/claims-search'

export const dynamic = 'force-dynamic'

/** Reached as `/v1alpha1/claims:search` too (next.config.js): a folder of that name is illegal on some systems. */
export const GET = (request: Request): Promise<Response> => claimsSearch(request)
export const HEAD = GET
/** Any other method is refused as the rest of the API refuses it. */
export const POST = onlyReads
export const PUT = onlyReads
export const PATCH = onlyReads
export const DELETE = onlyReads
