export const deskDraftsEn = {
  saving: 'Saving the draft…',
  saved: (time: string) => `Draft saved ${time}`,
  offline: 'No connection: the draft is kept in this browser only, and sent as soon as possible.',
  tooLarge: 'This draft is larger than 256 kB and is no longer saved. Submit it, or shorten it.',
  restored: (time: string) => `Draft restored (${time}).`,
  restoredHere: 'Draft restored from this browser: it had not reached the server.',
  discard: 'Discard it',
  discarded: 'Draft discarded.',
  waiting: (time: string) => `A draft of ${time} was kept before you began to type.`,
  take: 'Take it instead',
}
