import { problemsPage } from '@/lib/web/api/problems-page'

export const dynamic = 'force-dynamic'

/** Where the types of the refusals lead: each by its code, in both languages. */
export const GET = (): Response =>
  new Response(problemsPage(), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'Cache-Control': 'public, max-age=300',
      'X-Content-Type-Options': 'nosniff',
    },
  })
