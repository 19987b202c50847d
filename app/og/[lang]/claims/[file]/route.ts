import { isLanguage } from '@/lib/domain/vocabulary'
import { sharePath } from '@/lib/present/addresses'
import { loadPublicClaim } from '@/lib/services/load-public'
import { machineFile, refusal } from '@/lib/web/machine-file'
import { siteContext } from '@/lib/web/public-document'
import { isSlug } from '@/lib/web/public-route'
import { shareImage } from '@/lib/web/share-image'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ lang: string; file: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang, file } = await params
  const slug = file.endsWith('.png') ? file.slice(0, -'.png'.length) : ''
  if (!isLanguage(lang) || !isSlug(slug)) return refusal(request, 404, 'There is nothing at this address.')
  return machineFile(request, { path: sharePath(lang, slug), type: 'image/png', isWhole: true }, async () => {
    const record = await loadPublicClaim(slug)
    return record && { body: await shareImage(record, await siteContext(lang)) }
  })
}
export const HEAD = GET
