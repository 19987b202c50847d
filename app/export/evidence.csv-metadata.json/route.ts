import { csvwRoute } from '../_csv/metadata'

export const dynamic = 'force-dynamic'

export const GET = csvwRoute('evidence')
export const HEAD = GET
