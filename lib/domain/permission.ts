import { Fault } from './fault'
import type { UserId } from './ids'

export const ROLES = ['reader', 'reviewer', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/**
 * Who acts. `null` is a stranger. Seeds and scripts act as a person too, by name. Whoever looks at a moment of the past may
 * only read: the past is not written.
 */
export type Actor = { id: UserId; role: Role; isSourceKeeper: boolean; isLookingBack?: boolean } | null
export type Subject = { authorId?: UserId; isPublished?: boolean; isLocked?: boolean }
type Rule = (actor: Actor, subject: Subject) => boolean

const atLeast =
  (role: Role): Rule =>
  (actor) =>
    actor !== null && ROLES.indexOf(actor.role) >= ROLES.indexOf(role)
const signedIn = atLeast('reader')
const reviewer = atLeast('reviewer')
const editor = atLeast('editor')
const admin = atLeast('admin')
const published: Rule = (_actor, subject) => subject.isPublished === true
const author: Rule = (actor, subject) => actor !== null && actor.id === subject.authorId
const another: Rule = (actor, subject) => actor !== null && actor.id !== subject.authorId
const keeper: Rule = (actor) => actor?.isSourceKeeper === true

/** Any inner list may grant the permission; every rule in that list must hold. The one table (product.md part 4). */
const GRANTS = {
  'desk:read': [[signedIn]],
  'record:read': [[published], [signedIn]],
  'annotation:write': [[signedIn]],
  'annotation:edit': [[signedIn, author], [editor]],
  'dispatch:add': [[reviewer]],
  'dispatch:publish': [[editor]],
  'source:add': [[reviewer]],
  'source:assess': [[reviewer]],
  'source:manage': [[editor]],
  'source:reveal': [[signedIn, keeper]],
  'entity:link': [[reviewer]],
  'event:add': [[reviewer]],
  'event:edit': [[reviewer]],
  'claim:add': [[reviewer]],
  'claim:edit': [[reviewer]],
  'evidence:add': [[reviewer]],
  'conflict:mark': [[reviewer]],
  'conflict:edit': [[reviewer]],
  'conflict:resolve': [[editor]],
  'review:cast': [[reviewer]],
  'verdict:draft': [[reviewer]],
  'verdict:second-read': [[reviewer, another]],
  'verdict:publish': [[editor]],
  'verdict:correct': [[editor]],
  'scale:manage': [[editor]],
  'people:manage': [[admin]],
  'settings:manage': [[admin]],
  'report:work': [[reviewer]],
  'report:decide': [[editor]],
  'filter:keep': [[signedIn]],
  'export:desk': [[signedIn]],
} satisfies Record<string, Rule[][]>

export type Permission = keyof typeof GRANTS
export const PERMISSIONS = Object.keys(GRANTS) as Permission[]

const READING: readonly Permission[] = ['desk:read', 'record:read', 'export:desk']

/** May this person do this? The interface asks it to show or hide; services ask it again to act. */
export const permits = (actor: Actor, permission: Permission, subject: Subject = {}): boolean =>
  (!actor?.isLookingBack || READING.includes(permission)) &&
  GRANTS[permission].some((rules) => rules.every((rule) => rule(actor, subject)))

declare const proof: unique symbol
/** Proof that the check was made. Only `permit` can mint one; writes demand one. */
export type Permit<P extends Permission> = { readonly by: UserId; readonly [proof]: P }

/** Mints the proof, or throws `not_signed_in` / `forbidden`. */
export function permit<P extends Permission>(actor: Actor, permission: P, subject?: Subject): Permit<P> {
  if (!actor) throw new Fault('not_signed_in', permission)
  if (!permits(actor, permission, subject)) throw new Fault('forbidden', permission)
  return { by: actor.id } as Permit<P>
}
