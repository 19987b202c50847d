import 'server-only'
import { env } from '@/lib/env'

/** Whether this newsroom offers its last two days to news search engines. */
export const hasNewsSitemap = (): boolean => env().RECOUPE_NEWS_SITEMAP === '1'
