import type { Place } from '@/lib/domain/note'
import type { Language } from '@/lib/domain/vocabulary'

/** The desk page where a thing is worked on and talked about. */
export function deskPlacePath(lang: Language, { kind, id, slug }: Pick<Place, 'kind' | 'id' | 'slug'>): string {
  switch (kind) {
    case 'claim':
      return `/${lang}/desk/claims/${slug}`
    case 'verdict':
      return `/${lang}/desk/claims/${slug}#verdict`
    case 'conflict':
      return `/${lang}/desk/conflicts/${slug}`
    case 'dispatch':
      return `/${lang}/desk/dispatches/${slug}`
    case 'event':
      return `/${lang}/desk/events/${slug}`
    case 'report':
      return `/${lang}/desk/reports/${slug}`
    case 'source':
      return `/${lang}/desk/threads/${kind}/${id}`
  }
}
