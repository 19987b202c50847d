import 'server-only'
import { claimBriefsById, savedReadings } from '@/lib/data/agreement'
import type { PrismaClient } from '@/lib/data/generated/client'
import { agreementFigures } from '@/lib/domain/agreement'
import type { Desk } from '@/lib/domain/desk'
import { permit } from '@/lib/domain/permission'

export const PERIODS = ['all', '365', '90', '30'] as const
export type Period = (typeof PERIODS)[number]
const DAY = 86_400_000

/** How far readers agree over a period: those who read blind, and apart from them those who saw the first rating. */
export async function loadAgreement({ db, actor, now }: Desk<PrismaClient>, period: Period) {
  permit(actor, 'review:cast')
  const since = period === 'all' ? null : new Date(now.getTime() - Number(period) * DAY)
  const readings = await savedReadings(db, since)
  const names = new Map(readings.map(({ reader, readerName }) => [reader, readerName]))
  const blind = readings.filter(({ isBlind }) => isBlind)
  const independent = agreementFigures(blind)
  const claims = await claimBriefsById(db, independent.differing)
  return {
    independent,
    open: agreementFigures(readings.filter(({ isBlind }) => !isBlind)),
    /** The claims on which independent readers differed, with what each said. */
    differing: claims.map((claim) => ({
      claim,
      ratings: blind.filter(({ unit }) => unit === claim.id).map(({ rating, readerName }) => ({ rating, readerName })),
    })),
    pairs: independent.perPair.map(({ readers, ...pair }) => ({
      ...pair,
      readers: readers.map((reader) => ({ id: reader, name: names.get(reader) ?? '' })),
    })),
  }
}
