import type { UserId } from './ids'

/** An identity as it is kept: unreadable without a key that is not in the database. */
export type SealedIdentity = {
  ciphertext: Uint8Array<ArrayBuffer>
  nonce: Uint8Array<ArrayBuffer>
  keyId: string
}
/**
 * How identities are sealed. The web room holds the key; verbs are handed this. An identity is sealed for one source and opens
 * for no other. `null`: there is no key here, or another one, or what was kept is not what was sealed.
 */
export type IdentitySeal = {
  seal: (sourceId: string, identity: string) => SealedIdentity | null
  open: (sourceId: string, sealed: SealedIdentity) => string | null
}

/** How long a confirmed password is good for (trust.md B19). */
const CONFIRMED_MINUTES = 5

declare const confirmed: unique symbol
/** Proof that this person typed their password at that moment. Only the verb that checks it mints one. */
export type Confirmed = { readonly by: UserId; readonly at: Date; readonly [confirmed]: true }

/** Was it this person, and lately enough? */
export const isConfirmed = ({ by, at }: Confirmed, who: UserId, now: Date): boolean =>
  by === who && Math.abs(now.getTime() - at.getTime()) <= CONFIRMED_MINUTES * 60_000
