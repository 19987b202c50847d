import { isLanguage } from '@/lib/domain/vocabulary'
import { atomFeed } from '@/lib/present/atom-feed'
import { correctionFeed, type FeedName, feedPath, verdictFeed } from '@/lib/present/feed'
import { jsonFeed } from '@/lib/present/json-feed'
import { loadLatestCorrections, loadLatestVerdicts } from '@/lib/services/load-public-feeds'
import { machineFile, refusal } from '@/lib/web/machine-file'
import { siteContext } from '@/lib/web/public-document'

const TYPE = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const
const WRITE = { atom: atomFeed, json: jsonFeed } as const

/** The handler of one feed in one format, for every language. */
export const feedRoute =
  (name: FeedName, format: 'atom' | 'json') =>
  async (request: Request, { params }: { params: Promise<{ lang: string }> }): Promise<Response> => {
    const { lang } = await params
    if (!isLanguage(lang)) return refusal(request, 404, 'There is nothing at this address.')
    return machineFile(request, { path: feedPath(lang, name, format), type: TYPE[format], isWhole: true }, async () => {
      const ctx = await siteContext(lang)
      const feed =
        name === 'verdicts'
          ? verdictFeed(await loadLatestVerdicts(), ctx)
          : correctionFeed(await loadLatestCorrections(), ctx)
      return { body: WRITE[format](feed) }
    })
  }
