import { TourBox, TourStart } from '@/app/_ui/tour-box.client'
import { tourPath } from '@/lib/domain/tour'
import type { Language } from '@/lib/domain/vocabulary'
import { loadTour } from '@/lib/services/load-tour'
import { deskOfRequest } from '@/lib/web/desk'
import { tourAction } from '../tour-action'

/** The step of the tour somebody is at, below every page of the desk. */
export async function Tour({ lang }: { lang: Language }) {
  const { place, sights } = await loadTour(await deskOfRequest())
  if (place === 'never' || place === 'away' || !sights) return null
  return <TourBox lang={lang} step={place} href={`/${lang}/desk/${tourPath(place, sights)}`} action={tourAction} />
}

/** The way into the tour, where there is a sample to show and it is not under way. */
export async function TourEntry({ lang }: { lang: Language }) {
  const { place, sights } = await loadTour(await deskOfRequest(), true)
  if (!sights || (place !== 'never' && place !== 'away')) return null
  return <TourStart lang={lang} isFirst={place === 'never'} action={tourAction} />
}
