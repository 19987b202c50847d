import type { OccurrenceView } from '@/lib/domain/record'
import { LANGUAGES, type Language } from '@/lib/domain/vocabulary'
import { claimPath, dispatchPath, passagePath } from './addresses'

/** An occurrence with the version of the text that its offsets count in. */
export type AnchoredOccurrence = OccurrenceView & { textVersion: { n: number; retrievedAt: string } }

type Json = Record<string, unknown>
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

/** Where the annotations of the Web Annotation Protocol are; the path of a container ends in a slash. */
export const containerAddress = (baseUrl: string): string => `${baseUrl}/annotations/`
export const annotationAddress = (baseUrl: string, id: string): string => `${containerAddress(baseUrl)}${id}`

/** The page of a text in its own language, or in English when we do not speak it. */
const pageLanguage = (language: string): Language =>
  LANGUAGES.find((it) => it === language.toLowerCase().split('-')[0]) ?? 'en'

/**
 * One occurrence as a W3C Web Annotation: the words in the text, and the claim we read in them. Offsets are code points, as the
 * model asks and as they are stored; they count in the version named by the source and by its state.
 */
export function annotationOf(it: AnchoredOccurrence, baseUrl: string): Json {
  const { claim, dispatch, textVersion } = it
  const statements: readonly [Language, string | null][] = [
    ['fr', claim.statementFr],
    ['en', claim.statementEn],
  ]
  const language = pageLanguage(dispatch.language)
  const page = baseUrl + dispatchPath(language, dispatch.slug)
  return {
    id: annotationAddress(baseUrl, it.id),
    canonical: `urn:uuid:${it.id}`,
    type: 'Annotation',
    motivation: 'describing',
    body: [
      ...statements.flatMap(([its, value]) =>
        value === null || value.trim() === ''
          ? []
          : [{ type: 'TextualBody', value, language: its, format: 'text/plain', purpose: 'describing' }],
      ),
      ...LANGUAGES.map((lang) => ({
        type: 'SpecificResource',
        source: baseUrl + claimPath(lang, claim.slug),
        purpose: 'linking',
      })),
    ],
    target: {
      // The address of a text is its first part: where the words are is said too.
      ...(it.isInParts && { id: baseUrl + passagePath(language, it) }),
      type: 'SpecificResource',
      source: `${page}?version=${textVersion.n}`,
      state: { type: 'TimeState', sourceDate: textVersion.retrievedAt },
      selector: [
        { type: 'TextPositionSelector', start: it.start, end: it.end },
        { type: 'TextQuoteSelector', exact: it.exact, prefix: it.prefix, suffix: it.suffix },
      ],
    },
  }
}

/** One annotation by itself. */
export const singleAnnotation = (it: AnchoredOccurrence, baseUrl: string): string =>
  JSON.stringify({ '@context': CONTEXT, ...annotationOf(it, baseUrl) })

export type AnnotationPage = {
  items: readonly AnchoredOccurrence[]
  /** From 1. */
  page: number
  pages: number
  /** Place of the first item among all, from 0. */
  startIndex: number
  total: number
}

const collectionAddress = (baseUrl: string): string => `${baseUrl}/export/annotations.jsonld`
export const annotationPageAddress = (baseUrl: string, page: number): string =>
  `${collectionAddress(baseUrl)}?page=${page}`

function pageOf({ items, page, pages, startIndex }: AnnotationPage, baseUrl: string): Json {
  return {
    id: annotationPageAddress(baseUrl, page),
    type: 'AnnotationPage',
    ...(page > 1 && { prev: annotationPageAddress(baseUrl, page - 1) }),
    ...(page < pages && { next: annotationPageAddress(baseUrl, page + 1) }),
    startIndex,
    items: items.map((it) => annotationOf(it, baseUrl)),
  }
}

/** All annotations as a collection that holds its first page; the others are at their own addresses. */
export const annotationCollection = (first: AnnotationPage, baseUrl: string): string =>
  JSON.stringify({
    '@context': CONTEXT,
    id: collectionAddress(baseUrl),
    type: 'AnnotationCollection',
    label: 'Recoupe',
    total: first.total,
    ...(first.total > 0 && { first: pageOf(first, baseUrl), last: annotationPageAddress(baseUrl, first.pages) }),
  })

/** One page by itself. */
export const annotationPage = (it: AnnotationPage, baseUrl: string): string => {
  const { id, type, ...rest } = pageOf(it, baseUrl)
  const partOf = { id: collectionAddress(baseUrl), type: 'AnnotationCollection', total: it.total }
  return JSON.stringify({ '@context': CONTEXT, id, type, partOf, ...rest })
}
