import { csvwRoute } from '../_table/metadata'

export const dynamic = 'force-dynamic'

export const GET = csvwRoute('conflicts')
export const HEAD = GET
