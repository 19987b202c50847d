import type { OccurrenceView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'

type Passage = Pick<OccurrenceView, 'id' | 'isInParts'> & { claim: { ref: string }; dispatch: { slug: string } }

/** Paths of the public pages, without host. The same slug serves both languages. */
export const homePath = (lang: Language): string => `/${lang}`
export const claimPath = (lang: Language, slug: string): string => `/${lang}/claims/${slug}`
export const claimsPath = (lang: Language): string => `/${lang}/claims`
export const eventPath = (lang: Language, slug: string): string => `/${lang}/events/${slug}`
export const eventsPath = (lang: Language): string => `/${lang}/events`
export const dispatchPath = (lang: Language, slug: string): string => `/${lang}/dispatches/${slug}`
/** One part of a long dispatch; the first is the dispatch itself. */
export const dispatchPartPath = (lang: Language, slug: string, part: number): string =>
  part === 1 ? dispatchPath(lang, slug) : `${dispatchPath(lang, slug)}/parts/${part}`
/** A passage in its text. Parts move as passages are added, so a link into a long text asks where the passage is by then. */
export const passagePath = (lang: Language, { id, claim, dispatch, isInParts }: Passage): string =>
  isInParts
    ? `${dispatchPath(lang, dispatch.slug)}/passages/${id}`
    : `${dispatchPath(lang, dispatch.slug)}#${claim.ref}`
/** The mark of the nth passage of a claim on the page of a text. */
export const passageMark = (ref: string, nth: number): string => (nth === 1 ? ref : `${ref}-${nth}`)
export const dispatchesPath = (lang: Language): string => `/${lang}/dispatches`
export const conflictPath = (lang: Language, slug: string): string => `/${lang}/conflicts/${slug}`
export const conflictsPath = (lang: Language): string => `/${lang}/conflicts`
export const sourcePath = (lang: Language, slug: string): string => `/${lang}/sources/${slug}`
export const methodologyPath = (lang: Language): string => `/${lang}/methodology`
/** Where the method page tells of one of its versions. */
export const methodVersionPath = (lang: Language, version: number): string => `/${lang}/methodology#version-${version}`
/** How good the suggestions are; the same words stand in the trigger that clears this page. */
export const suggestionsPath = (lang: Language): string => `/${lang}/suggestions`
export const statisticsPath = (lang: Language): string => `/${lang}/statistics`
export const correctionsPath = (lang: Language): string => `/${lang}/corrections`
export const validatePath = (lang: Language): string => `/${lang}/validate`
export const reportPath = (lang: Language, about?: string): string =>
  `/${lang}/report${about === undefined ? '' : `?about=${about}`}`
export const ticketPath = (lang: Language, ticket: string): string => `/${lang}/reports/${ticket}`
export const searchPath = (lang: Language): string => `/${lang}/search`
/** The search for a question. */
export const searchFor = (lang: Language, q: string): string => `${searchPath(lang)}?${new URLSearchParams({ q })}`
export const signInPath = (lang: Language): string => `/${lang}/sign-in`
export const embedPath = (lang: Language, slug: string): string => `/embed/${lang}/claims/${slug}`
/** The picture of a verdict for those who share its address. */
export const sharePath = (lang: Language, slug: string): string => `/og${claimPath(lang, slug)}.png`
/** Where a claim and its verdict come from, in PROV-O; one for all languages. */
export const provenancePath = (slug: string): string => `/claims/${slug}/provenance.jsonld`

/** The page of a list that begins after a row. */
export const afterPath = (listPath: string, id: string): string => `${listPath}/after/${id}`

export const otherLanguage = (lang: Language): Language => (lang === 'fr' ? 'en' : 'fr')
/** The same page in the other language: only the language of its path changes. */
export const inOtherLanguage = (path: string, lang: Language): string =>
  path.replace(
    new RegExp(`^(/embed)?/${lang}(?=/|$)`),
    (_, embed: string | undefined) => `${embed ?? ''}/${otherLanguage(lang)}`,
  )
