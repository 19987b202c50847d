import 'server-only'
import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { OfferedUndo, Undo } from '@/lib/domain/undo'
import { sessionCookieOptions } from './session-cookie'

const COOKIE = 'recoupe.undo'
/** As long as the offer stays on the next pages; the toast itself leaves earlier. */
const OFFERED_SECONDS = 120
/** A cookie is cut, or refused whole, above 4 kB. */
const MAX_BYTES = 3_500

/**
 * Offers to take back what was just done: the toast of the desk shows it on this page or on the one the action leads to.
 * `action()` calls it for a value that carries `undo`; an action that redirects calls it before.
 */
export async function offerUndo(undo: Undo | null | undefined): Promise<void> {
  if (!undo) return
  const offer = JSON.stringify({ stamp: randomBytes(6).toString('hex'), undo } satisfies OfferedUndo)
  if (offer.length <= MAX_BYTES)
    (await cookies()).set(COOKIE, offer, { ...sessionCookieOptions(), maxAge: OFFERED_SECONDS })
}

/** What the value of a service offers to take back, or null. */
export function undoIn(value: unknown): Undo | null {
  if (value === null || typeof value !== 'object' || !('undo' in value)) return null
  return Undo.safeParse(value.undo).data ?? null
}

/** The undo on offer to this browser, or null. What it holds is checked again when it is taken. */
export async function offeredUndo(): Promise<OfferedUndo | null> {
  const raw = (await cookies()).get(COOKIE)?.value
  if (!raw) return null
  try {
    return OfferedUndo.safeParse(JSON.parse(raw)).data ?? null
  } catch {
    // Not ours, or cut: there is nothing to take back.
    return null
  }
}

export const withdrawUndo = async (): Promise<void> => {
  ;(await cookies()).delete(COOKIE)
}
