import { csvwRoute } from '../_csv/metadata'

export const dynamic = 'force-dynamic'

export const GET = csvwRoute('claims')
export const HEAD = GET
