import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { openInvitation, type Purpose } from '@/lib/data/invitations'
import { credentialsByEmail } from '@/lib/data/users'
import type { Role } from '@/lib/domain/permission'

export type InvitationView = {
  purpose: Purpose
  email: string | null
  name: string | null
  role: Role
  expiresAt: Date
}

/** What a link is for, or null when it is good for nothing any more. */
export async function loadInvitation({ db }: { db: PrismaClient }, token: string): Promise<InvitationView | null> {
  const link = await openInvitation(db, token)
  if (!link) return null
  const person = link.purpose === 'reset' && link.email ? await credentialsByEmail(db, link.email) : null
  if (link.purpose === 'reset' && (!person || person.disabledAt)) return null
  return {
    purpose: link.purpose,
    email: link.email,
    name: person?.name ?? null,
    role: link.role,
    expiresAt: link.expiresAt,
  }
}
