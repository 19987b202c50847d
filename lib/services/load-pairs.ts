import 'server-only'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import { countOpenPairs, openPairs } from '@/lib/data/pairing'
import type { Desk } from '@/lib/domain/desk'
import { readInput, uuid } from '@/lib/domain/input'
import { permit, permits } from '@/lib/domain/permission'
import { PERMISSION_OF_KIND } from '@/lib/domain/suggestion'

export const LoadPairs = z.strictObject({ claimId: uuid().optional() })

/** As many as somebody reads at a sitting: the next ones come when these are decided. */
const OF_A_CLAIM = 20
const OF_THE_ARCHIVE = 50

/** What the rules propose about two claims and nobody has decided: of one claim, or of the whole archive. */
export async function loadPairs({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof LoadPairs>) {
  permit(actor, 'desk:read')
  const { claimId = null } = readInput(LoadPairs, raw)
  const [pairs, waiting] = await Promise.all([
    openPairs(db, claimId, claimId === null ? OF_THE_ARCHIVE : OF_A_CLAIM),
    countOpenPairs(db),
  ])
  const mayDecide = {
    match: permits(actor, PERMISSION_OF_KIND.match),
    conflict: permits(actor, PERMISSION_OF_KIND.conflict),
  }
  return { pairs, waiting, mayDecide }
}
