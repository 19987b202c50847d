import type { MomentKind } from '@/lib/domain/timeline'
import type { Language } from '@/lib/domain/vocabulary'
import { whereWhenEn } from './where-when.en'
import { whereWhenFr } from './where-when.fr'

/** What the timeline and the map of an event say. */
export type WhereWhenWords = {
  when: string
  whenHow: string
  undated: (n: number) => string
  number: string
  what: string
  date: string
  passages: string
  kind: Record<MomentKind, string>
  where: string
  whereHow: string
  place: string
  latitude: string
  longitude: string
  authority: string
  noAuthority: string
  degrees: (n: number, axis: 'lat' | 'lon', figures: number) => string
}

export const whereWhenWords = (language: Language): WhereWhenWords => (language === 'fr' ? whereWhenFr : whereWhenEn)
