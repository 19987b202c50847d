import { ChangeClaim, changeClaim } from '@/lib/services/change-claim'
import { verb } from '@/lib/web/route'

/** Changes a claim at the version its writer saw. A stale write gets 409 with what the other person saved. */
export const PATCH = verb({
  body: ChangeClaim.omit({ claimId: true }),
  run: (desk, input, { id }: { id: string }) => changeClaim(desk, { ...input, claimId: id }),
})
