import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { latestTableImports } from '@/lib/data/table-imports'
import type { Desk } from '@/lib/domain/desk'
import { permit, permits } from '@/lib/domain/permission'

/** How many imports the page lists. */
const SHOWN = 50

/** The imports of tables so far, the latest first, and whether this person may begin another. */
export async function loadTables({ db, actor }: Desk<PrismaClient>) {
  const proof = permit(actor, 'desk:read')
  const mayImport = permits(actor, 'claim:add') && permits(actor, 'claim:edit')
  return { tables: await latestTableImports(db, SHOWN, proof.by), mayImport }
}
