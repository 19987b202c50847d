import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { SealedIdentity } from '@/lib/domain/protected-identity'
import type { Db } from './db'

/** A source as its keepers see it before they look: whether an identity is kept, never which. */
export async function protectedSource(db: Db, slug: string) {
  const row = await db.source.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      isProtected: true,
      version: true,
      identity: { select: { createdAt: true } },
      reveals: {
        select: { id: true, reason: true, revealedAt: true, user: { select: { name: true } } },
        orderBy: { revealedAt: 'desc' },
        take: 50,
      },
    },
  })
  if (!row) return null
  const { identity, reveals, ...source } = row
  return {
    ...source,
    keptAt: identity?.createdAt.toISOString() ?? null,
    reveals: reveals.map(({ id, reason, revealedAt, user }) => ({
      id,
      reason,
      at: revealedAt.toISOString(),
      by: user.name,
    })),
  }
}

export const sourceVersion = (db: Db, id: string) =>
  db.source.findUnique({ where: { id }, select: { version: true, isProtected: true } })

/** Marks a source as protected under the version the writer saw; false when somebody saved in between. */
export async function protectSource(
  db: Db,
  _proof: Permit<'source:reveal'>,
  id: string,
  version: number,
): Promise<boolean> {
  const { count } = await db.source.updateMany({
    where: { id, version },
    data: { isProtected: true, version: version + 1 },
  })
  return count === 1
}

export const sealedIdentity = (
  db: Db,
  _proof: Permit<'source:reveal'>,
  sourceId: string,
): Promise<SealedIdentity | null> =>
  db.sourceIdentity.findUnique({ where: { sourceId }, select: { ciphertext: true, nonce: true, keyId: true } })

/** Keeps an identity in place of the one before, of which nothing stays. */
export async function putIdentity(
  db: Db,
  _proof: Permit<'source:reveal'>,
  sourceId: string,
  sealed: SealedIdentity,
  at: Date,
): Promise<void> {
  await db.sourceIdentity.upsert({
    where: { sourceId },
    create: { sourceId, ...sealed, createdAt: at },
    update: { ...sealed, createdAt: at },
  })
}

export async function insertReveal(
  db: Db,
  proof: Permit<'source:reveal'>,
  reveal: { id: string; sourceId: string; reason: string; revealedAt: Date },
): Promise<void> {
  await db.sourceReveal.create({ data: { ...reveal, userId: proof.by } })
}
