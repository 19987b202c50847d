import { nothingHere } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

export const GET = nothingHere
export const HEAD = GET
