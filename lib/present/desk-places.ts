import { type NamePlace, placeFragment } from '@/lib/domain/named'
import type { Place } from '@/lib/domain/note'
import type { OccurrenceView } from '@/lib/domain/record'
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

/** Where a name stands in the text on the desk. */
export const deskNamePath = (lang: Language, place: NamePlace): string =>
  `/${lang}/desk/dispatches/${place.dispatch.slug}${place.passage ? `?passage=${place.passage}` : ''}${placeFragment(place)}`

type Passage = Pick<OccurrenceView, 'id' | 'isInParts'> & { claim: { ref: string }; dispatch: { slug: string } }

/** A passage in the text on the desk, which marks so many at once: of a long text, those from there on. */
export const deskPassagePath = (lang: Language, { id, claim, dispatch, isInParts }: Passage): string =>
  `/${lang}/desk/dispatches/${dispatch.slug}${isInParts ? `?passage=${id}` : ''}#text-${claim.ref}`
