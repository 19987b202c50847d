import 'server-only'
import type { EarlierPublication } from '@/lib/data/earlier'
import { isLanguage } from '@/lib/domain/vocabulary'
import { claimPath } from '@/lib/present/addresses'
import { earlierDocument, withBanner } from '@/lib/present/documents/earlier-document'
import { type EarlierQuestion, loadEarlier } from '@/lib/services/load-earlier'
import { SOON } from './document-headers'
import { noIndex } from './past-page'
import { freshAnswer, notFoundAnswer, siteContext } from './public-document'
import { languageOfReader } from './public-route'

/** What of a query asks for an earlier page; the moment wins. Null: the page as it is now. */
export function earlierAsked(url: string): EarlierQuestion | null {
  const asked = new URL(url).searchParams
  const at = asked.get('at')
  if (at !== null) return { at }
  const version = asked.get('version')
  return version === null ? null : { version }
}

/** The withdrawal that came after these bytes, as the notice above them says it. */
const withdrawalSince = ({ withdrawnSince: it }: EarlierPublication) => it && { ...it, at: it.at.toISOString() }

/** What cannot be read as a moment, or has not come, is the asker's mistake; what was not there then is not found. */
const STATUS = { published: 200, none: 404, no_version: 404, unread: 400, future: 400 } as const

/**
 * A claim's page as it was published: of a moment, the bytes in force then under a notice; of a number, those bytes and nothing
 * else, so that their hash is the one in the log. Not remembered and not kept for long: anyone can ask for any moment.
 */
export async function earlierPage(
  request: Request,
  { lang, slug }: { lang: string; slug: string },
  question: EarlierQuestion,
): Promise<Response> {
  if (!isLanguage(lang)) return notFoundAnswer(request, languageOfReader(request))
  if (!/^[a-z0-9-]{1,160}$/.test(slug)) return notFoundAnswer(request, lang)
  const found = await loadEarlier(claimPath(lang, slug), slug, question)
  if (found === null) return notFoundAnswer(request, lang)
  const html =
    found.is === 'published'
      ? Buffer.from(found.publication.body).toString('utf8')
      : earlierDocument(found.record, found, await siteContext(lang))
  const { publication, at } = found.is === 'published' ? found : { publication: null, at: null }
  const page =
    publication && at !== null
      ? withBanner(html, { lang, slug, at, n: publication.n, withdrawnSince: withdrawalSince(publication) })
      : html
  return noIndex(freshAnswer(request, page, SOON, STATUS[found.is]))
}
