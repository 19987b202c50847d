import { isLanguage, type Language } from '@/lib/domain/vocabulary'
import { embedPath } from './addresses'
import { xmlText } from './atom-feed'

const WIDTH = 600
/** Room for the card, a verdict, a claim of three lines and a summary: the narrower, the more lines. From this width, that height. */
const ROOM: readonly [width: number, height: number][] = [
  [560, 280],
  [420, 330],
  [260, 400],
  [0, 480],
]

/** The claim that an address of this site names, or null: another site, another page, or no address at all. */
export function claimAt(address: string, baseUrl: string): { lang: Language; slug: string } | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.origin !== new URL(baseUrl).origin || url.username !== '' || url.password !== '') return null
  const base = new URL(baseUrl).pathname.replace(/\/$/, '')
  if (!url.pathname.startsWith(`${base}/`)) return null
  const [, lang, slug] =
    /^\/([a-z]{2})\/claims\/([a-z0-9]+(?:-[a-z0-9]+)*)\/?$/.exec(url.pathname.slice(base.length)) ?? []
  return lang !== undefined && slug !== undefined && slug.length <= 160 && isLanguage(lang) ? { lang, slug } : null
}

/** A limit in pixels as the asker wrote it; null when there is none or it is no number above zero. */
export function pixels(written: string | null): number | null {
  return written !== null && /^[1-9]\d{0,5}$/.test(written) ? Number(written) : null
}

export type Card = {
  lang: Language
  slug: string
  title: string
  baseUrl: string
  newsroom: string
  maxWidth: number | null
  maxHeight: number | null
}

/** The card of a claim for somebody else's page (oEmbed 1.0, rich): a frame, and no script. */
export function oembed({ lang, slug, title, baseUrl, newsroom, maxWidth, maxHeight }: Card): string {
  const width = Math.min(WIDTH, maxWidth ?? WIDTH)
  const [, wanted = 0] = ROOM.find(([from]) => width >= from) ?? []
  const height = Math.min(wanted, maxHeight ?? wanted)
  const src = baseUrl + embedPath(lang, slug)
  return JSON.stringify({
    version: '1.0',
    type: 'rich',
    title,
    provider_name: newsroom,
    provider_url: `${baseUrl}/`,
    cache_age: 300,
    width,
    height,
    html: `<iframe src="${xmlText(src)}" title="${xmlText(title)}" width="${width}" height="${height}" lang="${lang}" loading="lazy" frameborder="0" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`,
  })
}
