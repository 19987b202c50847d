import { z } from 'zod'
import { line, uuid } from './input'
import { type Actor, type Permission, permits } from './permission'

export const SCOPES = ['read', 'write', 'publish', 'manage'] as const
/** What a token may do: read the desk, write on it, change what the public sees, manage people and settings. */
export type Scope = (typeof SCOPES)[number]

/** How long a token may last, in days; the database allows no more than a year. */
export const TOKEN_DAYS = ['7', '30', '90', '365'] as const
/** Every token begins like this, so that whoever scans for leaks knows one. */
export const TOKEN_PREFIX = 'recoupe_pat_'

export const AddToken = z.strictObject({
  name: line(),
  scopes: z.array(z.enum(SCOPES)).min(1),
  days: z.enum(TOKEN_DAYS).default('90'),
})
export const RevokeToken = z.strictObject({ tokenId: uuid() })

/** What a role must be allowed for a scope to make sense; the services ask again for each thing that is done. */
const NEEDS: Record<Scope, Permission> = {
  read: 'desk:read',
  write: 'annotation:write',
  publish: 'dispatch:publish',
  manage: 'settings:manage',
}

/** The scopes this person may give away: never more than they have. */
export const scopesOf = (actor: Actor): Scope[] => SCOPES.filter((scope) => permits(actor, NEEDS[scope]))
