import { feedRoute } from '@/app/feeds/_answer/feed-route'

export const dynamic = 'force-dynamic'

export const GET = feedRoute('verdicts', 'json')
export const HEAD = GET
