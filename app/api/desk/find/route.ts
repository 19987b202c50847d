import { findOnDesk } from '@/lib/services/find-on-desk'
import { route } from '@/lib/web/route'

/** What the palette of the desk finds for `?q=`; a stranger gets 401. */
export const GET = route(async (request, desk) =>
  Response.json({ found: await findOnDesk(desk, { q: request.nextUrl.searchParams.get('q') }) }),
)
