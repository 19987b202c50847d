import { findSimilarClaims } from '@/lib/services/find-similar-claims'
import { route } from '@/lib/web/route'

/** The claims of the archive, and the reviews of others, that read like `?text=`; `except` is the claim the text belongs to. A stranger gets 401. */
export const GET = route(async (request, desk) => {
  const { searchParams } = request.nextUrl
  return Response.json(
    await findSimilarClaims(desk, { text: searchParams.get('text'), except: searchParams.get('except') }),
  )
})
