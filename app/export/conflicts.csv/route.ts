import { csvRoute, onlyReads, whatIsAllowed } from '../_table/answer'

export const dynamic = 'force-dynamic'

export const GET = csvRoute('conflicts')
export const HEAD = GET
export const OPTIONS = whatIsAllowed
export const POST = onlyReads
export const PUT = onlyReads
export const PATCH = onlyReads
export const DELETE = onlyReads
