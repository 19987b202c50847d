import { csvwRoute } from '../_table/metadata'

export const dynamic = 'force-dynamic'

export const GET = csvwRoute('claims')
export const HEAD = GET
