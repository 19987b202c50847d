import { publicWords } from '@/lib/i18n/public'
import { claimAt, oembed, pixels } from '@/lib/present/oembed'
import { ownText } from '@/lib/present/parts/own-words'
import { ratingWord } from '@/lib/present/parts/verdict-word'
import { loadNewsroom } from '@/lib/services/load-newsroom'
import { loadPublicClaim } from '@/lib/services/load-public'
import { machineFile, refusal } from '@/lib/web/machine-file'
import { documentContext } from '@/lib/web/public-document'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const address = asked.get('url')
  if (address === null) return refusal(request, 400, 'url is missing: the address of a claim on this site.')
  if ((asked.get('format') ?? 'json') !== 'json') return refusal(request, 501, 'Only JSON is available: format=json.')
  const { baseUrl } = documentContext('en')
  const claim = claimAt(address, baseUrl)
  if (claim === null) return refusal(request, 404, 'This is not the address of a claim on this site.')
  const { lang, slug } = claim
  const maxWidth = pixels(asked.get('maxwidth'))
  const maxHeight = pixels(asked.get('maxheight'))
  const path = `/oembed?${new URLSearchParams({ lang, slug, w: String(maxWidth), h: String(maxHeight) })}`
  return machineFile(request, { path, type: 'application/json; charset=utf-8', isWhole: false }, async () => {
    const record = await loadPublicClaim(slug)
    if (record === null) return null
    const t = publicWords(lang).claim
    const { verdict } = record
    const isWithdrawn = verdict !== null && (verdict.isWithdrawal || verdict.state === 'withdrawn')
    const word = verdict === null ? t.none : isWithdrawn ? t.withdrawnTitle : ratingWord(lang, verdict.rating)
    const title = t.describedAs(ownText(lang, record.statementFr, record.statementEn), word)
    return { body: oembed({ lang, slug, title, baseUrl, newsroom: await loadNewsroom(), maxWidth, maxHeight }) }
  })
}
export const HEAD = GET
