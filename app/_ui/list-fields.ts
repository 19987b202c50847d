import { type FilterKey, type ListView, ME, NOBODY, TO_READ, UNSETTLED } from '@/lib/domain/desk-filter'
import { RATING_CODES } from '@/lib/domain/rating'
import type { EventBrief } from '@/lib/domain/record'
import {
  CONFLICT_CLASSES,
  CONFLICT_STATUSES,
  CONFLICT_TYPES,
  type Language,
  SEVERITIES,
  VERDICT_STATES,
  WORK_STATES,
} from '@/lib/domain/vocabulary'
import { deskQueuesWords } from '@/lib/i18n/desk-queues'
import { words } from '@/lib/i18n/words'
import { ownText } from '@/lib/present/parts/own-words'
import { ratingWord } from '@/lib/present/parts/verdict-word'

export type Choices = {
  events: readonly EventBrief[]
  people: readonly { id: string; name: string }[]
  labels: readonly string[]
  sources: readonly { slug: string; name: string }[]
  dispatches: readonly { slug: string; title: string }[]
}
export type Option = readonly [value: string, word: string]
export type Group = { name: string | null; options: readonly Option[] }

/** What a filter offers, in the reader's words. The search has no list: it is typed. */
export function groupsOf(lang: Language, { list }: ListView, key: FilterKey, choices: Choices): Group[] {
  const t = deskQueuesWords(lang)
  const w = words(lang)
  const one = (...options: Option[]): Group[] => [{ name: null, options }]
  const people: Option[] = choices.people.map(({ id, name }) => [id, name])
  switch (key) {
    case 'q':
      return []
    case 'status':
      return list === 'claims'
        ? one(...WORK_STATES.map((it): Option => [it, w.workState[it]]))
        : list === 'conflicts'
          ? one([UNSETTLED, t.value.unsettled], ...CONFLICT_STATUSES.map((it): Option => [it, w.conflictStatus[it]]))
          : one([TO_READ, t.value.toRead], ...VERDICT_STATES.map((it): Option => [it, w.verdictState[it]]))
    case 'assignee':
      return one([ME, t.filters.me], [NOBODY, t.filters.nobody], ...people)
    case 'author':
      return one([ME, t.filters.me], ...people)
    case 'event':
      return one(
        ...(list === 'conflicts' ? [] : [[NOBODY, t.value.noEvent] as const]),
        ...choices.events.map((it): Option => [it.slug, `${it.ref} ${ownText(lang, it.titleFr, it.titleEn)}`]),
      )
    case 'label':
      return one(...choices.labels.map((it): Option => [it, it]))
    case 'class':
      return one(...CONFLICT_CLASSES.map((it): Option => [it, w.conflictClass[it]]))
    case 'type':
      return one(...CONFLICT_TYPES.map((it): Option => [it, w.conflictType[it]]))
    case 'severity':
      return one(...SEVERITIES.map((it): Option => [it, w.severity[it]]))
    case 'verdict': {
      const ratings = RATING_CODES.map((it): Option => [it, ratingWord(lang, it)])
      return list === 'verdicts'
        ? one(...ratings)
        : [
            { name: null, options: [[NOBODY, t.value.noVerdict]] },
            { name: t.value.verdictStates, options: VERDICT_STATES.map((it): Option => [it, w.verdictState[it]]) },
            { name: t.value.ratings, options: ratings },
          ]
    }
    case 'source':
      return one(...choices.sources.map(({ slug, name }): Option => [slug, name]))
    case 'dispatch':
      return one(...choices.dispatches.map(({ slug, title }): Option => [slug, title]))
    case 'changed':
      return one(['others', t.filters.yes])
  }
}

/** A value of a filter in the reader's words; one that is none of the choices is shown as it was typed. */
export function wordOf(lang: Language, view: ListView, key: FilterKey, value: string, choices: Choices): string {
  if (key === 'q') return lang === 'fr' ? `«\u202f${value}\u202f»` : `“${value}”`
  const known = groupsOf(lang, view, key, choices)
    .flatMap(({ options }) => options)
    .find(([it]) => it === value)?.[1]
  if (known) return known
  const event = key === 'event' ? choices.events.find(({ id }) => id === value) : undefined
  return event
    ? `${event.ref} ${ownText(lang, event.titleFr, event.titleEn)}`
    : deskQueuesWords(lang).filters.unknown(value)
}
