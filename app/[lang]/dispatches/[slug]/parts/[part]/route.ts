import { dispatchPartPath } from '@/lib/present/addresses'
import { dispatchDocument } from '@/lib/present/documents/dispatch-document'
import { loadPublicDispatch } from '@/lib/services/load-public'
import { publicPageOf } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ lang: string; slug: string; part: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang, slug, part } = await params
  // A number written in one way, and the first part has the address of the dispatch: what else is asked is nobody's address.
  const n = /^[1-9]\d{0,4}$/.test(part) ? Number(part) : 0
  const page = publicPageOf(
    (language, name) => dispatchPartPath(language, name, n),
    async (name, ctx) => {
      const record = n > 1 ? await loadPublicDispatch(name, undefined, n) : null
      return record && dispatchDocument(record, ctx)
    },
  )
  return page(request, { params: Promise.resolve({ lang, slug }) })
}
export const HEAD = GET
