import { homePath } from '@/lib/present/addresses'
import { languageOfReader } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

/** The front page in the reader's language. */
export const GET = (request: Request): Response =>
  new Response(null, {
    status: 307,
    headers: {
      Location: homePath(languageOfReader(request)),
      Vary: 'Accept-Language',
      'Cache-Control': 'public, max-age=0, s-maxage=300',
      'X-Content-Type-Options': 'nosniff',
    },
  })
export const HEAD = GET
