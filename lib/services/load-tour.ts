import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { tourPlaceOf, tourSights } from '@/lib/data/tours'
import type { Desk } from '@/lib/domain/desk'
import { permit } from '@/lib/domain/permission'
import { isTourWhole } from '@/lib/domain/tour'

/** Where this person is in the tour, and what it shows; null sights where the sample is not there to be shown. */
export async function loadTour({ db, actor }: Desk<PrismaClient>, isWanted = false) {
  const { by } = permit(actor, 'desk:read')
  const place = await tourPlaceOf(db, by)
  // Most pages are read by somebody who is not on the tour: they ask one short question only.
  if (!isWanted && (place === 'never' || place === 'away')) return { place, sights: null }
  const sights = await tourSights(db)
  return { place, sights: isTourWhole(sights) ? sights : null }
}
