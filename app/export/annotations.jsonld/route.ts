import { annotationCollection, annotationPage, annotationPageAddress } from '@/lib/present/annotations-jsonld'
import { loadAnnotationPage } from '@/lib/services/load-public-feeds'
import { machineFile, refusal } from '@/lib/web/machine-file'
import { documentContext } from '@/lib/web/public-document'

export const dynamic = 'force-dynamic'

const TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

export async function GET(request: Request): Promise<Response> {
  const written = new URL(request.url).searchParams.get('page')
  if (written !== null && !/^[1-9]\d{0,5}$/.test(written))
    return refusal(request, 404, 'There is no such page of annotations.')
  const page = written === null ? 1 : Number(written)
  const path = `/export/annotations.jsonld${written === null ? '' : `?page=${page}`}`
  return machineFile(request, { path, type: TYPE, isWhole: false }, async () => {
    const { baseUrl } = documentContext('en')
    const loaded = await loadAnnotationPage(page)
    if (loaded === null) return null
    return {
      body: written === null ? annotationCollection(loaded, baseUrl) : annotationPage(loaded, baseUrl),
      next: page < loaded.pages ? annotationPageAddress(baseUrl, page + 1) : undefined,
    }
  })
}
export const HEAD = GET
