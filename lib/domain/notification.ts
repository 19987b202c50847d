import type { Place } from './note'

/** What a person is told of; the database repeats the list. */
export const NOTIFICATION_KINDS = [
  'mention',
  'reply',
  'assigned',
  'asked_to_read',
  'changes_requested',
  'verdict_read',
  'verdict_published',
  'conflict_resolved',
  'conflict_reopened',
  'item_changed',
  'report_received',
] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

/** What is asked of one person by name: it may come by mail within the hour, for whoever chose that. */
export const isDirect = (kind: NotificationKind): boolean =>
  kind === 'mention' || kind === 'assigned' || kind === 'asked_to_read'

/** One line of what is new. `who` is null when nobody's name is told. */
export type News = {
  id: string
  kind: NotificationKind
  who: string | null
  place: Place
  /** The note it is about, where it is about one. */
  note: string | null
  at: string
  isSeen: boolean
}

/** Where a list goes on: unread lines come first, then read ones, latest first in each. */
export type NewsCursor = { isSeen: boolean; id: string }
/** `u120` or `r87`; anything else begins at the top. */
export function readNewsCursor(text: string | undefined): NewsCursor | null {
  const found = /^([ur])(\d{1,18})$/.exec(text ?? '')
  return found ? { isSeen: found[1] === 'r', id: found[2] ?? '0' } : null
}
export const newsCursor = ({ isSeen, id }: NewsCursor): string => `${isSeen ? 'r' : 'u'}${id}`
