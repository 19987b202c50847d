import 'server-only'
import { createHash } from 'node:crypto'
import { isUuid } from '@/lib/domain/ids'
import {
  annotationContainer,
  annotationContainerPage,
  type Contained,
  containerForm,
} from '@/lib/present/annotation-container'
import { singleAnnotation } from '@/lib/present/annotations-jsonld'
import { loadAnnotation, loadAnnotationPage } from '@/lib/services/load-public-feeds'
import { FRESH } from './document-headers'
import { openHeaders } from './machine-file'
import { isKnownTo } from './negotiation'
import { HttpRefusal, languageOf, problemOf } from './problem'
import { documentContext } from './public-document'

const TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
const RESOURCE = '<http://www.w3.org/ns/ldp#Resource>; rel="type"'
const CONTAINER = [
  '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"',
  '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
].join(', ')
const ALLOW = 'GET, HEAD, OPTIONS'

const noSuch = () =>
  new HttpRefusal(404, {
    fr: 'Il n’y a pas de telle page d’annotations, ni de telle annotation.',
    en: 'There is no such page of annotations, nor such an annotation.',
  })
const undecided = () =>
  new HttpRefusal(400, {
    fr: 'Prefer demande à la fois les annotations et leurs seules adresses. Choisissez.',
    en: 'Prefer asks both for the annotations and for their addresses only. Choose one.',
  })

/** What `Prefer: return=representation; include="…"` asks for; the annotations themselves when it asks for nothing we know. */
export function containedIn(prefer: string | null): Contained {
  const include = /(?:^|[,;\s])include\s*=\s*"([^"]*)"/i.exec(prefer ?? '')?.[1] ?? ''
  const wants = (name: string): boolean => include.split(/\s+/).some((it) => it.endsWith(`#${name}`))
  if (wants('PreferContainedIRIs') && wants('PreferContainedDescriptions')) throw undecided()
  if (wants('PreferContainedIRIs')) return 'iris'
  return wants('PreferMinimalContainer') && !wants('PreferContainedDescriptions') ? 'minimal' : 'descriptions'
}

/** A part of the container: the whole when the address names no page. */
export const answerContainer = (request: Request): Promise<Response> =>
  answered(request, async () => {
    const asked = new URL(request.url).searchParams
    const [written, form] = [asked.get('page'), asked.get('iris')]
    const preferred = containedIn(request.headers.get('prefer'))
    const contained = form === '1' ? 'iris' : form === '0' ? 'descriptions' : preferred
    if (written !== null && !/^[1-9]\d{0,5}$/.test(written)) throw noSuch()
    const page = await loadAnnotationPage(written === null ? 1 : Number(written))
    if (page === null) throw noSuch()
    const { baseUrl } = documentContext('en')
    if (written !== null) return { body: annotationContainerPage(page, contained, baseUrl), link: RESOURCE }
    return {
      body: annotationContainer(page, contained, baseUrl),
      link: CONTAINER,
      location: containerForm(baseUrl, contained),
    }
  })

/** One annotation. */
export const answerAnnotation = (request: Request, id: string): Promise<Response> =>
  answered(request, async () => {
    const found = isUuid(id) ? await loadAnnotation(id) : null
    if (found === null) throw noSuch()
    return { body: singleAnnotation(found, documentContext('en').baseUrl), link: RESOURCE }
  })

type Made = { body: string; link: string; location?: string }

async function answered(request: Request, make: () => Promise<Made>): Promise<Response> {
  try {
    const { body, link, location } = await make()
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
    const headers = openHeaders(TYPE, FRESH)
    headers.set('ETag', etag)
    headers.set('Link', link)
    headers.set('Allow', ALLOW)
    headers.set('Vary', 'Accept, Prefer')
    if (location !== undefined) headers.set('Content-Location', location)
    if (isKnownTo(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
    return new Response(request.method === 'HEAD' ? null : body, { headers })
  } catch (error) {
    const response = problemOf(error, languageOf(request))
    response.headers.set('Access-Control-Allow-Origin', '*')
    return response
  }
}

/** What may be done here, for those who ask first; a browser of another site asks before it sends `Prefer`. */
export const annotationMethods = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      Allow: ALLOW,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': ALLOW,
      'Access-Control-Allow-Headers': 'Prefer, If-None-Match',
    },
  })
