import type { Actor } from './permission'

/** What every verb is handed: where to write, who acts, what time it is and how to make an id. */
export type Desk<Db> = { db: Db; actor: Actor; now: Date; newId: () => string }
