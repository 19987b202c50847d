import { isUuid } from '@/lib/domain/ids'
import { isLanguage } from '@/lib/domain/vocabulary'
import { atomFeed } from '@/lib/present/atom-feed'
import { correctionFeed, type FeedName, feedPath, olderPath, verdictFeed } from '@/lib/present/feed'
import { jsonFeed } from '@/lib/present/json-feed'
import { loadLatestCorrections, loadLatestVerdicts } from '@/lib/services/load-public-feeds'
import { machineFile, refusal } from '@/lib/web/machine-file'
import { siteContext } from '@/lib/web/public-document'
import { hubAddress } from '@/lib/web/websub'

const TYPE = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const
const WRITE = { atom: atomFeed, json: jsonFeed } as const
type Params = { lang: string; before?: string }

/** The place an address names, `time_id`; null when it names none. */
function placeIn(before: string): { at: string; id: string } | null {
  const [at = '', id = ''] = before.split('_')
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(at) && !Number.isNaN(Date.parse(at)) && isUuid(id)
    ? { at, id }
    : null
}

/** The handler of one feed in one format, for every language; with a place in its address, of the entries older than it. */
export const feedRoute =
  (name: FeedName, format: 'atom' | 'json') =>
  async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    const { lang, before } = await params
    const place = before === undefined ? null : placeIn(decodeURIComponent(before))
    if (!isLanguage(lang) || (before !== undefined && place === null))
      return refusal(request, 404, 'There is nothing at this address.')
    const path = place === null ? feedPath(lang, name, format) : olderPath(lang, name, `${place.at}_${place.id}`)
    return machineFile(request, { path, type: TYPE[format], isWhole: place === null }, async () => {
      const ctx = await siteContext(lang)
      const hub = hubAddress()
      const read = async () => {
        if (name === 'corrections') {
          const { items, next } = await loadLatestCorrections(place)
          return { feed: correctionFeed(items, ctx), next }
        }
        const { items, next } = await loadLatestVerdicts(place)
        return { feed: verdictFeed(items, ctx), next }
      }
      const { feed, next } = await read()
      const older = next === null ? undefined : ctx.baseUrl + olderPath(lang, name, `${next.at}_${next.id}`)
      return {
        body: WRITE[format]({ ...feed, hub, next: older }),
        links:
          hub === undefined
            ? []
            : [
                ['hub', hub],
                ['self', ctx.baseUrl + feedPath(lang, name, format)],
              ],
      }
    })
  }
