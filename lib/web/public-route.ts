import 'server-only'
import { isUuid } from '@/lib/domain/ids'
import { isLanguage, type Language } from '@/lib/domain/vocabulary'
import { afterPath } from '@/lib/present/addresses'
import type { DocumentContext } from '@/lib/present/context'
import { momentAsked, pastPage } from './past-page'
import { type Built, notFoundAnswer, publicDocument, siteContext } from './public-document'

type Params = { lang: string; slug?: string }
type Context<P> = { params: Promise<P> }
type Handler<P> = (request: Request, context: Context<P>) => Promise<Response>

/** What a slug can be; anything else is nobody's address, and costs no question to the database. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const SLUG_LENGTH = 160
export const isSlug = (raw: string): boolean => raw.length <= SLUG_LENGTH && SLUG.test(raw)

/** The reader's language where the address does not say: the first of ours that Accept-Language names, else French. */
export function languageOfReader(request: Request): Language {
  const asked = (request.headers.get('accept-language') ?? '')
    .toLowerCase()
    .split(',')
    .map((part, i) => {
      const [tag = '', q] = part.trim().split(/\s*;\s*q\s*=\s*/)
      return { language: tag.slice(0, 2), quality: q === undefined ? 1 : Number(q) || 0, i }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.i - b.i)
  return asked.map(({ language }) => language).find(isLanguage) ?? 'fr'
}

/** A public page without a slug: a list, the front page, the method. */
export const publicPage =
  (
    pathOf: (lang: Language) => string,
    build: (ctx: DocumentContext) => Promise<string | null>,
  ): Handler<{ lang: string }> =>
  async (request, { params }) => {
    const { lang } = await params
    if (!isLanguage(lang)) return notFoundAnswer(request, languageOfReader(request))
    return publicDocument(request, pathOf(lang), lang, async () => asBuilt(await build(await siteContext(lang))))
  }

/** The public page of one thing. The path is made again from the slug: `%61` and `a` are one address, remembered once. */
export const publicPageOf =
  (
    pathOf: (lang: Language, slug: string) => string,
    build: (slug: string, ctx: DocumentContext) => Promise<Built | string | null>,
  ): Handler<{ lang: string; slug: string }> =>
  async (request, { params }) => {
    const { lang, slug } = await params
    if (!isLanguage(lang)) return notFoundAnswer(request, languageOfReader(request))
    if (!isSlug(slug)) return notFoundAnswer(request, lang)
    return publicDocument(request, pathOf(lang, slug), lang, async () =>
      asBuilt(await build(slug, await siteContext(lang))),
    )
  }

/** The page of a list that begins after a row. What is no id of a row begins nothing. */
export const publicPageAfter =
  (
    listOf: (lang: Language) => string,
    build: (after: string, ctx: DocumentContext) => Promise<string | null>,
  ): Handler<{ lang: string; after: string }> =>
  async (request, { params }) => {
    const { lang, after } = await params
    if (!isLanguage(lang)) return notFoundAnswer(request, languageOfReader(request))
    if (!isUuid(after)) return notFoundAnswer(request, lang)
    return publicDocument(request, afterPath(listOf(lang), after), lang, async () =>
      asBuilt(await build(after, await siteContext(lang))),
    )
  }

/** The same two, which can also be asked for as of a moment (`?at=`); the context of the build says which. */
export const publicPageInTime = (
  pathOf: (lang: Language) => string,
  build: (ctx: DocumentContext) => Promise<string>,
): Handler<{ lang: string }> => {
  const present = publicPage(pathOf, build)
  return async (request, context) => {
    const asked = momentAsked(request.url)
    const { lang } = await context.params
    if (asked === null || !isLanguage(lang)) return present(request, context)
    return pastPage(request, lang, asked, { path: pathOf(lang) }, build)
  }
}

export const publicPageOfInTime = (
  pathOf: (lang: Language, slug: string) => string,
  build: (slug: string, ctx: DocumentContext) => Promise<string | null>,
): Handler<{ lang: string; slug: string }> => {
  const present = publicPageOf(pathOf, build)
  return async (request, context) => {
    const asked = momentAsked(request.url)
    const { lang, slug } = await context.params
    if (asked === null || !isLanguage(lang) || !isSlug(slug)) return present(request, context)
    return pastPage(request, lang, asked, { path: pathOf(lang, slug) }, (ctx) => build(slug, ctx))
  }
}

const asBuilt = (it: Built | string | null): Built | null => (typeof it === 'string' ? { html: it } : it)

/** Any other address under a language, or under none. */
export const nothingHere: Handler<Params> = async (request, { params }) => {
  const { lang } = await params
  return notFoundAnswer(request, isLanguage(lang) ? lang : languageOfReader(request))
}
