import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { placeKey, placesOf } from '@/lib/data/note-targets'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import type { NoteTarget, Place } from '@/lib/domain/note'
import { permit } from '@/lib/domain/permission'

/** What a discussion is about: its name and where it stands on the desk. */
export async function loadNoteTarget({ db, actor }: Desk<PrismaClient>, target: NoteTarget): Promise<Place> {
  permit(actor, 'desk:read')
  const place = (await placesOf(db, [target])).get(placeKey(target))
  if (!place) throw new Fault('not_found', target.kind)
  return place
}
