import 'server-only'
import { headers } from 'next/headers'
import { readAsKnown } from '@/lib/data/as-known'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { momentOf } from '@/lib/domain/moment'
import { deskOfRequest } from './desk'
import { PATH_HEADER } from './session'

type Load<T> = (desk: Desk<PrismaClient>) => Promise<T>

/**
 * What a page of the desk loads, as of the moment its address asks for (`?at=2026-11-26T10:00`, UTC) or as of now. In a page,
 * `loadX(await deskOfRequest(), …)` becomes `asKnown((desk) => loadX(desk, …))`; nothing else changes. Whoever looks back may
 * only read (lib/domain/permission), so that no page offers to write; the bar of the layout says which moment it is.
 */
export const asKnown = async <T>(load: Load<T>): Promise<T> =>
  asKnownAt(await deskOfRequest(), await askedMoment(), load)

/** The same for a desk and a moment at hand; null is now. */
export function asKnownAt<T>(desk: Desk<PrismaClient>, at: string | null, load: Load<T>): Promise<T> {
  if (at === null) return load(desk)
  const actor = desk.actor && { ...desk.actor, isLookingBack: true }
  return readAsKnown(at, (db) => load({ ...desk, db, actor, now: new Date(at) }))
}

/** The moment this request asks for, or null. */
export async function askedMoment(): Promise<string | null> {
  const path = (await headers()).get(PATH_HEADER) ?? ''
  return momentOf(new URLSearchParams(path.split('?')[1] ?? '').get('at'))
}
