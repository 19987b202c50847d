import type { Place } from '@/lib/domain/note'
import type { News } from '@/lib/domain/notification'
import type { Language } from '@/lib/domain/vocabulary'
import { deskTogetherWords } from './desk-together'

/** What a thing is called in a sentence: "claim C01", "le verdict sur C01". */
export const placeName = (lang: Language, { kind, ref }: Pick<Place, 'kind' | 'ref'>): string =>
  deskTogetherWords(lang).notifications.place[kind](ref)

/** One line of what is new, as a sentence. */
export function newsSentence(lang: Language, { kind, who, place }: Pick<News, 'kind' | 'who' | 'place'>): string {
  const t = deskTogetherWords(lang).notifications
  return t.kind[kind](who ?? t.somebody, placeName(lang, place))
}
