import { xlsxRoute } from '../_table/answer'

export const dynamic = 'force-dynamic'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = xlsxRoute('claims')
