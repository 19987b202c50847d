import { onlyReads, whatIsAllowed, xlsxRoute } from '../_table/answer'

export const dynamic = 'force-dynamic'

export const GET = xlsxRoute('sources')
export const HEAD = GET
export const OPTIONS = whatIsAllowed
export const POST = onlyReads
export const PUT = onlyReads
export const PATCH = onlyReads
export const DELETE = onlyReads
