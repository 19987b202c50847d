import 'server-only'
import type { VagueDate } from '@/lib/domain/vague-date'
import type { DateBasis } from '@/lib/domain/vocabulary'

const day = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null
const midnight = (isoDay: string | null): Date | null => (isoDay ? new Date(`${isoDay}T00:00:00Z`) : null)

type TimeColumns = {
  timeWords: string | null
  timeEdtf: string | null
  timeFrom: Date | null
  timeTo: Date | null
  timeBasis: DateBasis
}
type PublishedColumns = {
  publishedWords: string | null
  publishedEdtf: string | null
  publishedFrom: Date | null
  publishedTo: Date | null
  publishedBasis: DateBasis
}

/** The vague date of an event or an occurrence. */
export const timeOf = (row: TimeColumns): VagueDate => ({
  words: row.timeWords,
  edtf: row.timeEdtf,
  from: day(row.timeFrom),
  to: day(row.timeTo),
  basis: row.timeBasis,
})
/** The publication date of a dispatch. */
export const publishedOf = (row: PublishedColumns): VagueDate => ({
  words: row.publishedWords,
  edtf: row.publishedEdtf,
  from: day(row.publishedFrom),
  to: day(row.publishedTo),
  basis: row.publishedBasis,
})
export const timeColumns = (date: VagueDate): TimeColumns => ({
  timeWords: date.words,
  timeEdtf: date.edtf,
  timeFrom: midnight(date.from),
  timeTo: midnight(date.to),
  timeBasis: date.basis,
})
export const publishedColumns = (date: VagueDate): PublishedColumns => ({
  publishedWords: date.words,
  publishedEdtf: date.edtf,
  publishedFrom: midnight(date.from),
  publishedTo: midnight(date.to),
  publishedBasis: date.basis,
})

/** Bytes as lower-case hexadecimal. */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
