import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { type VersionedTable, versionOf } from '@/lib/data/record-versions'
import type { Desk } from '@/lib/domain/desk'
import { permit } from '@/lib/domain/permission'

/** The version a thing has now, for who may read the desk; null when there is no such thing. */
export async function loadVersion({ db, actor }: Desk<PrismaClient>, table: VersionedTable, id: string) {
  permit(actor, 'desk:read')
  return versionOf(db, table, id)
}
