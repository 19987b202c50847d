import { openApi } from '@/lib/web/api/openapi'
import { documentContext } from '@/lib/web/public-document'

export const dynamic = 'force-dynamic'

/** The description of the API, for programs; it names nothing of what the newsroom has. */
export function GET(): Response {
  return Response.json(openApi(documentContext('en').baseUrl), {
    headers: {
      'Cache-Control': 'public, max-age=300',
      'Access-Control-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
