import 'server-only'
import { publicDb } from '@/lib/data/db'
import { nowOf } from '@/lib/data/earlier'
import { type AskedMoment, askedMoment } from '@/lib/domain/moment'

/** The moment a reader asks for with `?at=`, by the clock of the database. */
export const loadMoment = async (asked: string): Promise<AskedMoment> =>
  askedMoment(asked, (await nowOf(publicDb())).toISOString())
