import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { type InvitationLine, pendingInvitations } from '@/lib/data/invitations'
import { type Settings, settingsOf } from '@/lib/data/settings'
import { type PersonLine, people } from '@/lib/data/users'
import type { Desk } from '@/lib/domain/desk'
import { permit } from '@/lib/domain/permission'

export type { InvitationLine, PersonLine, Settings }
export type PeopleView = { people: PersonLine[]; invitations: InvitationLine[]; settings: Settings }

/** Everybody, the links that wait for somebody, and the newsroom's settings. For administrators. */
export async function loadPeople({ db, actor }: Desk<PrismaClient>): Promise<PeopleView> {
  permit(actor, 'people:manage')
  const [everybody, invitations, settings] = await Promise.all([people(db), pendingInvitations(db), settingsOf(db)])
  return { people: everybody, invitations, settings }
}
