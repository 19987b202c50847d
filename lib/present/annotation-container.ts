import { type AnnotationPage, annotationAddress, annotationOf, containerAddress } from './annotations-jsonld'

type Json = Record<string, unknown>
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', 'http://www.w3.org/ns/ldp.jsonld']

/** What of each annotation a reader of the container wants: all of it, its address, or nothing but where the pages are. */
export type Contained = 'descriptions' | 'iris' | 'minimal'
export type ContainerPage = AnnotationPage & { changedAt: string | null }

/** Each form of the container is an address of its own (`iris=1`: addresses only). */
const formOf = (contained: Contained): string => `iris=${contained === 'descriptions' ? 0 : 1}`
export const containerForm = (baseUrl: string, contained: Contained): string =>
  contained === 'minimal' ? containerAddress(baseUrl) : `${containerAddress(baseUrl)}?${formOf(contained)}`
const pageAddress = (baseUrl: string, contained: Contained, page: number): string =>
  `${containerAddress(baseUrl)}?${formOf(contained)}&page=${page}`

function pageOf({ items, page, pages, startIndex }: AnnotationPage, contained: Contained, baseUrl: string): Json {
  return {
    id: pageAddress(baseUrl, contained, page),
    type: 'AnnotationPage',
    ...(page > 1 && { prev: pageAddress(baseUrl, contained, page - 1) }),
    ...(page < pages && { next: pageAddress(baseUrl, contained, page + 1) }),
    startIndex,
    items:
      contained === 'iris'
        ? items.map(({ id }) => annotationAddress(baseUrl, id))
        : items.map((it) => annotationOf(it, baseUrl)),
  }
}

const about = ({ total, changedAt }: ContainerPage, contained: Contained, baseUrl: string): Json => ({
  id: containerForm(baseUrl, contained),
  type: ['BasicContainer', 'AnnotationCollection'],
  label: 'Recoupe',
  total,
  ...(changedAt !== null && { modified: changedAt }),
})

/** The container (Web Annotation Protocol 4): how many there are, and its first page, in it or by address. */
export function annotationContainer(first: ContainerPage, contained: Contained, baseUrl: string): string {
  const isEmpty = first.total === 0
  const page = contained === 'minimal' ? pageAddress(baseUrl, contained, 1) : pageOf(first, contained, baseUrl)
  return JSON.stringify({
    '@context': CONTEXT,
    ...about(first, contained, baseUrl),
    ...(!isEmpty && { first: page, last: pageAddress(baseUrl, contained, first.pages) }),
  })
}

/** One page of the container by itself. */
export function annotationContainerPage(it: ContainerPage, contained: Contained, baseUrl: string): string {
  const { id, type, ...rest } = pageOf(it, contained, baseUrl)
  return JSON.stringify({ '@context': CONTEXT[0], id, type, partOf: about(it, contained, baseUrl), ...rest })
}
