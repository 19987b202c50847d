import { Fault } from '@/lib/domain/fault'
import { ChangeClaim, changeClaim } from '@/lib/services/change-claim'
import { jsonBody, route } from '@/lib/web/route'

const Body = ChangeClaim.omit({ claimId: true })

/** Changes a claim at the version its writer saw. A stale write gets 409 with what the other person saved. */
export const PATCH = route<{ id: string }>(async (request, desk, { id }) => {
  if (desk.actor === null) throw new Fault('not_signed_in', 'api')
  const body = await jsonBody(request, Body)
  return Response.json(await changeClaim(desk, { ...body, claimId: id }))
})
